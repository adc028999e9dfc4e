import type { Interval } from './attack.js';

/** How counts are printed. */
export interface Rule {
  /** Counts from `from` to `to` are withheld; `from` 0 withholds zeros as well. */
  readonly small: { readonly from: number; readonly to: number };
  /** Printed counts are the nearest multiple of this, which is odd: no count lies half way. */
  readonly base: number;
}

export const isSmall = (count: number, { small }: Rule): boolean => small.from <= count && count <= small.to;

/** What is printed of a count that is not withheld. */
export const shown = (count: number, { base }: Rule): number => Math.round(count / base) * base;

/** The counts that are printed as `value`. */
export function told(value: number, rule: Rule): Interval {
  const half = (rule.base - 1) / 2;
  const min = Math.max(0, value - half);
  return { min: isSmall(min, rule) ? rule.small.to + 1 : min, max: value + half };
}

/** What a reader knows of a withheld count: no more than that it is not a printed zero. */
export const withheld = ({ small }: Rule): Interval => ({ min: Math.min(small.from, 1), max: Infinity });
