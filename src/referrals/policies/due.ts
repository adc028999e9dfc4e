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

/** A hold ends by itself on the day it was given. */
export const wakes: DuePolicy<ReferralCard> = {
  name: 'wakes',
  projection: referralCards,
  list: 'wake',
  fire: ({ id, wakeAt }) =>
    wakeAt === undefined
      ? []
      : [{ category: 'referral', id, command: { do: 'wake', until: wakeAt }, effectiveAt: wakeAt }],
};

/**
 * Whom a clock calls when nothing happens: every rung that is due, in order; when it was due stays in the event.
 *
 * Fires before `wakes`: a hold that ends while nobody watches called for help first. What its clock would have called
 * for after that day is nobody's business any more.
 */
export const ladder: DuePolicy<ReferralCard> = {
  name: 'referral-ladder',
  projection: referralCards,
  list: 'rungs',
  fire: ({ id, clocks, wakeAt }, _key, now) =>
    Object.values(clocks).flatMap(({ clock, waitsFor, rungs }) =>
      rungs
        .filter(({ at }) => at <= now && (waitsFor !== 'referral-resumed' || at <= (wakeAt ?? now)))
        .map(({ rung }) => ({
          category: 'referral',
          id,
          command: { do: 'escalate', clock, rung },
          once: `${clock}/${rung}`,
        })),
    ),
};
