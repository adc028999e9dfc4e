import type { Listed, ListRange } from '#projection';

/**
 * A page of a list, of what somebody may see of it: what they may not see leaves no gap, and no cursor names it.
 * @param list asks the view
 * @param visible of these documents, those they may see
 * @returns as many as `range` asks for, fewer only at the end of the list
 */
export async function seenPage<D>(
  range: ListRange,
  list: (range: ListRange) => Promise<readonly Listed<D>[]>,
  visible: (documents: readonly D[]) => Promise<readonly D[]>,
): Promise<readonly Listed<D>[]> {
  const { limit } = range;
  const seen: Listed<D>[] = [];
  for (let from = range; ;) {
    const listed = await list(from);
    const open = new Set(await visible(listed.map(({ document }) => document)));
    seen.push(...listed.filter(({ document }) => open.has(document)));
    const after = listed.at(-1)?.cursor;
    if (seen.length >= limit || listed.length < limit || after === undefined) return seen.slice(0, limit);
    from = { ...range, after };
  }
}
