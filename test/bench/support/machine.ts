import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Below this share of idle CPU a figure says as much about the neighbours as about us. */
export const quiet = 0.75;

/** What was measured on what, for people and for comparing files. */
export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly platform: string;
  readonly node: string;
  readonly sqlite: string;
  readonly commit: string;
}

export function machine(): Machine {
  const all = cpus();
  return {
    cores: all.length,
    model: all[0]?.model.trim() ?? 'unknown',
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    sqlite: process.versions['sqlite'] ?? 'unknown',
    commit: commit(),
  };
}

/** Short hash of the commit, with `+` when files differ from it. */
function commit(): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { encoding: 'utf8', cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return git('rev-parse', '--short', 'HEAD').trim() + (git('status', '--porcelain').trim() === '' ? '' : '+');
  } catch {
    return 'no-git';
  }
}

/**
 * Waits for a moment in which the machine has little else to do, at most `patience` milliseconds.
 * @returns the share of CPU that was idle when it stopped waiting
 */
export async function quietMoment(patience: number): Promise<number> {
  const end = performance.now() + patience;
  for (;;) {
    const idle = await idleShare(250);
    if (idle >= quiet || performance.now() >= end) return idle;
  }
}

async function idleShare(ms: number): Promise<number> {
  const before = times();
  await sleep(ms);
  const after = times();
  return (after.idle - before.idle) / Math.max(1, after.all - before.all);
}

function times(): { readonly idle: number; readonly all: number } {
  let idle = 0;
  let all = 0;
  for (const { times: spent } of cpus()) {
    idle += spent.idle;
    for (const ms of Object.values(spent)) all += ms;
  }
  return { idle, all };
}
