import { writeSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { projectionId } from '#projection';
import { sqliteViews } from '#projection/sqlite';
import { eventProjections } from '../../capabilities.js';

/**
 * Reads one view over and over, as a server of its own would, and writes a line for each read: `old` or `new` for all of
 * the documents as they were at the first read or not, or what went wrong. Arguments: the file of the views, the view.
 */
const [path = '', id = ''] = process.argv.slice(2);
const views = sqliteViews({ path });
const projection = eventProjections.find((each) => projectionId(each) === id);
if (projection === undefined) throw new Error(`no view ${id}`);

let first: readonly (readonly [string, unknown])[] | undefined;
for (;;) {
  try {
    const documents: (readonly [string, unknown])[] = [];
    for await (const document of views.all(projection)) documents.push(document);
    first ??= documents;
    const [key = ''] = first[0] ?? [];
    if (documents.length !== first.length || (await views.get(projection, key)) === undefined) throw new Error('a gap');
    writeSync(1, isDeepStrictEqual(documents, first) ? 'old\n' : 'new\n');
  } catch (error) {
    writeSync(1, `failed: ${String(error)}\n`);
  }
  await new Promise((resolve) => setImmediate(resolve));
}
