import type { EventOf } from '#decider';
import type { PlanCommand } from '../domain/plan.js';
import type { PlanContent, PlanEvents } from '../domain/plan-events.js';
import { board, cem, digest, health, muni } from './session-fixtures.js';

type Event<T extends keyof PlanEvents = keyof PlanEvents> = EventOf<PlanEvents, T>;

/** The plan of the national level, whose objective the local one serves. */
export const nationalPlan = '91a00000-0000-8000-8000-00000000000f';

const soles = (amount: number) => ({ amount, currency: 'PEN' });
const about = { board, country: 'PE', level: 'district', territory: ['150112'] } as const;

export const content: PlanContent = {
  title: 'Plan local contra la violencia 2025-2026',
  from: '2025-01-01',
  until: '2026-12-31',
  objectives: [
    {
      id: 'O1',
      title: 'Más personas atendidas a tiempo',
      supports: { plan: nationalPlan, objective: 'OE2' },
      goals: [
        {
          ...{ id: 'M1', title: 'Derivaciones respondidas', indicator: 'referrals-answered', unit: 'PERCENT' },
          ...{ baseline: 52.5, target: 80, by: '2026-12-31' },
          actions: [
            {
              ...{ id: 'A1', title: 'Ampliar el horario del CEM', responsible: cem },
              ...{ start: '2025-01-01', due: '2025-12-31', budget: soles(1_200_000) },
            },
            {
              ...{ id: 'A2', title: 'Talleres en escuelas', responsible: health },
              ...{ start: '2025-03-01', due: '2026-06-30', budget: soles(450_050) },
            },
          ],
        },
      ],
    },
  ],
};

/** The same with a higher target: what a change looks like. */
export const changedContent: PlanContent = {
  ...content,
  objectives: content.objectives.map((objective) => ({
    ...objective,
    goals: objective.goals.map((goal) => ({ ...goal, target: 85 })),
  })),
};

export const drafting = { do: 'draft', ...about, ...content } as const satisfies PlanCommand;
export const drafted: Event<'PlanDrafted'> = { type: 'PlanDrafted', data: { ...about, version: 1, ...content } };
export const approving = {
  ...{ do: 'approve', version: 1, norm: 'ORD-237-2025', on: '2025-02-10' },
} as const satisfies PlanCommand;
export const approved: Event<'PlanApproved'> = {
  type: 'PlanApproved',
  data: { ...drafted.data, norm: 'ORD-237-2025', on: '2025-02-10' },
};
export const recognised: Event<'PlanRecognised'> = {
  type: 'PlanRecognised',
  data: { board, version: 1, by: muni, norm: 'RA-041-2025', on: '2025-03-01' },
};
export const progressing = {
  ...{ do: 'progress', action: 'A1', state: 'in-progress', progress: 40, evidence: digest },
  spent: soles(300_000),
} as const satisfies PlanCommand;
export const actionProgressed: Event<'PlanActionProgressed'> = {
  type: 'PlanActionProgressed',
  data: {
    ...{ board, version: 1, action: 'A1', state: 'in-progress', progress: 40, evidence: digest },
    spent: soles(300_000),
  },
};
export const measured: Event<'GoalMeasured'> = {
  type: 'GoalMeasured',
  data: { board, version: 1, goal: 'M1', value: 61.5, on: '2025-09-30' },
};
