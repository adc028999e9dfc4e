import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Page, Position } from '../../port.js';
import { isMissingStream, LogDamaged, readError } from './errors.js';
import { eventOf, type KurrentEvent, type Names, placeOf, positionOf, type RawEvent } from './event.js';

/** Most events one request asks for. A reader that leaves early, or takes its time, holds no more than these. */
const pageEvents = 500;

type AllOptions = NonNullable<Parameters<KurrentDBClient['rustClient']['readAll']>[0]>;
type StreamOptions = NonNullable<Parameters<KurrentDBClient['rustClient']['readStream']>[1]>;

/**
 * Finite reads, through the half of the client that gives bytes: texts come back as they were stored, and nothing is
 * parsed that nobody asks for.
 */
export class Reader {
  constructor(
    private readonly client: KurrentDBClient,
    private readonly names: Names,
  ) {}

  /** The position of the log's last event. */
  async head(): Promise<Position | undefined> {
    const [last] = await this.#all({ direction: 'backwards', fromPosition: 'end', maxCount: 1n, filter: this.#ours() });
    return last === undefined ? undefined : eventOf(last, this.names).position;
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
      reached = position;
      // The server matches the beginnings of types, in every stream it holds.
      if (this.names.isOurs(raw.streamId) && (types?.includes(raw.type) ?? true)) events.push(eventOf(raw, this.names));
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

  async #all(options: Pick<AllOptions, 'direction' | 'fromPosition' | 'maxCount' | 'filter'>): Promise<RawEvent[]> {
    try {
      return await gather(this.client.rustClient.readAll({ ...options, requiresLeader: true, resolvesLink: false }));
    } catch (error) {
      throw readError('$all', error);
    }
  }

  async #stream(
    stream: string,
    options: Pick<StreamOptions, 'direction' | 'fromRevision' | 'maxCount'>,
  ): Promise<RawEvent[]> {
    const name = this.names.onServer(stream);
    try {
      const read = this.client.rustClient.readStream(name, { ...options, requiresLeader: true, resolvesLink: false });
      return await gather(read);
    } catch (error) {
      if (isMissingStream(error)) return [];
      throw readError(name, error);
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
