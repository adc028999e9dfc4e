/** The event types of one capability: name → shape of `data`. */
export type EventMap = Record<string, object>;

/** The union of `{type, data}` of an event map. */
export type EventOf<M extends EventMap, T extends keyof M & string = keyof M & string> = {
  [K in T]: { readonly type: K; readonly data: M[K] };
}[T];

/** For an event type: the step that turns schema n into n + 1. */
export type Upcasters = Record<string, Record<number, (data: never) => object>>;

/** An event whose type, or whose schema, this version of the software does not know. */
export class UnknownEvent extends Error {
  constructor(
    readonly type: string,
    readonly schema: number,
  ) {
    super(`unknown event ${type} with schema ${schema}`);
    this.name = 'UnknownEvent';
  }
}

/** What a capability can read: the types it knows, the schema each is written with today, and how older ones are read. */
export interface Catalogue<M extends EventMap> {
  readonly types: readonly (keyof M & string)[];
  has(type: string): type is keyof M & string;
  /** The schema new events of this type are written with. */
  schema(type: string): number;
  /**
   * Reads stored data in today's shape.
   * @throws UnknownEvent when the type or a newer schema is not known here.
   */
  decode(type: string, schema: number, data: unknown): EventOf<M>;
}

/**
 * Declares the event types of a capability with their current schema numbers.
 *
 * @param schemas current schema of each type, from 1
 * @param upcasters one step per older schema; what is stored never changes
 */
export function catalogue<M extends EventMap>(
  schemas: Record<keyof M & string, number>,
  upcasters: Upcasters = {},
): Catalogue<M> {
  const known = new Map<string, number>(Object.entries(schemas));
  const has = (type: string): type is keyof M & string => known.has(type);
  return {
    types: [...known.keys()] as (keyof M & string)[],
    has,
    schema: (type) => {
      const schema = known.get(type);
      if (schema === undefined) throw new UnknownEvent(type, 0);
      return schema;
    },
    decode: (type, schema, data) => {
      const current = known.get(type);
      // Also refuses what is no number at all.
      if (current === undefined || !(schema >= 1 && schema <= current)) throw new UnknownEvent(type, schema);
      let read = data as object;
      for (let from = schema; from < current; from += 1) {
        const step = upcasters[type]?.[from];
        if (step === undefined) throw new UnknownEvent(type, from);
        read = step(read as never);
      }
      return { type, data: read } as unknown as EventOf<M>;
    },
  };
}
