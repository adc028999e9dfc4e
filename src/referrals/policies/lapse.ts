import type { DuePolicy } from '#policy';
import { type ReferralCard, referralCards } from '../views/referral-card.js';

/** A referral nobody acknowledged in time lapses, once, at the instant the acknowledgement fell due. */
export const lapses: DuePolicy<ReferralCard> = {
  name: 'lapses',
  projection: referralCards,
  list: 'due',
  fire: ({ id, due }) =>
    due === undefined ? [] : [{ category: 'referral', id, command: { do: 'lapse', due }, effectiveAt: due }],
};
