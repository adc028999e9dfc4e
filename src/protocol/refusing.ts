import { Refusal } from '#decider';
import { addDays } from '#terms';

/** What the rules of every capability refuse alike, each under its own name. */

/** @throws Refusal `<capability>/bad-day` not a day of the calendar, `YYYY-MM-DD` */
export function refuseBadDay(capability: string, day: string): void {
  try {
    addDays(day, 0);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`${capability}/bad-day`, 'not a day of the calendar', 'invalid');
  }
}

/** @throws Refusal `<capability>/bad-id` not in UUID form */
export function refuseBadId(capability: string, id: string): void {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)) return;
  throw new Refusal(`${capability}/bad-id`, 'not an id', 'invalid');
}

/** @throws Refusal `code/not-listed` */
export function refuseOther(known: readonly string[], code: string): void {
  if (!known.includes(code)) throw new Refusal('code/not-listed', 'there is no such code', 'invalid');
}
