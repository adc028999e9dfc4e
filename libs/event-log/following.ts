import type { Entry, Page, Position } from './port.js';

/** Wakes whoever waits for the log to grow. */
export class Bell {
  readonly #waiting = new Set<() => void>();
  #rings = 0;

  /** How often it rang: taken before a read, it tells `after` whether something came meanwhile. */
  get rings(): number {
    return this.#rings;
  }

  ring(): void {
    this.#rings += 1;
    for (const wake of this.#waiting) wake();
  }

  /** Resolves when the bell rang more than `rings` times, or when `signal` aborts. Leaves no listener behind. */
  async after(rings: number, signal: AbortSignal): Promise<void> {
    if (this.#rings > rings || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

/**
 * History, then what comes, out of repeated finite reads: until `signal` aborts or `ended` says so.
 * @param read reads from a position (exclusive) to the head, and rings `bell` after the head moved
 */
export async function* follow<E extends Entry>(
  read: (after: Position | undefined) => AsyncIterable<Page<E>>,
  bell: Bell,
  after: Position | undefined,
  signal: AbortSignal,
  ended: () => boolean,
): AsyncGenerator<Page<E>> {
  let at = after;
  while (!signal.aborted && !ended()) {
    const { rings } = bell;
    for await (const page of read(at)) {
      if (signal.aborted) return;
      yield page;
      at = page.upTo;
      // Checked here and not by the reader, which would throw.
      if (signal.aborted || ended()) return;
    }
    await bell.after(rings, signal);
  }
}
