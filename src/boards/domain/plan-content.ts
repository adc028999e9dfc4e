import { Refusal } from '#decider';
import { refuseBadCode, refuseBadDay, refuseBadId, refuseBadName } from '../../protocol/index.js';
import type { Action, Goal, Objective, PlanContent } from './plan-events.js';

/**
 * What a version of a plan must be: with objectives, every part with a code of its own and a public title, every day
 * within its period, every amount in cents.
 * @throws Refusal `plan/no-objectives`, `plan/repeated-code`, `plan/outside-period`, `plan/bad-number`, `plan/bad-money`
 */
export function refuseBadContent({ title, from, until, objectives }: PlanContent): void {
  refuseBadName('plan', title);
  refuseBadDay('plan', from);
  refuseBadDay('plan', until);
  if (until <= from) throw new Refusal('plan/outside-period', 'a plan ends after it begins', 'invalid');
  if (objectives.length === 0) throw new Refusal('plan/no-objectives', 'a plan has an objective or more', 'invalid');
  const codes = objectives.flatMap(codesOf);
  if (new Set(codes).size < codes.length) {
    throw new Refusal('plan/repeated-code', 'each part of a plan has a code of its own', 'invalid');
  }
  for (const { id, title, supports, goals } of objectives) {
    refuseBadPart(id, title);
    if (supports !== undefined) {
      refuseBadId('plan', supports.plan);
      refuseBadCode('plan', supports.objective);
    }
    for (const goal of goals) {
      refuseBadGoal(goal, from, until);
      for (const action of goal.actions) refuseBadAction(action, from, until);
    }
  }
}

const codesOf = ({ id, goals }: Objective): readonly string[] => [
  id,
  ...goals.flatMap((goal) => [goal.id, ...goal.actions.map((action) => action.id)]),
];

function refuseBadPart(id: string, title: string): void {
  refuseBadCode('plan', id);
  refuseBadName('plan', title);
}

function refuseBadGoal({ id, title, indicator, unit, baseline, target, by }: Goal, from: string, until: string): void {
  refuseBadPart(id, title);
  refuseBadCode('plan', indicator);
  refuseBadCode('plan', unit);
  refuseOutside(by, from, until);
  if (!Number.isFinite(baseline) || !Number.isFinite(target)) {
    throw new Refusal('plan/bad-number', 'baseline and target are numbers', 'invalid');
  }
}

function refuseBadAction({ id, title, responsible, start, due, budget }: Action, from: string, until: string): void {
  refuseBadPart(id, title);
  refuseBadCode('plan', responsible);
  refuseOutside(start, from, until);
  refuseOutside(due, start, until);
  if (!Number.isSafeInteger(budget.amount) || budget.amount < 0 || !/^[A-Z]{3}$/u.test(budget.currency)) {
    throw new Refusal('plan/bad-money', 'a budget is whole cents from 0 of a currency', 'invalid');
  }
}

function refuseOutside(day: string, from: string, until: string): void {
  refuseBadDay('plan', day);
  if (day < from || day > until) throw new Refusal('plan/outside-period', 'a day lies within its period', 'invalid');
}
