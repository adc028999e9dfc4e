import { mkdirSync } from 'node:fs';
import type { GrowthArgs } from '../children/growth.js';
import type { Bench } from '../support/contest.js';
import type { Figures } from '../support/figures.js';
import { ask } from '../support/process.js';
import { layout } from '../support/store.js';

const length = 12;

/** Whether a command costs the same when the log is full: in CPU, which a busy machine blurs least. */
export const growth: Bench = {
  name: 'growth',
  about: 'a referral sent and accepted, at an empty log and at a full one',
  durable: false,
  run: async (contest) => {
    const { events } = contest.options;
    const full = contest.folder();
    const paths = layout(full);
    mkdirSync(paths.data, { recursive: true });
    await ask('fill', { path: paths.log, streams: Math.ceil(events / length), length }, contest.disk);
    const name = `at ${events.toLocaleString('en')} events`;
    const by = (folder: () => string, args: Omit<GrowthArgs, 'folder'>) => (): Promise<Figures> =>
      ask<Figures>('growth', { ...args, folder: folder() }, contest.disk);
    const alone = { commands: contest.count(6_000, 100), concurrent: 1 };
    const many = { commands: contest.count(24_000, 640), concurrent: 32 };
    await contest.inTurn({
      'one by one, empty': by(() => contest.folder(), alone),
      [`one by one, ${name}`]: by(() => full, alone),
      '32 at once, empty': by(() => contest.folder(), many),
      [`32 at once, ${name}`]: by(() => full, many),
    });
    for (const how of ['one by one', '32 at once']) {
      const [of, to] = [`${how}, ${name}`, `${how}, empty`];
      contest.ratio(`${how}: CPU ${name} to empty`, 'cpuUs', of, to, { most: 1.1 });
      contest.ratio(`${how}: p50 ${name} to empty`, 'p50Ms', of, to);
    }
  },
};
