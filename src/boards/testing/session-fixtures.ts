import type { EventOf } from '#decider';
import type { SessionCommand } from '../domain/session.js';
import type { SessionEvents } from '../domain/session-events.js';

type Event<T extends keyof SessionEvents = keyof SessionEvents> = EventOf<SessionEvents, T>;

export const board = 'mesa-150112';
export const sessionId = '5e551000-0000-8000-8000-000000000001';
export const agreementId = 'a9ee0000-0000-8000-8000-000000000001';
export const planId = '91a00000-0000-8000-8000-000000000001';
export const itemId = '17e00000-0000-8000-8000-000000000001';
export const digest = 'ab'.repeat(32);

/** Ten in the morning in Lima, on Thursday the 9th of October 2025. */
export const at = '2025-10-09T15:00:00.000Z';
const later = '2025-10-16T15:00:00.000Z';

/** The members of a board of five. */
export const members = ['muni', 'cem', 'policia', 'salud', 'ugel'].map((name) => `pe-150112-${name}`);
export const [muni = '', cem = '', police = '', health = '', school = ''] = members;

const called = { board, country: 'PE', kind: 'ordinary', at, place: 'sala-municipal', invited: members } as const;

export const convening = {
  do: 'convene',
  ...called,
  agenda: [{ kind: 'MONTHLY_REPORT', title: 'Informe de setiembre' }],
} as const satisfies SessionCommand;

export const convened: Event<'SessionConvened'> = {
  type: 'SessionConvened',
  data: { ...called, remindAt: '2025-10-06T15:00:00.000Z' },
};
export const itemAdded: Event<'AgendaItemAdded'> = {
  type: 'AgendaItemAdded',
  data: {
    board,
    item: itemId,
    kind: 'AGREEMENT_FOLLOW_UP',
    title: 'Ampliar el horario del CEM',
    agreement: agreementId,
  },
};
export const reminded: Event<'SessionReminded'> = { type: 'SessionReminded', data: { board, at, invited: members } };
export const postponed: Event<'SessionPostponed'> = {
  type: 'SessionPostponed',
  data: {
    ...{ board, kind: 'ordinary', was: at, at: later, reason: 'HOLIDAY' },
    remindAt: '2025-10-13T15:00:00.000Z',
  },
};
export const cancelled: Event<'SessionCancelled'> = {
  type: 'SessionCancelled',
  data: { board, kind: 'ordinary', at, reason: 'NO_PLACE' },
};
export const opened: Event<'SessionOpened'> = {
  type: 'SessionOpened',
  data: { board, seated: members, quorum: 3, presiding: muni },
};
export const came = (
  organization: string,
  change: Partial<SessionEvents['AttendanceRecorded']> = {},
): Event<'AttendanceRecorded'> => ({
  type: 'AttendanceRecorded',
  data: { board, organization, by: 'titular', mode: 'in-person', ...change },
});
export const withdrawn: Event<'AttendanceWithdrawn'> = {
  type: 'AttendanceWithdrawn',
  data: { board, organization: cem },
};

const agreed = { agreement: agreementId, owner: cem, due: '2025-10-31', text: 'Ampliar el horario del CEM' } as const;
const linked = { item: itemId, indicator: 'referrals-answered', serves: { plan: planId, action: 'A1' } } as const;

export const deciding = { do: 'decide', ...agreed } as const satisfies SessionCommand;
export const decided: Event<'DecisionTaken'> = {
  type: 'DecisionTaken',
  data: { board, country: 'PE', ...agreed, present: 3, quorum: 3 },
};
export const decidedWithAll: Event<'DecisionTaken'> = {
  type: 'DecisionTaken',
  data: { ...decided.data, ...linked },
};
export const minuted: Event<'MinutesRecorded'> = {
  type: 'MinutesRecorded',
  data: { board, number: '010-2025', digest },
};
export const closed: Event<'SessionClosed'> = {
  type: 'SessionClosed',
  data: {
    ...{ board, kind: 'ordinary', at, seated: members, quorum: 3, decisions: 1 },
    present: [
      { organization: muni, by: 'titular', mode: 'in-person' },
      { organization: cem, by: 'alternate', mode: 'in-person' },
      { organization: police, by: 'titular', mode: 'remote' },
    ],
  },
};

/** A session with three of its five members there: just enough. */
export const attended: readonly Event[] = [
  convened,
  opened,
  came(muni),
  came(cem, { by: 'alternate' }),
  came(police, { mode: 'remote' }),
];
