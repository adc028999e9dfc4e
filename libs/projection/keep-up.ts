import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Entry, Feed, Page, Position } from '#event-log';
import {
  advance,
  advanceTogether,
  isBefore,
  lowest,
  membersOf,
  typesOf,
  type Member,
  type Skips,
  type SharedTarget,
} from './advance.js';
import { gathered } from './catch-up.js';
import { backOff, type Pause } from './pause.js';
import type { Projection } from './projection.js';
import { ProjectionStopped, reasonOf, RunnerStatus, type Stop } from './status.js';

export interface KeepUpOptions {
  /** Ends it: between two pages, without an error. */
  readonly signal: AbortSignal;
  /** For health pages, and to resume what stopped. */
  readonly status?: RunnerStatus;
  /** Called once per stop. Must not throw. */
  readonly onStopped?: (stop: Stop) => void;
  readonly skips?: Skips;
  /** While reading history: entries folded between two writes, and without a turn for others. Default 2 000. */
  readonly pageSize?: number;
  /** How often an event that cannot be folded is tried before the projection stops. Default 4. */
  readonly attempts?: number;
  readonly pause?: Pause;
}

/**
 * Keeps views up with a feed, for ever: resolves when the signal aborts.
 *
 * Projections that stand at the same checkpoint share one read. One that throws is tried again with pauses, then stops
 * before that event while the others go on. A feed or store that does not answer is waited for.
 */
export async function keepUp(
  feed: Feed,
  projections: readonly Projection[],
  views: SharedTarget,
  options: KeepUpOptions,
): Promise<void> {
  const members = await membersOf(projections, views);
  const status = options.status ?? new RunnerStatus();
  for (const { id } of members) status.set(id, { state: 'running' });
  const runner = new Runner(feed, views, options, status);
  const starts = new Set(members.map(({ checkpoint }) => checkpoint));
  for (const start of starts) runner.start(members.filter(({ checkpoint }) => checkpoint === start));
  await runner.ended();
}

/** Entries from which on a page is folded by one member after the other, with a turn for others in between. */
const longPage = 100;

/** Members that share a read. */
interface Group {
  readonly members: Member[];
  /** How far the read has come. */
  position: Position | undefined;
  /** Aborts the read, to begin again at the lowest checkpoint. */
  again: AbortController;
}

class Runner {
  readonly #pause: Pause;
  readonly #signal: AbortSignal;
  readonly #broken = new AbortController();
  readonly #groups = new Set<Group>();
  readonly #running = new Set<Promise<void>>();
  readonly #failures = new Map<Member, number>();

  constructor(
    private readonly feed: Feed,
    private readonly views: SharedTarget,
    private readonly options: KeepUpOptions,
    private readonly status: RunnerStatus,
  ) {
    this.#pause = options.pause ?? backOff;
    this.#signal = AbortSignal.any([options.signal, this.#broken.signal]);
  }

  start(members: readonly Member[]): void {
    const group: Group = { members: [...members], position: undefined, again: new AbortController() };
    this.#groups.add(group);
    this.#keep(this.#run(group));
  }

  async ended(): Promise<void> {
    while (this.#running.size > 0) await Promise.race(this.#running);
    if (this.#broken.signal.aborted) throw this.#broken.signal.reason;
  }

  /** A fault of our own must end everything loudly, not leave one task dead. */
  #keep(task: Promise<void>): void {
    const kept = task.catch((error: unknown) => this.#broken.abort(error)).finally(() => this.#running.delete(kept));
    this.#running.add(kept);
  }

  async #run(group: Group): Promise<void> {
    let failures = 0;
    while (group.members.length > 0 && !this.#signal.aborted) {
      group.again = new AbortController();
      group.position = lowest(group.members);
      try {
        for await (const page of this.#pages(group)) {
          await this.#step(group, page);
          failures = 0;
          if (this.#joined(group) || group.members.length === 0 || group.again.signal.aborted) break;
        }
        if (group.members.length === 0 || group.again.signal.aborted || this.#signal.aborted) continue;
        throw new Error('the feed ended');
      } catch (error) {
        failures += 1;
        const state = { state: 'retrying', attempt: failures, reason: reasonOf(error) } as const;
        for (const { id } of group.members) this.status.set(id, state);
        await this.#pause(failures, this.#signal);
      }
    }
    this.#groups.delete(group);
  }

  async *#pages({ position, members, again }: Group): AsyncIterable<Page<Entry>> {
    const types = typesOf(members);
    const history = this.feed.readAll({ types, ...(position === undefined ? {} : { after: position }) });
    let at = position;
    for await (const page of gathered(history, this.options.pageSize ?? 2_000)) {
      if (this.#signal.aborted) return;
      yield page;
      at = page.upTo;
    }
    yield* this.feed.follow(at, AbortSignal.any([this.#signal, again.signal]), types);
  }

  async #step(group: Group, page: Page<Entry>): Promise<void> {
    const long = page.events.length > longPage;
    if (!long) await advanceTogether(group.members, group.position, page, this.views, this.options.skips);
    for (const member of [...group.members]) {
      try {
        const inStep = await advance(member, group.position, page, this.views, this.options.skips);
        if (!inStep) group.again.abort();
        this.#failures.delete(member);
        this.status.set(member.id, { state: 'running' });
        if (long) await nextTurn();
      } catch (error) {
        if (!(error instanceof ProjectionStopped)) throw error;
        group.members.splice(group.members.indexOf(member), 1);
        this.#keep(this.#nurse(member, error));
      }
    }
    if (isBefore(group.position, page.upTo)) group.position = page.upTo;
  }

  /** Tries a member again on its own, so that the others need not wait; in the end waits for an operator. */
  async #nurse(member: Member, { stop }: ProjectionStopped): Promise<void> {
    const failures = (this.#failures.get(member) ?? 0) + 1;
    this.#failures.set(member, failures);
    if (failures < (this.options.attempts ?? 4)) {
      this.status.set(member.id, { state: 'retrying', attempt: failures, reason: stop.reason });
      await this.#pause(failures, this.#signal);
    } else {
      this.status.set(member.id, { state: 'stopped', ...stop });
      this.options.onStopped?.(stop);
      await this.status.untilResumed(member.id, this.#signal);
      this.#failures.delete(member);
    }
    if (!this.#signal.aborted) this.start([member]);
  }

  /** Moves the members to another group that has come to the same place: from there on they share its read. */
  #joined(group: Group): boolean {
    const other = [...this.#groups].find((each) => each !== group && each.position === group.position);
    if (other === undefined) return false;
    other.members.push(...group.members.splice(0));
    other.again.abort();
    return true;
  }
}
