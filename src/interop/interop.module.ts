import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { FhirDesk } from './http/fhir/desk.js';
import { FhirDirectoryController } from './http/fhir/directory.controller.js';
import { FhirController } from './http/fhir/fhir.controller.js';

/** Talks to other systems in the formats they speak. */
@Module({ controllers: [FhirController, FhirDirectoryController], providers: [FhirDesk] })
export class InteropModule implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  /** A body of FHIR is JSON under another name. */
  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser(
      'application/fhir+json',
      { parseAs: 'string' },
      server.getDefaultJsonParser('error', 'error'),
    );
  }
}
