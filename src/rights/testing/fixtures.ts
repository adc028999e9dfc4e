import type { EventOf } from '#decider';
import type { RequestEvents } from '../domain/request-events.js';
import type { SubjectEvents } from '../domain/subject-events.js';

export const person = '5e3f8a10-2222-8000-8000-000000000007';
export const erasure = '5e3f8a10-3333-8000-8000-000000000001';
export const holdId = '5e3f8a10-4444-8000-8000-000000000001';
export const requestId = '5e3f8a10-5555-8000-8000-000000000001';
const cem = 'pe-150112-cem';
const office = 'pe-150112-municipalidad';

type Of<T extends keyof SubjectEvents> = EventOf<SubjectEvents, T>;
type OfRequest<T extends keyof RequestEvents> = EventOf<RequestEvents, T>;

export const placed: Of<'LegalHoldPlaced'> = {
  type: 'LegalHoldPlaced',
  data: { person, hold: holdId, country: 'PE', institution: office, norm: 'CRIMINAL_CASE' },
};
export const lifted: Of<'LegalHoldLifted'> = {
  type: 'LegalHoldLifted',
  data: { person, hold: holdId, institution: office, reason: 'ENDED' },
};
export const proposed: Of<'ErasureProposed'> = {
  type: 'ErasureProposed',
  data: {
    ...{ person, country: 'PE', institution: cem, case: '5e3f8a10-1111-8000-8000-000000000001' },
    ...{ rule: 'PE-R01', version: 1, due: '2035-10-01T15:00:00.000Z' },
  },
};
export const classProposed: Of<'ErasureOfClassProposed'> = {
  type: 'ErasureOfClassProposed',
  data: {
    ...{ person, country: 'PE', institution: cem, case: '5e3f8a10-1111-8000-8000-000000000001' },
    ...{ class: 'WHEREABOUTS', categories: ['contact', 'location', 'shelter'] },
    ...{ rule: 'PE-R02', version: 1, due: '2027-10-01T15:00:00.000Z' },
  },
};
export const asked: Of<'ErasureAsked'> = {
  type: 'ErasureAsked',
  data: { person, erasure, country: 'PE', institution: cem, ground: 'PERSON_ASKED' },
};
export const askedInPart: Of<'ErasureAsked'> = {
  type: 'ErasureAsked',
  data: { ...asked.data, categories: ['narrative', 'aggressor'], request: requestId },
};
export const deferred: Of<'ErasureDeferred'> = {
  type: 'ErasureDeferred',
  data: { person, erasure, holds: [holdId] },
};
export const refused: Of<'ErasureRefused'> = {
  type: 'ErasureRefused',
  data: { person, erasure, institution: office, reason: 'LEGAL_DUTY' },
};
export const approved: Of<'ErasureApproved'> = {
  type: 'ErasureApproved',
  data: { person, erasure, institution: office },
};
export const fenced: Of<'ErasureFenced'> = { type: 'ErasureFenced', data: { person, erasure } };
export const destroyed: Of<'KeysDestroyed'> = { type: 'KeysDestroyed', data: { person, erasure, keys: 3 } };
export const purged: Of<'TracesPurged'> = {
  type: 'TracesPurged',
  data: { person, erasure, places: ['key-cache', 'person-index'] },
};
export const heldUp: Of<'ErasureHeldUp'> = {
  type: 'ErasureHeldUp',
  data: { person, erasure, step: 'destroy', why: 'ErasureIncomplete' },
};
export const erased: Of<'SubjectErased'> = {
  type: 'SubjectErased',
  data: {
    ...{ person, erasure, country: 'PE', institution: cem, keys: 3, places: purged.data.places },
    // Thirty days after 1 October 2025 in Lima, to the end of the day.
    ...{ backupDays: 30, gonePast: '2025-11-01T04:59:59.999Z' },
  },
};

export const received: OfRequest<'RightsRequestReceived'> = {
  type: 'RightsRequestReceived',
  data: {
    ...{ person, country: 'PE', institution: cem, right: 'CANCELLATION' },
    // Ten working days after 1 October 2025: the 8th is a holiday.
    clock: { rule: 'PE-D02b', version: 1, due: '2025-10-17T04:59:59.999Z' },
  },
};
export const overdue: OfRequest<'RightsRequestOverdue'> = {
  type: 'RightsRequestOverdue',
  data: { person, institution: cem, due: '2025-10-17T04:59:59.999Z' },
};
export const answered: OfRequest<'RightsRequestAnswered'> = {
  type: 'RightsRequestAnswered',
  data: { person, institution: office, right: 'CANCELLATION', outcome: 'PARTLY', reason: 'LEGAL_DUTY', late: false },
};
