import { type Decider, type EventOf, Refusal } from '#decider';
import {
  refuseBadCode,
  refuseBadDay,
  refuseBadDistrict,
  refuseBadName,
  refuseUnknownCountry,
} from '../../protocol/index.js';
import { type BoardEvents, boardEvents, type BoardLevel } from './events.js';
import { refuseSeatBeyondLaw, seatsByLaw } from './seats.js';

export type BoardCommand =
  | ({ readonly do: 'establish' } & BoardEvents['BoardEstablished'])
  | {
      readonly do: 'link';
      /** What the caller found of the boards named. */
      readonly parent?: { readonly board: string; readonly level: BoardLevel };
      readonly succeeds?: { readonly board: string; readonly kind: 'statutory' | 'voluntary' };
    }
  | ({ readonly do: 'record-population' } & BoardEvents['PopulationRecorded'])
  | ({ readonly do: 'seat' } & BoardEvents['MemberSeated'])
  | ({ readonly do: 'unseat' } & BoardEvents['MemberLeft']);

type Seated = Pick<BoardEvents['MemberSeated'], 'organization' | 'seat' | 'until'>;

export interface Board {
  /** What it was established as. */
  readonly about?: BoardEvents['BoardEstablished'];
  readonly parent?: string;
  readonly succeeds?: string;
  readonly territory: readonly string[];
  /** Those who sit there now. */
  readonly members: readonly Seated[];
  readonly populations: readonly string[];
}

type Event = EventOf<BoardEvents>;
type Of<C extends BoardCommand['do']> = Extract<BoardCommand, { do: C }>;

const kinds: readonly string[] = ['statutory', 'voluntary'] satisfies BoardEvents['BoardEstablished']['kind'][];
/** From the narrowest to the widest. */
export const levels: readonly BoardLevel[] = ['district', 'provincial', 'regional', 'national'];

/** Whether a board of the second level stands above one of the first. */
export const isAbove = (level: BoardLevel, other: BoardLevel): boolean => levels.indexOf(other) > levels.indexOf(level);

/** The rules of a board: established once, for at least one district, with members who come and go. */
export const boardDecider: Decider<BoardCommand, BoardEvents, Board> = {
  category: 'board',
  events: boardEvents,
  initial: { territory: [], members: [], populations: [] },
  decide: (command, state): readonly Event[] => {
    if (command.do === 'establish') return establish(command, state);
    if (state.about === undefined) throw new Refusal('board/unknown', 'there is no such board', 'unknown');
    switch (command.do) {
      case 'link':
        return link(command, state, state.about);
      case 'record-population':
        return recordPopulation(command, state);
      case 'seat':
        return seat(command, state, state.about);
      case 'unseat': {
        const { organization, until } = command;
        if (!state.members.some((member) => member.organization === organization)) return [];
        refuseBadDay('board', until);
        return [{ type: 'MemberLeft', data: { organization, until } }];
      }
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'BoardEstablished':
        return { ...state, about: event.data, territory: event.data.territory };
      case 'BoardLinked':
        return { ...state, ...event.data };
      case 'PopulationRecorded':
        return { ...state, populations: [...state.populations, populationKey(event.data)] };
      case 'MemberSeated':
        return { ...state, members: [...without(state.members, event.data.organization), event.data] };
      case 'MemberLeft':
        return { ...state, members: without(state.members, event.data.organization) };
    }
  },
};

const without = (members: readonly Seated[], organization: string): readonly Seated[] =>
  members.filter((member) => member.organization !== organization);

function establish(command: Of<'establish'>, state: Board): readonly Event[] {
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
  if (kind === 'statutory') seatsByLaw(country, level);
  return [{ type: 'BoardEstablished', data }];
}

function link({ parent, succeeds }: Of<'link'>, state: Board, { board, kind, level }: About): readonly Event[] {
  if (parent !== undefined && (parent.board === board || !isAbove(level, parent.level))) {
    throw new Refusal('board/parent-not-above', 'the board it reports to is of a higher level', 'invalid');
  }
  if (succeeds !== undefined && (succeeds.board === board || kind !== 'statutory' || succeeds.kind !== 'voluntary')) {
    throw new Refusal('board/cannot-succeed', 'only a statutory board succeeds a voluntary one', 'invalid');
  }
  const data = {
    ...(parent === undefined || parent.board === state.parent ? {} : { parent: parent.board }),
    ...(succeeds === undefined || succeeds.board === state.succeeds ? {} : { succeeds: succeeds.board }),
  };
  return Object.keys(data).length === 0 ? [] : [{ type: 'BoardLinked', data }];
}

function recordPopulation(command: Of<'record-population'>, state: Board): readonly Event[] {
  const { district, year, inhabitants, source } = command;
  if (!state.territory.includes(district)) {
    throw new Refusal('board/district-outside', 'the district is not of this board', 'invalid');
  }
  if (!Number.isInteger(inhabitants) || inhabitants <= 0) {
    throw new Refusal('board/bad-population', 'inhabitants are a positive whole number', 'invalid');
  }
  refuseBadCode('board', source);
  const data = { district, year, inhabitants, source };
  return state.populations.includes(populationKey(data)) ? [] : [{ type: 'PopulationRecorded', data }];
}

type About = BoardEvents['BoardEstablished'];

/** Seated again while it sits, it stays as it is; once its term has an end, from the day after it can have another. */
function seat(command: Of<'seat'>, { members }: Board, { kind, country, level }: About): readonly Event[] {
  const { organization, seat, from, until, titular, alternate } = command;
  const now = members.find((member) => member.organization === organization);
  if (now !== undefined && (now.until === undefined || from <= now.until)) return [];
  for (const code of [organization, seat, titular, alternate]) if (code !== undefined) refuseBadCode('board', code);
  refuseBadDay('board', from);
  if (until !== undefined) {
    refuseBadDay('board', until);
    if (until < from) throw new Refusal('board/term-reversed', 'a term ends on or after its first day', 'invalid');
  }
  if (kind === 'statutory') {
    const others = members.filter((member) => member !== now && (member.until === undefined || from <= member.until));
    refuseSeatBeyondLaw(
      seatsByLaw(country, level),
      seat,
      others.map((member) => member.seat),
    );
  }
  const data = {
    ...{ organization, seat, from },
    ...(until === undefined ? {} : { until }),
    ...(titular === undefined ? {} : { titular }),
    ...(alternate === undefined ? {} : { alternate }),
  };
  return [{ type: 'MemberSeated', data }];
}

const populationKey = ({ district, year, inhabitants, source }: BoardEvents['PopulationRecorded']): string =>
  `${district}|${year}|${inhabitants}|${source}`;
