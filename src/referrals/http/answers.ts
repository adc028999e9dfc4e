import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { PLATFORM, type Platform } from '../../platform.js';
import { type ListedReferral, ReferralBox } from '../../questions.js';
import { referralCards } from '../views/referral-card.js';
import { viewOf } from './referral.views.js';

@QueryHandler(ReferralBox)
export class ReferralBoxAnswer implements IQueryHandler<ReferralBox> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ institution, box, state, limit }: ReferralBox): Promise<readonly ListedReferral[]> {
    const range = { limit, descending: state !== 'open' };
    const listed = await this.platform.views.list(referralCards, `${box}/${institution}/${state}`, range);
    return listed.map(({ document }) => viewOf(document));
  }
}
