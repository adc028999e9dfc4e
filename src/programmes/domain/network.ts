import { type Decider, type EventOf, Refusal } from '#decider';
import {
  refuseBadCode,
  refuseBadDistrict,
  refuseBadName,
  refuseUnknownCountry,
  refuseUnlisted,
} from '../../protocol/index.js';
import { refuseBackwards, refuseUnlessStanding, sameFounding } from './community-refusing.js';
import { without } from './community-without.js';
import { refuseBadRecognition } from './council.js';
import type { Recognition } from './council-events.js';
import { type NetworkEvents, networkEvents } from './network-events.js';
import { refuseNotYet } from './refusing.js';

type Founded = NetworkEvents['NetworkFounded'];
type Event = EventOf<NetworkEvents>;

export type NetworkCommand =
  | ({ readonly do: 'found' } & Founded)
  | ({ readonly do: 'recognise' } & Recognition)
  | { readonly do: 'end'; readonly on: string; readonly reason: string };

export interface Network {
  readonly status: 'none' | 'standing' | 'ended';
  readonly founded?: Founded;
  readonly recognised?: Recognition;
}

/** The rules of a network: founded once, recognised, ended. Which councils belong to it they say themselves. */
export const networkDecider: Decider<NetworkCommand, NetworkEvents, Network> = {
  category: 'network',
  events: networkEvents,
  initial: { status: 'none' },
  decide: (command, state, { recordedAt }) => {
    if (command.do === 'found') return found(command, state, recordedAt);
    if (command.do === 'end' && state.status === 'ended') return [];
    refuseUnlessStanding(state);
    if (state.founded === undefined) return [];
    const { network, country, on: since } = state.founded;
    const judged = { country, recordedAt };
    if (command.do === 'end') {
      const { on, reason } = command;
      refuseUnlisted(country, 'councilEndings', reason);
      refuseNotYet('community', on, judged);
      refuseBackwards(since, on);
      return [{ type: 'NetworkEnded', data: { network, on, reason } }];
    }
    const by = without(command, 'do');
    refuseBadRecognition(by, since, judged);
    if (state.recognised !== undefined && sameFounding(by, state.recognised)) return [];
    return [{ type: 'NetworkRecognised', data: { network, ...by } }];
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'NetworkFounded':
        return { ...state, status: 'standing', founded: event.data };
      case 'NetworkRecognised': {
        return { ...state, recognised: without(event.data, 'network') };
      }
      case 'NetworkEnded':
        return { ...state, status: 'ended' };
    }
  },
};

function found(
  { do: _, ...told }: { readonly do: 'found' } & Founded,
  { founded }: Network,
  recordedAt: string,
): readonly Event[] {
  if (founded !== undefined) {
    if (sameFounding(told, founded)) return [];
    throw new Refusal('community/taken', 'another one has this code');
  }
  refuseUnknownCountry('community', told.country);
  refuseBadCode('community', told.network);
  refuseBadName('community', told.name);
  if (told.territory.length === 0) throw new Refusal('community/no-territory', 'it answers for no district', 'invalid');
  for (const district of told.territory) refuseBadDistrict('community', told.country, district);
  refuseNotYet('community', told.on, { country: told.country, recordedAt });
  return [{ type: 'NetworkFounded', data: told }];
}
