import { projection } from '#projection';
import { type SessionEvents, sessionEvents } from '../domain/session-events.js';

/** How often an organisation was called to a session that took place, and how often it came. */
export interface Coming {
  readonly called: number;
  readonly present: number;
  /** Of the times it came. */
  readonly byAlternate: number;
  readonly remote: number;
}

/** What a board did: sessions called and held, who came. */
export interface BoardActivity {
  readonly board: string;
  /** Convened and not called off. */
  readonly planned: number;
  readonly held: number;
  /** Of those held: too few came to decide anything. */
  readonly withoutQuorum: number;
  readonly postponed: number;
  readonly cancelled: number;
  readonly agreements: number;
  /** By organisation. */
  readonly attendance: Readonly<Record<string, Coming>>;
}

const never: Coming = { called: 0, present: 0, byAlternate: 0, remote: 0 };

/** The activity of boards by code. */
export const boardActivity = projection<SessionEvents, BoardActivity>({
  name: 'board-activity',
  version: 1,
  events: sessionEvents,
  key: ({ data }) => data.board,
  empty: (board) => ({
    ...{ board, planned: 0, held: 0, withoutQuorum: 0, postponed: 0, cancelled: 0, agreements: 0 },
    attendance: {},
  }),
  on: {
    SessionConvened: (sum) => ({ ...sum, planned: sum.planned + 1 }),
    SessionPostponed: (sum) => ({ ...sum, postponed: sum.postponed + 1 }),
    SessionCancelled: (sum) => ({ ...sum, planned: sum.planned - 1, cancelled: sum.cancelled + 1 }),
    SessionClosed: (sum, { data: { seated, present, quorum, decisions } }) => {
      const attendance = { ...sum.attendance };
      for (const organization of seated) {
        const was = attendance[organization] ?? never;
        const came = present.find((each) => each.organization === organization);
        attendance[organization] = {
          called: was.called + 1,
          present: was.present + (came === undefined ? 0 : 1),
          byAlternate: was.byAlternate + (came?.by === 'alternate' ? 1 : 0),
          remote: was.remote + (came?.mode === 'remote' ? 1 : 0),
        };
      }
      return {
        ...sum,
        held: sum.held + 1,
        withoutQuorum: sum.withoutQuorum + (present.length < quorum ? 1 : 0),
        agreements: sum.agreements + decisions,
        attendance,
      };
    },
  },
});
