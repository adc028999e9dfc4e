import { jsonEvent, type JSONType, WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import { checkAppend, type EncodedEvent } from '../../encoding.js';
import { place } from '../../placing.js';
import { Conflict, type Expected, LogUnavailable, type NewEvent, type Receipt } from '../../port.js';
import type { Connection } from './connect.js';
import { appendError, isElsewhere, LogDamaged } from './errors.js';
import { type Names, nowhere, positionOf } from './event.js';
import { KnownStreams } from './known-streams.js';
import type { Reader } from './read.js';
import { Turns } from './waiting.js';

/** No name of a stream. */
const allStreams = '$all';

/** How often an append with `any` is placed anew because another process was first. */
const attempts = 20;

/** Appends at exact revisions only: the server finds a repetition of those for ever, of others for a while. */
export class Appender {
  readonly #known = new KnownStreams();
  readonly #turns = new Turns();

  /** @param answerWithin milliseconds until an append without an answer counts as unknown */
  constructor(
    private readonly connection: Connection,
    private readonly reader: Reader,
    private readonly names: Names,
    private readonly answerWithin: number,
  ) {}

  /** @throws Conflict, AppendRefused, LogUnavailable, LogDamaged */
  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Receipt> {
    const encoded = checkAppend(stream, events);
    const isPlace = expected !== 'any' && Number.isSafeInteger(expected) && expected >= 0;
    if (encoded.length === 0 || (expected !== 'any' && !isPlace)) return this.#look(stream, expected);
    if (expected !== 'any') return this.#appendAt(stream, expected, encoded);
    // Those of one process would only be in each other's way.
    return this.#turns.take(stream, () => this.#appendAny(stream, encoded));
  }

  /** Where the stream is; for an append that writes nothing, and for one that no revision can satisfy. */
  async #look(stream: string, expected: Expected): Promise<Receipt> {
    const last = await this.reader.last(stream);
    const { revision, position } = last ?? { revision: 0, position: nowhere };
    if (expected !== 'any' && expected !== revision) throw new Conflict(stream, expected, revision);
    return { stream, revision, position };
  }

  async #appendAny(stream: string, events: readonly EncodedEvent[]): Promise<Receipt> {
    const ids = events.map(({ id }) => id);
    for (let attempt = 1; ; attempt += 1) {
      const known = await this.#known.caughtUp(stream, this.reader);
      const { after, repeated } = place(stream, 'any', ids, known);
      const revision = after + ids.length;
      if (repeated) return { stream, revision, position: known.positionAt(revision) ?? nowhere };
      try {
        return await this.#appendAt(stream, after, events);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        if (attempt === attempts) throw new LogUnavailable('not-written', 'others kept writing to this stream');
      }
    }
  }

  async #appendAt(stream: string, expected: number, events: readonly EncodedEvent[]): Promise<Receipt> {
    const name = this.names.onServer(stream);
    const revision = expected + events.length;
    try {
      const answer = await this.#send(name, expected, events);
      if (answer.nextExpectedRevision !== BigInt(revision - 1)) {
        throw new LogDamaged(name, `event ${revision - 1} was placed at ${answer.nextExpectedRevision}`);
      }
      if (answer.position !== undefined) return { stream, revision, position: positionOf(answer.position) };
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw appendError(name, error);
      const { actualState } = error;
      throw new Conflict(stream, expected, typeof actualState === 'bigint' ? Number(actualState) + 1 : 0);
    }
    // A server may leave out the position when it found the append in its log already.
    for await (const { position } of this.reader.stream(stream, revision - 1, revision)) {
      return { stream, revision, position };
    }
    throw new LogDamaged(name, `event ${revision - 1} is missing`);
  }

  /** Sends once more when the client first had to learn who the leader is: of a follower it is known that it wrote nothing. */
  async #send(name: string, expected: number, events: readonly EncodedEvent[]) {
    // One after the other where the client would share a stream between them (`Connection.credentials`).
    const shared = this.connection.credentials === undefined;
    const once = () => this.#sendOnce(name, expected, events);
    const send = () => (shared ? this.#turns.take(allStreams, once) : once());
    try {
      return await send();
    } catch (error) {
      if (!isElsewhere(error)) throw error;
      return send();
    }
  }

  async #sendOnce(name: string, expected: number, events: readonly EncodedEvent[]) {
    const { client, credentials } = this.connection;
    const appended = client.appendToStream(name, events.map(onServer), {
      streamState: expected === 0 ? 'no_stream' : BigInt(expected - 1),
      requiresLeader: true,
      deadline: this.answerWithin,
      ...(credentials === undefined ? {} : { credentials }),
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new LogUnavailable('unknown', 'KurrentDB: the server did not answer in time')),
        this.answerWithin,
      );
    });
    try {
      return await Promise.race([appended, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * The event as the client takes it. It writes JSON out itself, and of a text that came from `JSON.stringify` it makes the
 * same bytes again; the header goes as bytes.
 */
function onServer({ id, type, dataText, metadataText }: EncodedEvent) {
  return jsonEvent({
    id,
    type,
    data: JSON.parse(dataText) as JSONType,
    metadata: Uint8Array.from(Buffer.from(metadataText)),
  });
}
