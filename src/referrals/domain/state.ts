import type { EventOf, Header } from '#decider';
import type { Clock } from '../../protocol/index.js';
import type { ReferralEvents } from './events.js';
import type { ReferralStatus } from './life.js';

type Event = EventOf<ReferralEvents>;

export interface Referral {
  readonly status: ReferralStatus;
  readonly country: string;
  readonly district: string;
  readonly person: string;
  readonly urgency: string;
  readonly risk: string;
  readonly leg: number;
  readonly from: string;
  readonly to: string;
  /** The service of the leg. */
  readonly service: string;
  readonly consent: {
    readonly id: string;
    readonly basis: string;
    readonly until?: string;
    readonly withdrawn: boolean;
  };
  /** Whether whoever has it was told how to reach the person safely, and did not find it unsafe. */
  readonly reachable: boolean;
  readonly clocks: Readonly<Record<string, Clock>>;
  readonly appointment:
    { readonly id: string; readonly at: string; readonly place: string; readonly companion?: string } | undefined;
  /** Times the person was not reached on this leg. */
  readonly attempts: number;
  /** Who tries next to reach the person. */
  readonly nextContact: 'contact-again' | 'ask-sender';
  readonly wakeAt: string | undefined;
  /** When it must be acknowledged. */
  readonly due: string | undefined;
  /** Why the leg did not come to an attention. */
  readonly reason: string | undefined;
  /** What came of it. */
  readonly outcome: string | undefined;
  /** The chain so far, the leg under way last. */
  readonly legs: readonly Leg[];
  readonly lapsed: boolean;
  readonly imported: boolean;
  /** The last step of one of the ends, and how it was before: what `undo` goes back to. */
  readonly last: LastStep | undefined;
}

/** One service that had it. */
export interface Leg {
  readonly leg: number;
  readonly to: string;
  readonly service: string;
  /** Why it went on to the next. */
  readonly left?: string;
}

export interface LastStep {
  readonly commandId: string;
  readonly recordedAt: string;
  readonly institution: string;
  readonly types: readonly string[];
  readonly before: Referral;
}

export const initial: Referral = {
  status: 'none',
  country: '',
  district: '',
  person: '',
  urgency: '',
  risk: '',
  leg: 0,
  from: '',
  to: '',
  service: '',
  consent: { id: '', basis: '', withdrawn: false },
  reachable: false,
  clocks: {},
  appointment: undefined,
  attempts: 0,
  nextContact: 'contact-again',
  wakeAt: undefined,
  due: undefined,
  reason: undefined,
  outcome: undefined,
  legs: [],
  lapsed: false,
  imported: false,
  last: undefined,
};

const fields = Object.keys(initial) as readonly (keyof Referral)[];

/** The state in something that holds more: the rules must not carry along what is only shown. */
export const stateOf = (of: Referral): Referral =>
  Object.fromEntries(fields.map((field) => [field, of[field]])) as unknown as Referral;

/** What an event makes of a referral. */
export function evolve(state: Referral, event: Event, header?: Header): Referral {
  if (event.type === 'ReferralUndone') return undone(state);
  // The clock's doing: it neither can be undone, nor keeps what came before it from being undone.
  if (event.type === 'ReferralLapsed') return { ...state, lapsed: true };
  if (event.type === 'ReferralEscalated') {
    return { ...state, clocks: withoutRung(state.clocks, event.data.clock, event.data.rung) };
  }
  return remembering(state, moved(state, event), event, header);
}

/** What one of the ends did. */
type Done = Exclude<Event, { type: 'ReferralUndone' | 'ReferralLapsed' | 'ReferralEscalated' }>;

function moved(state: Referral, event: Done): Referral {
  switch (event.type) {
    case 'ReferralSent':
      return sent(state, event.data);
    case 'ReferralReceived':
      return { ...clocked(state, event.data, 'referral-acknowledged'), status: 'received' };
    case 'ReferralAccepted':
      return { ...clocked(state, event.data), status: 'accepted' };
    case 'ReferralDeclined':
      return { ...clocked(state, event.data), status: 'declined', reason: event.data.reason };
    case 'ReferralRerouted':
      return rerouted(state, event.data);
    case 'ReferralScheduled': {
      const { appointment: id, at, place, companion } = event.data;
      const appointment = { id, at, place, ...(companion === undefined ? {} : { companion }) };
      return { ...clocked(state, event.data), status: 'scheduled', appointment, wakeAt: undefined };
    }
    case 'AppointmentCancelled':
      return { ...clocked(state, event.data), status: 'accepted', appointment: undefined };
    case 'ReferralNotAttended': {
      const { attempt: attempts, next: nextContact } = event.data;
      return { ...clocked(state, event.data), status: 'not-attended', appointment: undefined, attempts, nextContact };
    }
    case 'ContactAttempted': {
      const { attempt: attempts, next, institution, sender } = event.data;
      // Reached: an appointment is to be agreed, as after the yes.
      if (next === undefined) return { ...clocked(state, event.data), status: 'accepted', attempts };
      // The way the receiver was told turned out unsafe: it stays the sender's to reach the person.
      const reachable = state.reachable && (institution === sender || next === 'contact-again');
      return { ...clocked(state, event.data), status: 'not-attended', attempts, nextContact: next, reachable };
    }
    case 'ReferralUnreachable':
      return { ...clocked(state, event.data), status: 'unreachable' };
    case 'ReferralHeld':
      return {
        ...clocked(state, event.data),
        status: 'on-hold',
        appointment: undefined,
        wakeAt: event.data.until,
      };
    case 'ReferralResumed':
      return { ...clocked(state, event.data), status: 'accepted', wakeAt: undefined };
    case 'ReferralAttended':
      return { ...clocked(state, event.data), status: 'attended', appointment: undefined, wakeAt: undefined };
    case 'ReferralReportedBack':
      return {
        ...clocked(state, event.data),
        status: 'reported-back',
        outcome: event.data.outcome,
        appointment: undefined,
        wakeAt: undefined,
      };
    case 'ReferralClosed':
      return { ...clocked(state, event.data), status: 'closed' };
    case 'CancellationAsked':
      return { ...clocked(state, event.data), status: 'cancel-asked', wakeAt: undefined };
    case 'ReferralCancelled':
      return {
        ...clocked(state, event.data),
        status: 'cancelled',
        reason: event.data.reason,
        appointment: undefined,
        wakeAt: undefined,
      };
    case 'ConsentWithdrawn':
      return { ...state, consent: { ...state.consent, withdrawn: true } };
    case 'ReferralNoted':
      return state;
  }
}

function sent(state: Referral, data: ReferralEvents['ReferralSent']): Referral {
  const { country, district, person, urgency, risk, leg, from, to, deadline, consent, safeContact, imported } = data;
  return {
    ...state,
    status: 'sent',
    country,
    district,
    person,
    urgency,
    risk,
    leg,
    from,
    to: to.organization,
    service: to.service,
    consent: { ...grounds(consent), withdrawn: false },
    reachable: safeContact !== undefined,
    clocks: deadline === undefined ? {} : { [deadline.clock]: whole(deadline, to.organization) },
    due: deadline?.due,
    legs: [{ leg, to: to.organization, service: to.service }],
    imported: imported === true,
  };
}

function rerouted(state: Referral, data: ReferralEvents['ReferralRerouted']): Referral {
  const after = clocked(state, data);
  const next: Leg = { leg: data.leg, to: data.to.organization, service: data.to.service };
  const waiting = Object.values(after.clocks).find(({ waitsFor }) => waitsFor === 'referral-acknowledged');
  return {
    ...after,
    status: 'sent',
    leg: data.leg,
    to: data.to.organization,
    service: data.to.service,
    consent: { ...grounds(data.consent), withdrawn: false },
    reachable: data.safeContact !== undefined,
    appointment: undefined,
    attempts: 0,
    nextContact: 'contact-again',
    wakeAt: undefined,
    due: waiting?.due,
    reason: undefined,
    legs: [...state.legs.map((each) => (each.leg === state.leg ? { ...each, left: data.reason } : each)), next],
    lapsed: false,
    // What is brought in from elsewhere tells of first legs only.
    imported: false,
  };
}

const grounds = ({ id, basis, until }: ReferralEvents['ReferralSent']['consent']) => ({
  id,
  basis,
  ...(until === undefined ? {} : { until }),
});

/** The clock of a sending as it was written before clocks carried their ladder. */
export function whole(deadline: NonNullable<ReferralEvents['ReferralSent']['deadline']>, receiver: string): Clock {
  return { waitsFor: 'referral-acknowledged', institution: receiver, from: '', rungs: [], ...deadline };
}

/**
 * The clocks after a step.
 * @param metBefore what the step met before steps said so themselves
 */
function clocked(
  state: Referral,
  step: { readonly starts?: readonly Clock[]; readonly meets?: readonly string[]; readonly drops?: readonly string[] },
  metBefore?: string,
): Referral {
  const { starts = [], meets = [], drops = [] } = step;
  const gone = new Set([...meets, ...drops]);
  const left = Object.values(state.clocks).filter(({ clock, waitsFor }) => !gone.has(clock) && waitsFor !== metBefore);
  return { ...state, clocks: Object.fromEntries([...left, ...starts].map((each) => [each.clock, each])) };
}

function withoutRung(clocks: Referral['clocks'], id: string, rung: number): Referral['clocks'] {
  const clock = clocks[id];
  if (clock === undefined) return clocks;
  return { ...clocks, [id]: { ...clock, rungs: clock.rungs.filter((each) => each.rung !== rung) } };
}

/** How it was before the last step; what the clock did by itself in between stays done. */
function undone(state: Referral): Referral {
  const { last } = state;
  if (last === undefined) return state;
  const { before } = last;
  // Nothing was there before a sending: what is left is a referral that says of itself that it was a slip.
  if (before.status === 'none') return { ...state, status: 'undone', clocks: {}, last: undefined };
  const clocks = Object.values(before.clocks).map((was) => [was.clock, state.clocks[was.clock] ?? was] as const);
  const lapsed = before.lapsed || (state.lapsed && before.leg === state.leg);
  // Stored as JSON it has lost what was undefined, which must not stay as it is.
  return { ...initial, ...before, clocks: Object.fromEntries(clocks), lapsed, last: undefined };
}

/** Steps of one command are undone together. */
function remembering(before: Referral, after: Referral, { type, data }: Done, header: Header | undefined): Referral {
  if (header === undefined || (type === 'ReferralResumed' && data.woken === true)) return { ...after, last: undefined };
  const { commandId, recordedAt } = header;
  const { last } = before;
  if (last?.commandId === commandId) {
    return { ...after, last: { ...last, types: [...last.types, type] } };
  }
  const institution = type === 'ReferralSent' ? data.from : data.institution;
  return {
    ...after,
    last: { commandId, recordedAt, institution, types: [type], before: { ...before, last: undefined } },
  };
}
