import type { Rule } from '#disclosure';

/** For whom a report is printed, and what may be told to them. Dated: a report keeps the profile it was made with. */
export interface Profile {
  readonly id: 'board' | 'public';
  readonly version: number;
  /** First day it applies to, `YYYY-MM-DD`. */
  readonly from: string;
  readonly rule: Rule;
  /** Least distance of the smallest from the largest value a withheld count may be narrowed to. */
  readonly width: number;
  /** A percentage is printed of at least so many. */
  readonly shareFrom: number;
  /** A median is printed of at least so many, to the nearest multiple of `base` of its unit, which is hours. */
  readonly statistic: { readonly from: number; readonly base: number };
  /** A count that fewer institutions made, or one of them nearly alone, tells of that institution's people. */
  readonly contributors?: { readonly fewest: number; readonly most: number };
  /** A figure printed before stands in a corrected edition unless it changed by at least this. */
  readonly revisionFrom: number;
}

/** Counts below this give no median, percentage points or other statistic anybody should argue from. */
export const statisticFrom = 20;

/** Every profile there ever was, the newest last. */
export const profiles: readonly [Profile, ...Profile[]] = [
  {
    ...{ id: 'board', version: 1, from: '2000-01-01' },
    // Members are bound by confidentiality: small counts are withheld, zeros and the rest printed as they are.
    rule: { small: { from: 1, to: 4 }, base: 1 },
    // Whole hours: to the minute a median is the wait of one person.
    ...{ width: 1, shareFrom: 0, statistic: { from: statisticFrom, base: 1 }, revisionFrom: 5 },
  },
  {
    ...{ id: 'public', version: 1, from: '2000-01-01' },
    rule: { small: { from: 0, to: 9 }, base: 5 },
    ...{ width: 5, shareFrom: 30, statistic: { from: statisticFrom, base: 5 }, revisionFrom: 0 },
    contributors: { fewest: 3, most: 0.8 },
  },
];

/** The profile in force on a day. @throws RangeError there was none yet */
export function profileOn(id: Profile['id'], day: string): Profile {
  const found = profiles.filter((each) => each.id === id && each.from <= day).at(-1);
  if (found === undefined) throw new RangeError(`no profile ${id} on ${day}`);
  return found;
}

/** What boards are shown of a month that is still open to change. */
export const boardProfile = profiles[0];
