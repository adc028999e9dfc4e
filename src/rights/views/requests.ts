import { projection } from '#projection';
import { type RequestEvents, requestEvents } from '../domain/request-events.js';

/** What a person asked about their data, with its clock. */
export interface RequestCard {
  readonly id: string;
  readonly person: string;
  readonly country: string;
  readonly institution: string;
  readonly right: string;
  readonly receivedAt: string;
  readonly clock?: RequestEvents['RightsRequestReceived']['clock'];
  readonly overdue: boolean;
  readonly answered?: {
    readonly at: string;
    readonly outcome: string;
    readonly reason?: string;
    readonly late: boolean;
  };
}

/** Sorts after every instant. */
const noClock = '~';

/**
 * The register of requests, by id. Lists: `open` by when an answer is due, those without a clock last; `answered` by
 * when; `person/<id>` by when it came; `due`, what is open and not yet known to be late.
 */
export const requests = projection<RequestEvents, RequestCard>({
  name: 'rights-requests',
  version: 1,
  events: requestEvents,
  key: ({ stream }) => stream.slice('request-'.length),
  empty: (id) => ({ id, person: '', country: '', institution: '', right: '', receivedAt: '', overdue: false }),
  on: {
    RightsRequestReceived: (card, { data, metadata }) => ({
      ...card,
      ...data,
      receivedAt: metadata['effectiveAt'] ?? '',
    }),
    RightsRequestOverdue: (card) => ({ ...card, overdue: true }),
    RightsRequestAnswered: (card, { data: { outcome, reason, late }, metadata }) => ({
      ...card,
      answered: { at: metadata['effectiveAt'] ?? '', outcome, ...(reason === undefined ? {} : { reason }), late },
    }),
  },
  index: ({ person, receivedAt, clock, overdue, answered }) => [
    [`person/${person}`, receivedAt],
    answered === undefined ? ['open', clock?.due ?? noClock] : ['answered', answered.at],
    ...(answered === undefined && !overdue && clock !== undefined ? ([['due', clock.due]] as const) : []),
  ],
});
