import { type Code, code, factCatalogue, publish, type RandomId, randomId } from '#publishing';
import { personLinkEvents } from '../domain/person-link.js';

/** Which records are of one person, for counting persons: pairs, of which groups are made by who counts. */
export type PersonFacts = {
  'PersonsLinked.v1': { person: RandomId; other: RandomId; institution: Code; reason: Code };
  'PersonsUnlinked.v1': { person: RandomId; other: RandomId; institution: Code };
};

export const personFacts = factCatalogue<PersonFacts>({ 'PersonsLinked.v1': true, 'PersonsUnlinked.v1': true });

export const personPublication = publish(personLinkEvents, personFacts, {
  PersonsLinked: ({ data: { persons, institution, reason } }) => ({
    type: 'PersonsLinked.v1',
    data: {
      person: randomId(persons[0]),
      other: randomId(persons[1]),
      institution: code(institution),
      reason: code(reason),
    },
  }),
  PersonsUnlinked: ({ data: { persons, institution } }) => ({
    type: 'PersonsUnlinked.v1',
    data: { person: randomId(persons[0]), other: randomId(persons[1]), institution: code(institution) },
  }),
});
