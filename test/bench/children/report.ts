import { SimulatedClock } from '#event-log';
import { load, startOf } from '../../../src/demo/load.js';
import { monthsOf, type Plan } from '../../../src/demo/openings.js';
import { openEmbedded } from '../../../src/modes/embedded.js';
import { type Format, render } from '../../../src/report/files.js';
import { type Edition, reportOf } from '../../../src/report/report.js';
import { reportCases } from '../../../src/report/views/report-cases.js';
import { reportReferrals } from '../../../src/report/views/report-referrals.js';
import { listOf } from '../../../src/report/views/months.js';
import { quantile } from '../support/figures.js';
import { answer } from '../support/process.js';
import { layout } from '../support/store.js';

export interface ReportArgs {
  readonly folder: string;
  /** Months of history; the last one is reported. */
  readonly months: number;
  /** Police complaints of each month; cases come by other doors as well. */
  readonly complaints: number;
  readonly renders: number;
}

const district = '150112';
const board = `mesa-${district}`;

/** Plays a history into a store through commands, then makes the report of its last month again and again. */
await answer(async ({ folder, months, complaints, renders }: ReportArgs) => {
  const plan = planOf(months, complaints);
  const clock = new SimulatedClock(startOf(plan));
  const platform = await openEmbedded({ paths: layout(folder), clock, durability: 'deferred', demoFrom: clock.now() });
  const { cutOffs } = await load(platform, clock, plan);
  const last = cutOffs.at(-1);
  if (last === undefined) throw new Error('no month was played');
  const { position, cutoff } = last;
  const { views, software, demo } = platform;
  const edition: Edition = { position, cutoff, clock, software, demo };
  const report = await reportOf(views, board, plan.to, edition);
  const work: Readonly<Record<string, () => Promise<unknown>>> = {
    figures: () => reportOf(views, board, plan.to, edition),
    ...Object.fromEntries(
      (['html', 'pdf', 'xlsx', 'csv'] satisfies Format[]).map((format) => [format, () => render(report, format)]),
    ),
  };
  const times = await inTurn(work, renders);
  const month = listOf(district, plan.to);
  const size = { cases: await views.count(reportCases, month), referrals: await views.count(reportReferrals, month) };
  await platform.close();
  return { ...times, ...size };
});

/** The p50 and p99 of each, in milliseconds, after some that do not count. */
async function inTurn(
  work: Readonly<Record<string, () => Promise<unknown>>>,
  times: number,
): Promise<Readonly<Record<string, number>>> {
  const taken = new Map(Object.keys(work).map((name) => [name, [] as number[]]));
  const warmUp = Math.ceil(times / 5);
  for (let index = 0; index < warmUp + times; index += 1) {
    for (const [name, make] of Object.entries(work)) {
      const start = performance.now();
      await make();
      if (index >= warmUp) taken.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(
    [...taken].flatMap(([name, ms]) => [
      [`${name}P50Ms`, quantile(ms, 0.5)],
      [`${name}P99Ms`, quantile(ms, 0.99)],
    ]),
  );
}

function planOf(months: number, complaints: number): Plan {
  const to = '2025-10';
  const from = monthBefore(to, months - 1);
  const span = monthsOf({ from, to });
  return {
    seed: 1,
    from,
    to,
    districts: [
      {
        code: district,
        name: 'Independencia',
        province: 'Lima',
        population: { inhabitants: 241_414, year: 2020, source: 'INEI-2020-DENSITY' },
        complaints: new Map(span.map((month) => [month, complaints])),
      },
    ],
  };
}

function monthBefore(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 7);
}
