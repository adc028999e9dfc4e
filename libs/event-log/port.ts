/** An instant as text: ISO 8601, UTC, milliseconds, `Z`. Sorts as text in time order. */
export type Instant = string;

/** A place in the one total order of the log. Opaque; sorts as text in log order. */
export type Position = string & { readonly __position: unique symbol };

/** How many events the stream must hold for the append to succeed; 0 = the stream must be new. */
export type Expected = number | 'any';

/** Flat text → text: the header of an event, written once by `handle` and never by an adapter. */
export type Metadata = Readonly<Record<string, string>>;

/** An event on its way into the log. `data` must survive JSON. */
export interface NewEvent {
  /** A UUID in lower case (`deriveId`); unique within its stream. */
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: Metadata;
}

/** Something in the total order that a projection can fold: an event of the log, or a fact made from one. */
export interface Entry {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  /** 1 for the first event of its stream. */
  readonly revision: number;
  readonly position: Position;
  /** Parsed on first use; treat as frozen. */
  readonly data: unknown;
  /** Parsed on first use; treat as frozen. */
  readonly metadata: Metadata;
}

/** An event as the log holds it. */
export interface RecordedEvent extends Entry {
  /** The stored JSON text of `data`, byte for byte. */
  readonly dataText: string;
  /** The stored JSON text of `metadata`, byte for byte. */
  readonly metadataText: string;
}

/** What an append answers: the revision of the stream after it and the position of its last event. */
export interface Receipt {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
}

/**
 * Some entries in order, and how far the page reaches: everything up to and including `upTo` that the reader asked for
 * is in this page or an earlier one. A page may be empty and still reach further.
 */
export interface Page<E extends Entry = RecordedEvent> {
  readonly events: readonly E[];
  readonly upTo: Position;
}

export interface ReadRange {
  /** Exclusive. */
  readonly after?: Position;
  /** Inclusive. */
  readonly until?: Position;
  /** Only these types; others still count as covered by `upTo`. */
  readonly types?: readonly string[];
}

/** Anything that can be read in log order: the log itself, or the facts made from it. */
export interface Feed<E extends Entry = Entry> {
  /** Finite: ends at `until`, or at the head as it was when the read began. Nothing to cover: no page. */
  readAll(range?: ReadRange): AsyncIterable<Page<E>>;
  /** History, then what comes, until `signal` aborts (it then ends without an error). Survives reconnects. */
  follow(after: Position | undefined, signal: AbortSignal, types?: readonly string[]): AsyncIterable<Page<E>>;
  /** The position of the last entry, or undefined on an empty feed. */
  head(): Promise<Position | undefined>;
}

/** The record: append-only, one total order. */
export interface EventLog extends Feed<RecordedEvent> {
  /**
   * Appends all of `events` or none. Resolves when they are durable.
   *
   * The same ids again with the same `expected` answer with the first receipt and write nothing. With `any`, ids of
   * which only some are known are refused as `duplicate-id`.
   * An empty list creates nothing and answers with where the stream is now; a stream that holds nothing is at
   * revision 0 and at a position before every event.
   * @throws Conflict the stream does not hold `expected` events
   * @throws AppendRefused a name, size or shape the log does not take; nothing was written
   * @throws LogUnavailable the log could not answer; when `outcome` is `unknown`, retry with the same ids
   */
  append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Receipt>;
  /** The events of one stream in order; an unknown stream is empty. `until` is the last revision wanted. */
  readStream(
    stream: string,
    range?: { readonly after?: number; readonly until?: number },
  ): AsyncIterable<RecordedEvent>;
  /** Ends followers, refuses further appends with `LogUnavailable`, releases what is held. */
  close(): Promise<void>;
}

/** The stream moved on, or is not where the caller thought. */
export class Conflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    readonly actual: number,
  ) {
    super(`stream holds ${actual} events, ${expected} expected`);
    this.name = 'Conflict';
  }
}

/** The log does not take this: a reserved or too long name, an id that is no UUID, a too large event, no JSON. */
export class AppendRefused extends Error {
  constructor(
    readonly reason: 'stream-name' | 'event-id' | 'event-type' | 'too-large' | 'not-json' | 'duplicate-id',
    detail: string,
  ) {
    super(detail);
    this.name = 'AppendRefused';
  }
}

/** The log could not answer. `not-written` is certain; `unknown` means: retry with the same ids. */
export class LogUnavailable extends Error {
  constructor(
    readonly outcome: 'not-written' | 'unknown',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'LogUnavailable';
  }
}

/** Limits every adapter keeps, so that a log can be moved from one to another. */
export const limits = {
  /** Characters of a stream name. */
  streamName: 200,
  /** Characters of an event type. */
  eventType: 100,
  /** UTF-8 bytes of one event's data and metadata together. */
  eventBytes: 1_000_000,
  /** Events in one append. */
  appendEvents: 1_000,
} as const;
