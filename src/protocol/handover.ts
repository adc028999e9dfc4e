import { addMonths, endOfDay, zoned } from '#terms';
import { jurisdiction } from './jurisdictions.js';

/** How often a person is tried to be reached before a referral goes back to who sent it. */
export const contactAttempts = (country: string): number => jurisdiction(country).handover.contactAttempts;

/** Results of an attempt that found the person. */
export const personReached: readonly string[] = ['REACHED'];

/** Results after which the receiver does not try again: it could harm. */
export const unsafeToReach: readonly string[] = ['UNSAFE'];

/** The last instant of a consent given without a day. */
export function consentUntil(country: string, givenAt: string): string {
  const { zone, handover } = jurisdiction(country);
  return endOfDay(addMonths(zoned(givenAt, zone).date, handover.consentMonths), zone);
}
