import fc from 'fast-check';
import { type Fact, factMaker, FactsStopped, type Publication } from '#publishing';
import { recorded } from './recorded.js';

/** A text a spec has put in place of a field, and the path of that field. */
export interface Canaried {
  readonly data: object;
  readonly canaries: ReadonlyMap<string, string>;
}

/** What a canary looks like: a word any code list could hold, free text, or the form of an id. */
type Kind = 'code' | 'text' | 'id';

const canary = (kind: Kind, index: number): string => {
  const number = String(index).padStart(4, '0');
  if (kind === 'id') return `cafe${number}-0000-8000-8000-00000000cafe`;
  return kind === 'code' ? `CANARY${number}` : `canary ${number}, living at No 5`;
};

/** The paths of all texts in `value`; list items share one path, `types[]`. */
export function textPaths(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => textPaths(item, `${path}[]`)))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => textPaths(field, path === '' ? name : `${path}.${name}`));
}

/** Puts canaries of some kind in a few of the texts of `data`: with many, hardly any event could be told at all. */
export function withCanaries(data: object): fc.Arbitrary<Canaried> {
  const paths = textPaths(data);
  const chosen = fc.uniqueArray(fc.tuple(fc.nat(paths.length - 1), fc.constantFrom<Kind>('code', 'text', 'id')), {
    minLength: 1,
    maxLength: 3,
    selector: ([index]) => index,
  });
  return chosen.map((kinds) => {
    const canaries = new Map<string, string>();
    for (const [index, kind] of kinds) canaries.set(paths[index] ?? '', canary(kind, index));
    const replace = (value: unknown, path: string): unknown => {
      if (typeof value === 'string') return canaries.get(path) ?? value;
      if (Array.isArray(value)) return value.map((item) => replace(item, `${path}[]`));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, field]) => [name, replace(field, path === '' ? name : `${path}.${name}`)]),
      );
    };
    return { data: replace(data, '') as object, canaries };
  });
}

/** The paths whose canary can be read in `told`. */
export const leaked = ({ canaries }: Canaried, told: unknown): readonly string[] => {
  const text = JSON.stringify(told) ?? '';
  return [...canaries].filter(([, word]) => text.includes(word)).map(([path]) => path);
};

/** Which fields of an event may be told: as a code, an id or an instant, or as a public name. */
export interface Told {
  readonly coded?: readonly string[];
  readonly named?: readonly string[];
}

/**
 * Specs that a publication tells nothing but the fields named, whatever stands in any of them: fields that are not told
 * do not come out, and free text comes out of no field but a public name. What cannot be told stops, without a word of it.
 * @param complete every event with every field it can have
 */
export function tellsOnly(
  publication: Publication,
  stream: string,
  complete: Readonly<Record<string, object>>,
  told: Readonly<Record<string, Told>>,
): void {
  const facts = factMaker([publication]);
  const secrets = ['canary-actor', 'canary-command', 'canary-print', 'canary-cause', 'canary-correlation'];
  const [actor = '', commandId = '', fingerprint = '', causationId = '', correlationId = ''] = secrets;
  const header = { actor, commandId, fingerprint, causationId, correlationId };

  it.each(Object.keys(complete))('whatever stands in %s', (type) => {
    const { coded = [], named = [] } = told[type] ?? {};
    const texts = textPaths(complete[type]);
    for (const path of [...coded, ...named]) expect(texts).toContain(path);
    fc.assert(
      fc.property(withCanaries(complete[type] ?? {}), (canaried) => {
        const [entry] = recorded(stream, [{ type, data: canaried.data }], { header });
        if (entry === undefined) throw new Error('nothing recorded');
        let fact: Fact | undefined;
        try {
          fact = facts.make(entry);
        } catch (error) {
          if (!(error instanceof FactsStopped)) throw error;
          expect(leaked(canaried, [error.message, error.reason])).toEqual([]);
          return;
        }
        for (const path of leaked(canaried, fact)) {
          expect([...coded, ...named]).toContain(path);
          if (canaried.canaries.get(path)?.includes(' ') === true) expect(named).toContain(path);
        }
        for (const secret of secrets) expect(JSON.stringify(fact) ?? '').not.toContain(secret);
      }),
      { numRuns: 300 },
    );
  });

  it('and tells of exactly the events that are meant to be told', () => {
    expect([...publication.types].sort()).toEqual(Object.keys(told).sort());
  });
}

/** The fact a publication makes of one event: its name and data; undefined when it is not told. */
export function factOf(publication: Publication, stream: string, type: string, data: object) {
  const [entry] = recorded(stream, [{ type, data }]);
  const fact = entry === undefined ? undefined : factMaker([publication]).make(entry);
  return fact === undefined ? undefined : { type: fact.type, data: fact.data };
}
