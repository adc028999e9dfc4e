import { type Clock, type Instant, systemClock } from '#event-log';
import { type Env, Misconfigured, needed } from './settings.js';

/** A clock that starts at `start` and runs on as real time does: what a demonstration store lives by. */
export function clockFrom(start: Instant): Clock {
  const offset = Date.parse(start) - Date.parse(systemClock.now());
  return { now: () => new Date(Date.parse(systemClock.now()) + offset).toISOString() };
}

/**
 * `CHASKI_DEMO`, for processes that do not see the mark of the store: `no`; `yes`, a demonstration in real time; or the
 * instant its own time has come to. Never guessed: a demonstration must not pass for the truth, nor the other way.
 * @throws Misconfigured
 */
export function timeFrom(env: Env): { readonly demo: boolean; readonly clock: Clock } {
  const demo = needed(env, 'CHASKI_DEMO', 'yes si son datos de demostración, no si no lo son');
  if (demo === 'yes' || demo === 'no') return { demo: demo === 'yes', clock: systemClock };
  if (Number.isNaN(Date.parse(demo))) throw new Misconfigured('CHASKI_DEMO debe ser yes, no o un instante.');
  return { demo: true, clock: clockFrom(new Date(demo).toISOString()) };
}
