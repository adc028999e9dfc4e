import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench, Contest } from '../support/contest.js';
import type { Figures } from '../support/figures.js';
import type { PeerArgs } from '../support/peer-work.js';
import { ask, askFile } from '../support/process.js';

const folder = fileURLToPath(new URL('../peers', import.meta.url));

/** Other event stores on the same work. They are installed into their own folder when they are asked for. */
export const peers: Bench = {
  name: 'peers',
  about: 'appending, loading and rebuilding, beside emmett on SQLite (one shared connection)',
  durable: true,
  run: async (contest) => {
    const missing = install();
    if (missing !== undefined) {
      process.stdout.write(`\nskipped: emmett-sqlite: ${missing}\n`);
      return;
    }
    const slow = contest.disk.env['CHASKI_FLUSH_MS'] !== undefined;
    const work: Readonly<Record<string, Omit<PeerArgs, 'folder'>>> = {
      'append 1': {
        what: 'append',
        count: contest.count(slow ? 500 : 2_000, 50),
        concurrent: 1,
        streams: 0,
        length: 0,
      },
      'append 32': { what: 'append', count: contest.count(8_000, 320), concurrent: 32, streams: 0, length: 0 },
    };
    const goals: Readonly<Record<string, number>> = { 'append 1': 4, 'append 32': 4, 'load 30': 4, rebuild: 40 };
    const reading: typeof work = {
      'load 30': {
        what: 'load',
        count: contest.count(5_000, 100),
        concurrent: 1,
        streams: contest.count(500, 20),
        length: 30,
      },
      rebuild: { what: 'rebuild', count: 0, concurrent: 1, streams: contest.count(2_000, 50), length: 12 },
    };
    for (const [name, args] of Object.entries(slow ? work : { ...work, ...reading })) {
      await contest.inTurn({
        [`${name}, log`]: by(contest, 'log', args),
        [`${name}, emmett-sqlite`]: by(contest, 'emmett', args),
      });
      const least = goals[name];
      const goal = least === undefined ? undefined : { least };
      contest.ratio(`${name}: to emmett-sqlite`, 'perSecond', `${name}, log`, `${name}, emmett-sqlite`, goal);
    }
  },
};

const by = (contest: Contest, store: 'log' | 'emmett', args: Omit<PeerArgs, 'folder'>) => (): Promise<Figures> => {
  const given = { ...args, folder: contest.folder() };
  return store === 'log'
    ? ask<Figures>('peer', given, contest.disk)
    : askFile<Figures>(join(folder, 'emmett.mjs'), given, contest.disk);
};

/** @returns why it cannot be, if it cannot */
function install(): string | undefined {
  try {
    // Its declared peers do not fit each other; these versions were tried together.
    execFileSync('npm', ['install', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-package-lock'], {
      cwd: folder,
      stdio: 'pipe',
      timeout: 600_000,
    });
    execFileSync(process.execPath, ['--eval', 'import("@event-driven-io/emmett-sqlite")'], {
      cwd: folder,
      stdio: 'pipe',
    });
    return undefined;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return (
      said
        .trim()
        .split('\n')
        .findLast((line) => line.trim() !== '') ?? 'it cannot be installed'
    );
  }
}
