import type { RequestEvents } from '../domain/request-events.js';
import type { SubjectEvents } from '../domain/subject-events.js';
import * as the from './fixtures.js';

/** Every event of a person's rights with every field it can have, as stored. A field that is added must be added here. */
export const completeSubject = {
  LegalHoldPlaced: the.placed.data,
  LegalHoldLifted: the.lifted.data,
  ErasureProposed: the.proposed.data,
  ErasureOfClassProposed: the.classProposed.data,
  ErasureAsked: the.askedInPart.data as Required<SubjectEvents['ErasureAsked']>,
  ErasureDeferred: the.deferred.data,
  ErasureRefused: the.refused.data,
  ErasureApproved: the.approved.data,
  ErasureFenced: { ...the.fenced.data, categories: ['narrative', 'aggressor'] },
  KeysDestroyed: the.destroyed.data,
  TracesPurged: the.purged.data,
  ErasureHeldUp: the.heldUp.data,
  SubjectErased: { ...the.erased.data, categories: ['narrative', 'aggressor'] },
} satisfies { readonly [T in keyof SubjectEvents]: Required<SubjectEvents[T]> };

/** The same of a request. */
export const completeRequest = {
  RightsRequestReceived: the.received.data as Required<RequestEvents['RightsRequestReceived']>,
  RightsRequestOverdue: the.overdue.data,
  RightsRequestAnswered: the.answered.data as Required<RequestEvents['RightsRequestAnswered']>,
} satisfies { readonly [T in keyof RequestEvents]: Required<RequestEvents[T]> };
