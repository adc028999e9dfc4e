import { Module } from '@nestjs/common';
import { ImportsController } from './http/imports.controller.js';

/** History of other systems, brought in as files. */
@Module({ controllers: [ImportsController] })
export class ImportsModule {}
