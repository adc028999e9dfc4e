import { createHash } from 'node:crypto';
import { jurisdictionIds, jurisdiction, labelOf } from '../../../protocol/index.js';

/** The elements of FHIR R4 (4.0.1) that are used here, as far as they are. */

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

export interface Identifier {
  readonly system: string;
  readonly value: string;
}

export interface Reference {
  readonly reference?: string;
  readonly type?: string;
  readonly identifier?: Identifier;
}

export interface Resource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [element: string]: unknown;
}

/** Namespaces of what only Chaski names. */
export const systems = {
  referralCode: 'urn:chaski:referral-code',
  caseCode: 'urn:chaski:case-code',
  organization: 'urn:chaski:organization',
  consent: 'urn:chaski:consent',
  business: 'urn:chaski:bser-status',
  basis: 'urn:chaski:consent-basis',
} as const;

/** The system of a code list. */
export const listSystem = (list: string): string => `urn:chaski:codes:${list}`;

/** A code of one of our lists, with what it says in Spanish where the list knows it. */
export function coded(list: string, code: string): CodeableConcept {
  const found = jurisdictionIds()
    .map((country) => jurisdiction(country).codes[list])
    .find((each) => each?.entries.some((entry) => entry.code === code));
  const display = found === undefined ? undefined : labelOf(found, code);
  return { coding: [{ system: listSystem(list), code, ...(display === undefined ? {} : { display }) }] };
}

/** The person is never a resource here: whoever holds the case knows who it is by the code people read aloud. */
export const subjectOf = (caseCode: string): Reference => ({
  type: 'Patient',
  identifier: { system: systems.caseCode, value: caseCode },
});

export const organizationRef = (id: string): Reference => ({
  reference: `Organization/${fhirId(id)}`,
  type: 'Organization',
  identifier: { system: systems.organization, value: id },
});

export const serviceRef = (organization: string, service: string): Reference => ({
  reference: `HealthcareService/${serviceId(organization, service)}`,
  type: 'HealthcareService',
});

const allowed = /^[A-Za-z0-9.-]{1,64}$/;

/** Our codes may be longer than an id of FHIR, or hold what it may not: those go by their digest. */
export function fhirId(...parts: readonly string[]): string {
  const plain = parts.join('.');
  const clear = parts.length === 1 || parts.every((part) => !part.includes('.'));
  if (clear && allowed.test(plain)) return plain;
  return `x${createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(1)}`;
}

export const serviceId = (organization: string, service: string): string => fhirId(organization, service);
