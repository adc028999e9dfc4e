import type { Entry, Feed, Page, Position } from '#event-log';
import { memoryViews } from './adapters/memory/index.js';
import { advance, isBefore, lowest, membersOf, typesOf, type Skips, type Target } from './advance.js';
import type { Projection } from './projection.js';
import { ProjectionStopped } from './status.js';
import { Scratch } from './scratch.js';
import type { Views } from './views.js';

export interface CatchUpOptions {
  /** Inclusive; the head as it is now, if not given. */
  readonly until?: Position;
  readonly skips?: Skips;
  /** Entries folded between two writes, at least, where the feed has that many. Default 2 000: longer ones keep more garbage alive than they save. */
  readonly pageSize?: number;
  /** Ends early, between two pages. */
  readonly signal?: AbortSignal;
}

const defaultPageSize = 2_000;

/**
 * Takes projections from their checkpoints to `until` or the head, then ends. All of them share one read.
 * @throws ProjectionStopped when one met an event it cannot fold; the others came to the end
 */
export async function catchUp(
  feed: Feed,
  projections: readonly Projection[],
  views: Target,
  options: CatchUpOptions = {},
): Promise<void> {
  let stopped: ProjectionStopped | undefined;
  let members = await membersOf(projections, views);
  const aborted = () => options.signal?.aborted === true;
  const until = options.until ?? (await feed.head());
  while (members.length > 0 && isBefore(lowest(members), until) && !aborted()) {
    const start = lowest(members);
    let from = start;
    const range = { until, types: typesOf(members), ...(from === undefined ? {} : { after: from }) };
    for await (const page of gathered(feed.readAll(range), options.pageSize ?? defaultPageSize)) {
      for (const member of members) {
        try {
          await advance(member, from, page, views, options.skips);
        } catch (error) {
          if (!(error instanceof ProjectionStopped)) throw error;
          stopped ??= error;
          members = members.filter((other) => other !== member);
        }
      }
      from = page.upTo;
      if (members.length === 0 || aborted()) break;
    }
    // A feed that has nothing more to give: its head is beyond what it can show.
    if (members.length > 0 && lowest(members) === start) break;
  }
  if (stopped !== undefined) throw stopped;
}

export interface RebuildOptions extends CatchUpOptions {
  /** Documents folded in memory at most; beyond that, slower, in the store. Default 50 000. */
  readonly inMemory?: number;
}

/**
 * Folds a projection anew from the first entry, in memory as far as it fits, and swaps the result in: readers see the
 * old or the new. A `keepUp` on the same views goes on from there.
 * @throws ProjectionStopped at an event it cannot fold; the views are as they were
 */
export async function rebuild<D>(
  feed: Feed,
  projection: Projection<D>,
  views: Pick<Views, 'replace' | 'draft'>,
  options: RebuildOptions = {},
): Promise<void> {
  const scratch = new Scratch(projection, views, options.inMemory ?? 50_000);
  await catchUp(feed, [projection], scratch, options);
  if (options.signal?.aborted !== true) await scratch.show();
}

/**
 * Projections as they were at a position, on throw-away views in memory. Close them when done.
 * @throws ProjectionStopped at an event that one of them cannot fold
 */
export async function asOf(
  feed: Feed,
  projections: readonly Projection[],
  position: Position,
  options: Omit<CatchUpOptions, 'until'> = {},
): Promise<Views> {
  const views = memoryViews();
  await catchUp(feed, projections, views, { ...options, until: position });
  return views;
}

/** Joins small pages: the more entries are folded at once, the fewer documents are loaded and written twice. */
export async function* gathered(pages: AsyncIterable<Page<Entry>>, size: number): AsyncIterable<Page<Entry>> {
  let events: Entry[] = [];
  let upTo: Position | undefined;
  for await (const page of pages) {
    for (const event of page.events) events.push(event);
    upTo = page.upTo;
    if (events.length >= size) {
      yield { events, upTo };
      events = [];
      upTo = undefined;
    }
  }
  if (upTo !== undefined) yield { events, upTo };
}
