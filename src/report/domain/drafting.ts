import type { Draft, Expression } from './tally.js';

/** A counted cell as it is. */
export const count = (id: string): Expression => ({ count: id });
/** The codes of a list, in its order. */
export const codesOf = (list: { readonly entries: readonly { readonly code: string }[] }): readonly string[] =>
  list.entries.map(({ code }) => code);

/** One row a code, with its count and its share of the whole. */
export const shares = (id: string, whole: string, parts: readonly string[]): Draft['tables'][number] => ({
  id,
  columns: ['count', 'share'],
  rows: [
    ...parts.map((part) => ({
      id: part.slice(part.lastIndexOf('/') + 1),
      cells: [count(part), { ratio: [part, whole] as const }],
    })),
    { id: 'total', cells: [count(whole), { ratio: [whole, whole] as const }] },
  ],
});
