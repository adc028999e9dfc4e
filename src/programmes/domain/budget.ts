import { Refusal } from '#decider';
import { registerDecider, type RegisterEvents, type RegisterSpec, type Step, step } from './register.js';
import { budgetPurposes } from './register-codes.js';
import { field, oneOf, optional, type Values } from './register-fields.js';

/** How much of a line is spent, in cents. @param year `YYYY`: only what was spent in it */
export const executedOf = (steps: readonly Step[], year = ''): number =>
  steps
    .filter(({ type, values }) => type === 'BudgetExecuted' && String(values['on']).startsWith(year))
    .reduce((sum, { values }) => sum + Number(values['amount']), 0);

/** @throws Refusal more would be spent than there is: first the line is corrected */
function refuseOver(amount: number, executed: number): void {
  if (executed > amount) throw new Refusal('budget/over-executed', 'more than the line has');
}

/** Money set aside for what a board agreed, for a council or for a project, and what was spent of it. */
export const budgets = {
  category: 'budget',
  path: 'budget-lines',
  by: 'on',
  recorded: 'BudgetAssigned',
  corrected: 'BudgetCorrected',
  withdrawn: 'BudgetWithdrawn',
  takenBack: 'BudgetStepTakenBack',
  fields: {
    purpose: oneOf(budgetPurposes),
    year: field('count'),
    /** Who spends it. */
    holder: field('organization'),
    amount: field('cents'),
    currency: field('currency'),
    on: field('happened'),
    agreement: optional(field('agreement')),
    /** A communal council or a board, as a code. */
    council: optional(field('code')),
    project: optional(field('project')),
  },
  rule: ({ year, agreement, council, project, amount }: Values, steps: readonly Step[]) => {
    if (agreement === undefined && council === undefined && project === undefined) {
      throw new Refusal('budget/for-nothing', 'it is for an agreement, a council or a project', 'invalid');
    }
    if (Number(year) < 1990 || Number(year) > 2200) throw new Refusal('budget/bad-year', 'not a year', 'invalid');
    refuseOver(Number(amount), executedOf(steps));
  },
  steps: {
    BudgetExecuted: step(
      'executions',
      { amount: field('cents'), on: field('happened') },
      ({ amount }, { values, steps }) => refuseOver(Number(values['amount']), executedOf(steps) + amount),
    ),
  },
} as const satisfies RegisterSpec;

export type BudgetEvents = RegisterEvents<typeof budgets>;
export const budgetDecider = registerDecider(budgets);
