import { deriveId } from '#decider';
import type { Month } from '#terms';
import { projectStages } from '../../programmes/domain/register-codes.js';
import { type DemoBoard, organizationOf } from '../boards/model.js';
import { workingDay } from '../journeys/meetings.js';
import { Random } from '../random.js';
import type { Journey } from '../schedule.js';
import { entries, inMoneyOf } from './assumptions.js';
import { Entry, onDay } from './entry.js';

/** The project of a year. */
export const projectOf = (seed: number, { code }: Pick<DemoBoard, 'code'>, year: string): string =>
  deriveId(seed, 'project', code, year);

/** What the project of a year is to change, and how far it has come by each quarter. */
const outcomes = [
  { indicator: 'referrals-answered', baseline: 55, target: 80, gains: 6 },
  { indicator: 'staff-trained', baseline: 0, target: 30, gains: 8 },
] as const;

/** A project of a year paid by somebody else, with its budget line: spent and measured quarter by quarter. */
export function* project(seed: number, board: DemoBoard, months: readonly Month[]): Journey {
  const [first = ''] = months;
  const year = first.slice(0, 4);
  const { districts, name: place, programmes } = board;
  const id = projectOf(seed, board, year);
  const random = Random.of('project', id);
  const holder = organizationOf(board, programmes.government);
  const on = workingDay(`${first}-01`);
  const by = `${year}-12-31`;
  const { amount, currency } = inMoneyOf(board, entries.value.money.project);
  const entry = new Entry(board, 'project', id, holder);
  const line = new Entry(board, 'budget', deriveId(id, 'budget'), holder);
  yield entry.recorded(onDay(board, on, '09:30'), {
    ...{ kind: 'COOPERATION', title: `Servicios más cerca de ${place}`, funders: ['cooperacion-demo'] },
    ...{ districts: districts.slice(0, 10).map(({ code }) => code), from: on, until: by, budget: amount, currency },
    outcomes: outcomes.map(({ indicator, baseline, target }) => ({ indicator, baseline, target, by })),
  });
  const of = { purpose: 'SERVICES', year: Number(year), holder, project: id };
  yield line.recorded(onDay(board, on, '09:45'), { ...of, amount, currency, on });
  for (const [index, month] of months.filter((each) => Number(each.slice(5)) % 3 === 0).entries()) {
    const day = workingDay(`${month}-25`);
    const spent = Math.round(amount * random.between(...entries.value.money.spent));
    yield line.step(onDay(board, day), 'BudgetExecuted', { amount: spent, on: day });
    for (const { indicator, baseline, gains } of outcomes) {
      const value = baseline + Math.round((index + 1) * gains * random.between(0.7, 1.1));
      yield entry.step(onDay(board, day, '12:00'), 'OutcomeMeasured', { indicator, value, on: day });
    }
  }
}

/** What neighbours ask of the participatory budget of a year: it gets as far as the year has quarters. */
export function* participatory(seed: number, board: DemoBoard, months: readonly Month[]): Journey {
  const [first = ''] = months;
  const year = first.slice(0, 4);
  const { districts, programmes } = board;
  const holder = organizationOf(board, programmes.government);
  const entry = new Entry(board, 'project', deriveId(seed, 'participatory', board.code, year), holder);
  const { amount, currency } = inMoneyOf(board, entries.value.money.participatory);
  const from = workingDay(`${first}-05`);
  yield entry.recorded(onDay(board, from), {
    ...{ kind: 'PARTICIPATORY_BUDGET', title: 'Casa de la mujer con sala de espera', funders: [holder] },
    ...{
      districts: districts.slice(0, 1).map(({ code }) => code),
      from,
      until: `${year}-12-31`,
      budget: amount,
      currency,
    },
  });
  const quarters = months.filter((month) => Number(month.slice(5)) % 3 === 0);
  for (const [index, month] of quarters.entries()) {
    const stage = projectStages[index];
    const on = workingDay(`${month}-14`);
    if (stage !== undefined) yield entry.step(onDay(board, on), 'ProjectAdvanced', { stage, on });
  }
}
