import type { Feed, Page, Position, ReadRange } from '#event-log';
import { backOff, type Pause } from '#projection';
import { memoryViews } from '#projection/memory';
import type { Fact } from '../../fact.js';
import { Bookmarks, type BookmarkStore } from './bookmarks.js';
import { type Broker, BrokerFailed, FactsLost, type Incoming } from './broker.js';
import { type FactsState, Head } from './head.js';
import { Merge } from './merge.js';
import { readTold } from './messages.js';
import { type Topic, TopicMisconfigured } from './topics.js';

export interface KafkaFactsOptions {
  /** Where it is noted from where to read on after a restart: the store of the views. Default: memory. */
  readonly bookmarks?: BookmarkStore;
  /** Facts between two bookmarks. Default 10 000. */
  readonly bookmarkEvery?: number;
  /** Messages held back of one partition, at most, and those that came with them. Default 5 000. */
  readonly cap?: number;
  readonly pause?: Pause;
}

/** Facts as a broker has them. Close it before the broker. */
export interface KafkaFacts extends Feed<Fact> {
  readonly state: FactsState;
  close(): Promise<void>;
}

/**
 * The facts of a topic in the order of the log, each once, up to where all of its partitions are complete.
 *
 * `readAll` and `head` throw `BrokerFailed` when the broker does not answer; `follow` waits for it. All throw
 * `FactUnreadable` at a message that no relay wrote, and `FactsLost` when messages were deleted.
 */
export function kafkaFacts(broker: Broker, topic: Topic, options: KafkaFactsOptions = {}): KafkaFacts {
  return new Facts(broker, topic, options);
}

class Facts implements KafkaFacts {
  readonly #head: Head;
  readonly #bookmarks: Bookmarks;

  constructor(
    private readonly broker: Broker,
    private readonly topic: Topic,
    private readonly options: KafkaFactsOptions,
  ) {
    const { bookmarks = memoryViews(), bookmarkEvery = 10_000 } = options;
    this.#head = new Head(broker, topic);
    this.#bookmarks = new Bookmarks(topic.name, topic.partitions, bookmarks, bookmarkEvery);
  }

  get state(): FactsState {
    return this.#head.state;
  }

  head(): Promise<Position | undefined> {
    return this.#head.position();
  }

  async *readAll({ after, until, types }: ReadRange = {}): AsyncGenerator<Page<Fact>> {
    const head = await this.head();
    if (head === undefined) return;
    const end = until !== undefined && until < head ? until : head;
    if (end > (after ?? '')) yield* this.#read(after, end, types);
  }

  async *follow(
    after: Position | undefined,
    signal: AbortSignal,
    types?: readonly string[],
  ): AsyncGenerator<Page<Fact>> {
    let at = after;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        for await (const page of this.#read(at, undefined, types, signal)) {
          yield page;
          at = page.upTo;
          attempt = 1;
          if (signal.aborted) return;
        }
      } catch (error) {
        if (!(error instanceof BrokerFailed)) throw error;
        await (this.options.pause ?? backOff)(attempt, signal);
      }
    }
  }

  close(): Promise<void> {
    return this.#head.close();
  }

  async *#read(
    after: Position | undefined,
    until: Position | undefined,
    types: readonly string[] | undefined,
    signal?: AbortSignal,
  ): AsyncGenerator<Page<Fact>> {
    const wanted = types === undefined ? undefined : new Set(types);
    const from = await this.#bookmarks.before(after);
    await this.#assertKept(from.offsets);
    const merge = new Merge(from, after, this.options.cap ?? 5_000);
    const room = new Wake();
    const came = new Wake();
    const stop = new AbortController();
    const ended = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
    const deliver = async (messages: readonly Incoming[]): Promise<void> => {
      const partition = messages[0]?.partition;
      if (partition === undefined) return;
      merge.take(
        partition,
        messages.map((message) => readTold(message, wanted)),
      );
      came.wake();
      while (merge.isFull(partition) && !ended.aborted) await room.next;
    };
    let over = false;
    const reading = this.broker.read(this.topic.name, from.offsets, deliver, ended).finally(() => {
      over = true;
      came.wake();
    });
    // Why it ended is asked for when everything it brought is released.
    reading.catch(() => undefined);
    try {
      for (let upTo = after; until === undefined || upTo !== until;) {
        const { next } = came;
        const page = merge.release(until);
        if (page !== undefined) {
          room.wake();
          await this.#bookmarks.passed(page.events.length, () => merge.bookmark());
          yield page;
          upTo = page.upTo;
        } else if (over) {
          await reading;
          return;
        } else await next;
      }
    } finally {
      stop.abort();
      room.wake();
      await reading.catch(() => undefined);
    }
  }

  /** What was deleted cannot be told, and nobody would miss it. */
  async #assertKept(offsets: readonly number[]): Promise<void> {
    const bounds = await this.broker.bounds(this.topic.name);
    if (bounds.length !== offsets.length) {
      throw new TopicMisconfigured(this.topic.name, [`has ${bounds.length} partitions, ${offsets.length} declared`]);
    }
    for (const [partition, { first, next }] of bounds.entries()) {
      const offset = offsets[partition] ?? 0;
      if (first > offset) throw new FactsLost(this.topic.name, partition, `messages before ${first} were deleted`);
      if (next < offset) throw new FactsLost(this.topic.name, partition, `it ends at ${next}, before ${offset}`);
    }
  }
}

/** Wakes whoever took `next` before it was called. */
class Wake {
  next: Promise<void>;
  #resolve: () => void;

  constructor() {
    this.next = this.#again();
  }

  wake(): void {
    this.#resolve();
    this.next = this.#again();
  }

  #again(): Promise<void> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }
}
