import { Global, Module } from '@nestjs/common';
import { EnterController } from './enter.controller.js';
import { Pages } from './pages.js';
import { TodayController } from './today.controller.js';

/** The frame of all pages, the way in, and what waits today. */
@Global()
@Module({ controllers: [EnterController, TodayController], providers: [Pages], exports: [Pages] })
export class PagesModule {}
