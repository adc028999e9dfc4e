import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Apart } from './apart.js';
import { AuditController } from './http/audit.controller.js';
import { EvidenceController } from './http/evidence.controller.js';
import { ProofsController } from './http/proofs.controller.js';
import { QueueDesk } from './http/queue-desk.js';
import { QueuesController } from './http/queues.controller.js';
import { PagesModule } from '../pages/pages.module.js';
import { AuditPages } from './pages/audit.pages.js';
import { PastPages } from './pages/past.pages.js';
import { Pseudonyms } from './pseudonyms.js';
import { FindByCodeHandler, ReplayHandler } from './replay.handler.js';

/** The record as it was at any moment: all of it from the log, without a key. */
@Module({
  imports: [CqrsModule, PagesModule],
  controllers: [ProofsController, QueuesController, EvidenceController, AuditController, PastPages, AuditPages],
  providers: [ReplayHandler, FindByCodeHandler, QueueDesk, Pseudonyms, Apart],
})
export class AuditModule {}
