import { Module } from '@nestjs/common';
import { ImportDesk } from './http/import-desk.js';
import { ImportsController } from './http/imports.controller.js';
import { Mappings, mappingsFrom } from './mappings.js';
import { ImportPages } from './pages/import.pages.js';

/** History of other systems, brought in as files. */
@Module({
  controllers: [ImportsController, ImportPages],
  providers: [ImportDesk, { provide: Mappings, useFactory: () => mappingsFrom(process.env) }],
})
export class ImportsModule {}
