import { setTimeout as sleep } from 'node:timers/promises';

/** Too many at once: whoever asks should come back later. */
export class TooMany extends Error {
  constructor() {
    super('too many digests for searching were asked for at once');
    this.name = 'TooMany';
  }
}

export interface PaceOptions {
  /** How many a second go through for good. */
  readonly perSecond: number;
  /** How many go through at once after a rest. */
  readonly burst: number;
  /** Longest wait in milliseconds; whoever would have to wait longer is turned away. */
  readonly longest?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** Lets callers through at a steady pace, in the order they came. */
export class Pace {
  /** When the next one's turn is, on a clock of turns that are paid for. */
  #next = -Infinity;

  constructor(private readonly options: PaceOptions) {}

  /** @throws TooMany */
  async turn(): Promise<void> {
    const { perSecond, burst, longest = 30_000, now = () => performance.now(), wait = sleep } = this.options;
    const each = 1_000 / perSecond;
    const at = now();
    const next = Math.max(this.#next, at - (burst - 1) * each);
    if (next - at > longest) throw new TooMany();
    this.#next = next + each;
    if (next > at) await wait(next - at);
  }
}
