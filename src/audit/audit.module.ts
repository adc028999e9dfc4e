import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AuditController } from './http/audit.controller.js';
import { ReplayHandler } from './replay.handler.js';

/** The record as it was at any moment. */
@Module({ imports: [CqrsModule], controllers: [AuditController], providers: [ReplayHandler] })
export class AuditModule {}
