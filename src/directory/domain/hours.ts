import { addDays, instantOf, weekday, zoned } from '#terms';
import { weekdays } from './checks.js';
import type { Exception, Schedule } from './events.js';

/** When a service is open; both lists empty: nobody said. */
export interface Hours {
  readonly schedules: readonly Schedule[];
  readonly exceptions: readonly Exception[];
}

export interface Opening {
  /** `unknown`: nobody said when it is open. */
  readonly now: 'open' | 'closed' | 'unknown';
  /** When it opens next, for what is closed: an instant. Absent: not within the days looked at. */
  readonly opensAt?: string;
}

/** How far ahead an opening is looked for, in days. */
const ahead = 60;

/**
 * Whether it is open at an instant, by the clock on the wall of its place: from the minute it opens, until (exclusive)
 * the minute it closes.
 */
export function openingAt({ schedules, exceptions }: Hours, at: string, zone: string): Opening {
  if (schedules.length === 0 && exceptions.length === 0) return { now: 'unknown' };
  const { date } = zoned(at, zone);
  const instant = new Date(at).toISOString();
  // What opened yesterday may be open past midnight.
  for (let days = -1; days <= ahead; days += 1) {
    const day = addDays(date, days);
    for (const [opens, closes] of spansOf({ schedules, exceptions }, day)) {
      const from = instantOf(`${day}T${opens}`, zone);
      if (instant < from) return { now: 'closed', opensAt: from };
      if (instant < closing(day, opens, closes, zone)) return { now: 'open' };
    }
  }
  return { now: 'closed' };
}

/** The spans that begin on a day, the earliest first. */
function spansOf({ schedules, exceptions }: Hours, day: string): readonly (readonly [opens: string, closes: string])[] {
  const special = exceptions.filter((each) => each.day === day);
  const known = weekdays[weekday(day) - 1] ?? '';
  const spans =
    special.length > 0
      ? special
      : schedules.filter(
          ({ byday, validFrom = day, validTo = day }) => byday.includes(known) && validFrom <= day && day <= validTo,
        );
  return spans
    .flatMap(({ opensAt, closesAt }) =>
      opensAt === undefined || closesAt === undefined ? [] : [[opensAt, closesAt] as const],
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function closing(day: string, opens: string, closes: string, zone: string): string {
  if (closes === '24:00') return instantOf(`${addDays(day, 1)}T00:00`, zone);
  return instantOf(`${closes > opens ? day : addDays(day, 1)}T${closes}`, zone);
}
