import type { LegRecord, ReferralRecord } from '../../../records.js';
import {
  coded,
  type CodeableConcept,
  listSystem,
  organizationRef,
  type Resource,
  serviceRef,
  subjectOf,
  systems,
} from './elements.js';

/** A referral is a ServiceRequest; each service that was asked is a Task that fulfils it, on a Consent of its own. */

const priorities: Readonly<Record<string, string>> = { IMMEDIATE: 'stat', PRIORITY: 'urgent', ROUTINE: 'routine' };

/** Our urgency of a FHIR priority; `asap` is between two of ours, and taken for the sooner. */
export const urgencies: Readonly<Record<string, string>> = {
  stat: 'IMMEDIATE',
  asap: 'IMMEDIATE',
  urgent: 'PRIORITY',
  routine: 'ROUTINE',
};

/** `ServiceRequest.status`; a referral that was declined is still the sender's to hand on. */
const requestStatus: Readonly<Record<string, string>> = {
  closed: 'completed',
  cancelled: 'revoked',
  undone: 'entered-in-error',
  'on-hold': 'on-hold',
};

export const legId = (referral: string, leg: number): string => `${referral}-${leg}`;

/** The id of a Task or Consent, apart: undefined where it is none. */
export function legOfId(id: string): { readonly referral: string; readonly leg: number } | undefined {
  const [, referral, leg] = /^([0-9a-fA-F-]{36})-([1-9]\d{0,3})$/.exec(id) ?? [];
  return referral === undefined || leg === undefined ? undefined : { referral, leg: Number(leg) };
}

/** In which language a consent was explained: a code of our list of mother tongues. */
export const explainedIn = 'urn:chaski:explained-in';

const underWay = ({ legs }: ReferralRecord): LegRecord | undefined => legs.at(-1);

export function serviceRequestOf(record: ReferralRecord): Resource {
  const { id, code, caseCode, from, purpose, urgency, status, sentAt, updatedAt, legs } = record;
  const leg = underWay(record);
  return {
    resourceType: 'ServiceRequest',
    id,
    meta: { versionId: String(record.revision), lastUpdated: updatedAt },
    identifier: [{ system: systems.referralCode, value: code }],
    status: requestStatus[status] ?? 'active',
    intent: 'order',
    priority: priorities[urgency] ?? 'routine',
    code: coded('referralPurposes', purpose),
    subject: subjectOf(caseCode),
    authoredOn: sentAt,
    requester: organizationRef(from),
    ...(leg === undefined ? {} : { performer: [serviceRef(leg.to, leg.service)] }),
    supportingInfo: legs.map((each) => ({ reference: `Consent/${legId(id, each.leg)}`, type: 'Consent' })),
  };
}

export function taskOf(record: ReferralRecord, leg: LegRecord): Resource {
  const last = leg === underWay(record);
  const { fhirStatus, businessStatus, due, reason, outcome } = record;
  // Whoever declined says why; of a leg that went on to the next, it is why it went on.
  const why = last ? reason : leg.left;
  return {
    resourceType: 'Task',
    id: legId(record.id, leg.leg),
    meta: { lastUpdated: leg.updatedAt },
    basedOn: [{ reference: `ServiceRequest/${record.id}`, type: 'ServiceRequest' }],
    status: last ? fhirStatus : 'cancelled',
    ...(why === undefined ? {} : { statusReason: reasonOf(why, last) }),
    ...(last && businessStatus !== undefined
      ? { businessStatus: { coding: [{ system: systems.business, code: businessStatus }] } }
      : {}),
    intent: 'order',
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
    focus: { reference: `ServiceRequest/${record.id}`, type: 'ServiceRequest' },
    for: subjectOf(record.caseCode),
    authoredOn: leg.sentAt,
    lastModified: leg.updatedAt,
    requester: organizationRef(record.from),
    owner: organizationRef(leg.to),
    ...(last && due !== undefined ? { restriction: { period: { end: due } } } : {}),
    input: [{ type: { text: 'Servicio' }, valueReference: serviceRef(leg.to, leg.service) }],
    ...(last && outcome !== undefined
      ? { output: [{ type: { text: 'Resultado' }, valueCodeableConcept: coded('outcomes', outcome) }] }
      : {}),
  };
}

/** The lists a reason may be of: what a status says does not say which. */
const reasonLists = ['declineReasons', 'cancelReasons', 'holdReasons'];

function reasonOf(code: string, last: boolean): CodeableConcept {
  const lists = last ? reasonLists : ['rerouteReasons'];
  const found = lists.map((list) => coded(list, code)).find(({ coding }) => coding?.[0]?.display !== undefined);
  return found ?? { text: code };
}

export function consentOf(record: ReferralRecord, { leg, sentAt, to, consent }: LegRecord, now: string): Resource {
  const { id, caseCode, from } = record;
  const { basis, duty, mode, language, shares = [], until, withdrawn } = consent;
  const over = withdrawn || (until !== undefined && until <= now);
  return {
    resourceType: 'Consent',
    id: legId(id, leg),
    ...(language === undefined ? {} : { extension: [{ url: explainedIn, valueCode: language }] }),
    identifier: [{ system: systems.consent, value: consent.id }],
    status: basis === 'none' ? 'rejected' : over ? 'inactive' : 'active',
    scope: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }],
    },
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IDSCL' }] },
      ...(mode === undefined ? [] : [coded('consentModes', mode)]),
    ],
    patient: subjectOf(caseCode),
    dateTime: sentAt,
    organization: [organizationRef(from)],
    policyRule: {
      coding: [
        { system: systems.basis, code: basis === 'none' ? 'without-identity' : basis },
        ...(duty === undefined ? [] : (coded('legalDuties', duty).coding ?? [])),
      ],
    },
    provision: {
      type: basis === 'none' ? 'deny' : 'permit',
      ...(until === undefined ? {} : { period: { start: sentAt, end: until } }),
      actor: [
        {
          role: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'IRCP' }],
          },
          reference: organizationRef(to),
        },
      ],
      ...(shares.length === 0 ? {} : { class: shares.map((code) => ({ system: listSystem('dataCategories'), code })) }),
    },
  };
}
