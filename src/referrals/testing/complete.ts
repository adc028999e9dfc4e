import type { SealedSection } from '#decider';
import type { Clock } from '../../protocol/index.js';
import type { ReferralEvents } from '../domain/events.js';
import { caseId, cem, consentId, due, health, now, person, police } from './fixtures.js';

/** A section as the log holds it. */
export const sealedSection: SealedSection = {
  v: 1,
  dekId: 'f0000000-0000-8000-8000-000000000001',
  dekVersion: 1,
  iv: 'AAAAAAAAAAAAAAAA',
  ct: 'c2VhbGVk',
  tag: 'AAAAAAAAAAAAAAAAAAAAAA',
};

const started: Clock = {
  clock: 'a0000000-0000-8000-8000-000000000001',
  rule: 'PE-P01a',
  version: 1,
  waitsFor: 'referral-answered',
  institution: cem,
  from: now,
  due,
  rungs: [
    { rung: 1, role: 'OWNER', at: '2025-10-02T03:00:00.000Z' },
    { rung: 2, role: 'SUPERVISOR', at: due },
    { rung: 3, role: 'COORDINATOR', at: '2025-10-03T03:00:00.000Z' },
  ],
};
const clocked = {
  starts: [started],
  meets: ['a0000000-0000-8000-8000-000000000002'],
  drops: ['a0000000-0000-8000-8000-000000000003'],
};
const consent: Required<ReferralEvents['ReferralSent']['consent']> = {
  id: consentId,
  basis: 'legal-duty',
  scope: 'identity',
  duty: 'RISK_TO_LIFE',
  shares: ['IDENTITY', 'CONTACT', 'NARRATIVE'],
  until: '2026-04-02T04:59:59.999Z',
  language: 'QU',
  mode: 'THUMBPRINT',
};
const appointment = 'b0000000-0000-8000-8000-000000000001';
const step = { leg: 1, institution: cem, ...clocked };
const answer = { ...step, sender: police };

/** Every event with every field it can have, as stored. A field that is added must be added here as well. */
export const complete: { readonly [T in keyof ReferralEvents]: Required<ReferralEvents[T]> } = {
  ReferralSent: {
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
    consent,
    bundle: 'b0000000-0000-8000-8000-000000000002',
    deadline: { ...started, rule: 'PE-25a', waitsFor: 'referral-acknowledged' },
    note: sealedSection,
    safeContact: sealedSection,
    imported: true,
  },
  ReferralReceived: step,
  ReferralAccepted: step,
  ReferralDeclined: { ...answer, reason: 'NO_CAPACITY' },
  ReferralRerouted: {
    ...answer,
    leg: 2,
    institution: police,
    previous: cem,
    to: { organization: health, service: 'salud-mental' },
    reason: 'NO_ANSWER',
    consent,
    note: sealedSection,
    safeContact: sealedSection,
  },
  ReferralScheduled: {
    ...step,
    appointment,
    at: '2025-10-08T15:00:00.000Z',
    place: 'HOME_VISIT',
    companion: 'TRUSTED_PERSON',
    replaces: { appointment: 'b0000000-0000-8000-8000-000000000003', by: 'PERSON', reason: 'NO_TRANSPORT' },
  },
  AppointmentCancelled: { ...step, appointment, by: 'RECEIVER', reason: 'STAFF_AWAY' },
  ReferralNotAttended: { ...answer, appointment, attempt: 1, next: 'contact-again' },
  ContactAttempted: { ...answer, attempt: 2, result: 'OTHER_ANSWERED', next: 'ask-sender' },
  ReferralUnreachable: { ...answer, attempts: 3 },
  ReferralHeld: { ...step, reason: 'WAITING_LIST', until: '2025-10-20T13:00:00.000Z' },
  ReferralResumed: { ...step, woken: true },
  ReferralAttended: { ...step, service: 'PSYCHOLOGY' },
  ReferralReportedBack: { ...answer, outcome: 'SERVICE_RECEIVED' },
  ReferralClosed: { institution: police, disposition: 'NEED_MET', ...clocked },
  CancellationAsked: { ...step, institution: police, receiver: cem, by: 'PERSON', reason: 'PERSON_CHANGED_MIND' },
  ReferralCancelled: { ...answer, receiver: cem, by: 'SENDER', reason: 'NEED_MET' },
  ConsentWithdrawn: { leg: 1, consent: consentId, institution: cem, mode: 'VERBAL' },
  ReferralNoted: { leg: 1, institution: cem, note: sealedSection },
  ReferralUndone: { ...step, other: police, withdrawnFrom: cem, undone: ['ReferralReceived', 'ReferralAccepted'] },
  ReferralLapsed: { leg: 1, institution: cem, sender: police, due, imported: true },
  ReferralEscalated: {
    leg: 1,
    clock: started.clock,
    rule: started.rule,
    waitsFor: started.waitsFor,
    institution: cem,
    district: '150112',
    rung: 2,
    role: 'SUPERVISOR',
    due,
  },
};
