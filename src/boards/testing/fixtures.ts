import type { EventOf } from '#decider';
import { type BoardCommand, boardDecider } from '../domain/board.js';
import type { BoardEvents } from '../domain/events.js';

type Event<T extends keyof BoardEvents = keyof BoardEvents> = EventOf<BoardEvents, T>;

const about = {
  board: 'mesa-150112',
  name: 'Mesa de Independencia',
  kind: 'voluntary',
  level: 'district',
  country: 'PE',
  place: 'Independencia, Lima',
  territory: ['150112', '150110'],
} as const;
const census = { district: '150112', year: 2020, inhabitants: 241_414, source: 'INEI-2020' } as const;
const seat = { organization: 'pe-150112-cem', seat: 'CEM', from: '2025-01-01' } as const;

export const establishing = { do: 'establish', ...about } as const satisfies BoardCommand;
export const established: Event<'BoardEstablished'> = { type: 'BoardEstablished', data: about };
export const counting = { do: 'record-population', ...census } as const satisfies BoardCommand;
export const counted: Event<'PopulationRecorded'> = { type: 'PopulationRecorded', data: census };
export const seating = { do: 'seat', ...seat } as const satisfies BoardCommand;
export const seated: Event<'MemberSeated'> = { type: 'MemberSeated', data: seat };
export const seatedForATerm: Event<'MemberSeated'> = {
  type: 'MemberSeated',
  data: { ...seat, until: '2026-12-31', titular: 'CEM-COORDINATION', alternate: 'CEM-LEGAL' },
};
export const linked: Event<'BoardLinked'> = {
  type: 'BoardLinked',
  data: { parent: 'irc-lima', succeeds: 'mesa-antigua' },
};
export const unseating = {
  do: 'unseat',
  organization: seat.organization,
  until: '2025-06-30',
} as const satisfies BoardCommand;
export const left: Event<'MemberLeft'> = {
  type: 'MemberLeft',
  data: { organization: seat.organization, until: '2025-06-30' },
};

export const fold = (events: readonly Event[]) =>
  events.reduce((state, event) => boardDecider.evolve(state, event), boardDecider.initial);
