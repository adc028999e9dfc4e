import { sqliteLog, verifyLog } from '#event-log/sqlite';
import { catchUp, compareViews, type Projection, rebuild } from '#projection';
import { memoryViews } from '#projection/memory';
import { sqliteViews } from '#projection/sqlite';
import { factFeed } from '#publishing/in-process';
import type { Feed, RecordedEvent } from '#event-log';
import { eventProjections, factProjections, publications } from '../../../src/capabilities.js';
import type { Journal, Kind } from './journal.js';
import { layoutOf } from './server.js';

const category: Record<Kind, string> = { open: 'case', send: 'referral', accept: 'referral' };
const made: Record<Kind, string> = { open: 'CaseOpened', send: 'ReferralSent', accept: 'ReferralAccepted' };

/** What the log holds, as far as it was read. Kept from kill to kill, so that each reads only what is new. */
export class RecordCheck {
  /** The last revision of each stream. */
  readonly #revisions = new Map<string, number>();
  /** For each stream and type, at which positions. */
  readonly #found = new Map<string, string[]>();
  #last: RecordedEvent | undefined;
  readonly gaps: string[] = [];
  readonly #journal: Journal;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /**
   * Reads on from where it was, and marks as lost what was acknowledged and is not there.
   * To be called while no server holds the store.
   */
  async readOn(folder: string): Promise<void> {
    const log = sqliteLog({ path: layoutOf(folder).log });
    try {
      const last = this.#last;
      if (last !== undefined && !(await this.#holds(log, last)))
        this.gaps.push(`${last.stream} ${last.revision} is gone`);
      const after = last?.position;
      for await (const { events } of log.readAll(after === undefined ? {} : { after })) {
        for (const event of events) this.#see(event);
      }
    } finally {
      await log.close();
    }
    for (const { key, id, position } of this.#journal.answered.values()) {
      const kind = this.#journal.asked.get(key)?.kind;
      if (kind === undefined || this.#journal.lost.has(key)) continue;
      const places = this.#found.get(`${category[kind]}-${id} ${made[kind]}`) ?? [];
      // An answer names the last event of its command; the one that made the thing is at or before it.
      if (!places.some((place) => place <= position))
        this.#journal.add({ what: 'lost', key, how: 'is not in the log' });
    }
  }

  /** Things that exist more often than somebody asked for them. */
  duplicates(): readonly string[] {
    const twice = [...this.#found].filter(([, places]) => places.length > 1).map(([what]) => `${what} twice`);
    const known = new Set(
      [...this.#journal.answered.values()].map(({ key, id }) => {
        const kind = this.#journal.asked.get(key)?.kind ?? 'open';
        return `${category[kind]}-${id} ${made[kind]}`;
      }),
    );
    return [...twice, ...[...this.#found.keys()].filter((what) => !known.has(what)).map((what) => `${what} unasked`)];
  }

  get events(): number {
    return Number(this.#last?.position ?? 0);
  }

  #see(event: RecordedEvent): void {
    const { stream, revision, type, position } = event;
    const before = this.#revisions.get(stream) ?? 0;
    if (revision !== before + 1) this.gaps.push(`${stream} goes from ${before} to ${revision}`);
    if (Number(position) !== Number(this.#last?.position ?? 0) + 1)
      this.gaps.push(`position ${position} is not the next`);
    this.#revisions.set(stream, revision);
    if (Object.values(made).includes(type)) {
      const what = `${stream} ${type}`;
      this.#found.set(what, [...(this.#found.get(what) ?? []), position]);
    }
    this.#last = event;
  }

  async #holds(log: ReturnType<typeof sqliteLog>, { stream, revision, id }: RecordedEvent): Promise<boolean> {
    for await (const event of log.readStream(stream, { after: revision - 1, until: revision })) return event.id === id;
    return false;
  }
}

/** What the file itself says is wrong with it. */
export const damage = (folder: string): readonly string[] =>
  verifyLog(layoutOf(folder).log).problems.map((problem) => JSON.stringify(problem));

/**
 * Brings the views a killed server left to the head of the log, and compares every document with a rebuild.
 * To be called while no server holds the store.
 * @returns what differs
 */
export async function viewsDiffer(folder: string): Promise<readonly string[]> {
  const paths = layoutOf(folder);
  const log = sqliteLog({ path: paths.log });
  const views = sqliteViews({ path: paths.views });
  const rebuilt = memoryViews();
  const wrong: string[] = [];
  try {
    const feeds: readonly (readonly [Feed, readonly Projection[]])[] = [
      [log, eventProjections],
      [factFeed(log, publications), factProjections],
    ];
    for (const [feed, projections] of feeds) {
      await catchUp(feed, projections, views);
      for (const projection of projections) {
        await rebuild(feed, projection, rebuilt);
        const difference = await compareViews(views, rebuilt, projection);
        if (difference !== undefined) wrong.push(`${projection.name} ${difference.key}`);
      }
    }
  } finally {
    await views.close();
    await rebuilt.close();
    await log.close();
  }
  return wrong;
}
