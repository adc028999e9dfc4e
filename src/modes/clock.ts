import { type Clock, type Instant, systemClock } from '#event-log';

/** A clock that starts at `start` and runs on as real time does: what a demonstration store lives by. */
export function clockFrom(start: Instant): Clock {
  const offset = Date.parse(start) - Date.parse(systemClock.now());
  return { now: () => new Date(Date.parse(systemClock.now()) + offset).toISOString() };
}
