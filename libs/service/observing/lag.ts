import type { Feed, Instant, Position } from '#event-log';
import { within } from './patience.js';

/** Entries that are counted at most. */
const most = 1_000;

/** Milliseconds in which the feed has to answer. */
const patience = 2_000;

/** Somebody who goes along a feed: a projection, a relay. */
export interface Follower {
  readonly name: string;
  /** What it wants of the feed. */
  readonly types: readonly string[];
  /** Everything up to there is done. */
  checkpoint(): Promise<Position | undefined>;
}

export interface Lag {
  /** Entries it wants and has not done; counting ends at 1 000. */
  readonly events: number;
  /** Seconds since the oldest of them was recorded; 0 when there is none. */
  readonly seconds: number;
}

/**
 * How far followers are behind the head of a feed, by name. Positions cannot be counted, so what lies behind a checkpoint
 * is read: once for all that stand at the same one, and not at all for those at the head.
 * @throws TimedOut the feed does not answer
 */
export const lagsOf = (
  feed: Pick<Feed, 'head' | 'readAll'>,
  followers: readonly Follower[],
  now: Instant,
): Promise<ReadonlyMap<string, Lag>> => within(patience, () => measured(feed, followers, now));

async function measured(
  feed: Pick<Feed, 'head' | 'readAll'>,
  followers: readonly Follower[],
  now: Instant,
): Promise<ReadonlyMap<string, Lag>> {
  const head = await feed.head();
  const stands = await Promise.all(
    followers.map(async (follower) => ({ follower, at: (await follower.checkpoint()) ?? '' })),
  );
  const lags = new Map<string, Lag>(followers.map(({ name }) => [name, { events: 0, seconds: 0 }]));
  for (const [at, some] of Map.groupBy(stands, (stand) => stand.at)) {
    if (head === undefined || at >= head) continue;
    for (const [name, lag] of await behind(feed, at as Position | '', head, some, now)) lags.set(name, lag);
  }
  return lags;
}

async function behind(
  feed: Pick<Feed, 'readAll'>,
  at: Position | '',
  until: Position,
  stands: readonly { readonly follower: Follower }[],
  now: Instant,
): Promise<ReadonlyMap<string, Lag>> {
  const wanted = stands.map(({ follower: { name, types } }) => ({ name, types: new Set(types) }));
  const types = [...new Set(wanted.flatMap((each) => [...each.types]))];
  const lags = new Map<string, Lag>();
  let read = 0;
  for await (const { events } of feed.readAll({ until, types, ...(at === '' ? {} : { after: at }) })) {
    for (const { type, metadata } of events) {
      const { recordedAt = now } = metadata;
      for (const each of wanted) {
        if (!each.types.has(type)) continue;
        const seconds = Math.max(0, Date.parse(now) - Date.parse(recordedAt)) / 1_000;
        const lag = lags.get(each.name) ?? { events: 0, seconds };
        lags.set(each.name, { ...lag, events: lag.events + 1 });
      }
      read += 1;
      if (read === most) return lags;
    }
  }
  return lags;
}
