import type { ReferralStatus } from './life.js';

/** Where a leg stands in words that other systems use. */
export interface StandardStatus {
  /** `Task.status` of FHIR R4. */
  readonly task: string;
  /** Business status of the bidirectional services referral guide (BSeR), where it has one. */
  readonly business?: string;
}

/**
 * Our states in the terms of FHIR and BSeR. Receipt and acceptance are two states there as here; a closed loop is a
 * completed task that the sender has read.
 *
 * Source: FHIR R4 value set `task-status`; business statuses of the BSeR guide, from a summary: `verified: false`.
 */
export const standardStatus: Readonly<Record<Exclude<ReferralStatus, 'none'>, StandardStatus>> = {
  sent: { task: 'requested', business: '2.0' },
  received: { task: 'received' },
  accepted: { task: 'accepted', business: '3.0' },
  declined: { task: 'rejected', business: '4.0' },
  scheduled: { task: 'in-progress', business: '5.1.1' },
  'not-attended': { task: 'in-progress', business: '5.1.2' },
  attended: { task: 'in-progress', business: '5.1.4' },
  'on-hold': { task: 'on-hold' },
  'cancel-asked': { task: 'in-progress', business: '5.2' },
  cancelled: { task: 'cancelled', business: '6.0' },
  unreachable: { task: 'failed' },
  'reported-back': { task: 'completed', business: '7.0' },
  closed: { task: 'completed', business: '7.0' },
  undone: { task: 'entered-in-error' },
};
