import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ListedReferral, ReferralBox, ReferralsInTurn, StuckReferrals } from '../../questions.js';
import { ReferralDesk } from './referral-desk.js';
import { viewOf } from './referral.views.js';

@QueryHandler(ReferralBox)
export class ReferralBoxAnswer implements IQueryHandler<ReferralBox> {
  constructor(@Inject(ReferralDesk) private readonly desk: ReferralDesk) {}

  async execute({ actor, box, state, limit }: ReferralBox): Promise<readonly ListedReferral[]> {
    const range = { limit, descending: state !== 'open' };
    const seen = await this.desk.listed(actor, `${box}/${actor.institution}/${state}`, range);
    return seen.map(({ document }) => viewOf(document));
  }
}

@QueryHandler(ReferralsInTurn)
export class ReferralsInTurnAnswer implements IQueryHandler<ReferralsInTurn> {
  constructor(@Inject(ReferralDesk) private readonly desk: ReferralDesk) {}

  async execute({ actor, kind, limit }: ReferralsInTurn): Promise<readonly ListedReferral[]> {
    const seen = await this.desk.listed(actor, `${kind}/${actor.institution}`, { limit });
    return seen.map(({ document }) => viewOf(document));
  }
}

@QueryHandler(StuckReferrals)
export class StuckReferralsAnswer implements IQueryHandler<StuckReferrals> {
  constructor(@Inject(ReferralDesk) private readonly desk: ReferralDesk) {}

  async execute({ actor }: StuckReferrals): Promise<number> {
    return (await this.desk.stuck(actor)).length;
  }
}
