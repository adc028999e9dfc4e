import type { ReferralStatus } from './life.js';
import type { Referral } from './state.js';

/** What an institution is to a referral: who sent it, who has it and may read it, who no longer may, or nobody. */
export type End = 'owner' | 'party' | 'expired' | 'withdrawn' | 'none';

/** Where the receiver has nothing to do with it any more. */
const over: ReadonlySet<ReferralStatus> = new Set<ReferralStatus>(['declined', 'unreachable', 'cancelled', 'undone']);
/** Where the work is done, and what was written is looked at again for a while. */
const done: ReadonlySet<ReferralStatus> = new Set<ReferralStatus>(['reported-back', 'closed']);

/** Milliseconds that the receiver still reads a referral after it was answered. A rule of this house, not of a law. */
export const readAfterwards = 90 * 86_400_000;

export interface Ended extends Pick<Referral, 'from' | 'to' | 'status' | 'consent'> {
  /** When something last happened to it. */
  readonly lastAt: string;
}

/** What an institution is to a referral at `now`. Access ends by itself: with the consent, with the leg, with time. */
export function endOf(referral: Ended, institution: string, now: string): End {
  const { from, to } = referral;
  if (institution === from) return 'owner';
  return institution === to ? standing(referral, now) : 'none';
}

/** Whether a referral still is a reason to see its case, for either end. */
export function partyBy(referral: Ended, institution: string, now: string): Exclude<End, 'owner'> {
  const { from, to } = referral;
  return institution === from || institution === to ? standing(referral, now) : 'none';
}

function standing({ status, consent, lastAt }: Ended, now: string): Exclude<End, 'owner' | 'none'> {
  if (consent.withdrawn) return 'withdrawn';
  if (over.has(status) || (consent.until !== undefined && consent.until < now)) return 'expired';
  const late = done.has(status) && Date.parse(now) > Date.parse(lastAt) + readAfterwards;
  return late ? 'expired' : 'party';
}
