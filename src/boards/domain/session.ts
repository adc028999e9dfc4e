import { type Context, type Decider, deriveId, type EventOf, Refusal } from '#decider';
import { localDate } from '#terms';
import {
  refuseBadCode,
  refuseBadDay,
  refuseBadId,
  refuseBadName,
  refuseOther,
  refuseUnknownCountry,
  zoneOf,
} from '../../protocol/index.js';
import { type AgendaKind, agendaKinds, presences, representatives, sessionKinds, sessionReasons } from './codes.js';
import { type Attendance, type PlanAction, type SessionEvents, sessionEvents } from './session-events.js';
import { refuseBadDigest, refuseBadInstant } from './refusing.js';

type Data<T extends keyof SessionEvents> = SessionEvents[T];

export type SessionCommand =
  | ({ readonly do: 'convene' } & Omit<Data<'SessionConvened'>, 'remindAt' | 'imported'> & {
        readonly agenda: readonly { readonly kind: AgendaKind; readonly title: string }[];
      })
  | { readonly do: 'add-item'; readonly kind: AgendaKind; readonly title: string; readonly agreement?: string }
  | { readonly do: 'remind'; readonly at: string }
  | ({ readonly do: 'postpone' } & Pick<Data<'SessionPostponed'>, 'at' | 'reason'>)
  | ({ readonly do: 'cancel' } & Pick<Data<'SessionCancelled'>, 'reason'>)
  | ({ readonly do: 'open' } & Pick<Data<'SessionOpened'>, 'seated' | 'presiding'>)
  | ({ readonly do: 'attend' } & Attendance)
  | { readonly do: 'withdraw-attendance'; readonly organization: string }
  | ({ readonly do: 'decide' } & Omit<
      Data<'DecisionTaken'>,
      'board' | 'country' | 'present' | 'quorum' | 'agreement'
    > & {
        readonly agreement: string;
      })
  | ({ readonly do: 'record-minutes' } & Pick<Data<'MinutesRecorded'>, 'number' | 'digest'>)
  | { readonly do: 'close' };

export type SessionStatus = 'none' | 'convened' | 'open' | 'closed' | 'cancelled';

export interface Session {
  readonly status: SessionStatus;
  readonly convened?: Data<'SessionConvened'>;
  readonly at: string;
  readonly reminded: boolean;
  readonly agenda: readonly Data<'AgendaItemAdded'>[];
  readonly seated: readonly string[];
  readonly quorum: number;
  readonly presiding?: string;
  readonly present: readonly Attendance[];
  readonly decisions: readonly Data<'DecisionTaken'>[];
  readonly minutes?: Data<'MinutesRecorded'>;
}

type Event = EventOf<SessionEvents>;
type Of<C extends SessionCommand['do']> = Extract<SessionCommand, { do: C }>;
/** A session that was convened. */
type Held = Session & { readonly convened: Data<'SessionConvened'> };

/** How many must be there for a board to decide: half of those seated, rounded down, and one. */
export const quorumOf = (seated: number): number => Math.floor(seated / 2) + 1;

/** Days before a session on which its members are reminded: a board's own habit, no norm's. */
const remindDays = 3;
const day = 86_400_000;
const mostItems = 60;

/** The rules of a session: convened, opened, attended, decided in only with a quorum, closed. */
export const sessionDecider: Decider<SessionCommand, SessionEvents, Session> = {
  category: 'session',
  events: sessionEvents,
  initial: { status: 'none', at: '', reminded: false, agenda: [], seated: [], quorum: 0, present: [], decisions: [] },
  decide: (command, state, context): readonly Event[] => {
    if (command.do === 'convene') return convene(command, state, context);
    if (!isHeld(state)) throw new Refusal('session/unknown', 'there is no such session', 'unknown');
    switch (command.do) {
      case 'add-item':
        return addItem(command, state, context);
      case 'remind':
        return remind(command, state);
      case 'postpone':
        return postpone(command, state, context);
      case 'cancel':
        return cancel(command, state);
      case 'open':
        return open(command, state);
      case 'attend':
        return attend(command, state);
      case 'withdraw-attendance':
        return withdraw(command, state);
      case 'decide':
        return take(command, state);
      case 'record-minutes':
        return recordMinutes(command, state);
      case 'close':
        return close(state);
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'SessionConvened':
        return { ...state, status: 'convened', convened: event.data, at: event.data.at };
      case 'AgendaItemAdded':
        return { ...state, agenda: [...state.agenda, event.data] };
      case 'SessionReminded':
        return { ...state, reminded: true };
      case 'SessionPostponed':
        return { ...state, at: event.data.at, reminded: false };
      case 'SessionCancelled':
        return { ...state, status: 'cancelled' };
      case 'SessionOpened': {
        const { seated, quorum, presiding } = event.data;
        return { ...state, status: 'open', seated, quorum, ...(presiding === undefined ? {} : { presiding }) };
      }
      case 'AttendanceRecorded': {
        const { organization, by, mode } = event.data;
        return { ...state, present: [...others(state, organization), { organization, by, mode }] };
      }
      case 'AttendanceWithdrawn':
        return { ...state, present: others(state, event.data.organization) };
      case 'DecisionTaken':
        return { ...state, decisions: [...state.decisions, event.data] };
      case 'MinutesRecorded':
        return { ...state, minutes: event.data };
      case 'SessionClosed':
        return { ...state, status: 'closed' };
    }
  },
};

const isHeld = (state: Session): state is Held => state.convened !== undefined;

const others = ({ present }: Session, organization: string): readonly Attendance[] =>
  present.filter((each) => each.organization !== organization);

/** @throws Refusal `session/not-convened`, `session/not-open` */
function refuseUnless(wanted: 'convened' | 'open', { status }: Session): void {
  if (status !== wanted) throw new Refusal(`session/not-${wanted}`, `the session is ${status}`);
}

/** The moment its members are reminded; none for history, nor for what is over. */
function reminder(at: string, { recordedAt, origin }: Context): { readonly remindAt?: string } {
  if (origin === 'import' || at <= recordedAt) return {};
  return { remindAt: new Date(Date.parse(at) - remindDays * day).toISOString() };
}

function convene(command: Of<'convene'>, state: Session, context: Context): readonly Event[] {
  const { board, country, kind, at, place, invited, agenda } = command;
  if (isHeld(state)) {
    if (state.convened.board === board && state.convened.at === at) return [];
    throw new Refusal('session/taken', 'another session has this id');
  }
  refuseUnknownCountry('session', country);
  for (const code of [board, place, ...invited]) refuseBadCode('session', code);
  refuseOther(sessionKinds, kind);
  refuseBadInstant('session', at);
  const imported = context.origin === 'import' ? { imported: true } : {};
  const data = { board, country, kind, at, place, invited, ...reminder(at, context), ...imported };
  const items = agenda.map((each, index) => itemAdded(board, deriveId(context.commandId, 'item', index), each));
  return [{ type: 'SessionConvened', data }, ...items];
}

function itemAdded(
  board: string,
  item: string,
  { kind, title, agreement }: Pick<Data<'AgendaItemAdded'>, 'kind' | 'title' | 'agreement'>,
): Event {
  refuseOther(agendaKinds, kind);
  refuseBadName('session', title);
  const about = agreement === undefined ? {} : { agreement };
  return { type: 'AgendaItemAdded', data: { board, item, kind, title, ...about } };
}

/** An agreement stands on an agenda once. */
function addItem(command: Of<'add-item'>, state: Held, { commandId }: Context): readonly Event[] {
  const { agreement } = command;
  if (agreement !== undefined && state.agenda.some((item) => item.agreement === agreement)) return [];
  if (state.status !== 'convened') refuseUnless('open', state);
  if (state.agenda.length >= mostItems) throw new Refusal('session/agenda-full', 'the agenda has no more room');
  return [itemAdded(state.convened.board, deriveId(commandId, 'item'), command)];
}

function remind({ at }: Of<'remind'>, state: Held): readonly Event[] {
  if (state.status !== 'convened' || state.reminded || state.at !== at) return [];
  const { board, invited } = state.convened;
  return [{ type: 'SessionReminded', data: { board, at, invited } }];
}

function postpone({ at, reason }: Of<'postpone'>, state: Held, context: Context): readonly Event[] {
  if (state.at === at) return [];
  refuseUnless('convened', state);
  refuseBadInstant('session', at);
  refuseOther(sessionReasons, reason);
  const { board, kind } = state.convened;
  const data = { board, kind, was: state.at, at, ...reminder(at, context), reason };
  return [{ type: 'SessionPostponed', data }];
}

function cancel({ reason }: Of<'cancel'>, state: Held): readonly Event[] {
  if (state.status === 'cancelled') return [];
  refuseUnless('convened', state);
  refuseOther(sessionReasons, reason);
  const { board, kind } = state.convened;
  return [{ type: 'SessionCancelled', data: { board, kind, at: state.at, reason } }];
}

function open({ seated, presiding }: Of<'open'>, state: Held): readonly Event[] {
  if (state.status === 'open') return [];
  refuseUnless('convened', state);
  if (seated.length === 0) throw new Refusal('session/nobody-seated', 'the board has no members on that day');
  for (const code of [...seated, ...(presiding === undefined ? [] : [presiding])]) refuseBadCode('session', code);
  const { board } = state.convened;
  const who = presiding === undefined ? {} : { presiding };
  return [{ type: 'SessionOpened', data: { board, seated, quorum: quorumOf(seated.length), ...who } }];
}

function attend({ organization, by, mode }: Of<'attend'>, state: Held): readonly Event[] {
  refuseUnless('open', state);
  if (!state.seated.includes(organization)) {
    throw new Refusal('session/not-seated', 'who is no member on that day does not count', 'invalid');
  }
  refuseOther(representatives, by);
  refuseOther(presences, mode);
  if (by === 'alternate' && organization === state.presiding) {
    throw new Refusal('session/presidency-not-delegable', 'the law lets nobody stand in for who presides');
  }
  if (state.present.some((each) => each.organization === organization && each.by === by && each.mode === mode)) {
    return [];
  }
  return [{ type: 'AttendanceRecorded', data: { board: state.convened.board, organization, by, mode } }];
}

function withdraw({ organization }: Of<'withdraw-attendance'>, state: Held): readonly Event[] {
  if (!state.present.some((each) => each.organization === organization)) return [];
  refuseUnless('open', state);
  return [{ type: 'AttendanceWithdrawn', data: { board: state.convened.board, organization } }];
}

/** Without a quorum a board takes no agreement. */
function take(command: Of<'decide'>, state: Held): readonly Event[] {
  const { agreement, item, owner, due, text, indicator, serves } = command;
  if (state.decisions.some((each) => each.agreement === agreement)) return [];
  refuseUnless('open', state);
  const { quorum, convened } = state;
  const present = state.present.length;
  if (present < quorum) {
    throw new Refusal('session/no-quorum', `${present} of ${state.seated.length} are there, ${quorum} are needed`);
  }
  refuseBadId('session', agreement);
  refuseBadCode('session', owner);
  refuseBadName('session', text);
  refuseBadDay('session', due);
  if (indicator !== undefined) refuseBadCode('session', indicator);
  if (item !== undefined && !state.agenda.some((each) => each.item === item)) {
    throw new Refusal('session/unknown-item', 'the agenda has no such item', 'invalid');
  }
  if (due < localDate(state.at, zoneOf(convened.country))) {
    throw new Refusal('session/due-before-session', 'what is agreed today is not due before today', 'invalid');
  }
  const { board, country } = convened;
  const data = {
    ...{ board, country, agreement, owner, due, text, present, quorum },
    ...(item === undefined ? {} : { item }),
    ...(indicator === undefined ? {} : { indicator }),
    ...(serves === undefined ? {} : { serves: bothOf(serves) }),
  };
  return [{ type: 'DecisionTaken', data }];
}

function bothOf({ plan, action }: PlanAction): PlanAction {
  refuseBadId('session', plan);
  refuseBadCode('session', action);
  return { plan, action };
}

function recordMinutes({ number, digest }: Of<'record-minutes'>, state: Held): readonly Event[] {
  if (state.minutes !== undefined) {
    if (state.minutes.number === number && state.minutes.digest === digest) return [];
    throw new Refusal('session/minutes-recorded', 'the minutes of this session are recorded, and stay so');
  }
  if (state.status !== 'open' && state.status !== 'closed') refuseUnless('open', state);
  refuseBadCode('session', number);
  refuseBadDigest('session', digest);
  return [{ type: 'MinutesRecorded', data: { board: state.convened.board, number, digest } }];
}

function close(state: Held): readonly Event[] {
  if (state.status === 'closed') return [];
  refuseUnless('open', state);
  const { at, seated, present, quorum, decisions, convened } = state;
  const { board, kind } = convened;
  const data = { board, kind, at, seated, present, quorum, decisions: decisions.length };
  return [{ type: 'SessionClosed', data }];
}
