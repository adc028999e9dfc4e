import { deriveId, type EventOf } from '#decider';
import { type ReferralEvents } from '../domain/events.js';
import { type ReferralCommand, referralDecider, type ReferralStatus, type SendReferral } from '../domain/referral.js';

/** One referral as the specs of this capability tell it; ids are those the default command id of a specification gives. */
type Event<T extends keyof ReferralEvents = keyof ReferralEvents> = EventOf<ReferralEvents, T>;

export const police = 'pe-150112-comisaria-familia';
export const cem = 'pe-150112-cem';
export const stranger = 'pe-150112-salud';
export const referralId = 'd0000000-0000-8000-8000-000000000001';
export const caseId = 'c0000000-0000-8000-8000-000000000001';
export const consentId = deriveId('00000000-0000-7000-8000-000000000000', 'consent');
export const person = 'e0000000-0000-8000-8000-000000000001';
/** Wednesday, 1 October 2025, ten in the morning in Lima: when every command happens unless a spec says otherwise. */
export const now = '2025-10-01T15:00:00.000Z';
/** Whoever is referred to at moderate risk has 24 hours to say so. */
export const due = '2025-10-02T15:00:00.000Z';

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
    consent: { id: consentId, basis: 'consented', scope: 'identity' },
    deadline: { clock: '435e3743-041a-880d-a208-942793a363fd', rule: 'PE-25a', version: 1, due },
  },
};
export const received: Event<'ReferralReceived'> = { type: 'ReferralReceived', data: { leg: 1, institution: cem } };
export const accepted: Event<'ReferralAccepted'> = { type: 'ReferralAccepted', data: { leg: 1, institution: cem } };
export const declined: Event<'ReferralDeclined'> = {
  type: 'ReferralDeclined',
  data: { leg: 1, institution: cem, sender: police, reason: 'NO_CAPACITY' },
};
export const attended: Event<'ReferralAttended'> = {
  type: 'ReferralAttended',
  data: { leg: 1, institution: cem, service: 'PSYCHOLOGY' },
};
export const reportedBack = (outcome: string): Event<'ReferralReportedBack'> => ({
  type: 'ReferralReportedBack',
  data: { leg: 1, institution: cem, sender: police, outcome },
});
export const closed: Event<'ReferralClosed'> = {
  type: 'ReferralClosed',
  data: { institution: police, disposition: 'NEED_MET' },
};
export const lapsed: Event<'ReferralLapsed'> = {
  type: 'ReferralLapsed',
  data: { leg: 1, institution: cem, sender: police, due },
};

/** A history that ends in each state. */
export const until: Readonly<Record<ReferralStatus, readonly Event[]>> = {
  none: [],
  sent: [sent],
  received: [sent, received],
  accepted: [sent, received, accepted],
  declined: [sent, received, declined],
  attended: [sent, received, accepted, attended],
  'reported-back': [sent, received, accepted, attended, reportedBack('SERVICE_RECEIVED')],
  closed: [sent, received, accepted, attended, reportedBack('SERVICE_RECEIVED'), closed],
};

/** One command of each kind, by whose step it is, none of them wrong in itself. */
export const commands: { readonly [D in ReferralCommand['do']]: Extract<ReferralCommand, { do: D }> } = {
  send: sending,
  receive: { do: 'receive', institution: cem },
  accept: { do: 'accept', institution: cem },
  decline: { do: 'decline', institution: cem, reason: 'NO_CAPACITY' },
  attend: { do: 'attend', institution: cem, service: 'PSYCHOLOGY' },
  'report-back': { do: 'report-back', institution: cem, outcome: 'NOT_RECEIVED_NO_SHOW' },
  close: { do: 'close', institution: police, disposition: 'NEED_MET' },
  lapse: { do: 'lapse', due },
};

export const fold = (events: readonly Event[]) =>
  events.reduce((state, event) => referralDecider.evolve(state, event), referralDecider.initial);
