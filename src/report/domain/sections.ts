import { addMonths } from '#terms';
import { conditions, violenceTypes } from '../../protocol/index.js';
import { isNew, policeDoor, riskCodes, tallyDoors } from './cohort.js';
import { codesOf, count, shares } from './drafting.js';
import { institutions, type Inputs } from './inputs.js';
import { countBy, type Draft, type Expression, type Tally } from './tally.js';

/** Months of the series, oldest first. */
export const seriesMonths = (month: string): readonly string[] =>
  Array.from({ length: 24 }, (_, back) => addMonths(`${month}-01`, back - 23).slice(0, 7));

/** Section 3: how many, of what kind, through which door. */
export function newCases(tally: Tally, { cohort, months }: Inputs): Draft {
  const at = `@${cohort.month}`;
  const cases = cohort.cases.filter(isNew);
  const whole = `cases${at}`;
  const doors = [...countBy(cases, (each) => each.entry, [policeDoor]).keys()].map((code) => `door${at}/${code}`);
  const types = tally.partition(
    whole,
    `type${at}`,
    countBy(cases, (each) => each.principal ?? 'UNKNOWN', codesOf(violenceTypes)),
  );
  const kinds = tally.partition(
    whole,
    `condition${at}`,
    countBy(
      cases,
      (each) => each.condition,
      codesOf(conditions).filter((code) => isNew({ condition: code })),
    ),
  );
  const risks = riskCodes.map((code) => `risk${at}/${code}`);
  const series = seriesMonths(cohort.month);
  const first = series.find((month) => months.has(month));
  for (const month of series) {
    const counted = months.get(month);
    if (month === cohort.month || counted === undefined) continue;
    // Earlier months are kept as counters; the cohorts compared with were counted from their cases already.
    if (tally.get(`cases@${month}`) > 0) continue;
    tallyDoors(tally, `@${month}`, new Map(Object.entries(counted.entries)));
  }
  const point = (month: string, id: string): Expression =>
    first === undefined || month < first ? { unmeasured: true } : count(id);
  return {
    id: 'new-cases',
    tables: [
      {
        id: 'series',
        columns: ['cases', 'complaints'],
        rows: series.map((month) => ({
          id: month,
          cells: [point(month, `cases@${month}`), point(month, `door@${month}/${policeDoor}`)],
        })),
      },
      shares('by-type', whole, types),
      shares('by-risk', whole, risks),
      shares('by-door', whole, doors),
      shares('by-condition', whole, kinds),
    ],
  };
}

/** Section 5: who hands to whom. */
export function referralMatrix(tally: Tally, inputs: Inputs): Draft {
  const { referrals, month } = inputs.cohort;
  const at = `@${month}`;
  const ids = institutions(inputs);
  const senders = ids.filter((id) => referrals.some(({ from }) => from === id));
  const receivers = ids.filter((id) => referrals.some(({ to }) => to === id));
  for (const from of senders) {
    tally.partition(
      `from${at}/${from}`,
      `flow${at}/${from}`,
      countBy(
        referrals.filter((each) => each.from === from),
        ({ to }) => to,
        receivers,
      ),
    );
  }
  for (const to of receivers)
    tally.sum(
      `to${at}/${to}`,
      senders.map((from) => `flow${at}/${from}/${to}`),
    );
  tally.sum(
    `sent${at}`,
    senders.map((from) => `from${at}/${from}`),
  );
  tally.sum(
    `sent${at}`,
    receivers.map((to) => `to${at}/${to}`),
  );
  return {
    id: 'referrals',
    tables: [
      {
        id: 'matrix',
        columns: [...receivers, 'total'],
        rows: [
          ...senders.map((from) => ({
            id: from,
            cells: [...receivers.map((to) => count(`flow${at}/${from}/${to}`)), count(`from${at}/${from}`)],
          })),
          { id: 'total', cells: [...receivers.map((to) => count(`to${at}/${to}`)), count(`sent${at}`)] },
        ],
      },
    ],
  };
}
