import { Module } from '@nestjs/common';
import { AgreementsController } from './http/agreements.controller.js';
import { BoardReader } from './http/board-reader.js';
import { BoardsController } from './http/boards.controller.js';
import { AgreementHandler, BoardHandler, PlanHandler, SessionHandler } from './http/commands.js';
import { FoundController } from './http/found.controller.js';
import { PlanDesk } from './http/plan-desk.js';
import { PlansController } from './http/plans.controller.js';
import { SessionDesk } from './http/session-desk.js';
import { SessionsController } from './http/sessions.controller.js';
import { LeadPages } from './pages/lead.controller.js';
import { LookPages } from './pages/look.controller.js';
import { PlanEditPages } from './pages/plan-edit.controller.js';
import { BoardScreens } from './pages/screens.js';
import './pages/styles.js';

/** Multisectoral boards: their members, sessions, agreements and plans. */
@Module({
  controllers: [
    ...[BoardsController, FoundController, SessionsController, AgreementsController, PlansController],
    ...[LookPages, PlanEditPages, LeadPages],
  ],
  providers: [
    ...[BoardHandler, SessionHandler, AgreementHandler, PlanHandler],
    ...[BoardReader, SessionDesk, PlanDesk, BoardScreens],
  ],
})
export class BoardsModule {}
