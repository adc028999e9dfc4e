import { type Context, type Decider, deriveId, type EventOf, Refusal } from '#decider';
import { erasureGrounds, holdLiftReasons, holdNorms, refuseNotIn, refuseUnknownCountry } from '../../protocol/index.js';
import { ask, continueWith, decideOn, type ErasureCommand, type UnderWay } from './erasure.js';
import { type SubjectEvents, subjectEvents } from './subject-events.js';

export type SubjectCommand =
  | {
      readonly do: 'hold';
      readonly person: string;
      readonly country: string;
      readonly institution: string;
      readonly norm: string;
    }
  | { readonly do: 'lift'; readonly hold: string; readonly institution: string; readonly reason: string }
  | ({ readonly do: 'propose' } & SubjectEvents['ErasureProposed'])
  | ({ readonly do: 'propose-class' } & SubjectEvents['ErasureOfClassProposed'])
  | ErasureCommand;

/** What is known of one person's rights. */
export interface Subject {
  readonly person: string;
  /** Legal holds that stand. */
  readonly holds: readonly string[];
  /** The erasure that is neither refused nor certified: there is one at a time. */
  readonly erasure?: UnderWay;
  /** The kinds of data that were erased, or all of them. */
  readonly erased: readonly string[] | 'all';
  /** Cases for which an erasure was proposed, and classes of theirs: `<case>/<class>`. */
  readonly proposed: readonly string[];
}

type Event = EventOf<SubjectEvents>;
type Of<C extends SubjectCommand['do']> = Extract<SubjectCommand, { do: C }>;

/** The rules of holding back and erasing: two persons, no erasure under a hold, none certified half done. */
export const subjectDecider: Decider<SubjectCommand, SubjectEvents, Subject> = {
  category: 'subject',
  events: subjectEvents,
  initial: { person: '', holds: [], erased: [], proposed: [] },
  decide: (command, state, context): readonly Event[] => {
    switch (command.do) {
      case 'hold':
        return hold(command, state, context);
      case 'lift':
        return lift(command, state);
      case 'propose':
        return propose(command, state);
      case 'propose-class':
        return proposeClass(command, state);
      case 'ask':
        refuseNotIn(erasureGrounds, command.ground);
        return ask(command, state, context);
      case 'approve':
      case 'refuse':
        return decideOn(command, state, context);
      case 'fenced':
      case 'destroyed':
      case 'purged':
      case 'certify':
      case 'hold-up':
        return continueWith(command, state, context);
    }
  },
  evolve: (state, event, header): Subject => {
    const { person } = event.data;
    switch (event.type) {
      case 'LegalHoldPlaced':
        return { ...state, person, holds: [...state.holds, event.data.hold] };
      case 'LegalHoldLifted':
        return { ...state, holds: state.holds.filter((hold) => hold !== event.data.hold) };
      case 'ErasureProposed':
        return { ...state, person, proposed: [...state.proposed, event.data.case] };
      case 'ErasureOfClassProposed':
        return { ...state, person, proposed: [...state.proposed, classOf(event.data)] };
      case 'ErasureAsked':
        return { ...state, person, erasure: { asked: event.data, askedBy: header?.actor ?? '', status: 'asked' } };
      case 'ErasureDeferred':
        return underWay(state, { deferredFor: event.data.holds });
      case 'ErasureRefused':
        return over(state);
      case 'ErasureApproved':
        return underWay(state, { status: 'approved' });
      case 'ErasureFenced':
        return underWay(state, { status: 'fenced', heldUp: undefined });
      case 'KeysDestroyed':
        return underWay(state, { status: 'destroyed', keys: event.data.keys, heldUp: undefined });
      case 'TracesPurged':
        return underWay(state, { status: 'purged', places: event.data.places, heldUp: undefined });
      case 'ErasureHeldUp':
        return underWay(state, { heldUp: event.data });
      case 'SubjectErased':
        return { ...over(state), erased: together(state.erased, event.data.categories) };
    }
  },
};

const underWay = (state: Subject, change: Partial<UnderWay>): Subject =>
  state.erasure === undefined ? state : { ...state, erasure: { ...state.erasure, ...change } };

function over({ person, holds, erased, proposed }: Subject): Subject {
  return { person, holds, erased, proposed };
}

const together = (before: Subject['erased'], now: readonly string[] | undefined): Subject['erased'] =>
  before === 'all' || now === undefined ? 'all' : [...new Set([...before, ...now])];

function hold(command: Of<'hold'>, { erasure }: Subject, { commandId }: Context): readonly Event[] {
  const { person, country, institution, norm } = command;
  refuseUnknownCountry('subject', country);
  refuseNotIn(holdNorms, norm);
  if (erasure !== undefined && erasure.status !== 'asked') {
    throw new Refusal('subject/being-erased', 'the erasure was approved: there is nothing left to hold');
  }
  const data = { person, hold: deriveId(commandId, 'hold'), country, institution, norm };
  return [{ type: 'LegalHoldPlaced', data }];
}

function lift({ hold: id, institution, reason }: Of<'lift'>, { person, holds }: Subject): readonly Event[] {
  refuseNotIn(holdLiftReasons, reason);
  if (!holds.includes(id)) throw new Refusal('subject/no-hold', 'no such hold stands', 'unknown');
  return [{ type: 'LegalHoldLifted', data: { person, hold: id, institution, reason } }];
}

/** The clock may come twice, and too late: what is under way or done is not proposed. */
function propose({ do: _, ...data }: Of<'propose'>, { erasure, erased, proposed }: Subject): readonly Event[] {
  if (erasure !== undefined || erased === 'all' || proposed.includes(data.case)) return [];
  return [{ type: 'ErasureProposed', data }];
}

const classOf = (of: { readonly case: string; readonly class: string }): string => `${of.case}/${of.class}`;

function proposeClass(
  { do: _, ...data }: Of<'propose-class'>,
  { erasure, erased, proposed }: Subject,
): readonly Event[] {
  const gone = erased === 'all' || data.categories.every((each) => erased.includes(each));
  if (erasure !== undefined || gone || proposed.includes(classOf(data))) return [];
  return [{ type: 'ErasureOfClassProposed', data }];
}
