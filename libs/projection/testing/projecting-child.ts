import { writeSync } from 'node:fs';
import { keepUp, type Views } from '#projection';
import { postgresViews } from '#projection/postgres';
import { longHistory } from './long-history.js';
import { stock, total } from './shop.js';
import { WatchedFeed } from './feeds.js';

/**
 * Keeps two projections up with a long history, in small pages, and writes a line to the standard output for every page
 * it was the first to write (`won`), or was not (`lost`). Meant to be killed. Arguments: options of `postgresViews` as
 * JSON, and the length of the history.
 */
// Nothing else keeps a process alive that has nothing to do.
setInterval(() => undefined, 1_000);
const [options = '', events = ''] = process.argv.slice(2);
const views = postgresViews(JSON.parse(options) as Parameters<typeof postgresViews>[0]);
const told = (written: boolean): boolean => {
  writeSync(1, written ? 'won\n' : 'lost\n');
  return written;
};
const telling: Pick<Views, 'checkpoint' | 'load' | 'write' | 'writeAll'> = {
  checkpoint: (projection) => views.checkpoint(projection),
  load: (projection, keys) => views.load(projection, keys),
  write: async (write) => told(await views.write(write)),
  writeAll: async (writes) => (await views.writeAll(writes)).map(told),
};
const feed = new WatchedFeed(await longHistory(Number(events)), 10);
await keepUp(feed, [stock, total], telling, { signal: new AbortController().signal, pageSize: 10 });
