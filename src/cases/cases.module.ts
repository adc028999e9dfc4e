import { Module } from '@nestjs/common';
import { CaseByCodeAnswer, RecentCasesAnswer, VisibleCaseAnswer, WaitingClocksAnswer } from './http/answers.js';
import { CaseDesk } from './http/case-desk.js';
import { CasesController } from './http/cases.controller.js';
import { CaseHandler } from './http/commands.js';
import { CasePages } from './pages/cases.controller.js';
import { RecordPages } from './pages/record.controller.js';

/** Cases: intake, risk, measures, attentions, closure. */
@Module({
  controllers: [CasesController, RecordPages, CasePages],
  providers: [CaseHandler, CaseDesk, VisibleCaseAnswer, CaseByCodeAnswer, RecentCasesAnswer, WaitingClocksAnswer],
})
export class CasesModule {}
