import { projection } from '#projection';
import { type EditionFacts, editionFacts } from '../published/edition-facts.js';

/** The version of a month's report that stands, by whom it was published for. */
export interface IssuedMonth {
  readonly board?: number;
  readonly public?: number;
}

/** The key of a board's month. */
export const issuedKey = (board: string, month: string): string => `${board}.${month}`;

/** Months of boards whose report was published. */
export const issuedMonths = projection<EditionFacts, IssuedMonth>({
  name: 'issued-months',
  version: 1,
  events: editionFacts,
  key: ({ data }) => issuedKey(data.board, data.month),
  empty: () => ({}),
  on: {
    'EditionPublished.v1': (issued, { data: { profile, version } }) =>
      profile === 'public' ? { ...issued, public: version } : { ...issued, board: version },
  },
});
