import { Module } from '@nestjs/common';
import { CaseByCodeAnswer, RecentCasesAnswer, VisibleCaseAnswer, WaitingClocksAnswer } from './http/answers.js';
import { CaseDesk } from './http/case-desk.js';
import { CasesController } from './http/cases.controller.js';
import { CaseHandler, LinkHandler } from './http/commands.js';
import { FileController } from './http/file.controller.js';
import { FileDesk } from './http/file-desk.js';
import { PersonsController } from './http/persons.controller.js';
import { PersonsDesk } from './http/persons-desk.js';
import { CasePages } from './pages/cases.controller.js';
import { FilePages } from './pages/file.controller.js';
import { RecordPages } from './pages/record.controller.js';

/** Cases: intake, risk, measures, attentions, closure. */
@Module({
  controllers: [CasesController, FileController, PersonsController, RecordPages, FilePages, CasePages],
  providers: [
    CaseHandler,
    LinkHandler,
    CaseDesk,
    FileDesk,
    PersonsDesk,
    VisibleCaseAnswer,
    CaseByCodeAnswer,
    RecentCasesAnswer,
    WaitingClocksAnswer,
  ],
})
export class CasesModule {}
