import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkAppend, type EncodedEvent } from '../../encoding.js';
import { Bell, follow } from '../../following.js';
import {
  AppendRefused,
  Conflict,
  type EventLog,
  type Expected,
  LogUnavailable,
  type NewEvent,
  type Page,
  type Position,
  type ReadRange,
  type Receipt,
  type RecordedEvent,
} from '../../port.js';
import { positionOf, sequenceOf } from '../../recorded.js';
import { resultCode } from './lock.js';
import type { Store } from './store.js';

/** Most events one commit takes; a longer queue waits for the next. Keeps the event loop's pauses short. */
const batchEvents = 1_000;
/** Most events one page holds. */
const pageEvents = 500;
/** How far one query looks for the types that are wanted. */
const scannedEvents = 10_000;

const diskFull = 13;

/** An append that waits for the next commit. */
interface Waiting {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly EncodedEvent[];
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}

/** What to tell a caller once the commit went through. */
type Outcome = { readonly receipt: Receipt } | { readonly refused: unknown };

export class SqliteLog implements EventLog {
  readonly #bell = new Bell();
  #queue: Waiting[] = [];
  #closed = false;
  /** Set by a commit of which nobody knows whether it is on disk. Only opening the file again tells. */
  #stopped = false;

  constructor(
    private readonly store: Store,
    private readonly release: () => void,
  ) {}

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Receipt> {
    const encoded = checkAppend(stream, events);
    this.#assertOpen();
    if (this.#stopped) throw new LogUnavailable('not-written', 'the log stopped after a failed write: open it again');
    return new Promise((resolve, reject) => {
      // A turn of the event loop lets everyone who is ready join the same commit.
      if (this.#queue.length === 0) setImmediate(() => this.#flush());
      this.#queue.push({ stream, expected, events: encoded, resolve, reject });
    });
  }

  async *readStream(
    stream: string,
    range: { readonly after?: number; readonly until?: number } = {},
  ): AsyncGenerator<RecordedEvent> {
    this.#assertOpen();
    const end = Math.min(range.until ?? Infinity, this.store.revisionOf(stream));
    for (let at = Math.max(range.after ?? 0, 0); at < end; at += pageEvents) {
      this.#assertOpen();
      yield* this.store.readStream(stream, at, Math.min(at + pageEvents, end));
    }
  }

  async *readAll(range: ReadRange = {}): AsyncGenerator<Page> {
    this.#assertOpen();
    const { until } = range;
    const end = Math.min(until === undefined ? Infinity : sequenceOf(until), this.store.sequence);
    const types = range.types === undefined ? undefined : this.store.keysOf(range.types);
    const window = types === undefined ? pageEvents : types.length === 0 ? Infinity : scannedEvents;
    for (let at = sequenceOf(range.after); at < end;) {
      const reach = Math.min(at + window, end);
      const events = this.store.readAll(at, reach, pageEvents, types);
      const last = events.at(-1);
      at = events.length === pageEvents && last !== undefined ? last.sequence : reach;
      yield { events, upTo: positionOf(at) };
      // A long read must let others have their turn.
      if (at < end) await nextTurn();
      this.#assertOpen();
    }
  }

  follow(after: Position | undefined, signal: AbortSignal, types?: readonly string[]): AsyncIterable<Page> {
    const filter = types === undefined ? {} : { types };
    const read = (from: Position | undefined) => this.readAll(from === undefined ? filter : { after: from, ...filter });
    return follow(read, this.#bell, after, signal, () => this.#closed);
  }

  async head(): Promise<Position | undefined> {
    this.#assertOpen();
    const { sequence } = this.store;
    return sequence === 0 ? undefined : positionOf(sequence);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const closed = new LogUnavailable('not-written', 'the log was closed');
    for (const { reject } of this.#queue.splice(0)) reject(closed);
    this.#bell.ring();
    this.store.close();
    this.release();
  }

  #flush(): void {
    if (this.#queue.length === 0) return;
    let events = 0;
    const more = this.#queue.findIndex((waiting) => (events += waiting.events.length) > batchEvents);
    const batch = this.#queue.splice(0, more === -1 ? this.#queue.length : Math.max(more, 1));
    if (this.#queue.length > 0) setImmediate(() => this.#flush());
    this.#write(batch);
  }

  /** Writes all of a batch in one commit, and answers everyone after it. */
  #write(batch: readonly Waiting[]): void {
    let outcomes: Outcome[];
    try {
      outcomes = batch.map((waiting) => this.#place(waiting));
    } catch (error) {
      this.store.rollback();
      // One of them cannot be written. The others must not suffer from it.
      if (batch.length > 1) for (const waiting of batch) this.#write([waiting]);
      else batch[0]?.reject(new LogUnavailable('not-written', 'the event could not be written', { cause: error }));
      return;
    }
    try {
      if (this.store.commit()) this.#bell.ring();
    } catch (error) {
      this.#commitFailed(batch, error);
      return;
    }
    for (const [index, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome !== undefined && 'receipt' in outcome) resolve(outcome.receipt);
      else reject(outcome?.refused);
    }
  }

  #place({ stream, expected, events }: Waiting): Outcome {
    try {
      return { receipt: this.store.append(stream, expected, events) };
    } catch (refused) {
      if (refused instanceof Conflict || refused instanceof AppendRefused) return { refused };
      throw refused;
    }
  }

  #commitFailed(batch: readonly Waiting[], error: unknown): void {
    this.store.rollback();
    // A full disk is known to have taken nothing. After any other error the commit may be there when the file is opened
    // again, though nobody sees it now; writing over it would turn "perhaps" into "no" behind the caller's back.
    const outcome = resultCode(error) === diskFull ? 'not-written' : 'unknown';
    this.#stopped = outcome === 'unknown';
    const failure = new LogUnavailable(outcome, 'the commit failed', { cause: error });
    const left = this.#stopped ? this.#queue.splice(0) : [];
    for (const { reject } of batch) reject(failure);
    for (const { reject } of left) reject(new LogUnavailable('not-written', 'the log stopped', { cause: error }));
  }

  #assertOpen(): void {
    if (this.#closed) throw new LogUnavailable('not-written', 'the log is closed');
  }
}
