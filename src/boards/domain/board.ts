import { type Decider, type EventOf, Refusal } from '#decider';
import { refuseBadCode, refuseBadDistrict, refuseBadName, refuseUnknownCountry } from '../../protocol/index.js';
import { type BoardEvents, boardEvents, type BoardLevel } from './events.js';

export type BoardCommand =
  | {
      readonly do: 'establish';
      readonly board: string;
      readonly name: string;
      readonly kind: 'statutory' | 'voluntary';
      readonly level: BoardLevel;
      readonly country: string;
      readonly place: string;
      readonly territory: readonly string[];
    }
  | {
      readonly do: 'record-population';
      readonly district: string;
      readonly year: number;
      readonly inhabitants: number;
      readonly source: string;
    }
  | { readonly do: 'seat'; readonly organization: string; readonly seat: string; readonly from: string }
  | { readonly do: 'unseat'; readonly organization: string; readonly until: string };

export interface Board {
  readonly established: boolean;
  /** What it was established as. */
  readonly about?: BoardEvents['BoardEstablished'];
  readonly territory: readonly string[];
  readonly members: readonly string[];
  readonly populations: readonly string[];
}

const kinds: readonly string[] = ['statutory', 'voluntary'] satisfies BoardEvents['BoardEstablished']['kind'][];
const levels: readonly string[] = ['district', 'provincial', 'regional', 'national'] satisfies BoardLevel[];

/** The rules of a board: established once, for at least one district, with members who come and go. */
export const boardDecider: Decider<BoardCommand, BoardEvents, Board> = {
  category: 'board',
  events: boardEvents,
  initial: { established: false, territory: [], members: [], populations: [] },
  decide: (command, state): readonly EventOf<BoardEvents>[] => {
    if (command.do === 'establish') {
      const { board, name, kind, level, country, place, territory } = command;
      const data = { board, name, kind, level, country, place, territory };
      if (state.about !== undefined) {
        if (JSON.stringify(state.about) === JSON.stringify(data)) return [];
        throw new Refusal('board/taken', 'another board has this code');
      }
      if (territory.length === 0) {
        throw new Refusal('board/no-territory', 'a board answers for at least one district', 'invalid');
      }
      refuseBadCode('board', board);
      refuseBadName('board', name);
      refuseBadName('board', place);
      refuseUnknownCountry('board', country);
      for (const district of territory) refuseBadDistrict('board', country, district);
      if (!kinds.includes(kind) || !levels.includes(level)) {
        throw new Refusal('code/not-listed', 'there is no such kind or level', 'invalid');
      }
      return [{ type: 'BoardEstablished', data }];
    }
    if (!state.established) throw new Refusal('board/unknown', 'there is no such board', 'unknown');
    switch (command.do) {
      case 'record-population': {
        if (!state.territory.includes(command.district)) {
          throw new Refusal('board/district-outside', 'the district is not of this board', 'invalid');
        }
        const { district, year, inhabitants, source } = command;
        if (!Number.isInteger(inhabitants) || inhabitants <= 0) {
          throw new Refusal('board/bad-population', 'inhabitants are a positive whole number', 'invalid');
        }
        refuseBadCode('board', source);
        if (state.populations.includes(populationKey(district, year, inhabitants, source))) return [];
        return [{ type: 'PopulationRecorded', data: { district, year, inhabitants, source } }];
      }
      case 'seat': {
        if (state.members.includes(command.organization)) return [];
        const { organization, seat, from } = command;
        refuseBadCode('board', organization);
        refuseBadCode('board', seat);
        return [{ type: 'MemberSeated', data: { organization, seat, from } }];
      }
      case 'unseat': {
        if (!state.members.includes(command.organization)) return [];
        return [{ type: 'MemberLeft', data: { organization: command.organization, until: command.until } }];
      }
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'BoardEstablished':
        return { ...state, established: true, about: event.data, territory: event.data.territory };
      case 'PopulationRecorded': {
        const { district, year, inhabitants, source } = event.data;
        return { ...state, populations: [...state.populations, populationKey(district, year, inhabitants, source)] };
      }
      case 'MemberSeated':
        return { ...state, members: [...state.members, event.data.organization] };
      case 'MemberLeft':
        return { ...state, members: state.members.filter((member) => member !== event.data.organization) };
    }
  },
};

const populationKey = (district: string, year: number, inhabitants: number, source: string): string =>
  `${district}|${year}|${inhabitants}|${source}`;
