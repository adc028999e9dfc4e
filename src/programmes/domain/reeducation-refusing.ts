import { Refusal } from '#decider';
import { addDays, localDate } from '#terms';
import { zoneOf } from '../../protocol/index.js';

/** Where and when something is judged: the law's country, and the instant it is recorded. */
export interface Judged {
  readonly country: string;
  readonly recordedAt: string;
}

/** @throws Refusal `<what>/bad-day` not a day of the calendar, `YYYY-MM-DD` */
export function refuseBadDay(what: string, day: string): void {
  try {
    addDays(day, 0);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`${what}/bad-day`, 'not a day of the calendar', 'invalid');
  }
}

/**
 * The day something happened on: not after the day it is where, and when, it is recorded.
 * @throws Refusal `<what>/bad-day`, `<what>/not-yet`
 */
export function refuseNotYet(what: string, day: string, { country, recordedAt }: Judged): void {
  refuseBadDay(what, day);
  if (day <= localDate(recordedAt, zoneOf(country))) return;
  throw new Refusal(`${what}/not-yet`, 'what has not happened is not recorded', 'invalid');
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
