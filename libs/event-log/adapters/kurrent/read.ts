import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { LogUnavailable, type Page, type Position } from '../../port.js';
import type { Connection } from './connect.js';
import { isElsewhere, isMissingStream, LogDamaged, readError } from './errors.js';
import { eventOf, type KurrentEvent, type Names, placeOf, positionOf, type RawEvent } from './event.js';
import { until } from './waiting.js';

/** Most events one request asks for. A reader that leaves early, or takes its time, holds no more than these. */
const pageEvents = 500;

type AllOptions = NonNullable<Parameters<KurrentDBClient['rustClient']['readAll']>[0]>;
type How = Pick<AllOptions, 'requiresLeader' | 'resolvesLink' | 'credentials'>;
type StreamOptions = NonNullable<Parameters<KurrentDBClient['rustClient']['readStream']>[1]>;

/**
 * Finite reads, through the half of the client that gives bytes: texts come back as they were stored, and nothing is
 * parsed that nobody asks for.
 */
export class Reader {
  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly closing: AbortSignal,
  ) {}

  /** The position of the last event in the log's streams, whoever wrote it. */
  async head(): Promise<Position | undefined> {
    const [last] = await this.#all({ direction: 'backwards', fromPosition: 'end', maxCount: 1n, filter: this.#ours() });
    return last?.position === undefined ? undefined : positionOf(last.position);
  }

  /**
   * The next page after a position, not beyond `end`.
   * @throws LogDamaged, LogUnavailable
   */
  async page(after: Position | undefined, end: Position, types?: readonly string[]): Promise<Page> {
    const from = placeOf(after);
    // The server begins with the event at the position itself.
    const asked = from === 'start' ? pageEvents : pageEvents + 1;
    const filter = types === undefined ? this.#ours() : { filterOn: 'eventType' as const, prefixes: [...types] };
    const found = await this.#all({ direction: 'forwards', fromPosition: from, maxCount: BigInt(asked), filter });
    const events: KurrentEvent[] = [];
    let reached = after;
    for (const raw of found) {
      const position = positionOf(raw.position ?? { commit: 0n, prepare: 0n });
      if (position === after && reached === after) continue;
      if (position > end) return { events, upTo: end };
      if (reached !== undefined && position <= reached) throw new LogDamaged(raw.streamId, 'positions do not grow');
      try {
        // The server matches the beginnings of types, in every stream it holds.
        const wanted = this.names.isOurs(raw.streamId) && (types?.includes(raw.type) ?? true);
        if (wanted) events.push(eventOf(raw, this.names));
      } catch (error) {
        // What came before it is delivered first; the next page begins with it.
        if (reached !== undefined && events.length > 0) return { events, upTo: reached };
        throw error;
      }
      reached = position;
    }
    return { events, upTo: found.length < asked || reached === undefined ? end : reached };
  }

  /**
   * The events of a stream after a revision and up to one, both counted from 1.
   * @throws LogDamaged, LogUnavailable
   */
  async *stream(stream: string, after: number, until: number): AsyncGenerator<KurrentEvent> {
    for (let at = after; at < until;) {
      const asked = Math.min(pageEvents, until - at);
      const found = await this.#stream(stream, {
        direction: 'forwards',
        fromRevision: BigInt(at),
        maxCount: BigInt(asked),
      });
      for (const raw of found) {
        const event = eventOf(raw, this.names);
        if (event.stream !== stream || event.revision !== at + 1) {
          throw new LogDamaged(raw.streamId, `event ${at} is missing, ${raw.revision} came in its place`);
        }
        at = event.revision;
        yield event;
      }
      if (found.length < asked) return;
    }
  }

  /** The last event of a stream. */
  async last(stream: string): Promise<KurrentEvent | undefined> {
    const [last] = await this.#stream(stream, { direction: 'backwards', fromRevision: 'end', maxCount: 1n });
    return last === undefined ? undefined : eventOf(last, this.names);
  }

  #ours() {
    return { filterOn: 'streamName' as const, prefixes: [this.names.prefix] };
  }

  #all(options: Pick<AllOptions, 'direction' | 'fromPosition' | 'maxCount' | 'filter'>): Promise<RawEvent[]> {
    return this.#ask('$all', (how) => this.connection.client.rustClient.readAll({ ...options, ...how }));
  }

  async #stream(
    stream: string,
    options: Pick<StreamOptions, 'direction' | 'fromRevision' | 'maxCount'>,
  ): Promise<RawEvent[]> {
    const name = this.names.onServer(stream);
    return this.#ask(name, (how) => this.connection.client.rustClient.readStream(name, { ...options, ...how }));
  }

  /** Asks once more when the client first had to learn who the leader is. */
  async #ask(stream: string, read: (how: How) => AsyncIterable<readonly Resolved[]>): Promise<RawEvent[]> {
    const { user } = this.connection;
    const how = { requiresLeader: true, resolvesLink: false, ...(user === undefined ? {} : { credentials: user }) };
    for (let first = true; ; first = false) {
      try {
        const found = await until(this.closing, gather(read(how)));
        if (found === undefined) throw new LogUnavailable('not-written', 'the log was closed');
        return found;
      } catch (error) {
        if (isMissingStream(error)) return [];
        if (!first || !isElsewhere(error)) throw readError(stream, error);
      }
    }
  }
}

interface Resolved {
  readonly event?: RawEvent;
  readonly link?: RawEvent;
}

/** Links are not followed: what is in the log is what is read. */
async function gather(chunks: AsyncIterable<readonly Resolved[]>): Promise<RawEvent[]> {
  const all: RawEvent[] = [];
  for await (const chunk of chunks) {
    for (const { event, link } of chunk) {
      const record = link ?? event;
      if (record !== undefined) all.push(record);
    }
  }
  return all;
}
