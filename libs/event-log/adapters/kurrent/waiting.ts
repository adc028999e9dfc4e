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
