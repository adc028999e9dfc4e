import { addMonths } from '#terms';
import { conditions, outcomes, violenceTypes } from '../../protocol/index.js';
import { binOf, hoursBetween, isNew, policeDoor, riskCodes, tallyDoors } from './cohort.js';
import { codesOf, count, shares } from './drafting.js';
import type { Inputs } from './inputs.js';
import { medianWaiting } from './statistics.js';
import { countBy, type Draft, type Expression, round, statisticFrom, type Tally } from './tally.js';

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

/** Institutions in the order of how much passes through them. */
function institutions({ cohort }: Inputs): readonly string[] {
  const volume = new Map<string, number>();
  for (const { from, to } of cohort.referrals) {
    for (const id of [from, to]) volume.set(id, (volume.get(id) ?? 0) + 1);
  }
  return [...volume].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
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

/** Section 6: what became of what was sent. */
export function loop(tally: Tally, inputs: Inputs): Draft {
  const { referrals, month } = inputs.cohort;
  const at = `@${month}`;
  const sent = `sent${at}`;
  const accepted = referrals.filter((each) => each.acceptedAt !== undefined);
  const results = tally.partition(
    `answered${at}`,
    `outcome${at}`,
    countBy(
      accepted.filter((each) => each.reportedAt !== undefined),
      (each) => each.outcome,
      codesOf(outcomes),
    ),
  );
  const declined = referrals.filter((each) => each.declinedAt !== undefined && each.acceptedAt === undefined);
  const reasons = tally.partition(
    `declined${at}`,
    `reason${at}`,
    countBy(declined, (each) => each.reason),
  );
  const receivers = institutions(inputs).filter((id) => referrals.some(({ to }) => to === id));
  for (const to of receivers) {
    const mine = referrals.filter((each) => each.to === to);
    const answered = mine.filter((each) => each.acceptedAt !== undefined && each.reportedAt !== undefined).length;
    tally.set(`answered-by${at}/${to}`, answered);
    tally.set(`unanswered-by${at}/${to}`, mine.length - answered);
    tally.sum(`to${at}/${to}`, [`answered-by${at}/${to}`, `unanswered-by${at}/${to}`]);
  }
  tally.sum(
    `answered${at}`,
    receivers.map((to) => `answered-by${at}/${to}`),
  );
  const steps = ['sent', 'received', 'accepted', 'attended', 'answered', 'closed'];
  const losses: Readonly<Record<string, string>> = {
    received: `not-received${at}`,
    accepted: `declined${at}`,
    attended: `not-attended${at}`,
    answered: `not-answered${at}`,
    closed: `not-closed${at}`,
  };
  return {
    id: 'loop',
    tables: [
      {
        id: 'steps',
        columns: ['count', 'share', 'lost'],
        rows: steps.map((step) => ({
          id: step,
          cells: [
            count(`${step}${at}`),
            { ratio: [`${step}${at}`, sent] as const },
            losses[step] === undefined ? { plain: 0 } : count(losses[step]),
          ],
        })),
      },
      shares('outcomes', `answered${at}`, results),
      shares('decline-reasons', `declined${at}`, reasons),
      {
        id: 'by-receiver',
        columns: ['sent', 'answered', 'share'],
        rows: receivers.map((to) => ({
          id: to,
          cells: [
            count(`to${at}/${to}`),
            count(`answered-by${at}/${to}`),
            { ratio: [`answered-by${at}/${to}`, `to${at}/${to}`] as const },
          ],
        })),
      },
    ],
  };
}

/** Section 7: how long until somebody attends; who still waits stays in the denominator. */
export function firstAttention(tally: Tally, inputs: Inputs): Draft {
  const { cohort, cutoff } = inputs;
  const at = `@${cohort.month}`;
  const receivers = institutions(inputs).filter((id) => cohort.referrals.some(({ to }) => to === id));
  const columns = ['24h', '72h', 'later', 'waiting'];
  const rowOf = (id: string, whole: string, cell: (bin: string) => string): Draft['tables'][number]['rows'][number] => {
    const mine = id === 'total' ? cohort.referrals : cohort.referrals.filter((each) => each.to === id);
    const waits = mine.map(({ sentAt, attendedAt, declinedAt }) => ({
      hours: hoursBetween(sentAt, attendedAt ?? declinedAt ?? cutoff),
      ended: attendedAt !== undefined,
    }));
    const wait = mine.length < statisticFrom ? undefined : medianWaiting(waits);
    return {
      id,
      cells: [
        count(whole),
        ...columns.map((bin) => count(cell(bin))),
        { statistic: wait === undefined ? undefined : round(wait, 1), n: whole },
      ],
    };
  };
  for (const to of receivers) {
    tally.partition(
      `to${at}/${to}`,
      `wait${at}/${to}`,
      countBy(
        cohort.referrals.filter((each) => each.to === to),
        binOf,
        columns,
      ),
    );
  }
  for (const bin of columns) {
    const total = bin === 'waiting' ? `waiting${at}` : `within${at}/${bin}`;
    if (bin !== 'waiting' || receivers.length > 0)
      tally.sum(
        total,
        receivers.map((to) => `wait${at}/${to}/${bin}`),
      );
  }
  return {
    id: 'first-attention',
    tables: [
      {
        id: 'waiting',
        columns: ['sent', ...columns, 'median-hours'],
        rows: [
          ...receivers.map((to) => rowOf(to, `to${at}/${to}`, (bin) => `wait${at}/${to}/${bin}`)),
          rowOf('total', `sent${at}`, (bin) => (bin === 'waiting' ? `waiting${at}` : `within${at}/${bin}`)),
        ],
      },
    ],
  };
}
