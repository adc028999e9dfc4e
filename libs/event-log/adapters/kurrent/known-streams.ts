import type { StreamSoFar } from '../../placing.js';
import type { Position } from '../../port.js';
import type { Reader } from './read.js';

/** Most streams that are remembered, and most events of one. Longer ones are read again from their beginning. */
const streams = 200;
const events = 5_000;

/** What is known of a stream that is appended to with `any`: the ids it holds, and where. */
export class KnownStream implements StreamSoFar {
  readonly #ids: string[] = [];
  readonly #positions: Position[] = [];
  readonly #revisions = new Map<string, number>();

  get revision(): number {
    return this.#ids.length;
  }

  idsAfter(revision: number, count: number): readonly string[] {
    return this.#ids.slice(revision, revision + count);
  }

  revisionOf(id: string): number | undefined {
    return this.#revisions.get(id);
  }

  positionAt(revision: number): Position | undefined {
    return this.#positions[revision - 1];
  }

  /** Reads what came since. */
  async catchUp(stream: string, reader: Reader): Promise<void> {
    for await (const { id, revision, position } of reader.stream(stream, this.revision, Infinity)) {
      // Two appends may catch up at once; what one of them has added, the other does not add again.
      if (revision !== this.revision + 1) continue;
      this.#ids.push(id);
      this.#positions.push(position);
      this.#revisions.set(id, revision);
    }
  }
}

/** The streams that were appended to with `any` of late. */
export class KnownStreams {
  readonly #known = new Map<string, KnownStream>();

  async caughtUp(stream: string, reader: Reader): Promise<KnownStream> {
    const known = this.#known.get(stream) ?? new KnownStream();
    await known.catchUp(stream, reader);
    this.#known.delete(stream);
    if (known.revision <= events) this.#known.set(stream, known);
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size > streams) this.#known.delete(oldest);
    return known;
  }
}
