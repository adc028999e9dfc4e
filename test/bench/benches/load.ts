import { join } from 'node:path';
import type { LoadArgs } from '../children/load.js';
import type { Bench } from '../support/contest.js';
import type { Figures } from '../support/figures.js';
import { ask } from '../support/process.js';

const length = 30;

/** Loading and folding one stream, as every command does that finds nothing in the cache. */
export const load: Bench = {
  name: 'load',
  about: `loads and folds streams of ${length} events`,
  durable: false,
  run: async (contest) => {
    const streams = contest.count(2_000, 100);
    const loads = contest.count(30_000, 500);
    const path = join(contest.folder(), 'log.db');
    await ask('fill', { path, streams, length }, contest.disk);
    const by = (api: LoadArgs['with']) => (): Promise<Figures> =>
      ask<Figures>('load', { with: api, path, streams, loads }, contest.disk);
    await contest.inTurn({ 'log, load and fold': by('log'), 'raw, select and parse': by('raw') });
    contest.ratio('load and fold to select and parse', 'perSecond', 'log, load and fold', 'raw, select and parse');
  },
};
