const shortest = 50;
const longest = 5_000;

/** Waits longer after every failure in a row, and never quite as long as others do; ends at once when `signal` aborts. */
export async function pause(failures: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const time = Math.min(shortest * 2 ** failures, longest) * (0.5 + Math.random() / 2);
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, time);
    signal.addEventListener('abort', done);
  });
}

/** What `promise` resolves with, or undefined as soon as `signal` aborts. Leaves no listener behind. */
export async function until<T>(signal: AbortSignal, promise: Promise<T>): Promise<T | undefined> {
  let abort = (): void => undefined;
  const aborted = new Promise<undefined>((resolve) => (abort = () => resolve(undefined)));
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Work under one key, one after the other in the order it came. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#last.get(key) ?? Promise.resolve()).then(work);
    const done = mine.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(key, done);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === done) this.#last.delete(key);
    }
  }
}
