import type { EventOf } from '#decider';
import { measureMilestones } from '../../protocol/index.js';
import type { MeasureEvents } from './measure-events.js';

/** A protection measure as it stands. */
export interface Measure {
  readonly code: string;
  readonly court: string;
  readonly executor?: string;
  readonly until?: string;
  readonly warnAt?: string;
  /** Somebody was told that its term ends. */
  readonly warned: boolean;
  readonly imported: boolean;
  /** What happened to it, in order; a breach may stand in it again. */
  readonly steps: readonly string[];
  /** How an order ended it; none: it holds. */
  readonly ended?: string;
  readonly by?: string;
}

export type Measures = Readonly<Record<string, Measure>>;

export const isLive = ({ ended }: Measure): boolean => ended === undefined;

type Event = EventOf<MeasureEvents> | { readonly type: 'StepRecorded'; readonly data: { readonly step: string } };

/** The measures of a case after one more event: what the rules fold, and what people see. */
export function measuresAfter(measures: Measures, event: Event): Measures {
  switch (event.type) {
    case 'MeasureIssued': {
      const { measure, code, court, executor, until, warnAt, imported } = event.data;
      const fresh: Measure = {
        ...{ code, court, warned: false, imported: imported === true, steps: [] },
        ...(executor === undefined ? {} : { executor }),
        ...(until === undefined ? {} : { until }),
        ...(warnAt === undefined ? {} : { warnAt }),
      };
      return { ...measures, [measure]: fresh };
    }
    case 'StepRecorded':
      return stepOfAll(measures, event.data.step);
    case 'MeasureStepTaken':
      return changed(measures, event.data.measure, ({ steps }) => ({ steps: [...steps, event.data.step] }));
    case 'MeasureExpiring':
      return changed(measures, event.data.measure, () => ({ warned: true }));
    case 'MeasureExtended': {
      const { measure, until, warnAt } = event.data;
      // What is brought in from elsewhere tells of no extension: the new term is not history.
      return changed(measures, measure, () => ({ until, warnAt, warned: false, imported: false }));
    }
    case 'MeasureEnded': {
      const { measure, how, by } = event.data;
      return changed(measures, measure, () => ({ ended: how, ...(by === undefined ? {} : { by }) }));
    }
  }
}

function changed(measures: Measures, id: string, change: (measure: Measure) => Partial<Measure>): Measures {
  const measure = measures[id];
  return measure === undefined ? measures : { ...measures, [id]: { ...measure, ...change(measure) } };
}

/** A step of the law recorded for the case as a whole was taken for every measure that holds; a breach is of one alone. */
function stepOfAll(measures: Measures, milestone: string): Measures {
  const [step] = Object.entries(measureMilestones).find(([, each]) => each === milestone) ?? [];
  if (step === undefined || step.startsWith('BREACH')) return measures;
  return Object.fromEntries(
    Object.entries(measures).map(([id, measure]) => [
      id,
      isLive(measure) && !measure.steps.includes(step) ? { ...measure, steps: [...measure.steps, step] } : measure,
    ]),
  );
}
