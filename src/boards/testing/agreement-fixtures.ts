import type { EventOf } from '#decider';
import type { AgreementCommand } from '../domain/agreement.js';
import type { AgreementEvents } from '../domain/agreement-events.js';
import { board, cem, digest, planId, sessionId } from './session-fixtures.js';

type Event<T extends keyof AgreementEvents = keyof AgreementEvents> = EventOf<AgreementEvents, T>;

export const nextSession = '5e551000-0000-8000-8000-000000000002';
/** The last millisecond of the 31st of October in Lima. */
export const dueAt = '2025-11-01T04:59:59.999Z';
const due = '2025-10-31';

const agreed = {
  ...{ board, country: 'PE', session: sessionId, owner: cem, due, text: 'Ampliar el horario del CEM' },
  indicator: 'referrals-answered',
  serves: { plan: planId, action: 'A1' },
} as const;

export const adopting = { do: 'adopt', ...agreed } as const satisfies AgreementCommand;
export const adopted: Event<'AgreementAdopted'> = { type: 'AgreementAdopted', data: { ...agreed, dueAt } };
export const carriedOver: Event<'AgreementCarriedOver'> = {
  type: 'AgreementCarriedOver',
  data: { board, session: nextSession, times: 1 },
};
export const progressed: Event<'AgreementProgressed'> = {
  type: 'AgreementProgressed',
  data: { board, note: 'ADVANCING' },
};
export const rescheduled: Event<'AgreementRescheduled'> = {
  type: 'AgreementRescheduled',
  data: { board, was: due, due: '2025-11-30', dueAt: '2025-12-01T04:59:59.999Z', times: 1 },
};
export const late: Event<'AgreementLate'> = { type: 'AgreementLate', data: { board, owner: cem, due, dueAt } };
export const done: Event<'AgreementDone'> = {
  type: 'AgreementDone',
  data: { board, evidence: digest, late: false },
};
export const givenUp: Event<'AgreementCancelled'> = {
  type: 'AgreementCancelled',
  data: { board, reason: 'NO_LONGER_NEEDED' },
};
