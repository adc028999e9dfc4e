import { projection } from '#projection';
import { type CaseEvents, caseEvents } from '../domain/events.js';
import type { Rung } from '../../protocol/index.js';

/** A clock whose step is still waited for; it may be late. */
export interface RunningClock {
  readonly case: string;
  readonly clock: string;
  readonly rule: string;
  readonly stop: string;
  readonly institution: string;
  readonly due: string;
  /** Due times it had before, oldest first. */
  readonly was: readonly string[];
  /** The due time came and went, and that is recorded. */
  readonly missed: boolean;
  readonly imported: boolean;
  /** The rungs of its ladder not reached yet, in order. */
  readonly rungs: readonly Rung[];
}

const empty = (clock: string): RunningClock => ({
  ...{ case: '', clock, rule: '', stop: '', institution: '', due: '' },
  was: [],
  missed: false,
  imported: false,
  rungs: [],
});

/**
 * The clocks whose step is waited for. Lists: `due`, those that run, by when they fall due; `rungs`, by when their ladder
 * reaches its next rung; `institution/<code>`, those that run, and `late/<code>`, those that were missed, by when they
 * fall or fell due. A note or an attention is no clock's event: no list moves for it.
 */
export const runningClocks = projection<CaseEvents, RunningClock>({
  name: 'running-clocks',
  version: 3,
  events: caseEvents,
  key: ({ data }) => ('clock' in data ? data.clock : undefined),
  empty,
  on: {
    DeadlineSet: (document, { stream, data }) => ({
      ...document,
      case: stream.slice('case-'.length),
      rule: data.rule,
      stop: data.stop,
      institution: data.institution,
      due: data.due,
      imported: data.imported === true,
      rungs: data.rungs ?? [],
    }),
    DeadlineRecomputed: (document, { data }) => ({
      ...document,
      rule: data.rule,
      institution: data.institution,
      due: data.due,
      was: [...document.was, data.was.due],
      rungs: data.rungs,
    }),
    DeadlineEscalated: (document, { data }) => ({
      ...document,
      rungs: document.rungs.filter(({ rung }) => rung !== data.rung),
    }),
    DeadlineMissed: (document) => ({ ...document, missed: true }),
    DeadlineMet: () => undefined,
    DeadlineDropped: () => undefined,
  },
  index: ({ due, institution, missed, imported, rungs: [next] }) => [
    ...(missed
      ? // History is nobody's to catch up with.
        imported
        ? []
        : [[`late/${institution}`, due] as const]
      : [['due', due] as const, [`institution/${institution}`, due] as const]),
    ...(next === undefined ? [] : [['rungs', next.at] as const]),
  ],
});
