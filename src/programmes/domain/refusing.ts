import { Refusal } from '#decider';
import { localDate } from '#terms';
import { refuseBadDay, zoneOf } from '../../protocol/index.js';

/** Where and when something is judged: the law's country, and the instant it is recorded. */
export interface Judged {
  readonly country: string;
  readonly recordedAt: string;
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

/** @throws Refusal `<what>/bad-number` not whole, or outside `from`…`to` */
export function refuseBadNumber(what: string, value: number, from: number, to: number): void {
  if (Number.isSafeInteger(value) && value >= from && value <= to) return;
  throw new Refusal(`${what}/bad-number`, `a whole number from ${from} to ${to}`, 'invalid');
}
