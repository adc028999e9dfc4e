import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from './process.js';

/** A disk to measure on: how long its flushes take comes with the environment of the measured process. */
export interface Disk {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
}

export const plain: Disk = { name: 'as it is', env: {} };

/** What the slow disk adds to each flush. */
const addedMs = 1;

/**
 * The disk as it is, but every flush takes a millisecond longer.
 * @returns why there is none, where it cannot be had
 */
export async function slow(scratch: string): Promise<Disk | string> {
  if (process.platform !== 'linux') return `no slow disk on ${process.platform}`;
  const source = fileURLToPath(new URL('../slow-flush.c', import.meta.url));
  const library = join(scratch, 'slow-flush.so');
  try {
    execFileSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl'], { stdio: 'pipe' });
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? 'no C compiler' : 'the C compiler failed';
  }
  const disk = { name: `+${addedMs} ms`, env: { LD_PRELOAD: library, CHASKI_FLUSH_MS: String(addedMs) } };
  const { flushMs } = await ask<{ flushMs: number }>('flush', { file: join(scratch, 'flushed') }, disk);
  return flushMs >= addedMs ? disk : 'the slow flush has no effect here';
}
