import type { EventOf } from '#decider';
import type { Clock } from '../../protocol/index.js';
import type { Clocked, EnrolmentEvents } from './enrolment-events.js';

/** A clock that runs, or ran out and still waits. */
export interface WaitingClock extends Clock {
  readonly missed?: true;
}

export type EnrolmentClocks = Readonly<Record<string, WaitingClock>>;

/** The clocks after something happened: of the file as its rules see it, and of its view alike. */
export function clocksAfter(clocks: EnrolmentClocks, { type, data }: EventOf<EnrolmentEvents>): EnrolmentClocks {
  if (type === 'EnrolmentDeadlineMissed') {
    return changed(clocks, data.clock, (clock) => ({ ...clock, missed: true }));
  }
  if (type === 'EnrolmentEscalated') {
    const { clock: id, rung } = data;
    return changed(clocks, id, (clock) => ({ ...clock, rungs: clock.rungs.filter((each) => each.rung !== rung) }));
  }
  const { starts = [], meets = [], drops = [] }: Clocked = data as Clocked;
  const gone = new Set([...meets, ...drops]);
  const left = Object.values(clocks).filter(({ clock }) => !gone.has(clock));
  return Object.fromEntries([...left, ...starts].map((each) => [each.clock, each]));
}

function changed(clocks: EnrolmentClocks, id: string, change: (clock: WaitingClock) => WaitingClock): EnrolmentClocks {
  const clock = clocks[id];
  return clock === undefined ? clocks : { ...clocks, [id]: change(clock) };
}

/** The ids of the clocks that wait for one of these steps. */
export const waitingFor = (clocks: EnrolmentClocks, ...steps: readonly string[]): readonly string[] =>
  Object.values(clocks)
    .filter(({ waitsFor }) => steps.includes(waitsFor))
    .map(({ clock }) => clock);

/** The fields of a step that moves clocks, without those that say nothing. */
export const clocked = (moved: Required<Clocked>): Clocked =>
  Object.fromEntries(Object.entries(moved).filter(([, each]) => each.length > 0));
