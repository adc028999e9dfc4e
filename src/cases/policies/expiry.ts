import type { DuePolicy } from '#policy';
import { type CaseCard, callsAt, caseCards } from '../views/case-card.js';

/** Before the term of a measure ends somebody is told, once for each term; the measure itself holds until an order. */
export const expiringMeasures: DuePolicy<CaseCard> = {
  name: 'expiring-measures',
  projection: caseCards,
  list: 'expiring',
  fire: ({ measures }, id, now) =>
    Object.entries(measures).flatMap(([measure, each]) => {
      const { until } = each;
      const at = callsAt(each);
      return at === undefined || until === undefined || at > now
        ? []
        : [{ category: 'case', id, command: { do: 'warn-expiry', measure, until }, once: `${measure} ${until}` }];
    }),
};
