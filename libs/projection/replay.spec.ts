import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { EventOf } from '#decider';
import type { Position } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { asOf, catchUp, compareViews, keepUp, rebuild, type Projection, type Views } from '#projection';
import { memoryViews } from '#projection/memory';
import { sqliteViews } from '#projection/sqlite';
import { WatchedFeed } from './testing/feeds.js';
import { happened, stock, total, type Shop } from './testing/shop.js';

const name = fc.constantFrom('a', 'b', 'c', 'd');
const pieces = fc.integer({ min: 1, max: 50 });

/** Any history of the shops, and how many of its events are appended at a time. */
const histories = fc.array(
  fc.array(
    fc.oneof(
      name.map((shop): EventOf<Shop> => ({ type: 'Opened', data: { shop } })),
      fc.record({ shop: name, pieces }).map((data): EventOf<Shop> => ({ type: 'Sold', data })),
      fc.record({ from: name, to: name, pieces }).map((data): EventOf<Shop> => ({ type: 'Moved', data })),
      name.map((shop): EventOf<Shop> => ({ type: 'Closed', data: { shop } })),
    ),
    { minLength: 1, maxLength: 8 },
  ),
  { minLength: 1, maxLength: 12 },
);

const projections: readonly Projection[] = [stock, total];
const pageSizes = fc.integer({ min: 1, max: 9 });

const logOf = async (history: readonly (readonly EventOf<Shop>[])[]) => {
  const log = memoryLog();
  for (const events of history) await happened(log, ...events);
  return log;
};
const headOf = async (log: ReturnType<typeof memoryLog>) => (await log.head()) as Position;

async function expectSame(a: Views, b: Views, position: Position): Promise<void> {
  for (const projection of projections) {
    expect(await compareViews(a, b, projection)).toBeUndefined();
    expect([await a.checkpoint(projection), await b.checkpoint(projection)]).toEqual([position, position]);
  }
  for (const list of ['by-pieces', 'owing']) {
    const range = { limit: 100 };
    expect(await a.list(stock, list, range)).toEqual(await b.list(stock, list, range));
  }
}

describe('on any history', () => {
  let directory: string;
  let files = 0;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'replay-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));
  const openers: readonly [string, () => Views][] = [
    ['memory', memoryViews],
    ['a SQLite file', () => sqliteViews({ path: join(directory, `${(files += 1)}.db`) })],
  ];

  it.each(openers)('live in %s, rebuilt and as of the head show the same', async (_name, open) => {
    await fc.assert(
      fc.asyncProperty(histories, pageSizes, fc.nat(), async (history, pageSize, begun) => {
        const log = await logOf(history.slice(0, begun % history.length));
        const [live, rebuilt] = [open(), open()];
        const stop = new AbortController();
        const feed = new WatchedFeed(log, pageSize);
        const running = keepUp(feed, projections, live, { signal: stop.signal, pageSize });
        for (const events of history.slice(begun % history.length)) await happened(log, ...events);
        const head = await headOf(log);
        for (const projection of projections) expect(await live.reached(projection, head, 20_000)).toBe(true);
        stop.abort();
        await running;
        for (const projection of projections) await rebuild(feed, projection, rebuilt);
        const past = await asOf(feed, projections, head);
        await expectSame(live, rebuilt, head);
        await expectSame(live, past, head);
        await Promise.all([live.close(), rebuilt.close()]);
      }),
      { numRuns: 25 },
    );
  });

  it.each(openers)('a rebuild that has no room in memory gives the same in %s', async (_name, open) => {
    await fc.assert(
      fc.asyncProperty(histories, pageSizes, fc.nat({ max: 4 }), async (history, pageSize, inMemory) => {
        const log = await logOf(history);
        const [views, head] = [open(), await headOf(log)];
        const feed = new WatchedFeed(log, pageSize);
        for (const projection of projections) await rebuild(feed, projection, views, { inMemory, pageSize });
        await expectSame(views, await asOf(log, projections, head), head);
        await views.close();
      }),
      { numRuns: 40 },
    );
  });

  it('as of a position is what a log that ends there gives', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (history, cut) => {
        const events = history.flat();
        const length = 1 + (cut % events.length);
        const [whole, prefix] = [await logOf([events]), await logOf([events.slice(0, length)])];
        const position = await headOf(prefix);
        const views = memoryViews();
        for (const projection of projections) await rebuild(prefix, projection, views);
        await expectSame(await asOf(whole, projections, position), views, position);
      }),
      { numRuns: 100 },
    );
  });

  it.each(openers)('broken off between any two pages and begun again, %s holds the same', async (_name, open) => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        pageSizes,
        fc.array(fc.nat({ max: 6 }), { maxLength: 5 }),
        async (history, size, cuts) => {
          const log = await logOf(history);
          const feed = new WatchedFeed(log, size);
          const views = open();
          for (const cut of cuts)
            await catchUp(feed, projections, breaking(views, cut), { pageSize: size }).catch(onlyCrash);
          await catchUp(feed, projections, views, { pageSize: size });
          const head = await headOf(log);
          await expectSame(views, await asOf(log, projections, head), head);
          await views.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('three runners of one projection count every event once', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.tuple(pageSizes, pageSizes, pageSizes), async (history, sizes) => {
        const log = await logOf(history.slice(0, 3));
        const views = memoryViews();
        const stop = new AbortController();
        const runners = sizes.map((size) =>
          keepUp(new WatchedFeed(log, size), projections, views, { signal: stop.signal, pageSize: size }),
        );
        for (const events of history.slice(3)) await happened(log, ...events);
        const head = await headOf(log);
        for (const projection of projections) expect(await views.reached(projection, head, 20_000)).toBe(true);
        stop.abort();
        await Promise.all(runners);
        await expectSame(views, await asOf(log, projections, head), head);
      }),
      { numRuns: 50 },
    );
  });
});

class Crash extends Error {}

const onlyCrash = (error: unknown): void => {
  if (!(error instanceof Crash)) throw error;
};

/** Views whose process dies at the nth write: before it, or after it and before anybody heard of it. */
function breaking(views: Views, after: number): Pick<Views, 'checkpoint' | 'load' | 'write' | 'writeAll'> {
  let left = after;
  const dying = async <T>(write: () => Promise<T>): Promise<T> => {
    left -= 1;
    if (left >= 0) return write();
    if (after % 2 === 0) await write();
    throw new Crash();
  };
  return {
    checkpoint: (projection) => views.checkpoint(projection),
    load: (projection, keys) => views.load(projection, keys),
    write: (write) => dying(() => views.write(write)),
    writeAll: (writes) => dying(() => views.writeAll(writes)),
  };
}
