import { type Context, type Decider, deriveId, type EventOf, personal, Refusal } from '#decider';
import {
  publicCode,
  refuseBadCode,
  refuseBadDistrict,
  refuseBadName,
  refuseOther,
  refuseUnknownCountry,
} from '../../protocol/index.js';
import { programmeKey } from './enrolment.js';
import type { OfProgramme } from './enrolment-events.js';
import {
  type LeavingReason,
  leavingReasons,
  type MasculinitiesEvents,
  masculinitiesEvents,
  type PublicActivityKind,
  publicActivityKinds,
} from './masculinities-events.js';
import { measured, type MeasureCommand, type Measures } from './participant-measure.js';
import { refuseBadNumber, refuseNotYet } from './refusing.js';

export type MasculinitiesCommand =
  | ({ readonly do: 'form'; readonly name: string } & OfProgramme)
  | { readonly do: 'join' }
  | { readonly do: 'leave'; readonly participant: string; readonly reason: LeavingReason }
  | { readonly do: 'name-leader'; readonly participant: string }
  | { readonly do: 'unname-leader'; readonly participant: string }
  | { readonly do: 'meet'; readonly day: string; readonly present: readonly string[] }
  | {
      readonly do: 'act';
      readonly day: string;
      readonly kind: PublicActivityKind;
      readonly men: number;
      readonly reached: number;
    }
  | (MeasureCommand & { readonly participant: string })
  | { readonly do: 'close' };

/** Somebody of a group. */
export interface GroupParticipant {
  readonly status: 'in' | 'out';
  readonly leads: boolean;
  readonly measures: Measures;
}

export interface MenGroup {
  readonly of?: OfProgramme;
  readonly participants: Readonly<Record<string, GroupParticipant>>;
  readonly meetings: Readonly<Record<string, readonly string[]>>;
  readonly closed: boolean;
}

type Event = EventOf<MasculinitiesEvents>;
type Of<C extends MasculinitiesCommand['do']> = Extract<MasculinitiesCommand, { do: C }>;

const mostParticipants = 200;
const mostReached = 100_000;

/** The id of whoever joins by a command. */
export const participantOf = (commandId: string): string => deriveId(commandId, 'men-participant');

/** The rules of a group: who is in it, when it met, what it did in public, and how each changed. */
export const masculinitiesDecider: Decider<MasculinitiesCommand, MasculinitiesEvents, MenGroup> = {
  category: 'masculinities',
  events: masculinitiesEvents,
  initial: { participants: {}, meetings: {}, closed: false },
  decide: (command, state, context): readonly Event[] => {
    if (command.do === 'form') return form(command, state);
    const { of } = state;
    if (of === undefined) throw new Refusal('masculinities/unknown', 'there is no such group', 'unknown');
    if (command.do === 'close') return state.closed ? [] : [{ type: 'MenGroupClosed', data: of }];
    if (state.closed && !looksBack(command)) throw new Refusal('masculinities/closed', 'the group meets no more');
    switch (command.do) {
      case 'join':
        return join(state, of, context);
      case 'leave':
        return leave(command, state, of);
      case 'name-leader':
      case 'unname-leader':
        return lead(command, state, of);
      case 'meet':
        return meet(command, state, of, context);
      case 'act':
        return act(command, of, context);
      case 'measure':
        return measure(command, state, of, context);
    }
  },
  evolve: (state, event): MenGroup => {
    switch (event.type) {
      case 'MenGroupFormed': {
        const { country, institution, district } = event.data;
        return { ...state, of: { country, institution, district } };
      }
      case 'MenGroupJoined':
        return withParticipant(state, event.data.participant, { status: 'in' });
      case 'MenGroupLeft':
        return withParticipant(state, event.data.participant, { status: 'out', leads: false });
      case 'MenLeaderNamed':
        return withParticipant(state, event.data.participant, { leads: true });
      case 'MenLeaderLeft':
        return withParticipant(state, event.data.participant, { leads: false });
      case 'MenGroupMet':
        return { ...state, meetings: { ...state.meetings, [event.data.day]: event.data.present } };
      case 'MenMeasured': {
        const { participant, phase, instrument, version, score } = event.data;
        const before = state.participants[participant]?.measures;
        return withParticipant(state, participant, {
          measures: { ...before, [phase]: { phase, instrument, version, score } },
        });
      }
      case 'MenGroupActed':
        return state;
      case 'MenGroupClosed':
        return { ...state, closed: true };
    }
  },
};

const nobody: GroupParticipant = { status: 'out', leads: false, measures: {} };

const withParticipant = (state: MenGroup, id: string, change: Partial<GroupParticipant>): MenGroup => ({
  ...state,
  participants: { ...state.participants, [id]: { ...nobody, ...state.participants[id], ...change } },
});

/** What is said of the time somebody was there: also once he has left, or the group meets no more. */
const looksBack = (command: MasculinitiesCommand): boolean =>
  command.do === 'meet' || (command.do === 'measure' && command.phase === 'POST');

const unknownParticipant = (says: string): Refusal => new Refusal('masculinities/unknown-participant', says, 'invalid');

/** Somebody who is in the group, or has left it. @throws Refusal `masculinities/unknown-participant` */
function everParticipant(state: MenGroup, id: string): GroupParticipant {
  const found = Object.hasOwn(state.participants, id) ? state.participants[id] : undefined;
  if (found === undefined) throw unknownParticipant('nobody of this code was ever in the group');
  return found;
}

/** @throws Refusal `masculinities/unknown-participant` he is not in the group, or was never */
function participant(state: MenGroup, id: string): GroupParticipant {
  const found = everParticipant(state, id);
  if (found.status === 'out') throw unknownParticipant('he has left the group');
  return found;
}

function form({ country, institution, district, name }: Of<'form'>, { of }: MenGroup): readonly Event[] {
  if (of !== undefined) throw new Refusal('masculinities/exists', 'the group is formed already');
  refuseUnknownCountry('masculinities', country);
  refuseBadDistrict('masculinities', country, district);
  refuseBadCode('masculinities', institution);
  refuseBadName('masculinities', name);
  return [{ type: 'MenGroupFormed', data: { country, institution, district, name } }];
}

function join(state: MenGroup, of: OfProgramme, { commandId, effectiveAt }: Context): readonly Event[] {
  refuseBadNumber('masculinities', Object.keys(state.participants).length + 1, 1, mostParticipants);
  const code = publicCode(commandId, effectiveAt, of.country);
  return [{ type: 'MenGroupJoined', data: { ...of, participant: participantOf(commandId), code } }];
}

function leave({ participant: id, reason }: Of<'leave'>, state: MenGroup, of: OfProgramme): readonly Event[] {
  refuseOther(leavingReasons, reason);
  participant(state, id);
  return [{ type: 'MenGroupLeft', data: { ...of, participant: id, reason } }];
}

function lead(
  { do: doing, participant: id }: Of<'name-leader' | 'unname-leader'>,
  state: MenGroup,
  of: OfProgramme,
): readonly Event[] {
  const { leads } = participant(state, id);
  const type = doing === 'name-leader' ? 'MenLeaderNamed' : 'MenLeaderLeft';
  return leads === (doing === 'name-leader') ? [] : [{ type, data: { ...of, participant: id } }];
}

function meet(
  { day, present }: Of<'meet'>,
  state: MenGroup,
  of: OfProgramme,
  { recordedAt }: Context,
): readonly Event[] {
  refuseNotYet('masculinities', day, { country: of.country, recordedAt });
  const came = [...new Set(present)].sort();
  for (const id of came) everParticipant(state, id);
  const was = state.meetings[day];
  if (was?.join() === came.join()) return [];
  const corrects = was === undefined ? {} : { corrects: true };
  return [{ type: 'MenGroupMet', data: { ...of, day, present: came, ...corrects } }];
}

function act(
  { day, kind, men, reached }: Of<'act'>,
  of: OfProgramme,
  { commandId, recordedAt }: Context,
): readonly Event[] {
  refuseNotYet('masculinities', day, { country: of.country, recordedAt });
  refuseOther(publicActivityKinds, kind);
  refuseBadNumber('masculinities', men, 1, mostParticipants);
  refuseBadNumber('masculinities', reached, 0, mostReached);
  const activity = deriveId(commandId, 'men-activity');
  return [{ type: 'MenGroupActed', data: { ...of, activity, day, kind, men, reached } }];
}

function measure(command: Of<'measure'>, state: MenGroup, of: OfProgramme, { effectiveAt }: Context): readonly Event[] {
  const { participant: id } = command;
  const { measures } = looksBack(command) ? everParticipant(state, id) : participant(state, id);
  const taken = measured(command, measures, of.country, effectiveAt);
  const answers = personal(id, programmeKey, command.answers);
  return [{ type: 'MenMeasured', data: { ...of, participant: id, ...taken, answers } }];
}
