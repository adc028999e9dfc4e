import { projection } from '#projection';
import { type CouncilEvents, councilEvents, type Recognition, type Term } from '../domain/council-events.js';

/** A council or ronda, with the terms of its volunteers. */
export interface CouncilCard {
  /** The code of its organization in the directory. */
  readonly id: string;
  readonly kind: string;
  readonly country: string;
  readonly name: string;
  readonly district: string;
  readonly communities: readonly string[];
  readonly on: string;
  readonly recognised?: Recognition;
  readonly network?: string;
  readonly inNetworkFrom?: string;
  /** Every term, in the order they began to be known. */
  readonly defenders: readonly Term[];
  readonly endedOn?: string;
  readonly revision: number;
}

/** The last term of somebody, changed. */
function changed(terms: readonly Term[], defender: string, change: Partial<Term>): readonly Term[] {
  const last = terms.findLastIndex((term) => term.defender === defender);
  return terms.map((term, index) => (index === last ? { ...term, ...change } : term));
}

/** Councils by code. Lists: `all`, and `network/<code>`, by name. */
export const councils = projection<CouncilEvents, CouncilCard>({
  name: 'councils',
  version: 1,
  events: councilEvents,
  key: ({ data }) => data.council,
  empty: (id) => ({
    ...{ id, kind: '', country: '', name: '', district: '', on: '' },
    ...{ communities: [], defenders: [], revision: 0 },
  }),
  on: {
    CouncilFounded: (card, { data: { council: _, ...told }, revision }) => ({ ...card, ...told, revision }),
    CouncilRecognised: (card, { data: { council: _, ...recognised }, revision }) => ({ ...card, recognised, revision }),
    CouncilJoined: (card, { data: { network, from: inNetworkFrom }, revision }) => ({
      ...card,
      ...{ network, inNetworkFrom, revision },
    }),
    CouncilLeft: ({ network: _, inNetworkFrom: __, ...card }, { revision }) => ({ ...card, revision }),
    DefenderNamed: (card, { data: { council: _, ...term }, revision }) => ({
      ...card,
      defenders: [...card.defenders, term],
      revision,
    }),
    DefenderTrained: (card, { data: { defender, training }, revision }) => ({
      ...card,
      defenders: changed(card.defenders, defender, { training }),
      revision,
    }),
    DefenderLeft: (card, { data: { defender, until }, revision }) => ({
      ...card,
      defenders: changed(card.defenders, defender, { until }),
      revision,
    }),
    CouncilEnded: (card, { data: { on: endedOn }, revision }) => ({ ...card, endedOn, revision }),
  },
  index: ({ name, network }) => [
    ['all', name],
    ...(network === undefined ? [] : [[`network/${network}`, name] as const]),
  ],
});

/** The volunteers whose term holds on a day. */
export const servingOn = ({ defenders }: Pick<CouncilCard, 'defenders'>, day: string): readonly Term[] =>
  defenders.filter(({ from, until = day }) => from <= day && day <= until);
