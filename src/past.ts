import type { Entry, Feed, Page, Position } from '#event-log';
import { type Until, within } from './audit/domain/replay.js';

/**
 * The same feed without what does not belong to the past that is asked about, for whatever folds feeds: views folded
 * from it are as they were, or as they would have been.
 */
export function pastFeed<E extends Entry>(feed: Feed<E>, ...points: readonly Until[]): Feed<E> {
  const belongs = (page: Page<E>): Page<E> => ({
    ...page,
    events: page.events.filter((event) => points.some((point) => within(event, point))),
  });
  return {
    head: () => feed.head(),
    async *readAll(range) {
      for await (const page of feed.readAll(range)) yield belongs(page);
    },
    async *follow(after, signal, types) {
      for await (const page of feed.follow(after, signal, types)) yield belongs(page);
    },
  };
}

/** What projections pass over: a fold of the past leaves the same hole. */
export { recordedSkips } from './audit/domain/skips.js';

/** Where a point ends: as far as anything that belongs to it can stand. */
export const endOf = ({ position }: Until, head: Position): Position =>
  position !== undefined && position < head ? position : head;

export { within };
