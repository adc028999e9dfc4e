import type { Projection, Views } from '#projection';
import { localDate } from '#terms';
import { eventProjections } from '../capabilities.js';
import { zoneNow } from '../country.js';

/** What a board has that a history is kept of. */
export interface Part {
  readonly kind: 'session' | 'agreement' | 'plan';
  /** What the day is of: of an agreement, when it is due or when it ended. */
  readonly is: 'session' | 'due' | 'ended' | 'plan';
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** The lists of a board's things, by the names of the projections they are in. */
const lists = [
  { kind: 'session', is: 'session', projection: 'sessions', list: 'all' },
  { kind: 'agreement', is: 'due', projection: 'agreements', list: 'open' },
  { kind: 'agreement', is: 'ended', projection: 'agreements', list: 'closed' },
  { kind: 'plan', is: 'plan', projection: 'plans', list: '' },
] as const;

const most = 100;

/** The last sessions, agreements and plans of a board. */
export async function partsOf(views: Pick<Views, 'list'>, board: string): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const { kind, is, projection: name, list } of lists) {
    const projection: Projection | undefined = eventProjections.find((each) => each.name === name);
    if (projection === undefined) throw new Error(`no projection ${name}`);
    const path = list === '' ? `board/${board}` : `board/${board}/${list}`;
    const listed = await views.list(projection, path, { limit: most, descending: true });
    for (const { key, sort } of listed) parts.push({ kind, is, id: key, day: dayOf(sort) });
  }
  return parts;
}

/** Lists are sorted by days, or by instants, which fall on a day of the country. */
const dayOf = (sort: string): string => (sort.includes('T') ? localDate(sort, zoneNow()) : sort);
