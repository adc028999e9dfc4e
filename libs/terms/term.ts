import type { Instant } from '#event-log';
import { addBusinessDays, type Calendar } from './calendar.js';
import { addDays, addMonths, endOfDay, HOUR, toInstant, toMs, zoned } from './zone.js';

/** How long somebody has. `amount` is a whole number, 0 or more. */
export interface Term {
  readonly amount: number;
  readonly unit: 'hours' | 'days' | 'business-days' | 'months';
}

/**
 * The last instant that is still on time: later than this is late.
 *
 * - `hours` elapse without a pause from the trigger, to the millisecond; clock changes do not lengthen them.
 * - `days`, `business-days` and `months` begin the day after the trigger and run to the end (23:59:59.999) of the last
 *   local day of the calendar's zone. Months keep the day of the month, or take the last one of a shorter month.
 *   A last day that is not worked is not moved, except in `business-days`, which end on one that is.
 *
 * Never earlier for a later trigger.
 * @throws RangeError the amount is not a whole number from 0, or `trigger` is not an instant
 * @throws OutsideCalendar business days beyond the days the calendar covers
 */
export function dueAt(trigger: Instant, term: Term, calendar: Calendar): Instant {
  if (!Number.isSafeInteger(term.amount) || term.amount < 0) throw new RangeError(`not a term: ${term.amount}`);
  if (term.unit === 'hours') return toInstant(toMs(trigger) + term.amount * HOUR);
  const start = zoned(trigger, calendar.zone).date;
  return endOfDay(lastDay(start, term, calendar), calendar.zone);
}

function lastDay(start: string, term: Term, calendar: Calendar): string {
  switch (term.unit) {
    case 'business-days':
      return addBusinessDays(start, term.amount, calendar);
    case 'months':
      return addMonths(start, term.amount);
    case 'days':
    case 'hours':
      return addDays(start, term.amount);
  }
}
