import { Module } from '@nestjs/common';
import { ReferralHandler } from './http/commands.js';
import { ReferralDesk } from './http/referral-desk.js';
import { ReferralsController } from './http/referrals.controller.js';

/** The hand-over between institutions. */
@Module({ controllers: [ReferralsController], providers: [ReferralHandler, ReferralDesk] })
export class ReferralsModule {}
