import { type Instant, SimulatedClock, StateCache } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { memoryViews } from '#projection/memory';
import { factFeed } from '#publishing/in-process';
import { sealerFor } from '#vault';
import { memoryVault } from '#vault/memory';
import { publications } from '../../src/capabilities.js';
import type { Platform } from '../../src/platform.js';

/** The whole product on memory, with a clock the test moves. A demonstration, unless told otherwise. */
export function memoryPlatform(start: Instant, demo = true): Platform & { readonly clock: SimulatedClock } {
  const log = memoryLog();
  const reads = memoryLog();
  const vault = memoryVault();
  const views = memoryViews();
  const checkpoints = memoryViews();
  const index = memoryViews();
  return {
    log,
    reads,
    facts: factFeed(log, publications),
    views,
    checkpoints,
    index,
    vault,
    mintGrant: vault.mintGrants(),
    sealer: sealerFor(vault),
    cache: new StateCache(),
    clock: new SimulatedClock(start),
    get demo() {
      return demo;
    },
    markDemo: async () => {
      demo = true;
    },
    software: 'chaski test',
    close: async () => {
      await views.close();
      await checkpoints.close();
      await index.close();
      await vault.close();
      await reads.close();
      await log.close();
    },
  };
}
