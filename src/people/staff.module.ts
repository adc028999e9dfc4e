import { Module } from '@nestjs/common';
import { CasePeopleController } from './http/case-people.controller.js';
import { CaseReads } from './http/case-reads.js';
import { ConflictHandler, GlassHandler, SealingHandler, StaffHandler } from './http/commands.js';
import { ConflictDesk } from './http/conflict-desk.js';
import { GlassController } from './http/glass.controller.js';
import { GlassDesk } from './http/glass-desk.js';
import { SealingController } from './http/sealing.controller.js';
import { SealingDesk } from './http/sealing-desk.js';
import { MeController, StaffController } from './http/staff.controller.js';
import { StaffDesk } from './http/staff-desk.js';
import { ConfirmedPages } from './pages/confirmed.controller.js';
import { ConflictPages } from './pages/conflicts.controller.js';
import { EmergencyPages } from './pages/emergency.controller.js';
import { ReadsPages } from './pages/reads.controller.js';
import { SealingPages } from './pages/sealings.controller.js';
import { SignInController } from './pages/sign-in.controller.js';
import { PutAwayRunner } from './process/put-away-runner.js';
import { SEAL_RECIPIENTS, sealRecipientsFrom } from './process/recipients.js';

/** Who works here, who must not see a case, who saw one in an emergency, which are sealed: where commands are taken. */
@Module({
  controllers: [
    ...[StaffController, MeController, GlassController, CasePeopleController, SealingController],
    ...[ConflictPages, EmergencyPages, ReadsPages, SealingPages, SignInController, ConfirmedPages],
  ],
  providers: [
    ...[StaffHandler, ConflictHandler, GlassHandler, SealingHandler],
    ...[StaffDesk, GlassDesk, SealingDesk, ConflictDesk, CaseReads],
    ...[{ provide: SEAL_RECIPIENTS, useFactory: () => sealRecipientsFrom(process.env) }, PutAwayRunner],
  ],
})
export class StaffModule {}
