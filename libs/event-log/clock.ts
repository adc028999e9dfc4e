import type { Instant } from './port.js';

/** The one source of time. Nothing else in the system reads a clock. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that only moves when told to: demo stores, imports and tests run on it. Never goes backwards. */
export class SimulatedClock implements Clock {
  #now: Instant;

  constructor(start: Instant) {
    this.#now = start;
  }

  now(): Instant {
    return this.#now;
  }

  /** Moves to `instant` if that is later than now. */
  advanceTo(instant: Instant): void {
    if (instant > this.#now) this.#now = instant;
  }
}
