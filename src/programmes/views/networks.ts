import { projection } from '#projection';
import type { Recognition } from '../domain/council-events.js';
import { type NetworkEvents, networkEvents } from '../domain/network-events.js';

/** A federation above councils. */
export interface NetworkCard {
  /** The code of its organization in the directory. */
  readonly id: string;
  readonly country: string;
  readonly name: string;
  readonly territory: readonly string[];
  readonly on: string;
  readonly recognised?: Recognition;
  readonly endedOn?: string;
}

/** Networks by code. List: `all`, by name. */
export const networks = projection<NetworkEvents, NetworkCard>({
  name: 'networks',
  version: 1,
  events: networkEvents,
  key: ({ data }) => data.network,
  empty: (id) => ({ id, country: '', name: '', territory: [], on: '' }),
  on: {
    NetworkFounded: (card, { data: { network: _, ...told } }) => ({ ...card, ...told }),
    NetworkRecognised: (card, { data: { network: _, ...recognised } }) => ({ ...card, recognised }),
    NetworkEnded: (card, { data: { on: endedOn } }) => ({ ...card, endedOn }),
  },
  index: ({ name }) => [['all', name]],
});
