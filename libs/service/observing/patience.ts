/** What took longer than it was given. */
export class TimedOut extends Error {
  constructor() {
    super('no answer in time');
    this.name = 'TimedOut';
  }
}

/** @throws TimedOut after `ms`; what was begun goes on, and nobody hears of it */
export async function within<T>(ms: number, work: () => T | Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut()), ms);
  });
  try {
    return await Promise.race([Promise.resolve().then(work), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Answers with the last result for `ms` after it was asked for; who asks meanwhile shares it. A failure is not kept. */
export function remembered<T>(ms: number, work: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly result: Promise<T> } | undefined;
  return () => {
    if (last !== undefined && performance.now() - last.at < ms) return last.result;
    const asked = { at: performance.now(), result: work() };
    asked.result.catch(() => {
      if (last === asked) last = undefined;
    });
    last = asked;
    return asked.result;
  };
}
