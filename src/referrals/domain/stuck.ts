import { answeredStatuses, openStatuses } from './life.js';
import type { Referral } from './state.js';

/** Why nobody has anything to do next. */
export type Stuck = 'no-next-action' | 'appointment-without-result' | 'hold-without-wake' | 'hold-not-resumed';

/**
 * Where a referral stands still and no clock says whose turn it is. The list of these is kept at zero: whoever adds a
 * status or a rule that leaves one without a next action finds it here.
 * @param now ISO 8601 UTC with milliseconds
 */
export function stuckAt(state: Referral, now: string): Stuck | undefined {
  const { status, clocks, appointment, wakeAt } = state;
  if (!openStatuses.has(status) && !answeredStatuses.has(status)) return undefined;
  if (status === 'on-hold') {
    if (wakeAt === undefined) return 'hold-without-wake';
    return wakeAt < now ? 'hold-not-resumed' : undefined;
  }
  const recording = Object.values(clocks).find(({ waitsFor }) => waitsFor === 'appointment-recorded');
  if (status === 'scheduled' && appointment !== undefined && appointment.at < now) {
    // As long as the clock for writing it down runs, somebody is being asked.
    if (recording === undefined || recording.due < now) return 'appointment-without-result';
  }
  return Object.keys(clocks).length === 0 ? 'no-next-action' : undefined;
}

/** The first instant at which `stuckAt` would name a reason, if nothing happens before; undefined for never. */
export function stuckFrom(state: Referral): string | undefined {
  const { status, clocks, appointment, wakeAt } = state;
  if (stuckAt(state, '') !== undefined) return '';
  if (status === 'on-hold') return wakeAt;
  if (status !== 'scheduled' || appointment === undefined) return undefined;
  const recording = Object.values(clocks).find(({ waitsFor }) => waitsFor === 'appointment-recorded');
  return recording?.due ?? appointment.at;
}
