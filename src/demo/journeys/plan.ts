import { deriveId } from '#decider';
import { addDays, instantOf } from '#terms';
import type { PlanCommand } from '../../boards/domain/plan.js';
import type { PlanContent } from '../../boards/domain/plan-events.js';
import { zoneOf } from '../../protocol/index.js';
import { boardOf, type DemoBoard, organizationOf } from '../boards/model.js';
import { Random } from '../random.js';
import type { Journey } from '../schedule.js';
import { digestOf, steps } from './meetings.js';

const soles = (amount: number) => ({ amount, currency: 'PEN' });

/** A made-up plan of a province for two years: goals with a measure and a day, actions with somebody who answers. */
function contentOf(board: DemoBoard, year: number): PlanContent {
  const at = (suffix: string): string => organizationOf(board, suffix);
  const until = `${year + 1}-12-31`;
  return {
    title: `Plan provincial contra la violencia ${year}-${year + 1}, ${board.name}`,
    from: `${year}-01-01`,
    until,
    objectives: [
      {
        id: 'O1',
        title: 'Las personas llegan a tiempo a los servicios',
        goals: [
          {
            ...{ id: 'M1', title: 'Derivaciones con respuesta', indicator: 'referrals-answered', unit: 'PERCENT' },
            ...{ baseline: 50, target: 80, by: until },
            actions: [
              {
                ...{ id: 'A1', title: 'Turnos del centro en los distritos alejados', responsible: at('cem') },
                ...{ start: `${year}-02-01`, due: `${year}-09-30`, budget: soles(1_800_000) },
              },
              {
                ...{ id: 'A2', title: 'Radio y transporte para las comisarías', responsible: at('municipalidad') },
                ...{ start: `${year}-03-01`, due: `${year}-06-30`, budget: soles(2_400_000) },
              },
            ],
          },
        ],
      },
      {
        id: 'O2',
        title: 'Las escuelas previenen y avisan',
        goals: [
          {
            ...{ id: 'M2', title: 'Escuelas con plan de convivencia', indicator: 'schools-with-plan', unit: 'SCHOOLS' },
            ...{ baseline: 4, target: 20, by: until },
            actions: [
              {
                ...{ id: 'A3', title: 'Formación de docentes tutores', responsible: at('ugel') },
                ...{ start: `${year}-04-01`, due: `${year}-11-30`, budget: soles(600_000) },
              },
            ],
          },
        ],
      },
    ],
  };
}

/** By month of the year: how far each action is, in per cent, and what each goal measures. A2 falls behind its day. */
const course = [
  { month: '03', actions: { A1: 15, A2: 10 }, goals: { M1: 52, M2: 4 } },
  { month: '06', actions: { A1: 40, A2: 35, A3: 25 }, goals: { M1: 55, M2: 8 } },
  { month: '09', actions: { A1: 100, A2: 60, A3: 60 }, goals: { M1: 61, M2: 13 } },
  { month: '11', actions: { A2: 85, A3: 100 }, goals: { M1: 63, M2: 17 } },
] as const;

/** Drafted in January, approved by the ordinance of the provincial municipality, recognised, and followed by quarter. */
export function* provincialPlan(seed: number, board: DemoBoard, year: number): Journey {
  const random = Random.of(seed, 'plan', board.code, year);
  const send = steps<PlanCommand>(board, 'plan', deriveId(seed, 'plan', board.code, year));
  const on = (date: string): number => Date.parse(instantOf(`${date}T11:00`, zoneOf(board.country)));
  const content = contentOf(board, year);
  const budgets = new Map(
    content.objectives
      .flatMap(({ goals }) => goals.flatMap(({ actions }) => actions))
      .map((each) => [each.id, each.budget.amount]),
  );
  const territory = board.districts.map(({ code }) => code);
  const norm = `ORD-${Math.round(random.between(10, 60))}-${year}`;
  const approval = `${year}-01-${Math.round(random.between(20, 28))}`;
  const { country, level } = board;
  yield send(on(`${year}-01-08`), { do: 'draft', board: boardOf(board), country, level, territory, ...content });
  yield send(on(approval), { do: 'approve', version: 1, norm, on: approval });
  const recognised = addDays(approval, 7);
  yield send(on(recognised), { do: 'recognise', by: organizationOf(board, 'municipalidad'), norm, on: recognised });
  for (const { month, actions, goals } of course) {
    const day = `${year}-${month}-28`;
    for (const [action, progress] of Object.entries(actions)) {
      const spent = soles(Math.round(((budgets.get(action) ?? 0) * progress) / 100));
      const state = progress === 100 ? 'done' : 'in-progress';
      const shown = progress === 100 ? { evidence: digestOf(`${norm} ${action}`) } : {};
      yield send(on(day), { do: 'progress', action, state, progress, spent, ...shown });
    }
    for (const [goal, value] of Object.entries(goals)) yield send(on(day), { do: 'measure', goal, value, on: day });
  }
}
