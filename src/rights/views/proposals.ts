import { projection } from '#projection';
import { type SubjectEvents, subjectEvents } from '../domain/subject-events.js';

/** The time the records of a case are kept is over: somebody should decide. */
export interface Proposal {
  readonly person: string;
  readonly country: string;
  readonly institution: string;
  readonly case: string;
  readonly rule: string;
  readonly due: string;
}

/** By the person. List: `open` by when the time was over. It is there until an erasure of everything is asked for. */
export const proposals = projection<SubjectEvents, Proposal>({
  name: 'erasure-proposals',
  version: 1,
  events: subjectEvents,
  key: ({ data }) => data.person,
  empty: (person) => ({ person, country: '', institution: '', case: '', rule: '', due: '' }),
  on: {
    ErasureProposed: (_, { data: { version: __, ...proposed } }) => proposed,
    ErasureAsked: (proposal, { data }) => (data.categories === undefined ? undefined : kept(proposal)),
  },
  index: ({ due }) => [['open', due]],
});

/** What was never proposed is not made by asking. */
const kept = (proposal: Proposal): Proposal | undefined => (proposal.due === '' ? undefined : proposal);
