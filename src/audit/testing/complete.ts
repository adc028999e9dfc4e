import type { UnmaskingEvents } from '../domain/unmasking-events.js';

/** Every event with every field it can have, as stored, in an order in which it could happen. */
export const completeUnmasking: { readonly [T in keyof UnmaskingEvents]: Required<UnmaskingEvents[T]> } = {
  UnmaskingAsked: {
    ...{ pseudonym: 'P-0A1B-2C3D-4E5F', session: '2025-10-01', reason: 'UNUSUAL_READS' },
    ...{ institution: 'pe-150112-auditoria', until: '2025-10-02T15:00:01.000Z' },
  },
  UnmaskingApproved: { institution: 'pe-150112-datos', until: '2025-10-02T16:00:00.000Z' },
  UnmaskingShown: { institution: 'pe-150112-auditoria' },
  UnmaskingRefused: { institution: 'pe-150112-datos' },
};
