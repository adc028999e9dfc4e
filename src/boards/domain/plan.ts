import { type Decider, type EventOf, Refusal } from '#decider';
import {
  refuseBadCode,
  refuseBadDay,
  refuseBadDistrict,
  refuseOther,
  refuseUnknownCountry,
} from '../../protocol/index.js';
import { actionStates } from './codes.js';
import { levels } from './board.js';
import { refuseBadContent } from './plan-content.js';
import { actionsOf, goalsOf, type Money, type PlanContent, type PlanEvents, planEvents } from './plan-events.js';
import { refuseBadDigest } from './refusing.js';
import { same } from './same.js';
import { without } from './without.js';

type Drafted = PlanEvents['PlanDrafted'];
type Approved = PlanEvents['PlanApproved'];
type Progressed = PlanEvents['PlanActionProgressed'];
type Measured = PlanEvents['GoalMeasured'];

export type PlanCommand =
  | ({ readonly do: 'draft' } & Omit<Drafted, 'version'>)
  | { readonly do: 'approve'; readonly version: number; readonly norm: string; readonly on: string }
  | ({ readonly do: 'recognise' } & Omit<PlanEvents['PlanRecognised'], 'board' | 'version'>)
  | ({ readonly do: 'progress' } & Omit<Progressed, 'board' | 'version'>)
  | ({ readonly do: 'measure' } & Omit<Measured, 'board' | 'version'>);

export interface Plan {
  /** What may still be changed. */
  readonly draft?: Drafted;
  /** What is in force. */
  readonly approved?: Approved;
  readonly recognised?: PlanEvents['PlanRecognised'];
  /** By action: where it stands. */
  readonly progress: Readonly<Record<string, Progressed>>;
  /** By goal and day. */
  readonly measured: Readonly<Record<string, number>>;
}

type Event = EventOf<PlanEvents>;
type Of<C extends PlanCommand['do']> = Extract<PlanCommand, { do: C }>;

/** The rules of a plan: drafted, approved by a norm, recognised, carried out; changed only as its next version. */
export const planDecider: Decider<PlanCommand, PlanEvents, Plan> = {
  category: 'plan',
  events: planEvents,
  initial: { progress: {}, measured: {} },
  decide: (command, state): readonly Event[] => {
    if (command.do === 'draft') return draft(command, state);
    if (state.draft === undefined && state.approved === undefined) {
      throw new Refusal('plan/unknown', 'there is no such plan', 'unknown');
    }
    if (command.do === 'approve') return approve(command, state);
    const { approved } = state;
    if (approved === undefined) throw new Refusal('plan/not-approved', 'no version of the plan is approved');
    switch (command.do) {
      case 'recognise':
        return recognise(command, state, approved);
      case 'progress':
        return progress(command, state, approved);
      case 'measure':
        return measure(command, state, approved);
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'PlanDrafted':
        return { ...state, draft: event.data };
      case 'PlanApproved':
        return { ...without(state, 'draft', 'recognised'), approved: event.data };
      case 'PlanRecognised':
        return { ...state, recognised: event.data };
      case 'PlanActionProgressed':
        return { ...state, progress: { ...state.progress, [event.data.action]: event.data } };
      case 'GoalMeasured':
        return { ...state, measured: { ...state.measured, [measureKey(event.data)]: event.data.value } };
    }
  },
};

const measureKey = ({ goal, on }: Pick<Measured, 'goal' | 'on'>): string => `${goal} ${on}`;

const contentOf = ({ title, from, until, objectives }: PlanContent): PlanContent => ({
  title,
  from,
  until,
  objectives,
});

/** Drafted again before it is approved, the draft is another; afterwards it is the next version's. */
function draft(command: Of<'draft'>, state: Plan): readonly Event[] {
  const { board, country, level, territory } = command;
  const latest = state.draft ?? state.approved;
  if (latest !== undefined && latest.board !== board) throw new Refusal('plan/taken', 'another board has this plan');
  refuseUnknownCountry('plan', country);
  refuseBadCode('plan', board);
  for (const district of territory) refuseBadDistrict('plan', country, district);
  refuseOther(levels, level);
  refuseBadContent(command);
  const content = contentOf(command);
  if (latest !== undefined && same(contentOf(latest), content)) return [];
  const version = state.approved === undefined ? 1 : state.approved.version + 1;
  return [{ type: 'PlanDrafted', data: { board, country, level, territory, version, ...content } }];
}

function approve({ version, norm, on }: Of<'approve'>, { draft, approved }: Plan): readonly Event[] {
  if (approved?.version === version) {
    if (approved.norm === norm && approved.on === on) return [];
    throw new Refusal('plan/approved', 'that version is approved, and never changes');
  }
  if (draft?.version !== version) throw new Refusal('plan/nothing-to-approve', 'there is no draft of that version');
  refuseBadCode('plan', norm);
  refuseBadDay('plan', on);
  return [{ type: 'PlanApproved', data: { ...draft, norm, on } }];
}

function recognise({ by, norm, on }: Of<'recognise'>, { recognised }: Plan, approved: Approved): readonly Event[] {
  const { board, version } = approved;
  const data = { board, version, by, norm, on };
  if (recognised !== undefined) {
    if (same(recognised, data)) return [];
    throw new Refusal('plan/recognised', 'this version is recognised already');
  }
  refuseBadCode('plan', by);
  refuseBadCode('plan', norm);
  refuseBadDay('plan', on);
  return [{ type: 'PlanRecognised', data }];
}

function progress(command: Of<'progress'>, state: Plan, approved: Approved): readonly Event[] {
  const { action, state: where, progress, spent, evidence } = command;
  const planned = actionsOf(approved).find(({ id }) => id === action);
  if (planned === undefined) throw new Refusal('plan/unknown-action', 'the plan has no such action', 'invalid');
  refuseOther(actionStates, where);
  if (!isWhole(progress) || progress > 100 || (where === 'done') !== (progress === 100)) {
    throw new Refusal('plan/bad-progress', 'progress is 0 to 100, and 100 when it is done', 'invalid');
  }
  refuseBadMoney(spent, planned.budget.currency);
  if (evidence !== undefined) refuseBadDigest('plan', evidence);
  const { board, version } = approved;
  const shown = evidence === undefined ? {} : { evidence };
  const { amount, currency } = spent;
  const data = { board, version, action, state: where, progress, spent: { amount, currency }, ...shown };
  return same(state.progress[action], data) ? [] : [{ type: 'PlanActionProgressed', data }];
}

/** Spent in the currency it was budgeted in. */
function refuseBadMoney({ amount, currency }: Money, budgeted: string): void {
  if (!isWhole(amount) || currency !== budgeted) {
    throw new Refusal('plan/bad-money', 'cents are a whole number from 0, in the currency of the budget', 'invalid');
  }
}

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function measure({ goal, value, on }: Of<'measure'>, state: Plan, approved: Approved): readonly Event[] {
  if (!goalsOf(approved).some(({ id }) => id === goal)) {
    throw new Refusal('plan/unknown-goal', 'the plan has no such goal', 'unknown');
  }
  if (!Number.isFinite(value)) throw new Refusal('plan/bad-number', 'not a number', 'invalid');
  refuseBadDay('plan', on);
  if (state.measured[measureKey({ goal, on })] === value) return [];
  const { board, version } = approved;
  return [{ type: 'GoalMeasured', data: { board, version, goal, value, on } }];
}
