import { derived, protect, published, type Relation } from '#disclosure';

/** Counts that would point at somebody. */
export const smallCounts = { from: 1, to: 4 } as const;

/** Counts as they may be shown: null where one is withheld. */
export type ShownCounts = Readonly<Record<string, number | null>>;

/** What may be shown of counts, and what may be computed from them. */
export interface Shown {
  readonly counts: ShownCounts;
  /** A figure that rests on some of the counts: null when one of them is withheld. */
  readonly from: <T>(ids: readonly string[], compute: () => T) => T | null;
}

/**
 * Withholds small counts, and whatever else they could be worked out from.
 * @param relations the sums a reader can know of
 */
export function disclosed(counts: Readonly<Record<string, number>>, relations: readonly Relation[]): Shown {
  const cells = new Map(Object.entries(counts));
  const hidden = protect(cells, relations, smallCounts);
  return {
    counts: Object.fromEntries(published(cells, hidden)),
    from: (ids, compute) => derived(hidden, ids, compute),
  };
}
