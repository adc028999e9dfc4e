import { projection } from '#projection';
import { type SessionFacts, sessionFacts } from '../../boards/published/session-facts.js';

/** A session of a board that was held. */
export interface ReportSession {
  readonly id: string;
  readonly board: string;
  /** When it began. */
  readonly at: string;
  readonly seated: number;
  readonly present: number;
  readonly quorate: boolean;
  readonly decisions: number;
}

/** Sessions that were held, in lists by board. */
export const reportSessions = projection<SessionFacts, ReportSession>({
  name: 'report-sessions',
  version: 1,
  events: sessionFacts,
  key: (fact) => (fact.type === 'SessionHeld.v1' ? fact.data.session : undefined),
  empty: (id) => ({ id, board: '', at: '', seated: 0, present: 0, quorate: false, decisions: 0 }),
  on: {
    'SessionHeld.v1': ({ id }, { data }) => ({
      ...{ id, board: data.board, at: data.at, quorate: data.quorate, decisions: data.decisions },
      seated: data.seated.length,
      // Whoever came without a seat makes no quorum.
      present: data.present.filter(({ organization }) => data.seated.some((seat) => seat === organization)).length,
    }),
  },
  index: ({ board, at }) => [[board, at]],
});
