import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Position } from '#event-log';
import type { Projection } from '#projection';
import { viewsContract } from '#projection/contract';
import { sqliteViews } from '#projection/sqlite';

const temporary = () => mkdtempSync(join(tmpdir(), 'views-'));

viewsContract('a SQLite file', async () => {
  const directory = temporary();
  const path = join(directory, 'views.db');
  const [views, reader] = [sqliteViews({ path }), sqliteViews({ path })];
  return {
    views,
    reader,
    close: async () => {
      await Promise.all([views.close(), reader.close()]);
      rmSync(directory, { recursive: true });
    },
  };
});

describe('a SQLite file of views', () => {
  const notes: Projection<string> = {
    name: 'notes',
    version: 1,
    types: [],
    keys: () => [],
    empty: () => '',
    fold: (document) => document,
    index: (document) => [['by-text', document]],
  };
  const position = '1' as Position;
  let directory: string;
  let path: string;

  beforeEach(() => {
    directory = temporary();
    path = join(directory, 'views.db');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const rows = (table: string): unknown => {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'];
    } finally {
      database.close();
    }
  };

  it('holds after it was closed what it held before', async () => {
    const before = sqliteViews({ path });
    await before.replace(notes, [['a', 'text']], position);
    await before.close();
    const after = sqliteViews({ path });
    expect(await after.get(notes, 'a')).toBe('text');
    expect(await after.checkpoint(notes)).toBe(position);
    expect(await after.list(notes, 'by-text', { limit: 1 })).toHaveLength(1);
    await after.close();
  });

  it('keeps no row of what was replaced, broken off or dropped', async () => {
    const views = sqliteViews({ path });
    function* broken(): Generator<readonly [string, string]> {
      for (let n = 0; n < 2_500; n += 1) yield [`k${n}`, 'lost'];
      throw new Error('broken off');
    }
    await views.replace(notes, [['a', 'old']], position);
    await expect(views.replace(notes, broken(), position)).rejects.toThrow('broken off');
    expect(rows('documents')).toBe(2_001);
    await views.replace(notes, [['b', 'new']], position);
    expect([rows('documents'), rows('terms'), rows('generations')]).toEqual([1, 1, 1]);
    const draft = await views.draft(notes);
    const changes = new Map([['c', { document: 'lost', terms: [['by-text', 'lost']] as const }]]);
    await draft.write({ projection: notes, from: undefined, upTo: position, changes });
    expect([rows('documents'), rows('terms'), rows('generations')]).toEqual([2, 2, 2]);
    await views.drop(notes);
    expect([rows('documents'), rows('terms'), rows('generations')]).toEqual([0, 0, 0]);
    await views.close();
  });
});
