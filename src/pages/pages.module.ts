import { Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { assets } from './assets.js';
import { EnterController } from './enter.controller.js';
import { Pages } from './pages.js';
import { TodayController } from './today.controller.js';

/** The frame of all pages with its style and script, the way in, and what waits today. */
@Global()
@Module({ controllers: [EnterController, TodayController], providers: [Pages], exports: [Pages] })
export class PagesModule implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    assets.serve(this.host.httpAdapter.getInstance<FastifyInstance>());
  }
}
