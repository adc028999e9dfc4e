import { projection } from '#projection';
import { type CaseEvents, caseEvents } from '../domain/events.js';

export interface RunningClock {
  readonly case: string;
  readonly clock: string;
  readonly rule: string;
  readonly institution: string;
  readonly due: string;
}

/** The clocks that run, by when they fall due: what the due policy reads, and what a queue warns of. */
export const runningClocks = projection<CaseEvents, RunningClock>({
  name: 'running-clocks',
  version: 1,
  events: caseEvents,
  key: ({ data }) => ('clock' in data ? data.clock : undefined),
  empty: (clock) => ({ case: '', clock, rule: '', institution: '', due: '' }),
  on: {
    DeadlineSet: (document, { stream, data }) => ({
      ...document,
      case: stream.slice('case-'.length),
      rule: data.rule,
      institution: data.institution,
      due: data.due,
    }),
    DeadlineMet: () => undefined,
    DeadlineMissed: () => undefined,
  },
  index: ({ due, institution }) => [
    ['due', due],
    [`institution/${institution}`, due],
  ],
});
