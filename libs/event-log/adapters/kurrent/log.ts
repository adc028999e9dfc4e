import { Bell, follow } from '../../following.js';
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
import { Appender } from './append.js';
import type { Connection } from './connect.js';
import type { Names } from './event.js';
import { Reader } from './read.js';
import { pause, until } from './waiting.js';
import { Watch } from './watch.js';

/** How the log stands with its server. */
export interface KurrentHealth {
  readonly followers: number;
  /** Whether the server tells followers of new events now; `undefined` while nobody follows. */
  readonly connected: boolean | undefined;
  /** Why not, or what the last failed read of a follower said. */
  readonly trouble: string | undefined;
}

export class KurrentLog implements EventLog {
  readonly #bell = new Bell();
  readonly #closing = new AbortController();
  readonly #reader: Reader;
  readonly #appender: Appender;
  readonly #watch: Watch;
  #trouble: string | undefined;

  constructor(
    private readonly connection: Connection,
    names: Names,
    answerWithin: number,
  ) {
    this.#reader = new Reader(connection, names, this.#closing.signal);
    this.#appender = new Appender(connection, this.#reader, names, answerWithin);
    this.#watch = new Watch(connection.client, names, this.#bell);
  }

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Receipt> {
    this.#assertOpen();
    const receipt = await until(this.#closing.signal, this.#appender.append(stream, expected, events));
    if (receipt === undefined) throw new LogUnavailable('unknown', 'the log was closed');
    return receipt;
  }

  async *readStream(
    stream: string,
    range: { readonly after?: number; readonly until?: number } = {},
  ): AsyncGenerator<RecordedEvent> {
    this.#assertOpen();
    for await (const event of this.#reader.stream(stream, Math.max(range.after ?? 0, 0), range.until ?? Infinity)) {
      yield event;
      this.#assertOpen();
    }
  }

  async *readAll(range: ReadRange = {}): AsyncGenerator<Page> {
    const head = await this.head();
    const { until = head, types } = range;
    if (head === undefined || until === undefined) return;
    const end = until < head ? until : head;
    for (let at = range.after; at === undefined || at < end;) {
      const page: Page = types?.length === 0 ? { events: [], upTo: end } : await this.#reader.page(at, end, types);
      at = page.upTo;
      yield page;
      this.#assertOpen();
    }
  }

  async *follow(after: Position | undefined, signal: AbortSignal, types?: readonly string[]): AsyncGenerator<Page> {
    if (signal.aborted || this.#closing.signal.aborted) return;
    const leave = this.#watch.join();
    const ended = new AbortController();
    const end = (): void => ended.abort();
    signal.addEventListener('abort', end);
    this.#closing.signal.addEventListener('abort', end);
    const read = (from: Position | undefined) => this.#patiently(from, types, ended.signal);
    try {
      yield* follow(read, this.#bell, after, ended.signal, () => this.#closing.signal.aborted);
    } finally {
      signal.removeEventListener('abort', end);
      this.#closing.signal.removeEventListener('abort', end);
      leave();
    }
  }

  async head(): Promise<Position | undefined> {
    this.#assertOpen();
    return this.#reader.head();
  }

  /** Looks for the server, its leader and the right to read. @throws LogUnavailable says what is missing */
  async check(): Promise<void> {
    await this.head();
  }

  health(): KurrentHealth {
    const { followers, connected, trouble } = this.#watch;
    return { followers, connected: followers === 0 ? undefined : connected, trouble: trouble ?? this.#trouble };
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    this.#bell.ring();
    this.#watch.stop();
    await this.connection.client.dispose();
  }

  /** Reads as `readAll` does; when the server cannot answer, tries again from the last event that was delivered. */
  async *#patiently(
    after: Position | undefined,
    types: readonly string[] | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<Page> {
    let at = after;
    for (let failures = 0; !signal.aborted; failures += 1) {
      const pages = this.readAll({
        ...(at === undefined ? {} : { after: at }),
        ...(types === undefined ? {} : { types }),
      });
      try {
        for (let page = await until(signal, pages.next()); ; page = await until(signal, pages.next())) {
          if (page !== undefined) this.#trouble = undefined;
          if (page === undefined || page.done === true) return;
          failures = 0;
          at = page.value.upTo;
          yield page.value;
        }
      } catch (error) {
        if (!(error instanceof LogUnavailable)) throw error;
        this.#trouble = error.message;
      }
      await pause(failures, signal);
    }
  }

  #assertOpen(): void {
    if (this.#closing.signal.aborted) throw new LogUnavailable('not-written', 'the log is closed');
  }
}
