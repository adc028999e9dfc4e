import type { Position } from '#event-log';
import type { Projection, Term } from '../../projection.js';
import { compareText } from '../../text-order.js';
import {
  checkExpected,
  cursorOf,
  readCursor,
  textOf,
  type Changes,
  type Draft,
  type Expected,
  type Listed,
  type ListRange,
  type ReplaceOptions,
  type Views,
  type ViewWrite,
} from '../../views.js';
import { Waiters } from '../../waiters.js';

interface Stored {
  // Text, not objects: nobody can change a stored document, and it is what a file would give back.
  readonly body: string;
  readonly terms: readonly Term[];
}

interface Place {
  readonly sort: string;
  readonly key: string;
}

/** One projection's documents, with each list sorted when it is first asked for. */
class Shelf {
  position: Position | undefined;
  readonly documents = new Map<string, Stored>();
  #sorted = new Map<string, readonly Place[]>();

  load<D>(keys: readonly string[]): Map<string, D> {
    const found = new Map<string, D>();
    for (const key of keys) {
      const stored = this.documents.get(key);
      if (stored !== undefined) found.set(key, open<D>(stored));
    }
    return found;
  }

  write(changes: ReturnType<typeof encode>, upTo: Position): void {
    for (const [key, stored] of changes) this.put(key, stored);
    this.position = upTo;
  }

  /** In key order, as they are now. */
  *all<D>(): Generator<readonly [string, D]> {
    const moment = [...this.documents].sort(([a], [b]) => compareText(a, b));
    for (const [key, stored] of moment) yield [key, open<D>(stored)] as const;
  }

  put(key: string, stored: Stored | undefined): void {
    for (const [list] of this.documents.get(key)?.terms ?? []) this.#sorted.delete(list);
    for (const [list] of stored?.terms ?? []) this.#sorted.delete(list);
    if (stored === undefined) this.documents.delete(key);
    else this.documents.set(key, stored);
  }

  list(name: string): readonly Place[] {
    let places = this.#sorted.get(name);
    if (places === undefined) {
      places = [...this.documents]
        .flatMap(([key, { terms }]) => sortsIn(name, terms).map((sort) => ({ sort, key })))
        .sort((a, b) => compareText(a.sort, b.sort) || compareText(a.key, b.key));
      this.#sorted.set(name, places);
    }
    return places;
  }
}

const sortsIn = (name: string, terms: readonly Term[]): string[] => [
  ...new Set(terms.filter(([list]) => list === name).map(([, sort]) => sort)),
];

const store = (document: unknown, terms: readonly Term[]): Stored => ({ body: textOf(document), terms });
const open = <D>(stored: Stored): D => JSON.parse(stored.body) as D;
const idOf = (projection: Projection): string => `${projection.name}@${projection.version}`;

/** Views in this process's memory: for tests, and for looking at the past. */
export function memoryViews(): Views {
  return new MemoryViews();
}

class MemoryViews implements Views {
  readonly #shelves = new Map<string, Shelf>();
  /** What a replacement kept. */
  readonly #kept = new Map<string, Shelf>();
  readonly #waiters = new Waiters();

  #shelf(projection: Projection): Shelf {
    return this.#shelves.get(idOf(projection)) ?? new Shelf();
  }

  async checkpoint(projection: Projection): Promise<Position | undefined> {
    return this.#shelf(projection).position;
  }

  async load<D>(projection: Projection<D>, keys: readonly string[], expected?: Expected): Promise<Map<string, D>> {
    const shelf = this.#shelf(projection);
    checkExpected(shelf.position, expected);
    return shelf.load<D>(keys);
  }

  async write(write: ViewWrite): Promise<boolean> {
    const [written] = await this.writeAll([write]);
    return written === true;
  }

  async writeAll(writes: readonly ViewWrite[]): Promise<readonly boolean[]> {
    const encoded = writes.map((write) => ({ ...write, changes: encode(write.changes) }));
    const written = encoded.map(({ projection, from, upTo, changes }) => {
      const shelf = this.#shelf(projection);
      if (shelf.position !== from) return false;
      shelf.write(changes, upTo);
      this.#shelves.set(idOf(projection), shelf);
      return true;
    });
    if (written.includes(true)) this.#waiters.wake();
    return written;
  }

  async get<D>(projection: Projection<D>, key: string): Promise<D | undefined> {
    const stored = this.#shelf(projection).documents.get(key);
    return stored === undefined ? undefined : open<D>(stored);
  }

  async list<D>(projection: Projection<D>, list: string, range: ListRange): Promise<readonly Listed<D>[]> {
    const shelf = this.#shelf(projection);
    const ascending = shelf.list(list);
    const places = range.descending === true ? [...ascending].reverse() : ascending;
    const from = range.after === undefined ? 0 : places.findIndex(isBehind(range.after, range.descending === true));
    if (from < 0) return [];
    return places.slice(from, from + range.limit).map(({ sort, key }) => ({
      key,
      sort,
      document: open<D>(shelf.documents.get(key) as Stored),
      cursor: cursorOf(sort, key),
    }));
  }

  async count(projection: Projection, list: string): Promise<number> {
    return this.#shelf(projection).list(list).length;
  }

  async *all<D>(projection: Projection<D>): AsyncIterable<readonly [string, D]> {
    yield* this.#shelf(projection).all<D>();
  }

  async replace<D>(
    projection: Projection<D>,
    documents: AsyncIterable<readonly [string, D]> | Iterable<readonly [string, D]>,
    upTo: Position | undefined,
    options?: ReplaceOptions,
  ): Promise<void> {
    const fresh = new Shelf();
    for await (const [key, document] of documents) fresh.put(key, store(document, projection.index(document, key)));
    fresh.position = upTo;
    this.#show(projection, fresh, options);
  }

  async draft(projection: Projection): Promise<Draft> {
    const fresh = new Shelf();
    return {
      checkpoint: async () => fresh.position,
      load: async <D>(_projection: Projection<D>, keys: readonly string[]) => fresh.load<D>(keys),
      write: async ({ upTo, changes }) => {
        fresh.write(encode(changes), upTo);
        return true;
      },
      all: async function* <D>() {
        yield* fresh.all<D>();
      },
      show: async (options) => this.#show(projection, fresh, options),
    };
  }

  #show(projection: Projection, fresh: Shelf, { keepOld = false }: ReplaceOptions = {}): void {
    const id = idOf(projection);
    const old = this.#shelves.get(id);
    if (keepOld && old !== undefined) this.#kept.set(id, old);
    else this.#kept.delete(id);
    this.#shelves.set(id, fresh);
    this.#waiters.wake();
  }

  async rollBack(projection: Projection): Promise<boolean> {
    const kept = this.#kept.get(idOf(projection));
    if (kept !== undefined) this.#show(projection, kept);
    return kept !== undefined;
  }

  async drop(projection: Projection): Promise<void> {
    this.#shelves.delete(idOf(projection));
    this.#kept.delete(idOf(projection));
  }

  async scrub(): Promise<void> {
    // What memory let go of is gone when it is collected.
  }

  async reached(projection: Projection, position: Position, timeoutMs: number): Promise<boolean> {
    const reached = () => (this.#shelf(projection).position ?? '') >= position;
    return this.#waiters.until(reached, timeoutMs);
  }

  async close(): Promise<void> {
    this.#shelves.clear();
    this.#kept.clear();
  }
}

/** Encoded before anything is touched, so that a document that is not JSON leaves everything as it was. */
function encode(changes: Changes): (readonly [string, Stored | undefined])[] {
  return [...changes].map(([key, change]) => [key, change && store(change.document, change.terms)] as const);
}

function isBehind(after: string, descending: boolean): (place: Place) => boolean {
  const cursor = readCursor(after);
  return (place) => {
    const order =
      compareText(place.sort, cursor.sort) || (cursor.key === undefined ? 0 : compareText(place.key, cursor.key));
    return descending ? order < 0 : order > 0;
  };
}
