import { Module } from '@nestjs/common';
import { ReferralBoxAnswer } from './http/answers.js';
import { ReferralHandler } from './http/commands.js';
import { ReferralDesk } from './http/referral-desk.js';
import { ReferralsController } from './http/referrals.controller.js';
import { ReferPages } from './pages/refer.controller.js';
import { ReferralPages } from './pages/referrals.controller.js';

/** The hand-over between institutions. */
@Module({
  controllers: [ReferralsController, ReferPages, ReferralPages],
  providers: [ReferralHandler, ReferralDesk, ReferralBoxAnswer],
})
export class ReferralsModule {}
