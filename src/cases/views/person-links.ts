import { projection } from '#projection';
import { type Pair, type PersonLinkEvents, personLinkEvents } from '../domain/person-link.js';

/** A pair of persons that something is held of. */
export interface LinkedPair {
  readonly persons: Pair;
  readonly status: 'flagged' | 'linked';
  readonly since: string;
  readonly strength?: 'document' | 'phone' | 'name';
  /** Why they were linked: a code. */
  readonly reason?: string;
}

/** The list of all pairs that are linked, or look alike, by when. */
export const allPairs = (status: LinkedPair['status']): string => status;

const empty: LinkedPair = { persons: ['', ''], status: 'flagged', since: '' };

/**
 * By the id of the pair. A pair that is one no more, or never was, is not there: what hangs on it is as before. Lists:
 * `linked/<person>` and `flagged/<person>`, and all of them under `linked` and `flagged`, by when.
 */
export const personLinks = projection<PersonLinkEvents, LinkedPair>({
  name: 'person-links',
  version: 2,
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
    PersonsLinked: (_, { data: { persons, reason }, metadata }) => ({
      persons,
      status: 'linked',
      since: metadata['effectiveAt'] ?? '',
      reason,
    }),
    PersonsUnlinked: () => undefined,
    SimilarPersonsDismissed: () => undefined,
  },
  index: ({ persons, status, since }) => [
    [allPairs(status), since],
    ...persons.map((person) => [`${status}/${person}`, since] as const),
  ],
});
