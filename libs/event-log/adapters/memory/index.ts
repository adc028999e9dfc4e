import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkAppend } from '../../encoding.js';
import { Bell, follow } from '../../following.js';
import { place } from '../../placing.js';
import {
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
import { positionOf, Recorded, sequenceOf } from '../../recorded.js';

const pageEvents = 500;

/** A log that lives as long as its process: for tests and throw-away stores. */
export function memoryLog(): EventLog {
  return new MemoryLog();
}

class MemoryLog implements EventLog {
  /** Index 0 holds position 1. */
  readonly #events: Recorded[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #bell = new Bell();
  #closed = false;

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Receipt> {
    this.#assertOpen();
    const encoded = checkAppend(stream, events);
    const held = this.#streams.get(stream) ?? new Stream();
    const ids = encoded.map(({ id }) => id);
    const { after, repeated } = place(stream, expected, ids, held);
    if (!repeated) {
      this.#streams.set(stream, held);
      for (const { id, type, dataText, metadataText } of encoded) {
        const revision = held.revision + 1;
        const event = new Recorded(this.#events.length + 1, stream, revision, id, type, dataText, metadataText);
        held.add(event, expected);
        this.#events.push(event);
      }
      this.#bell.ring();
    }
    const revision = after + encoded.length;
    return { stream, revision, position: held.events[revision - 1]?.position ?? positionOf(0) };
  }

  async *readStream(
    stream: string,
    range: { readonly after?: number; readonly until?: number } = {},
  ): AsyncGenerator<RecordedEvent> {
    this.#assertOpen();
    const events = this.#streams.get(stream)?.events ?? [];
    for (const event of events.slice(range.after ?? 0, range.until)) yield fresh(event);
  }

  async *readAll(range: ReadRange = {}): AsyncGenerator<Page> {
    this.#assertOpen();
    const end = Math.min(range.until === undefined ? Infinity : sequenceOf(range.until), this.#events.length);
    const types = range.types === undefined ? undefined : new Set(range.types);
    for (let at = sequenceOf(range.after); at < end; at += pageEvents) {
      const upTo = Math.min(at + pageEvents, end);
      const page = this.#events.slice(at, upTo);
      const wanted = types === undefined ? page : page.filter((event) => types.has(event.type));
      yield { events: wanted.map(fresh), upTo: positionOf(upTo) };
      // A long read must let others have their turn.
      if (upTo < end) await nextTurn();
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
    return this.#events.at(-1)?.position;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#bell.ring();
  }

  #assertOpen(): void {
    if (this.#closed) throw new LogUnavailable('not-written', 'the log is closed');
  }
}

class Stream {
  readonly events: Recorded[] = [];
  /** Of the events that came with `any`: the others are found at the revision that was expected. */
  readonly #revisions = new Map<string, number>();

  get revision(): number {
    return this.events.length;
  }

  add(event: Recorded, expected: Expected): void {
    this.events.push(event);
    if (expected === 'any') this.#revisions.set(event.id, event.revision);
  }

  idsAfter(revision: number, count: number): readonly string[] {
    return this.events.slice(revision, revision + count).map(({ id }) => id);
  }

  revisionOf(id: string): number | undefined {
    return this.#revisions.get(id);
  }
}

/** Each reader gets events of its own, as from a file: what one does to parsed data no other sees. */
function fresh({ sequence, stream, revision, id, type, dataText, metadataText }: Recorded): Recorded {
  return new Recorded(sequence, stream, revision, id, type, dataText, metadataText);
}
