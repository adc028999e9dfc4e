import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Position } from '#event-log';
import type { Changes, Projection } from '#projection';
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

  it('has no byte of what was deleted in any file once it was scrubbed, among all that was written and deleted', async () => {
    const views = sqliteViews({ path });
    const texts = Array.from({ length: 3_000 }, () => randomBytes(12).toString('hex'));
    let from: Position | undefined;
    const write = async (nth: number, changes: Changes) => {
      const upTo = String(nth).padStart(6, '0') as Position;
      expect(await views.write({ projection: notes, from, upTo, changes })).toBe(true);
      from = upTo;
    };
    const deleted: string[] = [];
    for (const [nth, text] of texts.entries()) {
      const document = { document: text, terms: notes.index(text, text) };
      const old = texts[nth - 100];
      const goes = nth % 7 === 0 && old !== undefined;
      await write(nth, new Map([[text, document], ...(goes ? [[old, undefined] as const] : [])]));
      if (goes) deleted.push(old);
    }
    const found = () => {
      const files = readdirSync(directory).map((file) => readFileSync(join(directory, file)));
      return deleted.filter((text) => files.some((bytes) => bytes.includes(text))).length;
    };
    expect(found()).toBeGreaterThan(0);
    await views.scrub();
    expect(found()).toBe(0);
    const all: string[] = [];
    for await (const [key] of views.all(notes)) all.push(key);
    expect(all).toHaveLength(texts.length - deleted.length);
    await views.close();
  });

  it('says so when a reader keeps it from being scrubbed', async () => {
    const views = sqliteViews({ path });
    await views.replace(notes, [['a', 'text']], position);
    const reader = new DatabaseSync(path, { readOnly: true });
    reader.exec('BEGIN; SELECT count(*) FROM documents');
    await views.write({
      projection: notes,
      from: position,
      upTo: '2' as Position,
      changes: new Map([['a', undefined]]),
    });
    await expect(views.scrub()).rejects.toThrow('a reader');
    reader.close();
    await views.scrub();
    await views.close();
  }, 20_000);

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
