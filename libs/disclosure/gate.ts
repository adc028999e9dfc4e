import type { Interval } from './attack.js';
import { type Guarded, isTooNarrow, type Ledger, together } from './ledger.js';
import { attackLp } from './lp-attack.js';
import type { CellId } from './tables.js';

/** What is to be released: what readers would be told, and what they may not work out from it. */
export interface Candidate extends Ledger {
  readonly guarded: readonly Guarded[];
}

/** Guarded cells a reader would know too much of, and what they would know. */
export type Found = ReadonlyMap<CellId, Interval>;

/** What readers could work out that they may not, if `candidate` were released after all of `released`. */
export async function findings(released: Candidate, candidate: Candidate): Promise<Found> {
  const guarded = new Map([...released.guarded, ...candidate.guarded].map((each) => [each.cell, each]));
  const intervals = await attackLp(together(released, candidate), [...guarded.values()]);
  return new Map(
    [...intervals].filter(([cell, interval]) => {
      const rule = guarded.get(cell);
      return rule !== undefined && isTooNarrow(interval, rule);
    }),
  );
}

/**
 * Lets a candidate through when nobody can work out from it, and from everything released before, what is guarded;
 * else has it weakened, and looks again.
 * @param weaken tells less than before: less of what was found. Undefined when there is nothing left to leave out
 * @throws RangeError the weakest candidate still gives something away, or the figures contradict each other
 */
export async function gate<C extends Candidate>(
  released: Candidate,
  candidate: C,
  weaken: (candidate: C, found: Found) => C | undefined,
): Promise<C> {
  for (let now: C | undefined = candidate; now !== undefined; ) {
    const found = await findings(released, now);
    if (found.size === 0) return now;
    now = weaken(now, found);
  }
  throw new RangeError('whatever is left out, something can be worked out');
}
