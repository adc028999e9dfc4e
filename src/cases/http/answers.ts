import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Views } from '#projection';
import type { Actor } from '#service';
import { Access } from '../../people/access/access.js';
import { PLATFORM, type Platform } from '../../platform.js';
import {
  CaseByCode,
  type KnownCase,
  RecentCases,
  VisibleCase,
  type WaitingClock,
  WaitingClocks,
} from '../../questions.js';
import { type CaseCard, caseCards } from '../views/case-card.js';
import { type ReferralOfCase, referralsOfCase } from '../views/referrals-of-case.js';
import { runningClocks } from '../views/running-clocks.js';

const mostReferrals = 200;

/** The referrals of a case, in the order they were sent. */
export async function referralsOf(views: Views, id: string): Promise<readonly ReferralOfCase[]> {
  const listed = await views.list(referralsOfCase, `case/${id}`, { limit: mostReferrals });
  return listed.map(({ document }) => document);
}

/** The cases an institution answers for, those in which something happened last first. */
export async function recentCases(views: Views, institution: string, limit: number): Promise<readonly CaseCard[]> {
  const listed = await views.list(caseCards, `institution/${institution}/open`, { limit, descending: true });
  return listed.map(({ document }) => document);
}

const known = ({ id, code, country, district, person, risk, sex, ageBand, status, language }: CaseCard): KnownCase => ({
  ...(language === undefined ? {} : { language }),
  id,
  code,
  country,
  district,
  person,
  risk,
  sex,
  ageBand,
  status,
});

/** Of these cases, those somebody may see: by the same rules as each by itself. */
const seenBy = (access: Access, actor: Actor, cards: readonly CaseCard[]): Promise<readonly CaseCard[]> =>
  access.visible(actor, cards, ({ id }) => ({ action: 'readCase', case: id }));

@QueryHandler(VisibleCase)
export class VisibleCaseAnswer implements IQueryHandler<VisibleCase> {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Access) private readonly access: Access,
  ) {}

  async execute({ actor, id }: VisibleCase): Promise<KnownCase | undefined> {
    const card = await this.platform.views.get(caseCards, id);
    const [seen] = await seenBy(this.access, actor, card === undefined ? [] : [card]);
    return seen && known(seen);
  }
}

@QueryHandler(CaseByCode)
export class CaseByCodeAnswer implements IQueryHandler<CaseByCode> {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Access) private readonly access: Access,
  ) {}

  async execute({ actor, code }: CaseByCode): Promise<KnownCase | undefined> {
    const listed = await this.platform.views.list(caseCards, `code/${code}`, { limit: 2 });
    const cards = listed.map(({ document }) => document);
    const [seen] = await seenBy(this.access, actor, cards);
    return seen && known(seen);
  }
}

@QueryHandler(RecentCases)
export class RecentCasesAnswer implements IQueryHandler<RecentCases> {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Access) private readonly access: Access,
  ) {}

  async execute({ actor, limit }: RecentCases): Promise<readonly KnownCase[]> {
    const cards = await recentCases(this.platform.views, actor.institution, limit);
    return (await seenBy(this.access, actor, cards)).map(known);
  }
}

@QueryHandler(WaitingClocks)
export class WaitingClocksAnswer implements IQueryHandler<WaitingClocks> {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Access) private readonly access: Access,
  ) {}

  async execute({ actor, limit }: WaitingClocks): Promise<readonly WaitingClock[]> {
    const { views } = this.platform;
    const { institution } = actor;
    // What is late already comes first, the latest to be so above the older, and leaves room for what can still be met.
    const late = await views.list(runningClocks, `late/${institution}`, {
      limit: Math.floor(limit / 2),
      descending: true,
    });
    const running = await views.list(runningClocks, `institution/${institution}`, { limit: limit - late.length });
    const all = [...late, ...running].map(({ document }) => document);
    const waiting = await this.access.visible(actor, all, (clock) => ({ action: 'readCase', case: clock.case }));
    const cards = await views.load(
      caseCards,
      waiting.map((clock) => clock.case),
    );
    return waiting.flatMap(({ case: id, stop, due }) => {
      const card = cards.get(id);
      // The two views may stand a moment apart.
      return card === undefined ? [] : [{ case: id, caseCode: card.code, stop, due }];
    });
  }
}
