import { Module } from '@nestjs/common';
import { ReferralBoxAnswer, ReferralsInTurnAnswer, StuckReferralsAnswer } from './http/answers.js';
import { BundlesController } from './http/bundles.controller.js';
import { ReferralHandler } from './http/commands.js';
import { ReferralDesk } from './http/referral-desk.js';
import { HandOverHandler, ReferralRecordAnswer, ReferralRecordsAnswer } from './http/records.js';
import { ReferralsController } from './http/referrals.controller.js';
import { PartyToCaseAnswer, ReferralsOfCaseAnswer, ReferralStandingAnswer } from './http/standing.js';
import { StepsController } from './http/steps.controller.js';
import { ActPages } from './pages/acts.controller.js';
import { OnwardPages } from './pages/onward.controller.js';
import { ReferPages } from './pages/refer.controller.js';
import { ReferralPages } from './pages/referrals.controller.js';
import { ReferralScreen } from './pages/screen.js';

/** The hand-over between institutions. */
@Module({
  controllers: [
    ReferralsController,
    StepsController,
    BundlesController,
    ReferPages,
    OnwardPages,
    ActPages,
    ReferralPages,
  ],
  providers: [
    ReferralHandler,
    ReferralDesk,
    ReferralScreen,
    ReferralBoxAnswer,
    ReferralsInTurnAnswer,
    StuckReferralsAnswer,
    ReferralStandingAnswer,
    PartyToCaseAnswer,
    ReferralsOfCaseAnswer,
    ReferralRecordAnswer,
    ReferralRecordsAnswer,
    HandOverHandler,
  ],
})
export class ReferralsModule {}
