import type { SimulatedClock } from '#event-log';
import { addMonths } from '#terms';

/** Moves to noon, in Lima, of the first day of the next month: what was recorded until then is told outside from then on. */
export const monthOver = ({
  clock,
  later,
}: {
  readonly clock: SimulatedClock;
  readonly later: (at: string) => Promise<void>;
}): Promise<void> => later(`${addMonths(`${clock.now().slice(0, 7)}-01`, 1)}T17:00:00.000Z`);
