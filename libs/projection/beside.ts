import type { Feed, Position } from '#event-log';
import { isBefore } from './advance.js';
import { catchUp, type RebuildOptions } from './catch-up.js';
import { compareViews, type Difference } from './compare.js';
import type { Projection } from './projection.js';
import { Scratch } from './scratch.js';
import type { Views } from './views.js';

type Store = Pick<Views, 'replace' | 'draft' | 'checkpoint' | 'all'>;

/** A projection folded anew beside what readers see. */
export interface Beside<D> {
  /**
   * Folds on to where the views of the readers stand, and compares with them as they are at that position, while they
   * are written on.
   * @returns undefined when they are equal, or when nothing is shown yet
   * @throws Error the views were dropped, rolled back or replaced to before where this one is
   * @throws ProjectionStopped at an event it cannot fold
   */
  compare(): Promise<Difference<D> | undefined>;
  /**
   * Folds on to the head and swaps it in: readers see the old or the new. What they saw is kept for `views.rollBack`.
   * @throws ProjectionStopped at an event it cannot fold; the views are as they were
   */
  show(): Promise<void>;
}

/**
 * Folds a projection anew beside the live one, up to where that one stands: to compare, then to show or to leave.
 * Leave it by forgetting it. `a` of a difference is what readers see, `b` what was folded anew.
 * @throws ProjectionStopped at an event it cannot fold; the views are as they were
 */
export async function rebuildBeside<D>(
  feed: Feed,
  projection: Projection<D>,
  views: Store,
  options: Omit<RebuildOptions, 'until'> = {},
): Promise<Beside<D>> {
  const scratch = new Scratch(projection, views, options.inMemory ?? 50_000);
  const reach = (until: Position | undefined) =>
    catchUp(feed, [projection], scratch, until === undefined ? options : { ...options, until });
  const live = await views.checkpoint(projection);
  if (live !== undefined) await reach(live);
  return {
    compare: async () => {
      const { position, first, rest } = await momentOf(views, projection);
      try {
        if (position === undefined) return undefined;
        if (isBefore(position, await scratch.checkpoint())) throw new Error('the views went back: begin again');
        await reach(position);
        const moment = { all: <T>() => resumed(first, rest) as AsyncIterable<readonly [string, T]> };
        return await compareViews(moment, scratch, projection);
      } finally {
        await rest.return?.();
      }
    },
    show: async () => {
      await reach(undefined);
      if (options.signal?.aborted !== true) await scratch.show({ keepOld: true });
    },
  };
}

/** The documents of one moment, their stream begun, and the checkpoint they stand at. */
async function momentOf<D>(views: Store, projection: Projection<D>) {
  for (;;) {
    const position = await views.checkpoint(projection);
    const rest = views.all(projection)[Symbol.asyncIterator]();
    const first = await rest.next();
    // The moment lies between the two looks: if nothing was written in between, it is theirs.
    if ((await views.checkpoint(projection)) === position) return { position, first, rest };
    await rest.return?.();
  }
}

async function* resumed<T>(first: IteratorResult<T>, rest: AsyncIterator<T>): AsyncIterable<T> {
  for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
}
