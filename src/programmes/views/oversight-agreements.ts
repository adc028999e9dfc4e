import { projection, type Seen } from '#projection';
import { type AgreementFacts, agreementFacts } from '../../boards/published/agreement-facts.js';

/** An agreement of a board, as far as oversight follows it. */
export interface FollowedAgreement {
  readonly id: string;
  readonly board: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  /** The indicator of the report it is meant to move. */
  readonly indicator?: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly late: boolean;
}

type Any = Seen<AgreementFacts>;

/** Agreements by id, as boards tell of them. List: `board/<code>`, by the day they are due. */
export const followedAgreements = projection<AgreementFacts, FollowedAgreement>({
  name: 'oversight-agreements',
  version: 1,
  events: agreementFacts,
  key: ({ data }: Any) => data.agreement,
  empty: (id) => ({ id, board: '', text: '', owner: '', due: '', status: 'open', late: false }),
  on: {
    'AgreementAdopted.v1': (followed, { data: { board, text, owner, due, indicator } }) => ({
      ...{ ...followed, board, text, owner, due },
      ...(indicator === undefined ? {} : { indicator }),
    }),
    'AgreementRescheduled.v1': (followed, { data: { due } }) => ({ ...followed, due, late: false }),
    'AgreementLate.v1': (followed) => ({ ...followed, late: true }),
    'AgreementDone.v1': (followed, { data: { late } }) => ({ ...followed, status: 'done', late }),
    'AgreementCancelled.v1': (followed) => ({ ...followed, status: 'cancelled' }),
  },
  index: ({ board, due }) => [[`board/${board}`, due]],
});
