import { Refusal } from '#decider';
import { addDays } from '#terms';
import type { Exception, Schedule } from './events.js';

/** @throws Refusal `directory/bad-days` a day the calendar does not have, or the last before the first */
export function refuseBadDays(first: string | undefined, last?: string): void {
  for (const day of [first, last]) {
    if (day !== undefined && !isDay(day)) throw new Refusal('directory/bad-days', 'this is no day', 'invalid');
  }
  if (first !== undefined && last !== undefined && last < first) {
    throw new Refusal('directory/bad-days', 'it ends before it begins', 'invalid');
  }
}

function isDay(day: string): boolean {
  try {
    return addDays(day, 0) === day;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** @throws Refusal `directory/bad-text` not one line of 1 to 500 characters */
export function refuseBadLine(...lines: readonly (string | undefined)[]): void {
  for (const line of lines) {
    if (line === undefined || (/^[^\p{Cc}\u2028\u2029]{1,500}$/u.test(line) && /\S/u.test(line))) continue;
    throw new Refusal('directory/bad-text', 'this is no line of text', 'invalid');
  }
}

/** @throws Refusal `directory/bad-phone` */
export function refuseBadPhone(phone: string): void {
  if (/^[+(]?[0-9][0-9() -]{1,23}$/u.test(phone)) return;
  throw new Refusal('directory/bad-phone', 'this is no telephone number', 'invalid');
}

/** RFC 5545 days of the week, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/u.test(time);

/** @throws Refusal `directory/bad-hours` no time, opening and closing at the same time, no day of the week; `bad-days` */
export function refuseBadHours(schedules: readonly Schedule[], exceptions: readonly Exception[]): void {
  for (const { byday, opensAt, closesAt, validFrom, validTo } of schedules) {
    refuseBadDays(validFrom, validTo);
    const known = byday.length > 0 && byday.every((day) => (weekdays as readonly string[]).includes(day));
    if (!known) throw new Refusal('directory/bad-hours', 'these are no days of the week', 'invalid');
    refuseBadTimes(opensAt, closesAt);
  }
  for (const { day, opensAt, closesAt } of exceptions) {
    refuseBadDays(day);
    if (opensAt !== undefined || closesAt !== undefined) refuseBadTimes(opensAt ?? '', closesAt ?? '');
  }
}

function refuseBadTimes(opensAt: string, closesAt: string): void {
  if (isTime(opensAt) && (isTime(closesAt) || closesAt === '24:00') && opensAt !== closesAt) return;
  throw new Refusal('directory/bad-hours', 'these are no opening hours', 'invalid');
}
