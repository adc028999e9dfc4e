import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import type { ReferralEvents } from '../domain/events.js';
import { complete } from '../testing/complete.js';
import { caseId, cem, due, health, police, referralId, sent } from '../testing/fixtures.js';
import { referralPublication } from './facts.js';

const stream = `referral-${referralId}`;
const of = { referral: referralId, leg: 1 };
const clocked = {
  starts: [
    {
      clock: 'a0000000-0000-8000-8000-000000000001',
      rule: 'PE-P01a',
      version: 1,
      waitsFor: 'referral-answered',
      institution: cem,
      due,
    },
  ],
  meets: ['a0000000-0000-8000-8000-000000000002'],
  drops: ['a0000000-0000-8000-8000-000000000003'],
};
const step = { ...of, institution: cem, ...clocked };
const ground = { basis: 'legal-duty', scope: 'identity' };

/** What others are told of each event; undefined: nothing. */
const facts: Readonly<Record<keyof ReferralEvents, object | undefined>> = {
  ReferralSent: {
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
    ...ground,
    bundle: 'b0000000-0000-8000-8000-000000000002',
    deadline: { clock: 'a0000000-0000-8000-8000-000000000001', rule: 'PE-25a', version: 1, due },
  },
  ReferralReceived: step,
  ReferralAccepted: step,
  ReferralDeclined: { ...step, reason: 'NO_CAPACITY' },
  ReferralRerouted: {
    ...step,
    leg: 2,
    institution: police,
    previous: cem,
    to: health,
    service: 'salud-mental',
    reason: 'NO_ANSWER',
    ...ground,
  },
  ReferralScheduled: { ...step, at: '2025-10-08T15:00:00.000Z', place: 'HOME_VISIT', replaced: true },
  AppointmentCancelled: { ...step, by: 'RECEIVER', reason: 'STAFF_AWAY' },
  ReferralNotAttended: { ...step, attempt: 1 },
  ContactAttempted: { ...step, attempt: 2, result: 'OTHER_ANSWERED' },
  ReferralUnreachable: { ...step, attempts: 3 },
  ReferralHeld: { ...step, reason: 'WAITING_LIST', until: '2025-10-20T13:00:00.000Z' },
  ReferralResumed: step,
  ReferralAttended: { ...step, service: 'PSYCHOLOGY' },
  ReferralReportedBack: { ...step, outcome: 'SERVICE_RECEIVED' },
  ReferralClosed: { referral: referralId, institution: police, disposition: 'NEED_MET', ...clocked },
  CancellationAsked: { ...step, institution: police, by: 'PERSON', reason: 'PERSON_CHANGED_MIND' },
  ReferralCancelled: { ...step, by: 'SENDER', reason: 'NEED_MET' },
  ConsentWithdrawn: { ...of, institution: cem },
  ReferralNoted: undefined,
  ReferralUndone: { ...step, undone: ['ReferralReceived', 'ReferralAccepted'] },
  ReferralLapsed: { ...of, due },
  ReferralEscalated: {
    ...of,
    clock: 'a0000000-0000-8000-8000-000000000001',
    rule: 'PE-P01a',
    institution: cem,
    rung: 2,
    role: 'SUPERVISOR',
    due,
  },
};

it.each(Object.entries(complete))('%s is told as agreed', (type, data) => {
  const fact = facts[type as keyof ReferralEvents];
  const told = fact === undefined ? undefined : { type: `${type}.v1`, data: fact };
  expect(factOf(referralPublication, stream, type, data)).toEqual(told);
});

it('what an event does not have is not told', () => {
  const undated = { ...sent.data, deadline: undefined };
  expect(factOf(referralPublication, stream, 'ReferralSent', undated)?.data).not.toHaveProperty('deadline');
  const told = factOf(referralPublication, stream, 'ReferralReceived', { leg: 1, institution: cem });
  expect(Object.keys(told?.data ?? {})).toEqual(['referral', 'leg', 'institution']);
});

it.each([
  ['basis', 'because she said so'],
  ['scope', 'everything'],
])('a consent whose %s is no word of the list is not told', (field, word) => {
  const data = { ...sent.data, consent: { ...sent.data.consent, [field]: word } };
  expect(() => factOf(referralPublication, stream, 'ReferralSent', data)).toThrow();
});

/** Of the clocks of a step: which is which, by which rule, whose turn, and until when; never the ladder. */
const clocks = [
  ...['clock', 'rule', 'waitsFor', 'institution', 'due'].map((field) => `starts[].${field}`),
  ...['meets[]', 'drops[]'],
];
const steps = (...coded: readonly string[]) => ({ coded: ['institution', ...clocks, ...coded] });

describe('facts of referrals tell codes and ids only', () => {
  tellsOnly(referralPublication, stream, complete, {
    ReferralSent: {
      coded: [
        ...['code', 'case', 'country', 'district', 'from', 'to.organization', 'to.service', 'purpose', 'urgency'],
        ...['risk', 'bundle', 'consent.basis', 'consent.scope', 'deadline.clock', 'deadline.rule', 'deadline.due'],
      ],
    },
    ReferralReceived: steps(),
    ReferralAccepted: steps(),
    ReferralDeclined: steps('reason'),
    ReferralRerouted: steps(
      ...['previous', 'to.organization', 'to.service', 'reason', 'consent.basis', 'consent.scope'],
    ),
    ReferralScheduled: steps('at', 'place'),
    AppointmentCancelled: steps('by', 'reason'),
    ReferralNotAttended: steps(),
    ContactAttempted: steps('result'),
    ReferralUnreachable: steps(),
    ReferralHeld: steps('reason', 'until'),
    ReferralResumed: steps(),
    ReferralAttended: steps('service'),
    ReferralReportedBack: steps('outcome'),
    ReferralClosed: steps('disposition'),
    CancellationAsked: steps('by', 'reason'),
    ReferralCancelled: steps('by', 'reason'),
    ConsentWithdrawn: { coded: ['institution'] },
    ReferralUndone: steps('undone[]'),
    ReferralLapsed: { coded: ['due'] },
    ReferralEscalated: { coded: ['clock', 'rule', 'institution', 'role', 'due'] },
  });
});
