import type { Bench } from '../support/contest.js';
import type { Figures } from '../support/figures.js';
import type { CutOff } from '../../../src/demo/load.js';
import { ask } from '../support/process.js';

/** A board's month, from stored views to the bytes of a file. */
export const report: Bench = {
  name: 'report',
  about: 'the monthly report of a board: its figures, and each format',
  durable: false,
  run: async (contest) => {
    const folder = contest.folder();
    // Two years of history, so that the month before, the year before and the series are there; and so many complaints
    // that the month has some 600 referrals, which is twice the cases of a district that refers as much.
    const months = contest.count(25, 2);
    const played = { folder, months, to: '2025-10', complaints: contest.count(400, 130) };
    const cutOff = await ask<CutOff>('history', played, contest.disk);
    const args = { ...cutOff, folder, renders: contest.count(50, 5) };
    await contest.inTurn({ month: () => ask<Figures>('report', args, contest.disk) });
    contest.value('cases of the month', 'cases', 'month', '');
    contest.value('referrals of the month', 'referrals', 'month', '');
    for (const [format, most] of [
      ['figures', 10],
      ['html', 20],
      ['pdf', 150],
      ['xlsx', undefined],
    ] as const) {
      contest.value(`${format}, p50`, `${format}P50Ms`, 'month', 'ms');
      contest.value(`${format}, p99`, `${format}P99Ms`, 'month', 'ms', most === undefined ? undefined : { most });
    }
  },
};
