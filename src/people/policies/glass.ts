import { type DuePolicy, policy } from '#policy';
import { type GlassEvents, glassEvents } from '../domain/break-glass.js';
import { type Glass, glasses } from '../views/glasses.js';
import { told } from '../domain/told.js';

/** An emergency access that nobody reviewed in time. */
export const missedReviews: DuePolicy<Glass> = {
  name: 'missed-reviews',
  projection: glasses,
  list: 'review-due',
  fire: ({ staff, reviewBy }, glass, now) =>
    reviewBy > now ? [] : [{ category: 'glass', id: staff, command: { do: 'miss-review', glass } }],
};

/** Who answers for a case hears at once that somebody else saw it; so does whoever looks after personal data. */
export const notifyGlass = policy<GlassEvents>({
  name: 'notify-glass',
  events: glassEvents,
  on: {
    GlassBroken: ({ data: { owner, country, case: id } }) => told('glass-broken', id, owner, `data-officer/${country}`),
    GlassReviewMissed: ({ data: { glass, country } }) => told('glass-unreviewed', glass, `data-officer/${country}`),
  },
});
