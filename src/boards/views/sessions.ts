import { projection } from '#projection';
import type { AgendaKind, SessionKind, SessionReason } from '../domain/codes.js';
import { type Attendance, type PlanAction, type SessionEvents, sessionEvents } from '../domain/session-events.js';
import { without } from '../domain/without.js';

export interface AgendaItem {
  readonly item: string;
  readonly kind: AgendaKind;
  readonly title: string;
  /** The agreement it asks about. */
  readonly agreement?: string;
}

/** An agreement as it was taken in this session. */
export interface Decision {
  readonly agreement: string;
  readonly item?: string;
  readonly owner: string;
  readonly due: string;
  readonly text: string;
  readonly indicator?: string;
  readonly serves?: PlanAction;
}

export interface SessionCard {
  readonly id: string;
  readonly board: string;
  readonly country: string;
  readonly kind: SessionKind;
  readonly at: string;
  readonly place: string;
  readonly status: 'convened' | 'open' | 'closed' | 'cancelled';
  /** Instants it was put off from, oldest first. */
  readonly was: readonly string[];
  /** Why it was put off last, or called off. */
  readonly reason?: SessionReason;
  readonly invited: readonly string[];
  readonly agenda: readonly AgendaItem[];
  readonly seated: readonly string[];
  readonly quorum: number;
  readonly presiding?: string;
  readonly present: readonly Attendance[];
  readonly decisions: readonly Decision[];
  readonly minutes?: { readonly number: string; readonly digest: string };
  /** Its members are yet to be reminded at this instant. */
  readonly remindAt?: string;
  readonly revision: number;
}

const idOf = (stream: string): string => stream.slice('session-'.length);

const empty = (id: string): SessionCard => ({
  ...{ id, board: '', country: '', kind: 'ordinary', at: '', place: '', status: 'convened' },
  ...{ was: [], invited: [], agenda: [], seated: [], quorum: 0, present: [], decisions: [], revision: 0 },
});

/** The card as it is after an event at this revision, without the reminder where that is over. */
const settled = (card: SessionCard, revision: number): SessionCard => ({ ...without(card, 'remindAt'), revision });

const others = ({ present }: SessionCard, organization: string): readonly Attendance[] =>
  present.filter((each) => each.organization !== organization);

/**
 * Sessions by id. Lists: `board/<code>/coming`, convened or open, by when they begin; `board/<code>/past`, closed or
 * called off; `board/<code>/all`; `remind`, by when their members are reminded.
 */
export const sessions = projection<SessionEvents, SessionCard>({
  name: 'sessions',
  version: 1,
  events: sessionEvents,
  key: ({ stream }) => idOf(stream),
  empty,
  on: {
    SessionConvened: (card, { data, revision }) => {
      return { ...card, ...without(data, 'imported'), revision };
    },
    AgendaItemAdded: (card, { data, revision }) => {
      return { ...card, agenda: [...card.agenda, without(data, 'board')], revision };
    },
    SessionReminded: (card, { revision }) => settled(card, revision),
    SessionPostponed: (card, { data, revision }) => ({
      ...settled(card, revision),
      at: data.at,
      was: [...card.was, data.was],
      reason: data.reason,
      ...(data.remindAt === undefined ? {} : { remindAt: data.remindAt }),
    }),
    SessionCancelled: (card, { data, revision }) => ({
      ...settled(card, revision),
      status: 'cancelled',
      reason: data.reason,
    }),
    SessionOpened: (card, { data, revision }) => {
      return { ...settled(card, revision), ...without(data, 'board'), status: 'open' };
    },
    AttendanceRecorded: (card, { data, revision }) => {
      const { organization, by, mode } = data;
      return { ...card, present: [...others(card, organization), { organization, by, mode }], revision };
    },
    AttendanceWithdrawn: (card, { data, revision }) => ({
      ...card,
      present: others(card, data.organization),
      revision,
    }),
    DecisionTaken: (card, { data, revision }) => {
      const decision = without(data, 'board', 'country', 'present', 'quorum');
      return { ...card, decisions: [...card.decisions, decision], revision };
    },
    MinutesRecorded: (card, { data: { number, digest }, revision }) => ({
      ...card,
      minutes: { number, digest },
      revision,
    }),
    SessionClosed: (card, { revision }) => ({ ...card, status: 'closed', revision }),
  },
  index: ({ board, at, status, remindAt }) => [
    [`board/${board}/all`, at],
    [`board/${board}/${status === 'convened' || status === 'open' ? 'coming' : 'past'}`, at],
    ...(remindAt === undefined ? [] : [['remind', remindAt] as const]),
  ],
});
