import { Module } from '@nestjs/common';
import { RuvController } from './http/ruv.controller.js';

/** What registers outside ask for. The observatory's export is served with the reports it is taken from. */
@Module({ controllers: [RuvController] })
export class ExportsModule {}
