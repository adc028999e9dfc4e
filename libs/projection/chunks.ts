import { setImmediate as nextTurn } from 'node:timers/promises';

/** Documents or rows moved, written or deleted at a time while others want their turn. */
export const chunkSize = 2_000;

/** Pieces of work, with a turn for others after each. */
export async function* chunks<T>(items: AsyncIterable<T> | Iterable<T>): AsyncIterable<readonly T[]> {
  let some: T[] = [];
  for await (const item of items) {
    some.push(item);
    if (some.length < chunkSize) continue;
    yield some;
    some = [];
    await nextTurn();
  }
  if (some.length > 0) yield some;
}
