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

/** Proposes to erase what has been kept long enough, class by class. Whether it is erased, two persons decide. */
export const retentionOver: DuePolicy<KeptCase> = {
  name: 'retention-over',
  projection: keptCases,
  list: 'over',
  fire: ({ end, class: name, ...kept }) => {
    if (end === undefined) return [];
    const { categories, ...rest } = end;
    const command =
      categories === undefined
        ? { do: 'propose', ...kept, ...rest }
        : { do: 'propose-class', ...kept, class: name, categories, ...rest };
    return [{ category: 'subject', id: kept.person, command, once: `${kept.case}/${name}/${end.due}` }];
  },
};
