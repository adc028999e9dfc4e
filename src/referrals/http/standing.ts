import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { PLATFORM, type Platform } from '../../platform.js';
import { CaseStanding, PartyToCase, ReferralsOfCase, ReferralStanding, type Stands } from '../../questions.js';
import { soon } from '../../requests.js';
import { type Ended, endOf, partyBy } from '../domain/ends.js';
import { type ReferralCard, referralCards } from '../views/referral-card.js';

const most = 200;
const referralsOf = async ({ views }: Pick<Platform, 'views'>, id: string): Promise<readonly ReferralCard[]> => {
  const listed = await views.list(referralCards, `case/${id}`, { limit: most });
  return listed.map(({ document }) => document);
};

const ended = (card: ReferralCard): Ended => ({ ...card, lastAt: card.steps.at(-1)?.recordedAt ?? card.sentAt });

@QueryHandler(ReferralStanding)
export class ReferralStandingAnswer implements IQueryHandler<ReferralStanding> {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  async execute({ id, institution }: ReferralStanding): Promise<Stands | undefined> {
    const { views, clock } = this.platform;
    // Whoever seems to be no end of it may have been handed it a moment ago.
    const look = async (): Promise<ReferralCard | undefined> => {
      const seen = await views.get(referralCards, id);
      return seen === undefined || endOf(ended(seen), institution, clock.now()) === 'none' ? undefined : seen;
    };
    const card = (await soon(this.platform, [referralCards], look)) ?? (await views.get(referralCards, id));
    if (card === undefined) return undefined;
    const of = await this.queries.execute(new CaseStanding({ id: card.case }, institution));
    const { person, country, from } = card;
    const relation = endOf(ended(card), institution, clock.now());
    return { id, case: card.case, relation, state: of?.state ?? 'open', owner: from, person, country };
  }
}

@QueryHandler(PartyToCase)
export class PartyToCaseAnswer implements IQueryHandler<PartyToCase> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ id, institution }: PartyToCase): Promise<ReturnType<typeof partyBy>> {
    let found: ReturnType<typeof partyBy> = 'none';
    // Whoever seems to be no party may have become one a moment ago.
    await soon(this.platform, [referralCards], async () => {
      const now = this.platform.clock.now();
      const relations = (await referralsOf(this.platform, id)).map((card) => partyBy(ended(card), institution, now));
      found = (['party', 'withdrawn', 'expired'] as const).find((each) => relations.includes(each)) ?? 'none';
      return found === 'party' ? found : undefined;
    });
    return found;
  }
}

@QueryHandler(ReferralsOfCase)
export class ReferralsOfCaseAnswer implements IQueryHandler<ReferralsOfCase> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ id }: ReferralsOfCase): Promise<readonly string[]> {
    return (await referralsOf(this.platform, id)).map((card) => card.id);
  }
}
