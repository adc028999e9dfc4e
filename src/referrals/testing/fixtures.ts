import { deriveId, type EventOf, type Header } from '#decider';
import { type Clock, type Milestone, startClocks } from '../../protocol/index.js';
import type { SendReferral } from '../domain/commands.js';
import type { ReferralEvents } from '../domain/events.js';
import { referralDecider } from '../domain/referral.js';
import type { Referral } from '../domain/state.js';

/** One referral as the specs of this capability tell it; ids are those the default command id of a specification gives. */
export type Event<T extends keyof ReferralEvents = keyof ReferralEvents> = EventOf<ReferralEvents, T>;

export const police = 'pe-150112-comisaria-familia';
export const cem = 'pe-150112-cem';
/** Where it goes when the first service cannot help. */
export const health = 'pe-150112-salud';
export const stranger = 'pe-150112-ong';
export const referralId = 'd0000000-0000-8000-8000-000000000001';
export const caseId = 'c0000000-0000-8000-8000-000000000001';
/** The command id of a specification. */
export const commandId = '00000000-0000-7000-8000-000000000000';
export const consentId = deriveId(commandId, 'consent');
export const appointmentId = deriveId(commandId, 'appointment');
export const person = 'e0000000-0000-8000-8000-000000000001';
/** Wednesday, 1 October 2025, ten in the morning in Lima: when every command happens unless a spec says otherwise. */
export const now = '2025-10-01T15:00:00.000Z';
/** Whoever is referred to at moderate risk has 24 hours to say so. */
export const due = '2025-10-02T15:00:00.000Z';
/** When the appointment takes place, and when it is over. */
export const appointedAt = '2025-10-03T15:00:00.000Z';
export const afterwards = '2025-10-03T16:00:00.000Z';
/** Until when it is put off. */
export const wakeAt = '2025-10-20T13:00:00.000Z';

export const plus = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/** The clocks that begin at moderate risk, as the rule book says. */
export const begun = (happened: Milestone, institution: string, at = now, command = commandId): readonly Clock[] =>
  startClocks({
    country: 'PE',
    happened,
    at,
    facts: { risk: 'MODERATE', urgency: 'PRIORITY' },
    institution,
    commandId: command,
    imported: false,
  });

/** Ids of those clocks. */
export const ids = (...happened: readonly Milestone[]): readonly string[] =>
  happened.flatMap((each) => begun(each, cem).map(({ clock }) => clock));

/** The acknowledgement of the first leg. */
export function acknowledgement(): Clock {
  const [clock] = begun('referral-sent', cem);
  if (clock === undefined) throw new Error('nothing obliges to acknowledge');
  return clock;
}

export const sending: SendReferral = {
  do: 'send',
  country: 'PE',
  case: caseId,
  caseCode: '25-AAAA-BBBB',
  person,
  district: '150112',
  from: police,
  to: { organization: cem, service: 'cem-psicologia' },
  purpose: 'PSYCHOLOGICAL_CARE',
  urgency: 'PRIORITY',
  risk: 'MODERATE',
  consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
};

/** What was agreed, where nobody said more than that she agreed. */
const agreed = {
  id: consentId,
  basis: 'consented',
  scope: 'identity',
  language: 'ES',
  mode: 'VERBAL',
  shares: ['IDENTITY'],
  until: '2026-04-02T04:59:59.999Z',
} as const;

const at = { leg: 1, institution: cem } as const;
const answer = { ...at, sender: police } as const;

export const sent: Event<'ReferralSent'> = {
  type: 'ReferralSent',
  data: {
    code: '25-JXV5-6TQX',
    country: 'PE',
    case: caseId,
    caseCode: '25-AAAA-BBBB',
    person,
    district: '150112',
    leg: 1,
    from: police,
    to: { organization: cem, service: 'cem-psicologia' },
    purpose: 'PSYCHOLOGICAL_CARE',
    urgency: 'PRIORITY',
    risk: 'MODERATE',
    consent: agreed,
    deadline: acknowledgement(),
  },
};
export const received: Event<'ReferralReceived'> = {
  type: 'ReferralReceived',
  data: { ...at, meets: ids('referral-sent'), starts: begun('referral-received', cem) },
};
/** Receipt that comes with the answer: nothing is waited for in between. */
export const seen: Event<'ReferralReceived'> = {
  type: 'ReferralReceived',
  data: { ...at, meets: ids('referral-sent') },
};
export const accepted: Event<'ReferralAccepted'> = {
  type: 'ReferralAccepted',
  data: { ...at, meets: ids('referral-received'), starts: begun('referral-accepted', cem) },
};
export const declined: Event<'ReferralDeclined'> = {
  type: 'ReferralDeclined',
  data: {
    ...answer,
    reason: 'NO_CAPACITY',
    meets: ids('referral-received'),
    starts: begun('referral-declined', police),
  },
};
export const rerouted: Event<'ReferralRerouted'> = {
  type: 'ReferralRerouted',
  data: {
    leg: 2,
    institution: police,
    sender: police,
    previous: cem,
    to: { organization: health, service: 'salud-mental' },
    reason: 'NO_CAPACITY',
    consent: agreed,
    meets: ids('referral-declined'),
    starts: begun('referral-sent', health),
  },
};
export const scheduled: Event<'ReferralScheduled'> = {
  type: 'ReferralScheduled',
  data: {
    ...at,
    appointment: appointmentId,
    at: appointedAt,
    place: 'AT_SERVICE',
    starts: begun('appointment-held', cem, appointedAt),
  },
};
export const calledOff: Event<'AppointmentCancelled'> = {
  type: 'AppointmentCancelled',
  data: {
    ...at,
    appointment: appointmentId,
    by: 'PERSON',
    reason: 'NO_TRANSPORT',
    drops: ids('appointment-held'),
  },
};
/** Nobody was told how to reach her: the sender, who knows her, is asked. */
export const missed: Event<'ReferralNotAttended'> = {
  type: 'ReferralNotAttended',
  data: {
    ...answer,
    appointment: appointmentId,
    attempt: 1,
    next: 'ask-sender',
    meets: ids('appointment-held'),
    starts: begun('person-missed', police, afterwards),
  },
};
export const reached: Event<'ContactAttempted'> = {
  type: 'ContactAttempted',
  data: {
    ...answer,
    institution: police,
    attempt: 1,
    result: 'REACHED',
    meets: ids('person-missed'),
    starts: begun('person-reached', cem),
  },
};
/** The last attempt. */
export const notReached: Event<'ContactAttempted'> = {
  type: 'ContactAttempted',
  data: {
    ...answer,
    institution: police,
    attempt: 3,
    result: 'NO_ANSWER',
    next: 'ask-sender',
    meets: ids('person-missed'),
  },
};
export const givenUp: Event<'ReferralUnreachable'> = {
  type: 'ReferralUnreachable',
  data: { ...answer, attempts: 3, drops: ids('referral-accepted'), starts: begun('person-unreachable', police) },
};
export const held: Event<'ReferralHeld'> = {
  type: 'ReferralHeld',
  data: { ...at, reason: 'WAITING_LIST', until: wakeAt, starts: begun('referral-held', cem) },
};
export const resumed: Event<'ReferralResumed'> = {
  type: 'ReferralResumed',
  data: { ...at, meets: ids('referral-held') },
};
export const attended: Event<'ReferralAttended'> = {
  type: 'ReferralAttended',
  data: {
    ...at,
    service: 'PSYCHOLOGY',
    meets: ids('referral-accepted'),
    starts: begun('referral-attended', cem),
  },
};
export const reportedBack = (outcome: string): Event<'ReferralReportedBack'> => ({
  type: 'ReferralReportedBack',
  data: { ...answer, outcome, meets: ids('referral-attended'), starts: begun('referral-reported-back', police) },
});
export const closed: Event<'ReferralClosed'> = {
  type: 'ReferralClosed',
  data: { institution: police, disposition: 'NEED_MET', meets: ids('referral-reported-back') },
};
export const cancellationAsked: Event<'CancellationAsked'> = {
  type: 'CancellationAsked',
  data: {
    leg: 1,
    institution: police,
    receiver: cem,
    by: 'PERSON',
    reason: 'PERSON_CHANGED_MIND',
    starts: begun('cancellation-asked', cem),
  },
};
/** Taken back before anybody said yes. */
export const cancelled: Event<'ReferralCancelled'> = {
  type: 'ReferralCancelled',
  data: {
    leg: 1,
    institution: police,
    sender: police,
    receiver: cem,
    by: 'PERSON',
    reason: 'PERSON_CHANGED_MIND',
    drops: ids('referral-sent'),
  },
};
export const withdrawn: Event<'ConsentWithdrawn'> = {
  type: 'ConsentWithdrawn',
  data: { ...at, consent: consentId },
};
export const undone: Event<'ReferralUndone'> = {
  type: 'ReferralUndone',
  data: { leg: 1, institution: police, other: cem, undone: ['ReferralSent'], drops: ids('referral-sent') },
};
export const lapsed: Event<'ReferralLapsed'> = { type: 'ReferralLapsed', data: { ...answer, due } };

/** The header under which a specification folds what was given: a command each, all at the same moment. */
const header = (index: number): Header => ({ commandId: `given-${index}`, recordedAt: now, actor: 'demo' });

export const fold = (events: readonly Event[]): Referral =>
  events.reduce((state, event, index) => referralDecider.evolve(state, event, header(index)), referralDecider.initial);
