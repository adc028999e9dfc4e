import {
  type Code,
  code,
  factCatalogue,
  publish,
  type PublicName,
  publicName,
  type RandomId,
  randomId,
} from '#publishing';
import { type ActionState, actionStates } from '../domain/codes.js';
import { levels } from '../domain/board.js';
import type { BoardLevel } from '../domain/events.js';
import { type Action, type Goal, type Money, type Objective, planEvents } from '../domain/plan-events.js';
import { among } from './among.js';

interface Of {
  board: Code;
  plan: RandomId;
  version: number;
}

/** An amount in cents. */
type ToldMoney = { amount: number; currency: Code };

type ToldAction = {
  id: Code;
  title: PublicName;
  responsible: Code;
  start: Code;
  due: Code;
  budget: ToldMoney;
};
type ToldGoal = {
  id: Code;
  title: PublicName;
  indicator: Code;
  unit: Code;
  baseline: number;
  target: number;
  by: Code;
  actions: ToldAction[];
};
type ToldObjective = {
  id: Code;
  title: PublicName;
  /** The objective of a plan of a higher level it serves. */
  supports?: { plan: RandomId; objective: Code };
  goals: ToldGoal[];
};

/** What others are told of plans: what was approved, and how it comes along. Drafts are not told. Days are codes. */
export type PlanFacts = {
  'PlanApproved.v1': Of & {
    country: Code;
    level: BoardLevel;
    territory: Code[];
    title: PublicName;
    from: Code;
    until: Code;
    norm: Code;
    on: Code;
    objectives: ToldObjective[];
  };
  'PlanRecognised.v1': Of & { by: Code; norm: Code; on: Code };
  'PlanActionProgressed.v1': Of & {
    action: Code;
    state: ActionState;
    progress: number;
    spent: ToldMoney;
    evidence?: Code;
  };
  'GoalMeasured.v1': Of & { goal: Code; value: number; on: Code };
};

export const planFacts = factCatalogue<PlanFacts>({
  'PlanApproved.v1': true,
  'PlanRecognised.v1': true,
  'PlanActionProgressed.v1': true,
  'GoalMeasured.v1': true,
});

/** A stream is `plan-<id>`. */
const of = (stream: string, { board, version }: { readonly board: string; readonly version: number }): Of => ({
  board: code(board),
  plan: randomId(stream.slice('plan-'.length)),
  version,
});

const money = ({ amount, currency }: Money): ToldMoney => ({ amount, currency: code(currency) });

const toldAction = ({ id, title, responsible, start, due, budget }: Action): ToldAction => ({
  id: code(id),
  title: publicName(title),
  responsible: code(responsible),
  start: code(start),
  due: code(due),
  budget: money(budget),
});

const toldGoal = ({ id, title, indicator, unit, baseline, target, by, actions }: Goal): ToldGoal => ({
  id: code(id),
  title: publicName(title),
  indicator: code(indicator),
  unit: code(unit),
  baseline,
  target,
  by: code(by),
  actions: actions.map(toldAction),
});

const toldObjective = ({ id, title, supports, goals }: Objective): ToldObjective => ({
  id: code(id),
  title: publicName(title),
  ...(supports === undefined
    ? {}
    : { supports: { plan: randomId(supports.plan), objective: code(supports.objective) } }),
  goals: goals.map(toldGoal),
});

export const planPublication = publish(planEvents, planFacts, {
  PlanApproved: ({ stream, data }) => ({
    type: 'PlanApproved.v1',
    data: {
      ...of(stream, data),
      country: code(data.country),
      level: among(levels, data.level),
      territory: data.territory.map(code),
      title: publicName(data.title),
      from: code(data.from),
      until: code(data.until),
      norm: code(data.norm),
      on: code(data.on),
      objectives: data.objectives.map(toldObjective),
    },
  }),
  PlanRecognised: ({ stream, data }) => ({
    type: 'PlanRecognised.v1',
    data: { ...of(stream, data), by: code(data.by), norm: code(data.norm), on: code(data.on) },
  }),
  PlanActionProgressed: ({ stream, data }) => ({
    type: 'PlanActionProgressed.v1',
    data: {
      ...of(stream, data),
      action: code(data.action),
      state: among(actionStates, data.state),
      progress: data.progress,
      spent: money(data.spent),
      ...(data.evidence === undefined ? {} : { evidence: code(data.evidence) }),
    },
  }),
  GoalMeasured: ({ stream, data }) => ({
    type: 'GoalMeasured.v1',
    data: { ...of(stream, data), goal: code(data.goal), value: data.value, on: code(data.on) },
  }),
});
