import type { Position } from '#event-log';
import { ViewsUnavailable, type Projection } from '#projection';
import { postgresViews } from '#projection/postgres';
import { postgres } from '../../../../test/postgres/server.js';
import { at, cardsWrite, cards, everything } from '../../testing/cards.js';

postgres('A PostgreSQL database of views', (server) => {
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
  const change = (key: string) => new Map([[key, { document: key, terms: [['by-text', key]] as const }]]);
  let schemas = 0;
  let schema: string;

  beforeEach(() => {
    schema = `store_${(schemas += 1)}`;
  });
  const open = () => postgresViews({ connection: server().connection, schema });
  const rows = async (table: string) =>
    (await server().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${schema}.${table}`))[0]?.n;
  const held = () => Promise.all(['documents', 'terms', 'generations'].map(rows));

  it('holds after it was closed what it held before', async () => {
    const before = open();
    await before.replace(notes, [['a', 'text']], position);
    await before.close();
    const after = open();
    expect(await after.get(notes, 'a')).toBe('text');
    expect(await after.checkpoint(notes)).toBe(position);
    expect(await after.list(notes, 'by-text', { limit: 1 })).toHaveLength(1);
    await after.close();
  });

  it('keeps no row of what was replaced, broken off or dropped', async () => {
    const views = open();
    function* broken(): Generator<readonly [string, string]> {
      for (let n = 0; n < 2_500; n += 1) yield [`k${n}`, 'lost'];
      throw new Error('broken off');
    }
    await views.replace(notes, [['a', 'old']], position);
    await expect(views.replace(notes, broken(), position)).rejects.toThrow('broken off');
    expect(await rows('documents')).toBe(2_001);
    await views.replace(notes, [['b', 'new']], position);
    expect(await held()).toEqual([1, 1, 1]);
    await views.replace(notes, [['c', 'newer']], position, { keepOld: true });
    expect(await held()).toEqual([2, 2, 2]);
    const draft = await views.draft(notes);
    await draft.write({ projection: notes, from: undefined, upTo: position, changes: change('d') });
    expect(await held()).toEqual([3, 3, 3]);
    await views.drop(notes);
    expect(await held()).toEqual([0, 0, 0]);
    await views.close();
  });

  it('lets the younger of two replacements go on, and refuses the one that was overtaken', async () => {
    const [one, other] = [open(), open()];
    const [older, younger, youngest] = [await one.draft(notes), await other.draft(notes), await one.draft(notes)];
    for (const [draft, key] of [
      [older, 'older'],
      [younger, 'younger'],
      [youngest, 'youngest'],
    ] as const) {
      await draft.write({ projection: notes, from: undefined, upTo: position, changes: change(key) });
    }
    await younger.show();
    const more = { projection: notes, from: position, upTo: position, changes: change('more') };
    await expect(older.write(more)).rejects.toThrow('thrown away');
    await expect(older.show()).rejects.toThrow('thrown away');
    expect(await everything(one, notes)).toEqual([['younger', 'younger']]);
    await youngest.show();
    expect(await everything(other, notes)).toEqual([['youngest', 'youngest']]);
    expect(await held()).toEqual([1, 1, 1]);
    await Promise.all([one.close(), other.close()]);
  });

  it('shows one of several replacements that end at once, whole', async () => {
    const stores = [open(), open(), open()];
    const documents = (n: number) => Array.from({ length: 50 }, (_, at) => [`k${at}`, `${n}`] as const);
    const ended = await Promise.allSettled(stores.map((views, n) => views.replace(notes, documents(n), position)));
    expect(ended.some(({ status }) => status === 'fulfilled')).toBe(true);
    const seen = await Promise.all(stores.map((views) => everything(views, notes)));
    for (const texts of seen.map((documents) => documents.map(([, text]) => text))) {
      expect([texts.length, new Set(texts).size]).toEqual([50, 1]);
    }
    await Promise.all(stores.map((views) => views.close()));
  });

  it('is made once by many who come at once', async () => {
    const stores = Array.from({ length: 6 }, open);
    expect(await Promise.all(stores.map((views) => views.checkpoint(notes)))).toEqual(Array(6).fill(undefined));
    await Promise.all(stores.map((views) => views.close()));
  });

  it('is used without the right to make tables where they are there', async () => {
    const owner = open();
    await owner.replace(notes, [['a', 'text']], position);
    await owner.close();
    await server().query(
      `CREATE ROLE user_${schema} LOGIN PASSWORD 'p'; GRANT USAGE ON SCHEMA ${schema} TO user_${schema};
       GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO user_${schema}`,
    );
    const connection = { ...server().connection, user: `user_${schema}`, password: 'p' };
    const views = postgresViews({ connection, schema });
    expect(await views.write({ projection: notes, from: position, upTo: at(2), changes: change('b') })).toBe(true);
    expect((await everything(views, notes)).map(([key]) => key)).toEqual(['a', 'b']);
    const elsewhere = postgresViews({ connection, schema: `${schema}_b` });
    await expect(elsewhere.checkpoint(notes)).rejects.toMatchObject({ name: 'ViewsUnavailable', reason: 'refused' });
    await Promise.all([views.close(), elsewhere.close()]);
  });

  it.each([
    ['a wrong password', { password: 'wrong' }, 'refused'],
    ['nobody known', { user: 'nobody-known' }, 'refused'],
    ['no such database', { database: 'missing' }, 'refused'],
    ['no server', { host: '/nowhere' }, 'unreachable'],
  ] as const)('says why it cannot be used: %s', async (_what, settings, reason) => {
    const views = postgresViews({ connection: { ...server().connection, ...settings }, schema });
    for (const call of [
      () => views.checkpoint(notes),
      () => views.write({ projection: notes, from: undefined, upTo: position, changes: new Map() }),
      () => views.reached(notes, position, 20_000),
      () => everything(views, notes),
    ]) {
      const error = await call().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ViewsUnavailable);
      expect(error).toMatchObject({ reason });
    }
    await views.close();
  });

  it('wakes those who wait in another process without delay, also after their connection was cut', async () => {
    const [writer, reader] = [open(), open()];
    const projection = cards();
    for (const [from, upTo] of [
      [undefined, at(1)],
      [at(1), at(2)],
    ] as const) {
      const waiting = reader.reached(projection, upTo, 20_000);
      expect(await writer.write(cardsWrite(from, upTo, {}, projection))).toBe(true);
      expect(await waiting).toBe(true);
      await server().query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE $$LISTEN%$$');
    }
    await Promise.all([writer.close(), reader.close()]);
  });

  it('gives its connections back when a stream is left early', async () => {
    const views = postgresViews({ connection: server().connection, schema, connections: 1 });
    await views.replace(notes, [['a', 'x'], ['b', 'y']], position); // prettier-ignore
    for (let n = 0; n < 3; n += 1) {
      const stream = views.all(notes)[Symbol.asyncIterator]();
      await stream.next();
      await stream.return?.();
    }
    expect(await views.get(notes, 'b')).toBe('y');
    await views.close();
  });

  it('takes only names of schemas that need no quoting', () => {
    for (const odd of ['', 'Views', 'a-b', 'x; DROP TABLE y', 'ñ']) {
      expect(() => postgresViews({ connection: {}, schema: odd })).toThrow('not a name');
    }
  });
});
