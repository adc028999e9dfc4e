import { Refusal } from '#decider';
import { addDays } from '#terms';

/** @throws Refusal `<what>/bad-day` not a day of the calendar, `YYYY-MM-DD` */
export function refuseBadDay(what: string, day: string): void {
  try {
    addDays(day, 0);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`${what}/bad-day`, 'not a day of the calendar', 'invalid');
  }
}

/** @throws Refusal `<what>/bad-id` not in UUID form */
export function refuseBadId(what: string, id: string): void {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)) return;
  throw new Refusal(`${what}/bad-id`, 'not an id', 'invalid');
}

/** @throws Refusal `code/not-listed` */
export function refuseOther(known: readonly string[], code: string): void {
  if (!known.includes(code)) throw new Refusal('code/not-listed', 'there is no such code', 'invalid');
}

/** @throws Refusal `<what>/bad-number` not whole, or outside `from`…`to` */
export function refuseBadNumber(what: string, value: number, from: number, to: number): void {
  if (Number.isSafeInteger(value) && value >= from && value <= to) return;
  throw new Refusal(`${what}/bad-number`, `a whole number from ${from} to ${to}`, 'invalid');
}
