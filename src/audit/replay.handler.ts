import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Projection } from '#projection';
import { eventProjections } from '../capabilities.js';
import { PLATFORM, type Platform } from '../platform.js';
import { FindByCode, Replay } from '../questions.js';
import { foldOf } from './domain/replay.js';

/** The projection people look at, by kind of thing. */
const shownBy: Readonly<Record<Replay['kind'], string>> = {
  case: 'case-cards',
  referral: 'referral-cards',
  organization: 'organizations',
  board: 'boards',
  session: 'sessions',
  agreement: 'agreements',
  plan: 'plans',
};

export function projectionOf(kind: Replay['kind']): Projection {
  const projection = eventProjections.find(({ name }) => name === shownBy[kind]);
  if (projection === undefined) throw new Error(`no projection shows a ${kind}`);
  return projection;
}

/** Folds the same projections the live views are made of, on the events given. */
@QueryHandler(Replay)
export class ReplayHandler implements IQueryHandler<Replay> {
  execute({ kind, id, events }: Replay): Promise<object | undefined> {
    return Promise.resolve(foldOf(projectionOf(kind), id, events) as object | undefined);
  }
}

/** Looks a code up in the lists of cases and of referrals, and among the boards. */
@QueryHandler(FindByCode)
export class FindByCodeHandler implements IQueryHandler<FindByCode> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({
    code,
  }: FindByCode): Promise<{ readonly kind: 'case' | 'referral' | 'board'; readonly id: string } | undefined> {
    for (const kind of ['case', 'referral'] as const) {
      const [found] = await this.platform.views.list(projectionOf(kind), `code/${code}`, { limit: 1 });
      if (found !== undefined) return { kind, id: found.key };
    }
    // Boards are named in small letters.
    const board = code.toLowerCase();
    const known = await this.platform.views.get(projectionOf('board'), board);
    return known === undefined ? undefined : { kind: 'board', id: board };
  }
}
