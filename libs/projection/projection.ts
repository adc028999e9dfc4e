import type { Catalogue, EventMap, EventOf } from '#decider';
import type { Entry, Metadata, Position } from '#event-log';

/** What a fold sees: an entry whose data is in today's shape. */
export type Seen<M extends EventMap, T extends keyof M & string = keyof M & string> = Omit<Entry, 'type' | 'data'> &
  EventOf<M, T>;

/** Where a list finds a document: the name of a list, and the text it is sorted by in it. */
export type Term = readonly [list: string, sort: string];

/** A view: a pure keyed fold over events or facts. No I/O, no clock, no other view. */
export interface Projection<D = unknown> {
  readonly name: string;
  /** Raised when the fold or the document's shape changes; the new one is then built beside the old. */
  readonly version: number;
  readonly types: readonly string[];
  /** Which documents an entry touches. */
  keys(entry: Entry): readonly string[];
  empty(key: string): D;
  /** The document after the entry; `undefined` deletes it. The document given is never changed in place. */
  fold(document: D, entry: Entry, key: string): D | undefined;
  /** The lists this document stands in. */
  index(document: D, key: string): readonly Term[];
}

export interface ProjectionSpec<M extends EventMap, D> {
  readonly name: string;
  readonly version: number;
  /** Reads entries in today's shape. */
  readonly events: Catalogue<M>;
  readonly key: (event: Seen<M>) => string | readonly string[] | undefined;
  readonly empty: (key: string) => D;
  readonly on: { readonly [T in keyof M & string]?: (document: D, event: Seen<M, T>, key: string) => D | undefined };
  readonly index?: (document: D, key: string) => readonly Term[];
}

/** Declares a projection; it listens to exactly the types it has a fold for. */
export function projection<M extends EventMap, D>(spec: ProjectionSpec<M, D>): Projection<D> {
  const folds = spec.on as Record<string, ((document: D, event: Seen<M>, key: string) => D | undefined) | undefined>;
  // An entry with several keys is folded once per key: decode it once.
  let last: Entry | undefined;
  let decoded: Seen<M> | undefined;
  const read = (entry: Entry): Seen<M> => {
    if (entry !== last || decoded === undefined) {
      const { data } = spec.events.decode(entry.type, Number(entry.metadata['schema'] ?? 1), entry.data);
      decoded = new SeenEntry(entry, data) as unknown as Seen<M>;
      last = entry;
    }
    return decoded;
  };
  return {
    name: spec.name,
    version: spec.version,
    types: Object.keys(spec.on),
    keys: (entry) => {
      const key = spec.key(read(entry));
      if (key === undefined) return [];
      return typeof key === 'string' ? [key] : key;
    },
    empty: spec.empty,
    fold: (document, entry, key) => {
      const fold = folds[entry.type];
      return fold === undefined ? document : fold(document, read(entry), key);
    },
    index: spec.index ?? (() => []),
  };
}

/** An entry in today's shape. Its position is written out only when a fold asks for it: few do. */
class SeenEntry implements Entry {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly #entry: Entry;

  constructor(
    entry: Entry,
    readonly data: object,
  ) {
    this.id = entry.id;
    this.type = entry.type;
    this.stream = entry.stream;
    this.revision = entry.revision;
    this.#entry = entry;
  }

  get position(): Position {
    return this.#entry.position;
  }

  get metadata(): Metadata {
    return this.#entry.metadata;
  }
}

/** Several catalogues read as one: for a projection over events of more than one capability. */
export function merged<A extends EventMap, B extends EventMap>(a: Catalogue<A>, b: Catalogue<B>): Catalogue<A & B> {
  const either = (type: string): Catalogue<EventMap> => (a.has(type) ? a : b) as unknown as Catalogue<EventMap>;
  return {
    types: [...a.types, ...b.types] as (keyof (A & B) & string)[],
    has: (type): type is keyof (A & B) & string => a.has(type) || b.has(type),
    schema: (type) => either(type).schema(type),
    decode: (type, schema, data) => either(type).decode(type, schema, data) as EventOf<A & B>,
  };
}
