import { catalogue } from '#decider';
import type { CancelReason, ProgressNote } from './codes.js';
import type { PlanAction } from './session-events.js';

/** What a board agreed: who does what by when. Every event names the board, so that each can be told by itself. */
export type AgreementEvents = {
  AgreementAdopted: {
    readonly board: string;
    readonly country: string;
    readonly session: string;
    readonly owner: string;
    /** The last day for it, and the last instant of that day where the board is. */
    readonly due: string;
    readonly dueAt: string;
    readonly text: string;
    readonly indicator?: string;
    readonly serves?: PlanAction;
    readonly imported?: boolean;
  };
  /** It stands on the agenda of a later session, for the nth time. */
  AgreementCarriedOver: { readonly board: string; readonly session: string; readonly times: number };
  AgreementProgressed: { readonly board: string; readonly note: ProgressNote };
  /** It was given another day, for the nth time. */
  AgreementRescheduled: {
    readonly board: string;
    readonly was: string;
    readonly due: string;
    readonly dueAt: string;
    readonly times: number;
  };
  /** Its last day went by, and that is recorded, once for each day it was due. */
  AgreementLate: {
    readonly board: string;
    readonly owner: string;
    readonly due: string;
    readonly dueAt: string;
    readonly imported?: boolean;
  };
  /** Done, shown by a file of which the SHA-256 digest is kept. */
  AgreementDone: { readonly board: string; readonly evidence: string; readonly late: boolean };
  AgreementCancelled: { readonly board: string; readonly reason: CancelReason };
};

export const agreementEvents = catalogue<AgreementEvents>({
  AgreementAdopted: 1,
  AgreementCarriedOver: 1,
  AgreementProgressed: 1,
  AgreementRescheduled: 1,
  AgreementLate: 1,
  AgreementDone: 1,
  AgreementCancelled: 1,
});
