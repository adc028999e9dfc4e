import { type Decider, type EventOf, Refusal } from '#decider';
import {
  refuseBadCode,
  refuseBadDay,
  refuseBadDistrict,
  refuseBadName,
  refuseUnknownCountry,
  refuseUnlisted,
} from '../../protocol/index.js';
import { refuseBackwards, refuseUnlessStanding, sameFounding } from './community-refusing.js';
import { without } from './community-without.js';
import { type CouncilEvents, councilEvents, type Recognition, type Term } from './council-events.js';
import { type Judged, refuseNotYet } from './refusing.js';

type Founded = CouncilEvents['CouncilFounded'];

export type CouncilCommand =
  | ({ readonly do: 'found' } & Founded)
  | ({ readonly do: 'recognise' } & Recognition)
  | { readonly do: 'join'; readonly network: string; readonly from: string }
  | { readonly do: 'leave'; readonly until: string }
  | ({ readonly do: 'name-defender' } & Term)
  | { readonly do: 'train-defender'; readonly defender: string; readonly training: string; readonly on: string }
  | { readonly do: 'release-defender'; readonly defender: string; readonly until: string }
  | { readonly do: 'end'; readonly on: string; readonly reason: string };

export interface Council {
  readonly status: 'none' | 'standing' | 'ended';
  readonly founded?: Founded;
  readonly recognised?: Recognition;
  readonly network?: { readonly network: string; readonly from: string };
  /** The last term of each volunteer, by code. */
  readonly defenders: Readonly<Record<string, Term>>;
}

type Event = EventOf<CouncilEvents>;
type Of<C extends CouncilCommand['do']> = Extract<CouncilCommand, { do: C }>;

/** The rules of a council: founded once, it has volunteers for their terms and may belong to one network at a time. */
export const councilDecider: Decider<CouncilCommand, CouncilEvents, Council> = {
  category: 'council',
  events: councilEvents,
  initial: { status: 'none', defenders: {} },
  decide: (command, state, { recordedAt }) => {
    if (command.do === 'found') return found(command, state, recordedAt);
    if (command.do === 'end' && state.status === 'ended') return [];
    refuseUnlessStanding(state);
    const { founded } = state;
    if (founded === undefined) return [];
    const { council, country } = founded;
    const judged = { country, recordedAt };
    switch (command.do) {
      case 'recognise':
        return recognise(command, state, founded, judged);
      case 'join':
        return join(command, state, founded);
      case 'leave': {
        if (state.network === undefined) return [];
        refuseNotYet('community', command.until, judged);
        refuseBackwards(state.network.from, command.until);
        return [{ type: 'CouncilLeft', data: { council, network: state.network.network, until: command.until } }];
      }
      case 'name-defender':
        return nameDefender(command, state, founded);
      case 'train-defender': {
        const { defender, training, on } = command;
        const term = termOf(defender, state);
        refuseUnlisted(country, 'trainingStates', training);
        refuseNotYet('community', on, judged);
        if (term.training === training) return [];
        return [{ type: 'DefenderTrained', data: { council, defender, training, on } }];
      }
      case 'release-defender': {
        const { defender, until } = command;
        const term = termOf(defender, state);
        if (term.until === until) return [];
        refuseBadDay('community', until);
        refuseBackwards(term.from, until);
        if (term.until !== undefined && until > term.until) {
          throw new Refusal('community/term-over', `the term ended on ${term.until}`);
        }
        return [{ type: 'DefenderLeft', data: { council, defender, until } }];
      }
      case 'end': {
        const { on, reason } = command;
        refuseUnlisted(country, 'councilEndings', reason);
        refuseNotYet('community', on, judged);
        refuseBackwards(founded.on, on);
        return [{ type: 'CouncilEnded', data: { council, on, reason } }];
      }
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'CouncilFounded':
        return { ...state, status: 'standing', founded: event.data };
      case 'CouncilRecognised': {
        return { ...state, recognised: without(event.data, 'council') };
      }
      case 'CouncilJoined': {
        const { network, from } = event.data;
        return { ...state, network: { network, from } };
      }
      case 'CouncilLeft': {
        return without(state, 'network');
      }
      case 'DefenderNamed': {
        const term = without(event.data, 'council');
        return withTerm(state, term.defender, () => term);
      }
      case 'DefenderTrained':
        return withTerm(state, event.data.defender, (term) => ({ ...term, training: event.data.training }));
      case 'DefenderLeft':
        return withTerm(state, event.data.defender, (term) => ({ ...term, until: event.data.until }));
      case 'CouncilEnded':
        return { ...state, status: 'ended' };
    }
  },
};

function found({ do: _, ...told }: Of<'found'>, { founded }: Council, recordedAt: string): readonly Event[] {
  if (founded !== undefined) {
    if (sameFounding(told, founded)) return [];
    throw new Refusal('community/taken', 'another one has this code');
  }
  refuseUnknownCountry('community', told.country);
  for (const code of [told.council, ...told.communities]) refuseBadCode('community', code);
  refuseBadName('community', told.name);
  refuseBadDistrict('community', told.country, told.district);
  refuseNotYet('community', told.on, { country: told.country, recordedAt });
  return [{ type: 'CouncilFounded', data: told }];
}

function recognise(
  { do: _, ...by }: Of<'recognise'>,
  { recognised }: Council,
  founded: Founded,
  judged: Judged,
): readonly Event[] {
  refuseBadRecognition(by, founded.on, judged);
  if (recognised !== undefined && sameFounding(by, recognised)) return [];
  return [{ type: 'CouncilRecognised', data: { council: founded.council, ...by } }];
}

/** @throws Refusal `community/bad-code`, `community/bad-day`, `community/not-yet`, `community/backwards` */
export function refuseBadRecognition({ by, on, norm }: Recognition, since: string, judged: Judged): void {
  for (const code of [by, ...(norm === undefined ? [] : [norm])]) refuseBadCode('community', code);
  refuseNotYet('community', on, judged);
  refuseBackwards(since, on);
}

function join(
  { network, from }: Of<'join'>,
  { network: current }: Council,
  { council, on }: Founded,
): readonly Event[] {
  if (current?.network === network) return [];
  if (current !== undefined) throw new Refusal('community/in-another-network', `it belongs to ${current.network}`);
  refuseBadCode('community', network);
  refuseBadDay('community', from);
  refuseBackwards(on, from);
  return [{ type: 'CouncilJoined', data: { council, network, from } }];
}

function nameDefender({ do: _, ...term }: Of<'name-defender'>, state: Council, founded: Founded): readonly Event[] {
  const { defender, from, until, training } = term;
  refuseBadCode('community', defender);
  const last = state.defenders[defender];
  if (last !== undefined && sameFounding(last, term)) return [];
  refuseUnlisted(founded.country, 'trainingStates', training);
  for (const day of [from, ...(until === undefined ? [] : [until])]) refuseBadDay('community', day);
  refuseBackwards(from, until);
  refuseBackwards(founded.on, from);
  if (last !== undefined && (last.until === undefined || last.until >= from)) {
    throw new Refusal('community/term-runs', 'the term before has not ended by then');
  }
  return [{ type: 'DefenderNamed', data: { council: founded.council, ...term } }];
}

/** @throws Refusal `community/bad-code`, `community/unknown-defender` */
function termOf(defender: string, { defenders }: Council): Term {
  refuseBadCode('community', defender);
  const term = defenders[defender];
  if (term === undefined) throw new Refusal('community/unknown-defender', 'nobody has this code here', 'invalid');
  return term;
}

function withTerm(state: Council, defender: string, change: (term: Term) => Term): Council {
  const term = state.defenders[defender] ?? { defender, from: '', training: '' };
  return { ...state, defenders: { ...state.defenders, [defender]: change(term) } };
}
