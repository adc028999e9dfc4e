import { projection } from '#projection';
import { recordClasses } from '../../protocol/index.js';
import { type SubjectEvents, subjectEvents } from '../domain/subject-events.js';

/** The time the records of a case, or a class of them, are kept is over: somebody should decide. */
export interface Proposal {
  readonly person: string;
  readonly country: string;
  readonly institution: string;
  readonly case: string;
  /** A code of `recordClasses`. */
  readonly class: string;
  /** The kinds of data of the class; absent: all of them. */
  readonly categories?: readonly string[];
  readonly rule: string;
  readonly due: string;
}

/** The class of all there is. */
const whole = 'FILE';
const keyOf = (person: string, name: string): string => `${person}/${name}`;

/** By the person and the class. List: `open` by when the time was over. It is there until all of it is asked to be erased. */
export const proposals = projection<SubjectEvents, Proposal>({
  name: 'erasure-proposals',
  version: 2,
  events: subjectEvents,
  key: ({ type, data }) => {
    if (type === 'ErasureProposed') return keyOf(data.person, whole);
    if (type === 'ErasureOfClassProposed' && 'class' in data) return keyOf(data.person, data.class);
    return recordClasses.entries.map(({ code }) => keyOf(data.person, code));
  },
  empty: (key) => {
    const [person = '', name = ''] = key.split('/');
    return { person, country: '', institution: '', case: '', class: name, rule: '', due: '' };
  },
  on: {
    ErasureProposed: (_, { data: { version: __, ...proposed } }) => ({ ...proposed, class: whole }),
    ErasureOfClassProposed: (_, { data: { version: __, ...proposed } }) => proposed,
    ErasureAsked: (proposal, { data: { categories } }) =>
      categories === undefined || covers(categories, proposal) ? undefined : kept(proposal),
  },
  index: ({ due }) => [['open', due]],
});

const covers = (asked: readonly string[], { categories }: Proposal): boolean =>
  categories !== undefined && categories.every((each) => asked.includes(each));

/** What was never proposed is not made by asking. */
const kept = (proposal: Proposal): Proposal | undefined => (proposal.due === '' ? undefined : proposal);
