import { isUtf8 } from 'node:buffer';
import type { Metadata, Position, RecordedEvent } from '../../port.js';
import { LogDamaged } from './errors.js';

/** A place in the server's log, in bytes. The two differ only inside transactions, which this log never begins. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as the client's reading half hands it over: bytes, not yet parsed. */
export interface RawEvent {
  readonly streamId: string;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly revision: bigint;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly position?: Place;
}

const digits = 20;
const written = (number: bigint): string => number.toString().padStart(digits, '0');

/** Before every event: shorter than each, and so sorted first. */
export const nowhere = '0' as Position;

export function positionOf({ commit, prepare }: Place): Position {
  return `${written(commit)}.${written(prepare)}` as Position;
}

/**
 * @returns 'start' for none, and for `nowhere`
 * @throws RangeError the position is that of another kind of log
 */
export function placeOf(position: Position | undefined): Place | 'start' {
  if (position === undefined || position === nowhere) return 'start';
  const [, commit, prepare] = /^(\d{20})\.(\d{20})$/.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) throw new RangeError('not a position of a KurrentDB log');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** The names of a log's streams on the server: `<log>/<stream>`. No name of one log can begin with that of another. */
export class Names {
  readonly prefix: string;

  constructor(log: string) {
    this.prefix = `${log}/`;
  }

  onServer(stream: string): string {
    return this.prefix + stream;
  }

  isOurs(onServer: string): boolean {
    return onServer.startsWith(this.prefix);
  }

  /** The stream of this log that has this name on the server. */
  ofServer(onServer: string): string {
    return onServer.slice(this.prefix.length);
  }
}

const ourStream = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;
const brace = '{'.charCodeAt(0);

/**
 * The event of the log in what the server holds.
 * @throws LogDamaged no log of this kind can have written it
 */
export function eventOf(raw: RawEvent, names: Names): KurrentEvent {
  const { position, revision } = raw;
  const stream = names.ofServer(raw.streamId);
  if (position === undefined || !ourStream.test(stream) || !isPlain(raw)) {
    throw new LogDamaged(raw.streamId, `event ${revision} was not written by this log`);
  }
  return new KurrentEvent(
    stream,
    Number(revision) + 1,
    position,
    raw.id,
    raw.type,
    textOf(raw.data),
    textOf(raw.metadata),
  );
}

/** Links, metadata, binary events and those of programs with another kind of header are none of ours. */
function isPlain({ type, isJson, data, metadata }: RawEvent): boolean {
  if (!isJson || type.startsWith('$')) return false;
  return [data, metadata].every((bytes) => bytes[0] === brace && isUtf8(bytes));
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();

/** An event read from KurrentDB: texts are parsed and the position is written out only when somebody asks. */
export class KurrentEvent implements RecordedEvent {
  #data: unknown;
  #metadata: Metadata | undefined;
  #position: Position | undefined;

  constructor(
    readonly stream: string,
    readonly revision: number,
    readonly place: Place,
    readonly id: string,
    readonly type: string,
    readonly dataText: string,
    readonly metadataText: string,
  ) {}

  get position(): Position {
    return (this.#position ??= positionOf(this.place));
  }

  /** @throws LogDamaged the text is no JSON */
  get data(): unknown {
    return (this.#data ??= this.#parse(this.dataText));
  }

  /** @throws LogDamaged the text is no JSON */
  get metadata(): Metadata {
    return (this.#metadata ??= this.#parse(this.metadataText) as Metadata);
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new LogDamaged(this.stream, `event ${this.revision - 1} holds no JSON`);
    }
  }
}
