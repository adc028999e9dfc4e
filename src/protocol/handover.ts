import { addMonths, endOfDay, zoned } from '#terms';
import { zoneOf } from './use.js';

/** How often a person is tried to be reached before a referral goes back to who sent it. A board's own rule. */
const attempts: Readonly<Record<string, number>> = { PE: 3, BO: 3 };
export const contactAttempts = (country: string): number => attempts[country] ?? 3;

/** Results of an attempt that found the person. */
export const personReached: readonly string[] = ['REACHED'];

/** Results after which the receiver does not try again: it could harm. */
export const unsafeToReach: readonly string[] = ['UNSAFE'];

/** For how long a consent holds when the person named no day. A board's own rule, in months. */
const consentMonths: Readonly<Record<string, number>> = { PE: 6, BO: 6 };

/** The last instant of a consent given without a day. */
export function consentUntil(country: string, givenAt: string): string {
  const zone = zoneOf(country);
  return endOfDay(addMonths(zoned(givenAt, zone).date, consentMonths[country] ?? 6), zone);
}
