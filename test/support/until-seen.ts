/**
 * Tries at random until what the test is about has come up, so that one that saw nothing does not pass; a rare run of luck
 * is no failure either.
 * @param once one property, tried some times
 * @throws Error it did not come up
 */
export async function untilSeen(isSeen: () => boolean, once: () => Promise<void>, most = 50): Promise<void> {
  for (let tries = 0; tries < most; tries += 1) {
    await once();
    if (isSeen()) return;
  }
  throw new Error(`not seen in ${most} tries`);
}
