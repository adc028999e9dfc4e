import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { eventProjections } from '../capabilities.js';
import { Replay } from '../questions.js';
import { foldOf } from './domain/replay.js';

/** The projection people look at, by kind of thing. */
const shownBy: Readonly<Record<Replay['kind'], string>> = {
  case: 'case-cards',
  referral: 'referral-cards',
  organization: 'organizations',
  board: 'boards',
};

/** Folds the same projections the live views are made of, on the events given. */
@QueryHandler(Replay)
export class ReplayHandler implements IQueryHandler<Replay> {
  execute({ kind, id, events }: Replay): Promise<object | undefined> {
    const projection = eventProjections.find(({ name }) => name === shownBy[kind]);
    if (projection === undefined) throw new Error(`no projection shows a ${kind}`);
    return Promise.resolve(foldOf(projection, id, events) as object | undefined);
  }
}
