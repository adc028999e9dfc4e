import { join } from 'node:path';
import type { ReplayArgs } from '../children/replay.js';
import type { Bench } from '../support/contest.js';
import type { Figures } from '../support/figures.js';
import { ask } from '../support/process.js';

const length = 12;

/** Going through the whole log, beside parsing the same texts when they already lie in memory. */
export const replay: Bench = {
  name: 'replay',
  about: 'reads the whole log, folds it, and rebuilds stored views from it',
  durable: false,
  run: async (contest) => {
    const streams = Math.ceil(contest.options.events / length);
    const events = streams * length;
    const path = join(contest.folder(), 'log.db');
    await ask('fill', { path, streams, length }, contest.disk);
    const by = (how: ReplayArgs['how']) => (): Promise<Figures> =>
      ask<Figures>('replay', { how, path, folder: contest.folder(), events }, contest.disk);
    await contest.inTurn({
      'JSON.parse in memory': by('parse'),
      'read and parse': by('read'),
      'read, parse and fold': by('fold'),
      'rebuild stored views': by('rebuild'),
    });
    const [to, figure] = ['JSON.parse in memory', 'perSecond'];
    contest.ratio('read and parse to JSON.parse', figure, 'read and parse', to);
    contest.ratio('read, parse and fold to JSON.parse', figure, 'read, parse and fold', to, { least: 0.65 });
    contest.ratio('rebuild to JSON.parse', figure, 'rebuild stored views', to, { least: 0.4 });
    contest.value('rebuilt events a second', figure, 'rebuild stored views', '/s', { least: 250_000 });
    contest.value('peak memory of a fold', 'peakMb', 'read, parse and fold', 'MB');
  },
};
