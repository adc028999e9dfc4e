import { projection } from '#projection';
import { type SubjectEvents, subjectEvents } from '../domain/subject-events.js';

/** A legal hold: nothing of this person may be erased while it stands. */
export interface HoldCard {
  readonly id: string;
  readonly person: string;
  readonly country: string;
  readonly institution: string;
  readonly norm: string;
  readonly since: string;
  readonly lifted?: { readonly at: string; readonly reason: string };
}

/** By its id. Lists: `standing` and `person/<id>`, by since when. */
export const holds = projection<SubjectEvents, HoldCard>({
  name: 'legal-holds',
  version: 1,
  events: subjectEvents,
  key: ({ data }) => ('hold' in data ? data.hold : undefined),
  empty: (id) => ({ id, person: '', country: '', institution: '', norm: '', since: '' }),
  on: {
    LegalHoldPlaced: (_, { data: { hold, ...placed }, metadata }) => ({
      id: hold,
      ...placed,
      since: metadata['effectiveAt'] ?? '',
    }),
    LegalHoldLifted: (card, { data, metadata }) => ({
      ...card,
      lifted: { at: metadata['effectiveAt'] ?? '', reason: data.reason },
    }),
  },
  index: ({ person, since, lifted }) => [
    [`person/${person}`, since],
    ...(lifted === undefined ? ([['standing', since]] as const) : []),
  ],
});
