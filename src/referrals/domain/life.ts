import type { Step } from './commands.js';

export type ReferralStatus =
  | 'none'
  | 'sent'
  | 'received'
  | 'accepted'
  | 'scheduled'
  | 'not-attended'
  | 'on-hold'
  | 'cancel-asked'
  | 'declined'
  | 'unreachable'
  | 'attended'
  | 'reported-back'
  | 'closed'
  | 'cancelled'
  | 'undone';

/** Who may move it: the end it was sent to, the end that sent it, or either. */
export type Side = 'receiver' | 'sender' | 'either';

type Moves = Partial<Record<Step, Side>>;

/** What is possible as long as a leg is alive. */
const alive = { withdraw: 'either', note: 'either' } as const satisfies Moves;
/** What a receiver who said yes may do at any time. */
const inCare = {
  ...alive,
  schedule: 'receiver',
  hold: 'receiver',
  attend: 'receiver',
  'report-back': 'receiver',
  reroute: 'either',
  cancel: 'sender',
} as const satisfies Moves;

/**
 * Who may do what next: the whole life of a referral on one page. `undo` is missing, because it goes by what was done
 * last and by the minute, not by the status.
 */
export const life: Readonly<Record<ReferralStatus, Moves>> = {
  none: {},
  sent: {
    ...alive,
    accept: 'receiver',
    receive: 'receiver',
    decline: 'receiver',
    reroute: 'either',
    cancel: 'sender',
  },
  received: { ...alive, accept: 'receiver', decline: 'receiver', reroute: 'either', cancel: 'sender' },
  accepted: { ...inCare, contact: 'receiver' },
  scheduled: { ...inCare, 'cancel-appointment': 'either', miss: 'receiver' },
  // Whose turn it is to reach the person stands in the event: see `sideOf`.
  'not-attended': { ...inCare, contact: 'either' },
  'on-hold': { ...inCare, resume: 'receiver' },
  'cancel-asked': { ...alive, cancel: 'receiver', attend: 'receiver', 'report-back': 'receiver' },
  declined: { ...alive, reroute: 'sender', close: 'sender' },
  unreachable: { ...alive, reroute: 'sender', close: 'sender' },
  attended: { ...alive, 'report-back': 'receiver' },
  'reported-back': { ...alive, close: 'sender' },
  // Nothing moves any more; what the consent allowed can still be ended.
  closed: { withdraw: 'either' },
  cancelled: { withdraw: 'either' },
  undone: {},
};

/** The status a step leads to, where it leads to one: asking for it again changes nothing. */
export const leadsTo: Readonly<Partial<Record<Step, ReferralStatus>>> = {
  receive: 'received',
  accept: 'accepted',
  decline: 'declined',
  miss: 'not-attended',
  resume: 'accepted',
  attend: 'attended',
  'report-back': 'reported-back',
  close: 'closed',
  cancel: 'cancelled',
};

/** A leg on which somebody still has to do something. */
export const openStatuses: ReadonlySet<ReferralStatus> = new Set<ReferralStatus>([
  'sent',
  'received',
  'accepted',
  'scheduled',
  'not-attended',
  'on-hold',
  'cancel-asked',
  'attended',
]);

/** It came back, and waits for who sent it. */
export const answeredStatuses: ReadonlySet<ReferralStatus> = new Set<ReferralStatus>([
  'declined',
  'unreachable',
  'reported-back',
]);

/** A slip of the finger can be taken back for this long after it was recorded, in milliseconds. */
export const undoWithin = 60_000;
