import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { catchUp, compareViews, ProjectionStopped, rebuildBeside, type Projection, type Views } from '#projection';
import { memoryViews } from '#projection/memory';
import { sqliteViews } from '#projection/sqlite';
import { happened, sold, stock, type Stock } from './testing/shop.js';

/** The same projection with its fold mended: it no longer counts what was sold twice. */
const mended: Projection<Stock> = {
  ...stock,
  fold: (document, entry, key) =>
    entry.type === 'Sold' ? { events: document.events + 1, pieces: document.pieces } : stock.fold(document, entry, key),
};

describe.each([
  ['memory', () => memoryViews()],
  ['a SQLite file', (directory: string) => sqliteViews({ path: join(directory, 'views.db') })],
])('a rebuild beside the live one, in %s', (_name, open: (directory: string) => Views) => {
  let directory: string;
  let log: EventLog;
  let views: Views;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'beside-'));
    [log, views] = [memoryLog(), open(directory)];
    await happened(log, sold('a', 1), sold('b', 2), sold('c', 3));
    await catchUp(log, [stock], views);
  });
  afterEach(async () => {
    await views.close();
    rmSync(directory, { recursive: true });
  });

  const pieces = async (key: string) => (await views.get(stock, key))?.pieces;

  // In memory, and with a draft of the store from the second document on.
  it.each([50_000, 1])('is compared, shown and taken back, with %d documents in memory', async (inMemory) => {
    const beside = await rebuildBeside(log, mended, views, { inMemory });
    expect(await beside.compare()).toEqual({
      key: 'a',
      a: { events: 1, pieces: -1 },
      b: { events: 1, pieces: 0 },
    });
    expect(await pieces('a')).toBe(-1);
    await beside.show();
    expect(await pieces('a')).toBe(0);
    expect(await views.rollBack(stock)).toBe(true);
    expect(await pieces('a')).toBe(-1);
  });

  it.each([50_000, 1])('equals the live one wherever that has come to, with %d in memory', async (inMemory) => {
    const beside = await rebuildBeside(log, stock, views, { inMemory });
    await happened(log, sold('b', 5));
    expect(await beside.compare()).toBeUndefined();
    await catchUp(log, [stock], views);
    await happened(log, sold('d', 1));
    expect(await beside.compare()).toBeUndefined();
    await beside.show();
    expect(await pieces('d')).toBe(-1);
  });

  it('is compared with one moment, though the live one is written while it is looked at', async () => {
    let writes = 0;
    const busy: Views = Object.create(views, {
      checkpoint: {
        value: async (projection: Projection) => {
          const before = await views.checkpoint(projection);
          // Twice somebody writes right behind the first look.
          if (writes < 2) {
            writes += 1;
            await happened(log, sold('a', 1));
            await catchUp(log, [stock], views);
          }
          return before;
        },
      },
      all: { value: (projection: Projection) => views.all(projection) },
    }) as Views;
    const beside = await rebuildBeside(log, stock, views);
    const late = await rebuildBeside(log, stock, busy);
    expect(await late.compare()).toBeUndefined();
    expect(await beside.compare()).toBeUndefined();
    expect(writes).toBe(2);
  });

  it('is nothing to compare where nothing is shown yet, and then the first to be shown', async () => {
    await views.drop(stock);
    const beside = await rebuildBeside(log, stock, views);
    expect(await beside.compare()).toBeUndefined();
    await beside.show();
    const fresh = memoryViews();
    await catchUp(log, [stock], fresh);
    expect(await compareViews(views, fresh, stock)).toBeUndefined();
    expect(await views.rollBack(stock)).toBe(false);
  });

  it('refuses to compare with views that went back', async () => {
    const beside = await rebuildBeside(log, stock, views);
    const [first] = (await log.readAll()[Symbol.asyncIterator]().next()).value?.events ?? [];
    await views.replace(stock, [], first?.position);
    await expect(beside.compare()).rejects.toThrow('went back');
  });

  it('leaves the views as they were at an event it cannot fold', async () => {
    const broken: Projection<Stock> = {
      ...stock,
      fold: () => {
        throw new Error('cannot');
      },
    };
    await expect(rebuildBeside(log, broken, views)).rejects.toThrow(ProjectionStopped);
    expect(await pieces('c')).toBe(-3);
  });
});
