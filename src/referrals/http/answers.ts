import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { PLATFORM, type Platform } from '../../platform.js';
import { type ListedReferral, ReferralBox, ReferralsInTurn, StuckReferrals } from '../../questions.js';
import { referralCards } from '../views/referral-card.js';
import { ReferralDesk } from './referral-desk.js';
import { viewOf } from './referral.views.js';

@QueryHandler(ReferralBox)
export class ReferralBoxAnswer implements IQueryHandler<ReferralBox> {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
  ) {}

  async execute({ actor, box, state, limit }: ReferralBox): Promise<readonly ListedReferral[]> {
    const range = { limit, descending: state !== 'open' };
    const listed = await this.platform.views.list(referralCards, `${box}/${actor.institution}/${state}`, range);
    const cards = listed.map(({ document }) => document);
    return (await this.desk.visible(actor, cards)).map(viewOf);
  }
}

@QueryHandler(ReferralsInTurn)
export class ReferralsInTurnAnswer implements IQueryHandler<ReferralsInTurn> {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
  ) {}

  async execute({ actor, kind, limit }: ReferralsInTurn): Promise<readonly ListedReferral[]> {
    const listed = await this.platform.views.list(referralCards, `${kind}/${actor.institution}`, { limit });
    const cards = listed.map(({ document }) => document);
    return (await this.desk.visible(actor, cards)).map(viewOf);
  }
}

@QueryHandler(StuckReferrals)
export class StuckReferralsAnswer implements IQueryHandler<StuckReferrals> {
  constructor(@Inject(ReferralDesk) private readonly desk: ReferralDesk) {}

  async execute({ actor }: StuckReferrals): Promise<number> {
    return (await this.desk.stuck(actor)).length;
  }
}
