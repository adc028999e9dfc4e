import type { Interval } from './attack.js';
import { components } from './components.js';
import { type Guarded, isTooNarrow, type Ledger, together } from './ledger.js';
import { attackLp } from './lp-attack.js';
import type { CellId } from './tables.js';

/** What is to be released: what readers would be told, and what they may not work out from it. */
export interface Candidate extends Ledger {
  readonly guarded: readonly Guarded[];
}

/** Guarded cells a reader would know too much of, and what they would know. */
export type Found = ReadonlyMap<CellId, Interval>;

/**
 * What readers could work out that they may not, if `candidate` were released after all of `released`. Looked at is
 * whatever the candidate has to do with; the rest is as it was.
 */
export async function findings(released: Candidate, candidate: Candidate): Promise<Found> {
  const ledger = together(released, candidate);
  const touched = touchedBy(candidate, ledger);
  const guarded = new Map(
    [...released.guarded, ...candidate.guarded]
      .filter(({ cell }) => touched.has(cell))
      .map((each) => [each.cell, each]),
  );
  const intervals = await attackLp(ledger, [...guarded.values()]);
  return new Map(
    [...intervals].filter(([cell, interval]) => {
      const rule = guarded.get(cell);
      return rule !== undefined && isTooNarrow(interval, rule);
    }),
  );
}

/** What a candidate tells of, and everything that is linked to it by sums. */
function touchedBy(candidate: Ledger, ledger: Ledger): ReadonlySet<CellId> {
  const told = new Set([
    ...candidate.bounds.keys(),
    ...candidate.relations.flatMap(({ total, parts }) => [total, ...parts]),
  ]);
  const linked = components(ledger).filter(({ cells }) => cells.some((cell) => told.has(cell)));
  return new Set([...told, ...linked.flatMap(({ cells }) => cells)]);
}

/**
 * Lets a candidate through when nobody can work out from it what is guarded; else has it weakened, and looks again.
 * @param find what some reader could work out that they may not: `findings` for each kind of reader
 * @param weaken tells less than before: less of what was found. Undefined when there is nothing left to leave out
 * @throws RangeError the weakest candidate still gives something away, or the figures contradict each other
 */
export async function gate<C>(
  candidate: C,
  find: (candidate: C) => Promise<Found>,
  weaken: (candidate: C, found: Found) => C | undefined | Promise<C | undefined>,
): Promise<C> {
  for (let now: C | undefined = candidate; now !== undefined;) {
    const found = await find(now);
    if (found.size === 0) return now;
    now = await weaken(now, found);
  }
  throw new RangeError('whatever is left out, something can be worked out');
}
