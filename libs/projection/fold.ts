import type { Entry, Position } from '#event-log';
import type { Projection } from './projection.js';
import { Unfoldable } from './status.js';
import { compareText } from './text-order.js';
import { checkKey, checkTerms, type Changes, type Views } from './views.js';

/**
 * Folds entries into the documents they touch: each is loaded once, folded in memory, and comes back once.
 * @throws Unfoldable when the projection throws; other errors are the store's
 * @throws CheckpointMoved the documents do not stand at `checkpoint`
 */
export async function foldEntries(
  projection: Projection,
  entries: readonly Entry[],
  views: Pick<Views, 'load'>,
  checkpoint: Position | undefined,
): Promise<Changes> {
  if (entries.length === 0) return new Map();
  const touched = pure(() => entries.map((entry) => distinct(projection.keys(entry))));
  // In order: neighbours lie on the same page of a file.
  const keys = pure(() => [...new Set(touched.flat())].map(checkKey)).sort(compareText);
  if (keys.length === 0) return new Map();
  const documents: Map<string, unknown> = await views.load(projection, keys, { checkpoint });
  return pure(() => {
    for (const [at, entry] of entries.entries()) {
      for (const key of touched[at] ?? []) {
        const folded = projection.fold(documents.get(key) ?? projection.empty(key), entry, key);
        if (folded === undefined) documents.delete(key);
        else documents.set(key, folded);
      }
    }
    return new Map(
      keys.map((key) => {
        const document = documents.get(key);
        return [key, document === undefined ? undefined : { document, terms: termsOf(projection, document, key) }];
      }),
    );
  });
}

const distinct = (keys: readonly string[]): readonly string[] => (keys.length < 2 ? keys : [...new Set(keys)]);

const termsOf = (projection: Projection, document: unknown, key: string) => checkTerms(projection.index(document, key));

function pure<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Unfoldable(error);
  }
}
