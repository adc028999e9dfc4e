import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait before attempt n + 1, in milliseconds; resolves early, without an error, when the signal aborts. */
export type Pause = (attempt: number, signal: AbortSignal) => Promise<void>;

/** 100 ms, doubling, at most 10 s. */
export const backOff: Pause = async (attempt, signal) => {
  const ms = Math.min(100 * 2 ** (attempt - 1), 10_000);
  await sleep(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
};
