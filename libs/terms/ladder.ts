import type { Instant } from '#event-log';
import type { Deadline } from './rule.js';
import { toInstant, toMs, type LocalDate } from './zone.js';

/** Who is called while a clock runs, and when: at a fraction of the time between its start and its due. */
export interface Step {
  readonly role: string;
  /** 0.5 = half the time has passed; 1 = due; more than 1 = overdue. */
  readonly fraction: number;
}

/** Steps as dated data. Chosen by the day a clock starts, as its rule is. */
export interface DatedLadder {
  readonly id: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly steps: readonly Step[];
  readonly source: string;
  readonly verified: boolean;
}

/** One call: the first is rung 1. */
export interface LadderRung {
  readonly rung: number;
  readonly role: string;
  readonly at: Instant;
}

/**
 * When each step of a ladder is reached, in order of time.
 *
 * Whatever the unit of the term, a fraction is one of the elapsed time from `from` to `due`, nights and free days
 * included, cut down to the millisecond: half of three business days over a weekend may fall on the Sunday. A clock that is
 * due at once reaches all of them at once.
 * @throws RangeError a fraction below 0 or that is no number
 */
export function rungs({ from, due }: Pick<Deadline, 'from' | 'due'>, steps: readonly Step[]): readonly LadderRung[] {
  const start = toMs(from);
  const span = toMs(due) - start;
  return steps
    .map(({ role, fraction }) => {
      if (!Number.isFinite(fraction) || fraction < 0) throw new RangeError(`not a fraction: ${fraction}`);
      return { role, ms: start + Math.floor(span * fraction) };
    })
    .sort((a, b) => a.ms - b.ms)
    .map(({ role, ms }, index) => ({ rung: index + 1, role, at: toInstant(ms) }));
}

/** The ladder of that id in force on a day; undefined: there is none. */
export const ladderOn = (ladders: readonly DatedLadder[], id: string, day: LocalDate): DatedLadder | undefined =>
  ladders.find((each) => each.id === id && each.validFrom <= day && day <= (each.validTo ?? day));
