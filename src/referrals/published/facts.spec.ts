import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import type { ReferralEvents } from '../domain/events.js';
import { complete } from '../testing/complete.js';
import { caseId, cem, due, police, referralId, sent } from '../testing/fixtures.js';
import { referralPublication } from './facts.js';

const stream = `referral-${referralId}`;
const of = { referral: referralId, leg: 1 };

/** What others are told of each event. */
const facts: { readonly [T in keyof ReferralEvents]: { readonly type: string; readonly data: object } } = {
  ReferralSent: {
    type: 'ReferralSent.v1',
    data: {
      ...of,
      code: '25-JXV5-6TQX',
      case: caseId,
      country: 'PE',
      district: '150112',
      from: police,
      to: cem,
      service: 'cem-psicologia',
      purpose: 'PSYCHOLOGICAL_CARE',
      urgency: 'PRIORITY',
      risk: 'MODERATE',
      basis: 'legal-duty',
      scope: 'identity',
      deadline: { clock: '435e3743-041a-880d-a208-942793a363fd', rule: 'PE-25a', version: 1, due },
    },
  },
  ReferralReceived: { type: 'ReferralReceived.v1', data: { ...of, institution: cem } },
  ReferralAccepted: { type: 'ReferralAccepted.v1', data: { ...of, institution: cem } },
  ReferralDeclined: { type: 'ReferralDeclined.v1', data: { ...of, institution: cem, reason: 'NO_CAPACITY' } },
  ReferralAttended: { type: 'ReferralAttended.v1', data: { ...of, institution: cem, service: 'PSYCHOLOGY' } },
  ReferralReportedBack: {
    type: 'ReferralReportedBack.v1',
    data: { ...of, institution: cem, outcome: 'SERVICE_RECEIVED' },
  },
  ReferralClosed: {
    type: 'ReferralClosed.v1',
    data: { referral: referralId, institution: police, disposition: 'NEED_MET' },
  },
  ReferralLapsed: { type: 'ReferralLapsed.v1', data: { ...of, due } },
};

it.each(Object.entries(complete))('%s is told as agreed', (type, data) => {
  expect(factOf(referralPublication, stream, type, data)).toEqual(facts[type as keyof ReferralEvents]);
});

it('a referral without a deadline is told without one', () => {
  const data = { ...sent.data, deadline: undefined };
  expect(factOf(referralPublication, stream, 'ReferralSent', data)?.data).not.toHaveProperty('deadline');
});

describe('facts of referrals tell codes and ids only', () => {
  tellsOnly(referralPublication, stream, complete, {
    ReferralSent: {
      coded: [
        ...['code', 'case', 'country', 'district', 'from', 'to.organization', 'to.service', 'purpose', 'urgency'],
        ...['risk', 'deadline.clock', 'deadline.rule', 'deadline.due'],
      ],
    },
    ReferralReceived: { coded: ['institution'] },
    ReferralAccepted: { coded: ['institution'] },
    ReferralDeclined: { coded: ['institution', 'reason'] },
    ReferralAttended: { coded: ['institution', 'service'] },
    ReferralReportedBack: { coded: ['institution', 'outcome'] },
    ReferralClosed: { coded: ['institution', 'disposition'] },
    ReferralLapsed: { coded: ['due'] },
  });
});
