import { Module } from '@nestjs/common';
import { CasePeopleController } from './http/case-people.controller.js';
import { CaseReads } from './http/case-reads.js';
import { ConflictHandler, GlassHandler, StaffHandler } from './http/commands.js';
import { GlassController } from './http/glass.controller.js';
import { GlassDesk } from './http/glass-desk.js';
import { MeController, StaffController } from './http/staff.controller.js';
import { StaffDesk } from './http/staff-desk.js';
import { EmergencyPages } from './pages/emergency.controller.js';
import { ReadsPages } from './pages/reads.controller.js';
import { SignInController } from './pages/sign-in.controller.js';

/** Who works here, who must not see a case, who saw one in an emergency: where commands are taken. */
@Module({
  controllers: [
    ...[StaffController, MeController, GlassController, CasePeopleController],
    ...[EmergencyPages, ReadsPages, SignInController],
  ],
  providers: [StaffHandler, ConflictHandler, GlassHandler, StaffDesk, GlassDesk, CaseReads],
})
export class StaffModule {}
