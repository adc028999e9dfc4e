import { catalogue, type Decider, deriveId, type EventOf, Refusal } from '#decider';
import { refuseUnlisted } from '../../protocol/index.js';

/** Two records of persons, the smaller id first: a pair has one stream, whichever of them is named first. */
export type Pair = readonly [string, string];

/** What is held of a pair of persons. Nothing of either is moved or merged, so that a mistake is undone without a trace. */
export type PersonLinkEvents = {
  /** They look alike; nobody has said yet whether they are one. `strength` says by what: document, phone or name. */
  SimilarPersonsFound: { readonly persons: Pair; readonly strength: 'document' | 'phone' | 'name' };
  /** They are one person. */
  PersonsLinked: {
    readonly persons: Pair;
    readonly country: string;
    readonly institution: string;
    readonly reason: string;
  };
  /** They are not, or not known to be. */
  PersonsUnlinked: { readonly persons: Pair; readonly institution: string };
  /** Somebody looked, and they are two: they are not flagged again. */
  SimilarPersonsDismissed: { readonly persons: Pair; readonly institution: string };
};

export const personLinkEvents = catalogue<PersonLinkEvents>({
  SimilarPersonsFound: 1,
  PersonsLinked: 1,
  PersonsUnlinked: 1,
  SimilarPersonsDismissed: 1,
});

export type PersonLinkCommand =
  | { readonly do: 'flag'; readonly persons: Pair; readonly strength: 'document' | 'phone' | 'name' }
  | {
      readonly do: 'link';
      readonly persons: Pair;
      readonly country: string;
      readonly institution: string;
      /** A code of `linkReasons`. */
      readonly reason: string;
    }
  | { readonly do: 'unlink' | 'dismiss'; readonly persons: Pair; readonly institution: string };

export interface PersonLink {
  readonly status: 'none' | 'flagged' | 'dismissed' | 'linked';
}

export const pairOf = (a: string, b: string): Pair => (a < b ? [a, b] : [b, a]);

/** The id of a pair: its stream is `link-<id>`. */
export const linkId = (pair: Pair): string => deriveId('person-link', ...pair);

type Event = EventOf<PersonLinkEvents>;

export const personLinkDecider: Decider<PersonLinkCommand, PersonLinkEvents, PersonLink> = {
  category: 'link',
  events: personLinkEvents,
  initial: { status: 'none' },
  decide: (command, { status }): readonly Event[] => {
    const { persons } = command;
    if (persons[0] >= persons[1]) throw new Refusal('person/not-a-pair', 'two persons, in their order', 'invalid');
    switch (command.do) {
      case 'flag':
        return status === 'none'
          ? [{ type: 'SimilarPersonsFound', data: { persons, strength: command.strength } }]
          : [];
      case 'link': {
        if (status === 'linked') return [];
        const { country, institution, reason } = command;
        refuseUnlisted(country, 'linkReasons', reason);
        return [{ type: 'PersonsLinked', data: { persons, country, institution, reason } }];
      }
      case 'unlink':
        if (status !== 'linked') return [];
        return [{ type: 'PersonsUnlinked', data: { persons, institution: command.institution } }];
      case 'dismiss':
        if (status === 'linked') {
          throw new Refusal('person/linked', 'they are linked: unlink them first', 'illegal', ['unlink']);
        }
        if (status === 'dismissed') return [];
        return [{ type: 'SimilarPersonsDismissed', data: { persons, institution: command.institution } }];
    }
  },
  evolve: (_, { type }) => ({ status: after[type] }),
};

/** Unlinked they are flagged no more than before: somebody said what they are not. */
const after: Readonly<Record<Event['type'], PersonLink['status']>> = {
  SimilarPersonsFound: 'flagged',
  PersonsLinked: 'linked',
  PersonsUnlinked: 'none',
  SimilarPersonsDismissed: 'dismissed',
};
