import type { DuePolicy } from '#policy';
import { runningClocks, type RunningClock } from '../views/running-clocks.js';

/** The rungs of a clock that have come are reached, in order, each once; when it fires is when it happened. */
export const caseLadder: DuePolicy<RunningClock> = {
  name: 'case-ladder',
  projection: runningClocks,
  list: 'rungs',
  fire: ({ case: id, clock, rungs }, _key, now) =>
    rungs
      .filter(({ at }) => at <= now)
      .map(({ rung }) => ({
        category: 'case',
        id,
        command: { do: 'escalate', clock, rung },
        once: String(rung),
      })),
};
