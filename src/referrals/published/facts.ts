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
import { referralEvents } from '../domain/events.js';

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
    deadline?: { clock: RandomId; rule: Code; version: number; due: FactInstant };
  };
  'ReferralReceived.v1': { referral: RandomId; leg: number; institution: Code };
  'ReferralAccepted.v1': { referral: RandomId; leg: number; institution: Code };
  'ReferralDeclined.v1': { referral: RandomId; leg: number; institution: Code; reason: Code };
  'ReferralAttended.v1': { referral: RandomId; leg: number; institution: Code; service: Code };
  'ReferralReportedBack.v1': { referral: RandomId; leg: number; institution: Code; outcome: Code };
  'ReferralClosed.v1': { referral: RandomId; institution: Code; disposition: Code };
  'ReferralLapsed.v1': { referral: RandomId; leg: number; due: FactInstant };
};

export const referralFacts = factCatalogue<ReferralFacts>({
  'ReferralSent.v1': true,
  'ReferralReceived.v1': true,
  'ReferralAccepted.v1': true,
  'ReferralDeclined.v1': true,
  'ReferralAttended.v1': true,
  'ReferralReportedBack.v1': true,
  'ReferralClosed.v1': true,
  'ReferralLapsed.v1': true,
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
      basis: oneOf(bases, data.consent.basis),
      scope: oneOf(scopes, data.consent.scope),
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
  ReferralReceived: ({ stream, data }) => ({
    type: 'ReferralReceived.v1',
    data: { referral: referralOf(stream), leg: data.leg, institution: code(data.institution) },
  }),
  ReferralAccepted: ({ stream, data }) => ({
    type: 'ReferralAccepted.v1',
    data: { referral: referralOf(stream), leg: data.leg, institution: code(data.institution) },
  }),
  ReferralDeclined: ({ stream, data }) => ({
    type: 'ReferralDeclined.v1',
    data: {
      referral: referralOf(stream),
      leg: data.leg,
      institution: code(data.institution),
      reason: code(data.reason),
    },
  }),
  ReferralAttended: ({ stream, data }) => ({
    type: 'ReferralAttended.v1',
    data: {
      referral: referralOf(stream),
      leg: data.leg,
      institution: code(data.institution),
      service: code(data.service),
    },
  }),
  ReferralReportedBack: ({ stream, data }) => ({
    type: 'ReferralReportedBack.v1',
    data: {
      referral: referralOf(stream),
      leg: data.leg,
      institution: code(data.institution),
      outcome: code(data.outcome),
    },
  }),
  ReferralClosed: ({ stream, data }) => ({
    type: 'ReferralClosed.v1',
    data: { referral: referralOf(stream), institution: code(data.institution), disposition: code(data.disposition) },
  }),
  ReferralLapsed: ({ stream, data }) => ({
    type: 'ReferralLapsed.v1',
    data: { referral: referralOf(stream), leg: data.leg, due: factInstant(data.due) },
  }),
});
