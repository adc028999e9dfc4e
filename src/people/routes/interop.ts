import { aReferral, listing, office, open, type RouteRow } from '../access/row.js';

/** Who may do what in the formats of other systems: what they may do in ours. */
export const interopRoutes: readonly RouteRow[] = [
  ...open('GET /fhir/metadata'),
  ...office('look', [
    ...['GET /fhir/Organization', 'GET /fhir/Organization/:id'],
    ...['GET /fhir/HealthcareService', 'GET /fhir/HealthcareService/:id'],
  ]),
  // The desk asks about each that is looked for by an id, and lists only what the institution is an end of.
  ...office('listCasework', [
    ...['GET /fhir/ServiceRequest', 'GET /fhir/Task', 'GET /fhir/Consent'],
    ...['GET /fhir/Task/:id', 'GET /fhir/Consent/:id'],
  ]),
  ...aReferral('readReferral', ['GET /fhir/ServiceRequest/:id']),
  ...office('startCasework', ['POST /fhir/ServiceRequest']),
  // Lets a system of theirs in, as enrolment lets a person in: for their own institution alone, which the desk sees to.
  ...office('readStaff', ['GET /api/webhooks', 'GET /api/webhooks/:id']),
  ...listing('listUndelivered', office('readStaff', ['GET /api/webhooks/:id/dead-letters', 'GET /suscripciones'])),
  ...office('enrolStaff', [
    ...['POST /api/webhooks', 'POST /api/webhooks/:id/dead-letters/:fact/redelivery'],
    ...['rotation', 'pause', 'resumption', 'end', 'replay', 'test'].map((each) => `POST /api/webhooks/:id/${each}`),
  ]),
];
