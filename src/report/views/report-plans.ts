import { projection } from '#projection';
import { type PlanFacts, planFacts } from '../../boards/published/plan-facts.js';
import { effectiveAt } from './months.js';

/** How an action stands on a day: the rule the boards' own pages go by. */
export { expectedOn, type Light, lightOn } from '../../boards/published/light.js';

/** An action of a plan and how it stands. Days are `YYYY-MM-DD`, progress 0 to 100, amounts cents. */
export interface ReportAction {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  readonly responsible: string;
  readonly start: string;
  readonly due: string;
  readonly budget: number;
  readonly currency: string;
  readonly state: 'not-started' | 'in-progress' | 'done' | 'stopped';
  readonly progress: number;
  readonly spent: number;
}

/** The approved plan of a board. */
export interface ReportPlan {
  readonly id: string;
  readonly board: string;
  readonly title: string;
  readonly norm: string;
  readonly from: string;
  readonly until: string;
  readonly approvedAt: string;
  /** Titles of the goals, by their code. */
  readonly goals: Readonly<Record<string, string>>;
  readonly actions: readonly ReportAction[];
}

/** Approved plans in their last version, in lists by board. */
export const reportPlans = projection<PlanFacts, ReportPlan>({
  name: 'report-plans',
  version: 1,
  events: planFacts,
  key: ({ data }) => data.plan,
  empty: (id) => ({
    ...{ id, board: '', title: '', norm: '', from: '', until: '', approvedAt: '' },
    ...{ goals: {}, actions: [] },
  }),
  on: {
    'PlanApproved.v1': (plan, fact) => {
      const { data } = fact;
      const goals = data.objectives.flatMap((objective) => objective.goals);
      // An action keeps its code from version to version, and with it how far it came.
      const known = new Map(plan.actions.map((action) => [action.id, action]));
      return {
        id: plan.id,
        board: data.board,
        title: data.title,
        norm: data.norm,
        from: data.from,
        until: data.until,
        approvedAt: effectiveAt(fact),
        goals: Object.fromEntries(goals.map(({ id, title }) => [id, title])),
        actions: goals.flatMap((goal) =>
          goal.actions.map(({ id, title, responsible, start, due, budget }): ReportAction => {
            const { state = 'not-started', progress = 0, spent = 0 } = known.get(id) ?? {};
            return {
              ...{ id, title, goal: goal.id, responsible, start, due, state, progress, spent },
              ...{ budget: budget.amount, currency: budget.currency },
            };
          }),
        ),
      };
    },
    'PlanActionProgressed.v1': (plan, { data }) => ({
      ...plan,
      actions: plan.actions.map((action) =>
        action.id === data.action
          ? { ...action, state: data.state, progress: data.progress, spent: data.spent.amount }
          : action,
      ),
    }),
  },
  index: ({ board, from }) => [[board, from]],
});
