import type { Projection } from './projection.js';
import type { Listed, ListRange, Views } from './views.js';

/** Enough that a page is worth its way, and few enough that it does not fill the memory. */
const page = 500;

/**
 * A list from its first document, or from behind `after`, to its last. Pages are fetched as they are asked for: whoever
 * stops in between fetches no more of them.
 */
export async function* everyListed<D>(
  views: Pick<Views, 'list'>,
  projection: Projection<D>,
  list: string,
  { limit = page, after: start, ...order }: Partial<ListRange> = {},
): AsyncGenerator<Listed<D>> {
  for (let after = start; ;) {
    const range = { ...order, limit, ...(after === undefined ? {} : { after }) };
    const listed = await views.list(projection, list, range);
    yield* listed;
    after = listed.at(-1)?.cursor;
    if (after === undefined || listed.length < limit) return;
  }
}

/** The documents of a whole list, in its order: where there are no more of them than memory takes. */
export async function allListed<D>(
  views: Pick<Views, 'list'>,
  projection: Projection<D>,
  list: string,
  range?: Partial<ListRange>,
): Promise<readonly D[]> {
  const all: D[] = [];
  for await (const { document } of everyListed(views, projection, list, range)) all.push(document);
  return all;
}
