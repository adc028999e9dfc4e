import { Module } from '@nestjs/common';
import { ReferralBoxAnswer } from './http/answers.js';
import { BundlesController } from './http/bundles.controller.js';
import { ReferralHandler } from './http/commands.js';
import { ReferralDesk } from './http/referral-desk.js';
import { ReferralsController } from './http/referrals.controller.js';
import { StepsController } from './http/steps.controller.js';
import { ReferPages } from './pages/refer.controller.js';
import { ReferralPages } from './pages/referrals.controller.js';

/** The hand-over between institutions. */
@Module({
  controllers: [ReferralsController, StepsController, BundlesController, ReferPages, ReferralPages],
  providers: [ReferralHandler, ReferralDesk, ReferralBoxAnswer],
})
export class ReferralsModule {}
