import type { SealedSection } from '#decider';
import type { GlassEvents } from '../domain/break-glass.js';
import type { ConflictEvents } from '../domain/conflict.js';
import type { SealingEvents } from '../domain/sealing.js';
import type { StaffEvents } from '../domain/staff-events.js';

const sealed: SealedSection = {
  ...{ v: 1, dekId: '00000000-0000-4000-8000-00000000d0c0', dekVersion: 1 },
  ...{ iv: 'AAAAAAAAAAAAAAAA', ct: 'c2VhbGVk', tag: 'AAAAAAAAAAAAAAAAAAAAAA' },
};
const glass = '00000000-0000-8000-8000-0000000091a5';

/** Every event with every field it can have, as stored, in an order in which it could happen. */
export const completeStaff: { readonly [T in keyof StaffEvents]: Required<StaffEvents[T]> } = {
  StaffEnrolled: { login: 'digest-of-a-login', institution: 'pe-150112-cem', country: 'PE', role: 'worker' },
  StaffRoleGiven: { role: 'supervisor' },
  StaffLoginChanged: { login: 'digest-of-another-login', institution: 'pe-150112-cem', country: 'PE' },
  StaffSuspended: { reason: 'LOST_DEVICE' },
  StaffReinstated: {},
  StaffEnded: {},
};

export const completeConflict: { readonly [T in keyof ConflictEvents]: Required<ConflictEvents[T]> } = {
  ConflictDeclared: { staff: 'cem-07', kind: 'RELATIVE' },
  ConflictLifted: { staff: 'cem-07' },
};

export const completeGlass: { readonly [T in keyof GlassEvents]: Required<GlassEvents[T]> } = {
  GlassBroken: {
    ...{ glass, staff: 'salud-02', institution: 'pe-150112-salud' },
    case: '00000000-0000-8000-8000-00000000ca5e',
    ...{ owner: 'pe-150112-cem', country: 'PE', reason: 'PERSON_PRESENT' },
    ...{ until: '2025-10-01T16:00:00.000Z', reviewBy: '2025-10-04T15:00:00.000Z' },
    explanation: sealed,
  },
  GlassReviewMissed: { glass, owner: 'pe-150112-cem', country: 'PE', reviewBy: '2025-10-04T15:00:00.000Z' },
  GlassReviewed: { glass, outcome: 'NOT_JUSTIFIED' },
};

const ofSealing = { sealing: '00000000-0000-8000-8000-000000005ea1', institution: 'pe-datos' };
const ofCase = { ...ofSealing, case: '00000000-0000-8000-8000-00000000ca5e' };

export const completeSealing: { readonly [T in keyof SealingEvents]: Required<SealingEvents[T]> } = {
  SealingAsked: { ...ofCase, country: 'PE', aim: 'seal', ground: 'COURT_ORDER', order: sealed },
  SealingRefused: ofSealing,
  CaseUnsealed: ofCase,
  CaseSealed: ofCase,
  KeysPutAway: {
    ...{ sealing: ofCase.sealing, case: ofCase.case, person: '00000000-0000-8000-8000-00000000ab1e', keys: 3 },
    recipients: ['age1codeofnobodysprosecutor'],
  },
  KeysBroughtBack: {
    ...{ sealing: ofCase.sealing, case: ofCase.case, person: '00000000-0000-8000-8000-00000000ab1e' },
  },
};
