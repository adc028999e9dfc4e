import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AuditController } from './http/audit.controller.js';
import { ProofsController } from './http/proofs.controller.js';
import { PagesModule } from '../pages/pages.module.js';
import { AuditPages } from './pages/audit.pages.js';
import { FindByCodeHandler, ReplayHandler } from './replay.handler.js';

/** The record as it was at any moment. */
@Module({
  imports: [CqrsModule, PagesModule],
  controllers: [ProofsController, AuditController, AuditPages],
  providers: [ReplayHandler, FindByCodeHandler],
})
export class AuditModule {}
