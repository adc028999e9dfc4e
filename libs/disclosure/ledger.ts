import type { CellId, Relation } from './tables.js';
import type { Interval } from './attack.js';

/** What readers have been told, in all: between which numbers each figure lies, and what adds up to what. */
export interface Ledger {
  /** By cell. A cell that is not here is known only to be no less than nought. */
  readonly bounds: ReadonlyMap<CellId, Interval>;
  readonly relations: readonly Relation[];
}

/** A figure that nobody may work out: what a reader can narrow it to must stay this wide. */
export interface Guarded {
  readonly cell: CellId;
  /** Least distance of the smallest possible value from the largest. */
  readonly width: number;
  /** The smallest possible value is at most this. Left out: it may be any. */
  readonly low?: number;
}

export const nothing: Interval = { min: 0, max: Infinity };

/**
 * What follows from several releases at once: a figure told twice lies in both of its intervals.
 * @throws RangeError two of them contradict each other
 */
export function together(...ledgers: readonly Ledger[]): Ledger {
  const bounds = new Map<CellId, Interval>();
  for (const [cell, { min, max }] of ledgers.flatMap((each) => [...each.bounds])) {
    const known = bounds.get(cell) ?? nothing;
    const narrowed = { min: Math.max(known.min, min), max: Math.min(known.max, max) };
    if (narrowed.min > narrowed.max) throw new RangeError(`two releases contradict each other on ${cell}`);
    bounds.set(cell, narrowed);
  }
  return { bounds, relations: ledgers.flatMap(({ relations }) => relations) };
}

/** Whether a reader who narrowed it to `interval` knows too much of it. */
export const isTooNarrow = ({ min, max }: Interval, { width, low = Infinity }: Omit<Guarded, 'cell'>): boolean =>
  max - min < width || min > low;
