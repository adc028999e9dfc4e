import { catalogue, type Catalogue, type EventMap, type EventOf } from '#decider';
import type { Seen } from '#projection';
import type { FactMap } from './fact.js';

/** Facts carry their version in the name, and a published shape never changes: a new shape is a new name. */
export type FactName = `${string}.v${number}`;

/** The facts a capability tells others. Read like events, with schema 1 always. */
export type FactCatalogue<F extends EventMap> = Catalogue<F> & { readonly frozen: true };

/** Fact name → shape, without a free string. Does not compile otherwise. */
export type Publishable<F> = EventMap & FactMap<F> & { readonly [T in keyof F]: T extends FactName ? unknown : never };

/**
 * Declares facts by their versioned names: `factCatalogue<ShopFacts>({ 'PieceSold.v1': true })`.
 * @throws Error when a name carries no version
 */
export function factCatalogue<F extends Publishable<F>>(names: Record<keyof F & string, true>): FactCatalogue<F> {
  const schemas = {} as Record<keyof F & string, number>;
  for (const name of Object.keys(names) as (keyof F & string)[]) {
    if (!/^[A-Za-z][A-Za-z0-9]*\.v[1-9]\d*$/.test(name)) throw new Error(`fact name ${name} carries no version`);
    schemas[name] = 1;
  }
  return { ...catalogue<F>(schemas), frozen: true };
}

/** For an event type: its fact, or `undefined` when this one is not told. */
export type Tellings<M extends EventMap, F extends EventMap> = {
  readonly [T in keyof M & string]?: (event: Seen<M, T>) => EventOf<F> | undefined;
};

/** What a capability tells of its events: pure, at most one fact per event. Made by `publish`. */
export interface Publication {
  /** The event types it reads. */
  readonly types: readonly string[];
  /** The fact types it may tell. */
  readonly facts: readonly string[];
  readonly events: Pick<Catalogue<EventMap>, 'decode'>;
  tell(event: Seen<EventMap>): { readonly type: string; readonly data: object } | undefined;
}

/**
 * Declares which events become which facts. `undefined` = this one is not told.
 *
 * Facts are made of codes, random ids, instants, numbers, booleans and literals only, so nothing sealed and no free
 * text can reach them.
 */
export function publish<M extends EventMap, F extends EventMap, T extends Tellings<M, F>>(
  events: Catalogue<M>,
  facts: FactCatalogue<F>,
  tell: T & { readonly [Unknown in Exclude<keyof T, keyof M>]: never },
): Publication {
  const byType = tell as Record<string, Publication['tell'] | undefined>;
  return {
    types: Object.keys(tell),
    facts: facts.types,
    events: events,
    tell: (event) => {
      const fact = byType[event.type]?.(event);
      if (fact !== undefined && !facts.has(fact.type)) throw new Error('a fact that is not in the catalogue');
      return fact;
    },
  };
}
