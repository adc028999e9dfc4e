import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until it is so; the test's own time limit ends it. */
export async function eventually(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await sleep(20);
}
