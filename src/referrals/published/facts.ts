import {
  type Code,
  code,
  factCatalogue,
  type FactInstant,
  factInstant,
  publish,
  type RandomId,
  randomId,
} from '#publishing';
import { type Clocked as Clocks, referralEvents } from '../domain/events.js';

/** A clock as others may know it. */
interface TellableClock {
  clock: RandomId;
  rule: Code;
  version: number;
  waitsFor: Code;
  institution: Code;
  due: FactInstant;
}

/** The clocks a step began, met and made pointless; none of them: the field is missing. */
interface Clocked {
  starts?: readonly TellableClock[];
  meets?: readonly RandomId[];
  drops?: readonly RandomId[];
}

/** What others are told about referrals: frozen, versioned by name, no personal data, no word of what it was about. */
export type ReferralFacts = {
  'ReferralSent.v1': {
    referral: RandomId;
    code: Code;
    case: RandomId;
    country: Code;
    district: Code;
    leg: number;
    from: Code;
    to: Code;
    service: Code;
    purpose: Code;
    urgency: Code;
    risk: Code;
    basis: 'consented' | 'legal-duty' | 'none';
    scope: 'identity' | 'without-identity';
    bundle?: RandomId;
    deadline?: { clock: RandomId; rule: Code; version: number; due: FactInstant };
  };
  'ReferralReceived.v1': { referral: RandomId; leg: number; institution: Code } & Clocked;
  'ReferralAccepted.v1': { referral: RandomId; leg: number; institution: Code } & Clocked;
  'ReferralDeclined.v1': { referral: RandomId; leg: number; institution: Code; reason: Code } & Clocked;
  'ReferralRerouted.v1': {
    referral: RandomId;
    leg: number;
    institution: Code;
    previous: Code;
    to: Code;
    service: Code;
    reason: Code;
    basis: 'consented' | 'legal-duty' | 'none';
    scope: 'identity' | 'without-identity';
  } & Clocked;
  'ReferralScheduled.v1': {
    referral: RandomId;
    leg: number;
    institution: Code;
    at: FactInstant;
    place: Code;
    replaced: boolean;
  } & Clocked;
  'AppointmentCancelled.v1': {
    referral: RandomId;
    leg: number;
    institution: Code;
    by: Code;
    reason: Code;
  } & Clocked;
  'ReferralNotAttended.v1': { referral: RandomId; leg: number; institution: Code; attempt: number } & Clocked;
  'ContactAttempted.v1': {
    referral: RandomId;
    leg: number;
    institution: Code;
    attempt: number;
    result: Code;
  } & Clocked;
  'ReferralUnreachable.v1': { referral: RandomId; leg: number; institution: Code; attempts: number } & Clocked;
  'ReferralHeld.v1': {
    referral: RandomId;
    leg: number;
    institution: Code;
    reason: Code;
    until: FactInstant;
  } & Clocked;
  'ReferralResumed.v1': { referral: RandomId; leg: number; institution: Code } & Clocked;
  'ReferralAttended.v1': { referral: RandomId; leg: number; institution: Code; service: Code } & Clocked;
  'ReferralReportedBack.v1': { referral: RandomId; leg: number; institution: Code; outcome: Code } & Clocked;
  'ReferralClosed.v1': { referral: RandomId; institution: Code; disposition: Code } & Clocked;
  'CancellationAsked.v1': { referral: RandomId; leg: number; institution: Code; by: Code; reason: Code } & Clocked;
  'ReferralCancelled.v1': { referral: RandomId; leg: number; institution: Code; by: Code; reason: Code } & Clocked;
  'ConsentWithdrawn.v1': { referral: RandomId; leg: number; institution: Code };
  'ReferralUndone.v1': { referral: RandomId; leg: number; institution: Code; undone: readonly Code[] } & Clocked;
  'ReferralLapsed.v1': { referral: RandomId; leg: number; due: FactInstant };
  'ReferralEscalated.v1': {
    referral: RandomId;
    leg: number;
    clock: RandomId;
    rule: Code;
    institution: Code;
    rung: number;
    role: Code;
    due: FactInstant;
  };
};

export const referralFacts = factCatalogue<ReferralFacts>({
  'ReferralSent.v1': true,
  'ReferralReceived.v1': true,
  'ReferralAccepted.v1': true,
  'ReferralDeclined.v1': true,
  'ReferralRerouted.v1': true,
  'ReferralScheduled.v1': true,
  'AppointmentCancelled.v1': true,
  'ReferralNotAttended.v1': true,
  'ContactAttempted.v1': true,
  'ReferralUnreachable.v1': true,
  'ReferralHeld.v1': true,
  'ReferralResumed.v1': true,
  'ReferralAttended.v1': true,
  'ReferralReportedBack.v1': true,
  'ReferralClosed.v1': true,
  'CancellationAsked.v1': true,
  'ReferralCancelled.v1': true,
  'ConsentWithdrawn.v1': true,
  'ReferralUndone.v1': true,
  'ReferralLapsed.v1': true,
  'ReferralEscalated.v1': true,
});

type Sent = ReferralFacts['ReferralSent.v1'];
const bases: readonly Sent['basis'][] = ['consented', 'legal-duty', 'none'];
const scopes: readonly Sent['scope'][] = ['identity', 'without-identity'];

/** The compiler knows no other; what was stored is looked at all the same, so that no free text is told. */
function oneOf<T>(words: readonly T[], word: T): T {
  if (!words.includes(word)) throw new Error('not a word of the list');
  return word;
}

/** A stream is `referral-<id>`. */
const referralOf = (stream: string): RandomId => randomId(stream.slice('referral-'.length));

interface Step {
  readonly stream: string;
  readonly data: Clocks & { readonly leg: number; readonly institution: string };
}

/** What is told of every step: whose, on which leg, and what became of its clocks. */
const step = ({ stream, data }: Step) => ({
  referral: referralOf(stream),
  leg: data.leg,
  institution: code(data.institution),
  ...clocked(data),
});

function clocked({ starts, meets, drops }: Clocks): Clocked {
  return {
    ...(starts === undefined ? {} : { starts: starts.map(tellable) }),
    ...(meets === undefined ? {} : { meets: meets.map(randomId) }),
    ...(drops === undefined ? {} : { drops: drops.map(randomId) }),
  };
}

const tellable = ({
  clock,
  rule,
  version,
  waitsFor,
  institution,
  due,
}: NonNullable<Clocks['starts']>[number]): TellableClock => ({
  clock: randomId(clock),
  rule: code(rule),
  version,
  waitsFor: code(waitsFor),
  institution: code(institution),
  due: factInstant(due),
});

const ground = ({ basis, scope }: { readonly basis: string; readonly scope: string }) => ({
  basis: oneOf(bases, basis as Sent['basis']),
  scope: oneOf(scopes, scope as Sent['scope']),
});

/** `ReferralNoted` is not told: words added later are nobody else's business, and count for nothing. */
export const referralPublication = publish(referralEvents, referralFacts, {
  ReferralSent: ({ stream, data }) => ({
    type: 'ReferralSent.v1',
    data: {
      referral: referralOf(stream),
      code: code(data.code),
      case: randomId(data.case),
      country: code(data.country),
      district: code(data.district),
      leg: data.leg,
      from: code(data.from),
      to: code(data.to.organization),
      service: code(data.to.service),
      purpose: code(data.purpose),
      urgency: code(data.urgency),
      risk: code(data.risk),
      ...ground(data.consent),
      ...(data.bundle === undefined ? {} : { bundle: randomId(data.bundle) }),
      ...(data.deadline === undefined
        ? {}
        : {
            deadline: {
              clock: randomId(data.deadline.clock),
              rule: code(data.deadline.rule),
              version: data.deadline.version,
              due: factInstant(data.deadline.due),
            },
          }),
    },
  }),
  ReferralReceived: (event) => ({ type: 'ReferralReceived.v1', data: step(event) }),
  ReferralAccepted: (event) => ({ type: 'ReferralAccepted.v1', data: step(event) }),
  ReferralDeclined: (event) => ({
    type: 'ReferralDeclined.v1',
    data: { ...step(event), reason: code(event.data.reason) },
  }),
  ReferralRerouted: (event) => ({
    type: 'ReferralRerouted.v1',
    data: {
      ...step(event),
      previous: code(event.data.previous),
      to: code(event.data.to.organization),
      service: code(event.data.to.service),
      reason: code(event.data.reason),
      ...ground(event.data.consent),
    },
  }),
  ReferralScheduled: (event) => ({
    type: 'ReferralScheduled.v1',
    data: {
      ...step(event),
      at: factInstant(event.data.at),
      place: code(event.data.place),
      replaced: event.data.replaces !== undefined,
    },
  }),
  AppointmentCancelled: (event) => ({
    type: 'AppointmentCancelled.v1',
    data: { ...step(event), by: code(event.data.by), reason: code(event.data.reason) },
  }),
  ReferralNotAttended: (event) => ({
    type: 'ReferralNotAttended.v1',
    data: { ...step(event), attempt: event.data.attempt },
  }),
  ContactAttempted: (event) => ({
    type: 'ContactAttempted.v1',
    data: { ...step(event), attempt: event.data.attempt, result: code(event.data.result) },
  }),
  ReferralUnreachable: (event) => ({
    type: 'ReferralUnreachable.v1',
    data: { ...step(event), attempts: event.data.attempts },
  }),
  ReferralHeld: (event) => ({
    type: 'ReferralHeld.v1',
    data: { ...step(event), reason: code(event.data.reason), until: factInstant(event.data.until) },
  }),
  ReferralResumed: (event) => ({ type: 'ReferralResumed.v1', data: step(event) }),
  ReferralAttended: (event) => ({
    type: 'ReferralAttended.v1',
    data: { ...step(event), service: code(event.data.service) },
  }),
  ReferralReportedBack: (event) => ({
    type: 'ReferralReportedBack.v1',
    data: { ...step(event), outcome: code(event.data.outcome) },
  }),
  ReferralClosed: ({ stream, data }) => ({
    type: 'ReferralClosed.v1',
    data: {
      referral: referralOf(stream),
      institution: code(data.institution),
      disposition: code(data.disposition),
      ...clocked(data),
    },
  }),
  CancellationAsked: (event) => ({
    type: 'CancellationAsked.v1',
    data: { ...step(event), by: code(event.data.by), reason: code(event.data.reason) },
  }),
  ReferralCancelled: (event) => ({
    type: 'ReferralCancelled.v1',
    data: { ...step(event), by: code(event.data.by), reason: code(event.data.reason) },
  }),
  ConsentWithdrawn: ({ stream, data }) => ({
    type: 'ConsentWithdrawn.v1',
    data: { referral: referralOf(stream), leg: data.leg, institution: code(data.institution) },
  }),
  ReferralUndone: (event) => ({
    type: 'ReferralUndone.v1',
    data: { ...step(event), undone: event.data.undone.map(code) },
  }),
  ReferralLapsed: ({ stream, data }) => ({
    type: 'ReferralLapsed.v1',
    data: { referral: referralOf(stream), leg: data.leg, due: factInstant(data.due) },
  }),
  ReferralEscalated: ({ stream, data }) => ({
    type: 'ReferralEscalated.v1',
    data: {
      referral: referralOf(stream),
      leg: data.leg,
      clock: randomId(data.clock),
      rule: code(data.rule),
      institution: code(data.institution),
      rung: data.rung,
      role: code(data.role),
      due: factInstant(data.due),
    },
  }),
});
