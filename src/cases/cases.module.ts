import { Module } from '@nestjs/common';
import { CaseByCodeAnswer, RecentCasesAnswer, VisibleCaseAnswer, WaitingClocksAnswer } from './http/answers.js';
import { CaseDesk } from './http/case-desk.js';
import { CasesController } from './http/cases.controller.js';
import { CaseHandler, InquiryHandler, LinkHandler } from './http/commands.js';
import { ForgetPersonAnswer, PersonOfCaseAnswer, PersonRecordAnswer } from './http/erasing.js';
import { FileController } from './http/file.controller.js';
import { FileDesk } from './http/file-desk.js';
import { OthersController } from './http/others.controller.js';
import { OthersDesk } from './http/others-desk.js';
import { PlacesController } from './http/places.controller.js';
import { PlacesDesk } from './http/places-desk.js';
import { CasesOfSamePersonAnswer } from './http/person-records.js';
import { CaseStandingAnswer } from './http/standing.js';
import { PersonsController } from './http/persons.controller.js';
import { PairsDesk } from './http/pairs-desk.js';
import { PersonsDesk } from './http/persons-desk.js';
import { CaseActPages } from './pages/acts.controller.js';
import { CasePages } from './pages/cases.controller.js';
import { NewCasePages } from './pages/new-case.controller.js';
import { PairPages } from './pages/pairs.controller.js';
import { RiskPages } from './pages/risk.controller.js';

/** Cases: intake, risk, measures, attentions, closure. */
@Module({
  controllers: [
    CasesController,
    FileController,
    OthersController,
    PlacesController,
    PersonsController,
    NewCasePages,
    PairPages,
    RiskPages,
    CaseActPages,
    CasePages,
  ],
  providers: [
    CaseHandler,
    LinkHandler,
    InquiryHandler,
    CaseDesk,
    FileDesk,
    OthersDesk,
    PlacesDesk,
    PersonsDesk,
    PairsDesk,
    VisibleCaseAnswer,
    CaseByCodeAnswer,
    RecentCasesAnswer,
    WaitingClocksAnswer,
    PersonRecordAnswer,
    ForgetPersonAnswer,
    PersonOfCaseAnswer,
    CaseStandingAnswer,
    CasesOfSamePersonAnswer,
  ],
})
export class CasesModule {}
