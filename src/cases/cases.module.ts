import { Module } from '@nestjs/common';
import { CaseByCodeAnswer, RecentCasesAnswer, VisibleCaseAnswer } from './http/answers.js';
import { CaseDesk } from './http/case-desk.js';
import { CasesController } from './http/cases.controller.js';
import { CaseHandler } from './http/commands.js';

/** Cases: intake, risk, measures, attentions, closure. */
@Module({
  controllers: [CasesController],
  providers: [CaseHandler, CaseDesk, VisibleCaseAnswer, CaseByCodeAnswer, RecentCasesAnswer],
})
export class CasesModule {}
