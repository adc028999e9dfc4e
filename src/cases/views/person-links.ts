import { projection } from '#projection';
import { type Pair, type PersonLinkEvents, personLinkEvents } from '../domain/person-link.js';

/** A pair of persons that something is held of. */
export interface LinkedPair {
  readonly persons: Pair;
  readonly status: 'flagged' | 'linked';
  readonly since: string;
  readonly strength?: 'document' | 'phone' | 'name';
}

const empty: LinkedPair = { persons: ['', ''], status: 'flagged', since: '' };

/**
 * By the id of the pair. A pair that is one no more, or never was, is not there: what hangs on it is as before. Lists:
 * `linked/<person>` and `flagged/<person>`, by when.
 */
export const personLinks = projection<PersonLinkEvents, LinkedPair>({
  name: 'person-links',
  version: 1,
  events: personLinkEvents,
  key: ({ stream }) => stream.slice('link-'.length),
  empty: () => empty,
  on: {
    SimilarPersonsFound: (_, { data: { persons, strength }, metadata }) => ({
      persons,
      status: 'flagged',
      since: metadata['effectiveAt'] ?? '',
      strength,
    }),
    PersonsLinked: (_, { data: { persons }, metadata }) => ({
      persons,
      status: 'linked',
      since: metadata['effectiveAt'] ?? '',
    }),
    PersonsUnlinked: () => undefined,
    SimilarPersonsDismissed: () => undefined,
  },
  index: ({ persons, status, since }) => persons.map((person) => [`${status}/${person}`, since] as const),
});
