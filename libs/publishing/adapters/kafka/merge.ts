import type { Page, Position } from '#event-log';
import type { Fact } from '../../fact.js';
import type { Told } from './messages.js';

/** A place in a topic from which everything behind a position can be read again. */
export interface Bookmark {
  /** Undefined: the beginning. */
  readonly position: Position | undefined;
  /** By partition. */
  readonly offsets: readonly number[];
}

interface Lane {
  /** The highest position met: everything up to there that belongs to this partition was met. */
  seen: Position | undefined;
  /** What was met and not released, in order, each position once; also what is no fact that was asked for. */
  waiting: Told[];
  /** The offset behind the last message met. */
  next: number;
}

const isBefore = (a: Position | undefined, b: Position | undefined): boolean => (a ?? '') < (b ?? '');

/**
 * Brings the partitions of a fact topic into the order of the log.
 *
 * Rests on what a relay does: in each partition, before a message at a position comes everything of that partition that
 * lies before the position. What comes again, because a relay was killed or two ran for a moment, has been seen.
 */
export class Merge {
  readonly #lanes: readonly Lane[];
  #reached: Position | undefined;

  /**
   * @param from where each partition is read from
   * @param after facts up to there are left out
   * @param cap a partition of which more messages wait than that is full
   */
  constructor(
    from: Bookmark,
    private readonly after: Position | undefined,
    private readonly cap: number,
  ) {
    this.#lanes = from.offsets.map((next) => ({ seen: from.position, waiting: [], next }));
    this.#reached = isBefore(after, from.position) ? from.position : after;
  }

  take(partition: number, messages: readonly Told[]): void {
    const lane = this.#lane(partition);
    for (const told of messages) {
      lane.next = told.offset + 1;
      if (!isBefore(lane.seen, told.position)) continue;
      lane.seen = told.position;
      if (isBefore(this.after, told.position)) lane.waiting.push(told);
    }
  }

  isFull(partition: number): boolean {
    return this.#lane(partition).waiting.length > this.cap;
  }

  /** What is complete, in order: up to the lowest watermark of all partitions, or `until`. Undefined: nothing new is. */
  release(until?: Position): Page<Fact> | undefined {
    let upTo = until;
    for (const { seen } of this.#lanes) {
      if (seen === undefined) return undefined;
      if (upTo === undefined || isBefore(seen, upTo)) upTo = seen;
    }
    if (upTo === undefined || !isBefore(this.#reached, upTo)) return undefined;
    this.#reached = upTo;
    const events: Fact[] = [];
    for (const lane of this.#lanes) {
      let count = 0;
      for (const { fact, position } of lane.waiting) {
        if (position > upTo) break;
        if (fact !== undefined) events.push(fact);
        count += 1;
      }
      lane.waiting = lane.waiting.slice(count);
    }
    events.sort((a, b) => (a.position < b.position ? -1 : 1));
    return { events, upTo };
  }

  /** From where to read what was not released yet. */
  bookmark(): Bookmark {
    return { position: this.#reached, offsets: this.#lanes.map(({ waiting, next }) => waiting[0]?.offset ?? next) };
  }

  #lane(partition: number): Lane {
    const lane = this.#lanes[partition];
    if (lane === undefined) throw new Error('a partition that is not declared');
    return lane;
  }
}
