import { projection } from '#projection';
import { type AgreementFacts, agreementFacts } from '../../boards/published/agreement-facts.js';
import { effectiveAt } from './months.js';

/** A last day an agreement had. A day that was moved before it went by is none. */
export interface Due {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The last instant of that day where the board is. */
  readonly at: string;
}

/** What the report tells of an agreement. */
export interface ReportAgreement {
  readonly id: string;
  readonly board: string;
  readonly text: string;
  readonly owner: string;
  readonly adoptedAt: string;
  /** Days that went by, and behind them the one it has now. */
  readonly dues: readonly Due[];
  /** How often it was given another day. */
  readonly rescheduled: number;
  /** The indicator it is meant to move. */
  readonly indicator?: string;
  /** How it comes along, as last told. */
  readonly note?: string;
  readonly doneAt?: string;
  /** SHA-256 of the file that shows it. */
  readonly evidence?: string;
  readonly cancelledAt?: string;
}

/** Agreements, in lists by board. */
export const reportAgreements = projection<AgreementFacts, ReportAgreement>({
  name: 'report-agreements',
  version: 1,
  events: agreementFacts,
  key: ({ data }) => data.agreement,
  empty: (id) => ({ id, board: '', text: '', owner: '', adoptedAt: '', dues: [], rescheduled: 0 }),
  on: {
    'AgreementAdopted.v1': (agreement, fact) => ({
      ...agreement,
      board: fact.data.board,
      text: fact.data.text,
      owner: fact.data.owner,
      adoptedAt: effectiveAt(fact),
      dues: [{ day: fact.data.due, at: fact.data.dueAt }],
      ...(fact.data.indicator === undefined ? {} : { indicator: fact.data.indicator }),
    }),
    'AgreementProgressed.v1': (agreement, { data }) => ({ ...agreement, note: data.note }),
    // A day that has gone by stays missed, whatever day comes instead.
    'AgreementRescheduled.v1': (agreement, fact) => ({
      ...agreement,
      dues: [...agreement.dues.filter(({ at }) => at < effectiveAt(fact)), { day: fact.data.due, at: fact.data.dueAt }],
      rescheduled: fact.data.times,
    }),
    'AgreementDone.v1': (agreement, fact) => ({
      ...agreement,
      doneAt: effectiveAt(fact),
      evidence: fact.data.evidence,
    }),
    'AgreementCancelled.v1': (agreement, fact) => ({ ...agreement, cancelledAt: effectiveAt(fact) }),
  },
  index: ({ board, adoptedAt }) => [[board, adoptedAt]],
});
