import { merged, projection } from '#projection';
import { type AgreementEvents, agreementEvents } from '../domain/agreement-events.js';
import { type SessionEvents, sessionEvents } from '../domain/session-events.js';
import { without } from '../domain/without.js';

/** A session that is called, and the agreements its agenda has. */
interface Called {
  readonly at: string;
  readonly agreements: readonly string[];
}

/** What a board has open, and the sessions it is called to. */
export interface Carrying {
  readonly board: string;
  /** Text of the agreements that are not over, by id, and the session each was taken in. */
  readonly open: Readonly<Record<string, { readonly text: string; readonly session: string }>>;
  /** Sessions convened and not begun, by id. */
  readonly called: Readonly<Record<string, Called>>;
}

/** A session, from when on it is the next one, and what has to be on its agenda and is not yet. */
export interface ToCarry {
  readonly session: string;
  /** When the session before it began, or was to begin; empty where there is none. */
  readonly since: string;
  readonly missing: readonly { readonly agreement: string; readonly text: string }[];
}

/** What is missing on agendas, in the order of the sessions. One that was called and never held does not hold up the next. */
export function toCarry({ open, called }: Carrying): readonly ToCarry[] {
  const inOrder = Object.entries(called).sort(([a, one], [b, other]) =>
    `${one.at} ${a}` < `${other.at} ${b}` ? -1 : 1,
  );
  return inOrder
    .map(([session, { agreements }], index) => ({
      session,
      since: inOrder[index - 1]?.[1].at ?? '',
      missing: Object.entries(open)
        .filter(([agreement, { session: taken }]) => taken !== session && !agreements.includes(agreement))
        .map(([agreement, { text }]) => ({ agreement, text })),
    }))
    .filter(({ missing }) => missing.length > 0);
}

const sessionOf = (stream: string): string => stream.slice('session-'.length);
const agreementOf = (stream: string): string => stream.slice('agreement-'.length);

const uncalled = (board: Carrying, { stream }: { readonly stream: string }): Carrying => ({
  ...board,
  called: without(board.called, sessionOf(stream)),
});
const over = (board: Carrying, { stream }: { readonly stream: string }): Carrying => ({
  ...board,
  open: without(board.open, agreementOf(stream)),
});

/**
 * What boards carry from session to session, by board. List `carry`: where an open agreement is not yet on the agenda
 * of a session, by when that is the next one. History calls to no session, since it is over.
 */
export const carrying = projection<SessionEvents & AgreementEvents, Carrying>({
  name: 'board-carrying',
  version: 1,
  events: merged(sessionEvents, agreementEvents),
  key: ({ data }) => data.board,
  empty: (board) => ({ board, open: {}, called: {} }),
  on: {
    SessionConvened: (board, { stream, data }) =>
      data.imported === true
        ? board
        : { ...board, called: { ...board.called, [sessionOf(stream)]: { at: data.at, agreements: [] } } },
    AgendaItemAdded: (board, { stream, data }) => {
      const id = sessionOf(stream);
      const session = board.called[id];
      if (session === undefined || data.agreement === undefined) return board;
      const agreements = [...session.agreements, data.agreement];
      return { ...board, called: { ...board.called, [id]: { ...session, agreements } } };
    },
    SessionPostponed: (board, { stream, data }) => {
      const id = sessionOf(stream);
      const session = board.called[id];
      return session === undefined
        ? board
        : { ...board, called: { ...board.called, [id]: { ...session, at: data.at } } };
    },
    SessionOpened: uncalled,
    SessionCancelled: uncalled,
    AgreementAdopted: (board, { stream, data }) => ({
      ...board,
      open: { ...board.open, [agreementOf(stream)]: { text: data.text, session: data.session } },
    }),
    AgreementDone: over,
    AgreementCancelled: over,
  },
  index: (board) => {
    const [next] = toCarry(board);
    return next === undefined ? [] : [['carry', next.since]];
  },
});
