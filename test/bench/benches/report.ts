import type { Bench } from '../support/contest.js';
import type { Figures } from '../support/figures.js';
import { ask } from '../support/process.js';

/** A board's month, from stored views to the bytes of a file. */
export const report: Bench = {
  name: 'report',
  about: 'the monthly report of a board: its figures, and each format',
  durable: false,
  run: async (contest) => {
    // Two years of history, so that the month before, the year before and the series are there.
    const months = contest.count(25, 2);
    const args = { months, complaints: 135, renders: contest.count(50, 5) };
    await contest.inTurn({
      month: () => ask<Figures>('report', { ...args, folder: contest.folder() }, contest.disk),
    });
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
