import type { SealedSection } from '#decider';
import type { ReferralEvents } from '../domain/events.js';
import { caseId, cem, consentId, due, person, police } from './fixtures.js';

/** A section as the log holds it. */
export const sealedSection: SealedSection = {
  v: 1,
  dekId: 'f0000000-0000-8000-8000-000000000001',
  dekVersion: 1,
  iv: 'AAAAAAAAAAAAAAAA',
  ct: 'c2VhbGVk',
  tag: 'AAAAAAAAAAAAAAAAAAAAAA',
};

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
    consent: { id: consentId, basis: 'legal-duty', scope: 'identity', duty: 'RISK_TO_LIFE' },
    deadline: { clock: '435e3743-041a-880d-a208-942793a363fd', rule: 'PE-25a', version: 1, due },
    note: sealedSection,
    safeContact: sealedSection,
    imported: true,
  },
  ReferralReceived: { leg: 1, institution: cem },
  ReferralAccepted: { leg: 1, institution: cem },
  ReferralDeclined: { leg: 1, institution: cem, sender: police, reason: 'NO_CAPACITY' },
  ReferralAttended: { leg: 1, institution: cem, service: 'PSYCHOLOGY' },
  ReferralReportedBack: { leg: 1, institution: cem, sender: police, outcome: 'SERVICE_RECEIVED' },
  ReferralClosed: { institution: police, disposition: 'NEED_MET' },
  ReferralLapsed: { leg: 1, institution: cem, sender: police, due, imported: true },
};
