import type { AppendArgs } from '../children/append.js';
import type { Bench, Contest } from '../support/contest.js';
import type { Figures } from '../support/figures.js';
import { ask } from '../support/process.js';

/** Appending in the library, beside the least code that does it with `node:sqlite`. */
export const append: Bench = {
  name: 'append',
  about: 'durable appends: one event, three, 32 callers at once',
  durable: true,
  run: async (contest) => {
    const slow = contest.disk.env['CHASKI_FLUSH_MS'] !== undefined;
    const alone = contest.count(slow ? 1_000 : 5_000, 60);
    const many = contest.count(slow ? 16_000 : 50_000, 640);
    await contest.inTurn({
      'log, 1 event': by(contest, { with: 'log', appends: alone, events: 1, concurrent: 1 }),
      'raw, 1 event': by(contest, { with: 'raw', appends: alone, events: 1, concurrent: 1 }),
      'log, 3 events': by(contest, { with: 'log', appends: alone, events: 3, concurrent: 1 }),
      'raw, 3 events': by(contest, { with: 'raw', appends: alone, events: 3, concurrent: 1 }),
      'log, 32 at once': by(contest, { with: 'log', appends: many, events: 1, concurrent: 32 }),
      'raw, 32 a commit': by(contest, { with: 'raw', appends: many, events: 1, concurrent: 32 }),
    });
    contest.ratio('one event: log to raw', 'perSecond', 'log, 1 event', 'raw, 1 event', { least: 0.9 });
    contest.ratio('three events: log to raw', 'perSecond', 'log, 3 events', 'raw, 3 events');
    contest.ratio('32 at once: log to raw', 'perSecond', 'log, 32 at once', 'raw, 32 a commit');
    contest.ratio('32 at once to one by one', 'perSecond', 'log, 32 at once', 'log, 1 event', { least: 10 });
  },
};

const by = (contest: Contest, args: Omit<AppendArgs, 'folder'>) => (): Promise<Figures> =>
  ask<Figures>('append', { ...args, folder: contest.folder() }, contest.disk);
