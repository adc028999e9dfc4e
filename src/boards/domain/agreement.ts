import { type Context, type Decider, type EventOf, Refusal } from '#decider';
import { endOfDay } from '#terms';
import {
  refuseBadCode,
  refuseBadDay,
  refuseBadId,
  refuseBadName,
  refuseOther,
  refuseUnknownCountry,
  zoneOf,
} from '../../protocol/index.js';
import { type AgreementEvents, agreementEvents } from './agreement-events.js';
import { type CancelReason, cancelReasons, type ProgressNote, progressNotes } from './codes.js';
import type { SessionEvents } from './session-events.js';
import { refuseBadDigest } from './refusing.js';

type Decision = Pick<
  SessionEvents['DecisionTaken'],
  'board' | 'country' | 'agreement' | 'owner' | 'due' | 'text' | 'indicator' | 'serves'
>;
type Adopted = AgreementEvents['AgreementAdopted'];

export type AgreementCommand =
  | ({ readonly do: 'adopt' } & Omit<Adopted, 'dueAt' | 'imported'>)
  | { readonly do: 'carry-over'; readonly session: string }
  | { readonly do: 'progress'; readonly note: ProgressNote }
  | { readonly do: 'reschedule'; readonly due: string }
  | { readonly do: 'fall-due'; readonly dueAt: string }
  | { readonly do: 'finish'; readonly evidence: string }
  | { readonly do: 'cancel'; readonly reason: CancelReason };

export interface Agreement {
  readonly status: 'none' | 'open' | 'done' | 'cancelled';
  readonly adopted?: Adopted;
  readonly due: string;
  readonly dueAt: string;
  /** Its day went by, and that is recorded. */
  readonly late: boolean;
  readonly rescheduled: number;
  /** The later sessions it came back in. */
  readonly carried: readonly string[];
  readonly note?: ProgressNote;
  readonly evidence?: string;
}

type Event = EventOf<AgreementEvents>;
type Of<C extends AgreementCommand['do']> = Extract<AgreementCommand, { do: C }>;

/** The rules of an agreement: adopted in a session, open until it is done or given up, never forgotten in between. */
export const agreementDecider: Decider<AgreementCommand, AgreementEvents, Agreement> = {
  category: 'agreement',
  events: agreementEvents,
  initial: { status: 'none', due: '', dueAt: '', late: false, rescheduled: 0, carried: [] },
  decide: (command, state, context): readonly Event[] => {
    if (command.do === 'adopt') return adopt(command, state, context);
    const { adopted } = state;
    if (adopted === undefined) throw new Refusal('agreement/unknown', 'there is no such agreement', 'unknown');
    const { board } = adopted;
    switch (command.do) {
      case 'carry-over': {
        const { session } = command;
        // Done in the meantime, it has nothing to come back for.
        if (state.status !== 'open' || session === adopted.session || state.carried.includes(session)) return [];
        refuseBadId('agreement', session);
        return [{ type: 'AgreementCarriedOver', data: { board, session, times: state.carried.length + 1 } }];
      }
      case 'fall-due':
        return fallDue(command, state, adopted);
      case 'progress':
        refuseOver(state);
        refuseOther(progressNotes, command.note);
        if (state.note === command.note) return [];
        return [{ type: 'AgreementProgressed', data: { board, note: command.note } }];
      case 'reschedule':
        return reschedule(command, state, adopted);
      case 'finish':
        return finish(command, state, adopted, context);
      case 'cancel':
        if (state.status === 'cancelled') return [];
        refuseOver(state);
        refuseOther(cancelReasons, command.reason);
        return [{ type: 'AgreementCancelled', data: { board, reason: command.reason } }];
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'AgreementAdopted':
        return { ...state, status: 'open', adopted: event.data, due: event.data.due, dueAt: event.data.dueAt };
      case 'AgreementCarriedOver':
        return { ...state, carried: [...state.carried, event.data.session] };
      case 'AgreementProgressed':
        return { ...state, note: event.data.note };
      case 'AgreementRescheduled': {
        const { due, dueAt, times } = event.data;
        return { ...state, due, dueAt, rescheduled: times, late: false };
      }
      case 'AgreementLate':
        return { ...state, late: true };
      case 'AgreementDone':
        return { ...state, status: 'done', evidence: event.data.evidence };
      case 'AgreementCancelled':
        return { ...state, status: 'cancelled' };
    }
  },
};

/** The command that makes an agreement of what a session decided. */
export function adoptionOf(session: string, decision: Omit<Decision, 'agreement'>): Of<'adopt'> {
  const { board, country, owner, due, text, indicator, serves } = decision;
  return {
    do: 'adopt',
    ...{ board, country, session, owner, due, text },
    ...(indicator === undefined ? {} : { indicator }),
    ...(serves === undefined ? {} : { serves }),
  };
}

/** @throws Refusal `agreement/over` */
function refuseOver({ status }: Agreement): void {
  if (status !== 'open') throw new Refusal('agreement/over', `the agreement is ${status}`);
}

const endOf = (due: string, country: string): string => endOfDay(due, zoneOf(country));

function adopt(command: Of<'adopt'>, { adopted }: Agreement, { origin }: Context): readonly Event[] {
  const { board, country, session, owner, due, text, indicator, serves } = command;
  if (adopted !== undefined) {
    if (adopted.session === session && adopted.text === text && adopted.owner === owner) return [];
    throw new Refusal('agreement/taken', 'another agreement has this id');
  }
  refuseUnknownCountry('agreement', country);
  refuseBadId('agreement', session);
  for (const code of [board, owner, ...(indicator === undefined ? [] : [indicator])]) refuseBadCode('agreement', code);
  refuseBadName('agreement', text);
  refuseBadDay('agreement', due);
  if (serves !== undefined) {
    refuseBadId('agreement', serves.plan);
    refuseBadCode('agreement', serves.action);
  }
  const data = {
    ...{ board, country, session, owner, due, dueAt: endOf(due, country), text },
    ...(indicator === undefined ? {} : { indicator }),
    ...(serves === undefined ? {} : { serves }),
    ...(origin === 'import' ? { imported: true } : {}),
  };
  return [{ type: 'AgreementAdopted', data }];
}

/** The clock may come late, or twice, or after the agreement was given another day. */
function fallDue({ dueAt }: Of<'fall-due'>, state: Agreement, { board, owner, imported }: Adopted): readonly Event[] {
  if (state.status !== 'open' || state.late || state.dueAt !== dueAt) return [];
  const history = imported === true ? { imported } : {};
  return [{ type: 'AgreementLate', data: { board, owner, due: state.due, dueAt, ...history } }];
}

function reschedule({ due }: Of<'reschedule'>, state: Agreement, { board, country }: Adopted): readonly Event[] {
  refuseOver(state);
  if (due === state.due) return [];
  refuseBadDay('agreement', due);
  if (due < state.due) {
    throw new Refusal('agreement/not-later', 'an agreement is put off, not brought forward', 'invalid');
  }
  const data = { board, was: state.due, due, dueAt: endOf(due, country), times: state.rescheduled + 1 };
  return [{ type: 'AgreementRescheduled', data }];
}

function finish(
  { evidence }: Of<'finish'>,
  state: Agreement,
  { board }: Adopted,
  { effectiveAt }: Context,
): readonly Event[] {
  if (state.status === 'done' && state.evidence === evidence) return [];
  refuseOver(state);
  refuseBadDigest('agreement', evidence);
  return [{ type: 'AgreementDone', data: { board, evidence, late: effectiveAt > state.dueAt } }];
}
