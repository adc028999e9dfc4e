import { createHash } from 'node:crypto';

/** How often a fact is tried before it is given up, within about a day. */
export const tries = 10;

const first = 15_000;
const longest = 8 * 3_600_000;

/**
 * Milliseconds from a try that failed to the next: three times as long each time, from 15 seconds to 8 hours, give or take
 * a fifth, so that those who failed together do not come back together. The same for the same delivery and try.
 * @param tried how often it was tried, from 1
 * @param seed names the delivery
 */
export function backOffAfter(tried: number, seed: string): number {
  const usual = Math.min(first * 3 ** (tried - 1), longest);
  const chance = createHash('sha256').update(`${seed}/${tried}`).digest().readUInt32BE(0) / 2 ** 32;
  return Math.round(usual * (0.8 + 0.4 * chance));
}
