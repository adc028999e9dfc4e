import type { Position } from '#event-log';
import type { Projection, Term } from '../projection.js';
import type { Listed, Views, ViewWrite } from '../views.js';

/** A document that says where it stands in its list. */
export interface Card {
  readonly text: string;
  readonly sort?: string;
}
export type Cards = Readonly<Record<string, Card | undefined>>;

export const cards = (version = 1): Projection<Card> => ({
  name: 'cards',
  version,
  types: ['Written'],
  keys: (entry) => [entry.stream],
  empty: () => ({ text: '' }),
  fold: (document) => document,
  index: ({ sort }): readonly Term[] => (sort === undefined ? [] : [['all', sort]]),
});

export const at = (n: number): Position => String(n).padStart(19, '0') as Position;

/** What a runner would write of these documents. */
export function cardsWrite(
  from: Position | undefined,
  upTo: Position,
  documents: Cards,
  projection: Projection<Card>,
): ViewWrite {
  const changes = new Map(
    Object.entries(documents).map(([key, document]) => [
      key,
      document && { document, terms: projection.index(document, key) },
    ]),
  );
  return { projection, from, upTo, changes };
}

export async function everything<D>(
  views: Pick<Views, 'all'>,
  projection: Projection<D>,
): Promise<(readonly [string, D])[]> {
  const found: (readonly [string, D])[] = [];
  for await (const each of views.all(projection)) found.push(each);
  return found;
}

export const keys = (listed: readonly Listed<unknown>[]): string[] => listed.map(({ key }) => key);
