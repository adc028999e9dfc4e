import { zoned } from '#terms';
import { zoneOf } from '../../protocol/index.js';
import { expectedOn, type Light, lightOn, type ReportPlan } from '../views/report-plans.js';
import type { Inputs } from './inputs.js';
import type { Figures } from './model.js';
import type { Draft } from './tally.js';

const lights = ['red', 'amber', 'green', 'grey'] as const satisfies readonly Light[];

/** The plan in force on a day: of two that overlap, the one approved last. */
const planOn = (day: string, plans: readonly ReportPlan[]): ReportPlan | undefined =>
  plans
    .filter(({ from, until }) => from <= day && day <= until)
    .sort((a, b) => (a.approvedAt < b.approvedAt ? 1 : -1))
    .at(0);

/** Section 12: how each action stands against what should be done by the day of the cut-off; the worst first. */
export function planTables({ board, plans, cutoff }: Inputs): {
  readonly draft: Draft;
  readonly plan: Figures['plan'];
} {
  const day = zoned(cutoff, zoneOf(board.country)).date;
  const plan = planOn(day, plans);
  const actions = (plan?.actions ?? [])
    .map((action) => ({ ...action, light: lightOn(day, action) }))
    .sort((a, b) => lights.indexOf(a.light) - lights.indexOf(b.light) || (a.due < b.due ? -1 : 1));
  return {
    draft: {
      id: 'plan',
      tables: [
        {
          id: 'actions',
          columns: ['progress', 'expected', 'spent', 'budget'],
          rows: actions.map((action) => ({
            id: action.id,
            cells: [
              { plain: action.progress },
              { plain: expectedOn(day, action) },
              { plain: action.spent / 100 },
              { plain: action.budget / 100 },
            ],
          })),
        },
        {
          id: 'lights',
          columns: ['total', ...lights],
          rows:
            plan === undefined
              ? []
              : [
                  {
                    id: 'actions',
                    cells: [
                      { plain: actions.length },
                      ...lights.map((light) => ({ plain: actions.filter((each) => each.light === light).length })),
                    ],
                  },
                ],
        },
      ],
    },
    plan:
      plan === undefined
        ? null
        : {
            ...{ title: plan.title, norm: plan.norm, from: plan.from, until: plan.until },
            currency: actions.at(0)?.currency ?? '',
            actions: actions.map(({ id, title, goal, responsible, due, light, state }) => ({
              ...{ id, title, goal: plan.goals[goal] ?? goal, responsible, due, light, state },
            })),
          },
  };
}
