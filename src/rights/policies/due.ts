import type { DuePolicy } from '#policy';
import { type KeptCase, keptCases } from '../views/kept-cases.js';
import { type RequestCard, requests } from '../views/requests.js';

/** A request whose last day went by without an answer is late, once. */
export const lateRequests: DuePolicy<RequestCard> = {
  name: 'late-rights-requests',
  projection: requests,
  list: 'due',
  fire: ({ id, clock }) =>
    clock === undefined
      ? []
      : [{ category: 'request', id, command: { do: 'overdue', due: clock.due }, effectiveAt: clock.due }],
};

/** Proposes to erase what has been kept long enough. Whether it is erased, two persons decide. */
export const retentionOver: DuePolicy<KeptCase> = {
  name: 'retention-over',
  projection: keptCases,
  list: 'over',
  fire: ({ end, ...kept }) =>
    end === undefined
      ? []
      : [
          {
            category: 'subject',
            id: kept.person,
            command: { do: 'propose', ...kept, ...end },
            once: `${kept.case}/${end.due}`,
          },
        ],
};
