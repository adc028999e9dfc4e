import type { ReferralCommand } from '../domain/commands.js';
import type { ReferralStatus } from '../domain/life.js';
import * as the from './fixtures.js';

const yes = [the.sent, the.received, the.accepted] as const;
const served = [...yes, the.attended] as const;
const answered = [...served, the.reportedBack('SERVICE_RECEIVED')] as const;

/** A history that ends in each state. */
export const until: Readonly<Record<ReferralStatus, readonly the.Event[]>> = {
  none: [],
  sent: [the.sent],
  received: [the.sent, the.received],
  accepted: yes,
  scheduled: [...yes, the.scheduled],
  'not-attended': [...yes, the.scheduled, the.missed],
  'on-hold': [...yes, the.held],
  'cancel-asked': [...yes, the.cancellationAsked],
  declined: [the.sent, the.received, the.declined],
  unreachable: [...yes, the.scheduled, the.missed, the.notReached, the.givenUp],
  attended: served,
  'reported-back': answered,
  closed: [...answered, the.closed],
  cancelled: [the.sent, the.cancelled],
  undone: [the.sent, the.undone],
};

type Commands = { readonly [D in ReferralCommand['do']]: Extract<ReferralCommand, { do: D }> };

/** One command of each kind, by whose step it usually is, none of them wrong in itself. */
export const commands: Commands = {
  send: the.sending,
  receive: { do: 'receive', institution: the.cem },
  accept: { do: 'accept', institution: the.cem },
  decline: { do: 'decline', institution: the.cem, reason: 'NO_CAPACITY' },
  reroute: {
    do: 'reroute',
    institution: the.police,
    to: { organization: the.health, service: 'salud-mental' },
    reason: 'NO_CAPACITY',
    consent: the.sending.consent,
  },
  schedule: {
    do: 'schedule',
    institution: the.cem,
    at: '2025-10-08T15:00:00.000Z',
    place: 'AT_SERVICE',
    change: { by: 'PERSON', reason: 'NO_TRANSPORT' },
  },
  'cancel-appointment': { do: 'cancel-appointment', institution: the.cem, by: 'PERSON', reason: 'NO_TRANSPORT' },
  miss: { do: 'miss', institution: the.cem },
  contact: { do: 'contact', institution: the.police, result: 'REACHED' },
  hold: { do: 'hold', institution: the.cem, reason: 'WAITING_LIST', until: '2025-10-25T13:00:00.000Z' },
  resume: { do: 'resume', institution: the.cem },
  attend: { do: 'attend', institution: the.cem, service: 'PSYCHOLOGY' },
  'report-back': { do: 'report-back', institution: the.cem, outcome: 'NOT_RECEIVED_NO_SHOW' },
  close: { do: 'close', institution: the.police, disposition: 'NEED_MET' },
  cancel: { do: 'cancel', institution: the.police, by: 'PERSON', reason: 'PERSON_CHANGED_MIND' },
  withdraw: { do: 'withdraw', institution: the.cem },
  note: { do: 'note', institution: the.cem, note: 'n' },
  undo: { do: 'undo', institution: the.police },
  lapse: { do: 'lapse', due: the.due },
  escalate: { do: 'escalate', clock: the.acknowledgement().clock, rung: 1 },
  wake: { do: 'wake', until: the.wakeAt },
};
