import type { DuePolicy } from '#policy';
import { runningClocks, type RunningClock } from '../views/running-clocks.js';

/** A clock whose time has come is recorded as missed, once, at the instant it fell due. */
export const missedDeadlines: DuePolicy<RunningClock> = {
  name: 'missed-deadlines',
  projection: runningClocks,
  list: 'due',
  fire: ({ case: id, clock, due }) => [
    { category: 'case', id, command: { do: 'miss-deadline', clock, due }, effectiveAt: due },
  ],
};
