import type { CutOff } from '../../../src/demo/load.js';
import { type Format, render } from '../../../src/report/files.js';
import { type Edition, reportOf } from '../../../src/report/report.js';
import { listOf } from '../../../src/report/views/months.js';
import { reportCases } from '../../../src/report/views/report-cases.js';
import { reportReferrals } from '../../../src/report/views/report-referrals.js';
import { quantile } from '../support/figures.js';
import { answer } from '../support/process.js';
import { district, openStore } from '../support/store.js';

export interface ReportArgs extends CutOff {
  /** A store whose views stand at the cut-off. */
  readonly folder: string;
  readonly renders: number;
}

const board = `mesa-${district}`;

/** Makes the report of a month again and again: its figures out of the stored views, and each format out of them. */
await answer(async ({ folder, month, position, cutoff, renders }: ReportArgs) => {
  const platform = await openStore(folder, 'full');
  const { views, clock, software, demo } = platform;
  const edition: Edition = { position, cutoff, clock, software, demo };
  const report = await reportOf(views, board, month, edition);
  const work: Readonly<Record<string, () => Promise<unknown>>> = {
    figures: () => reportOf(views, board, month, edition),
    ...Object.fromEntries(
      (['html', 'pdf', 'xlsx', 'csv'] satisfies Format[]).map((format) => [format, () => render(report, format)]),
    ),
  };
  const times = await inTurn(work, renders);
  const list = listOf(district, month);
  const size = { cases: await views.count(reportCases, list), referrals: await views.count(reportReferrals, list) };
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
