import type { Position } from '#event-log';
import type { Projection, Views } from '#projection';
import { makeReadable, postgresViews, type ReadableView } from '#projection/postgres';
import { postgres } from '../../../../test/postgres/server.js';

interface Sheet {
  readonly code: string;
  readonly pages: number;
  readonly isOpen: boolean;
  readonly openedAt: string;
  readonly tags: readonly string[];
  /** Sealed. */
  readonly who?: { readonly ct: string };
}

const sheets: Projection<Sheet> = {
  name: 'open-sheets',
  version: 1,
  types: [],
  keys: () => [],
  empty: () => ({ code: '', pages: 0, isOpen: false, openedAt: '', tags: [] }),
  fold: (document) => document,
  index: () => [],
};
const sheet: Sheet = {
  code: 'S-1',
  pages: 12.5,
  isOpen: true,
  openedAt: '2025-10-01T23:30:00.000Z',
  tags: ['x'],
  who: { ct: 'sealed' },
};
const at = (n: number) => String(n) as Position;

postgres('A projection that other tools read', (server) => {
  let views: Views;
  let schemas = 0;
  let names: { connection: object; schema: string; into: string };

  beforeEach(() => {
    schemas += 1;
    names = { connection: server().connection, schema: `store_${schemas}`, into: `read_${schemas}` };
    views = postgresViews(names);
  });
  afterEach(() => views.close());

  const offer = (...offered: ReadableView[]) => makeReadable({ ...names, views: offered });
  const rows = (columns = '*') =>
    server().query<Record<string, unknown>>(`SELECT ${columns} FROM ${names.into}.open_sheets`);

  it('has a column for each field of an empty document, by the type of its value', async () => {
    await offer({ projection: sheets });
    await views.replace(sheets, [['a', sheet]], at(1));
    expect(await rows()).toEqual([
      {
        key: 'a',
        code: 'S-1',
        pages: '12.5',
        is_open: true,
        opened_at: '2025-10-01T23:30:00.000Z',
        tags: ['x'],
      },
    ]);
  });

  it('has the columns that were declared, and no other', async () => {
    const columns = { openedAt: 'instant', day: 'date', tags: 'json' } as const;
    await offer({ projection: sheets, columns });
    await views.replace(sheets, [['a', { ...sheet, day: '2025-10-01' } as Sheet]], at(1));
    const [row] = await rows(`key, opened_at, day::text, tags`);
    expect(row).toEqual({ key: 'a', opened_at: new Date(sheet.openedAt), day: '2025-10-01', tags: ['x'] });
    expect(Object.keys((await rows())[0] ?? {})).toEqual(['key', 'opened_at', 'day', 'tags']);
  });

  it('shows NULL for what does not fit a column, and fails for no document', async () => {
    const columns = { code: 'number', pages: 'instant', isOpen: 'boolean', openedAt: 'date', tags: 'text' } as const;
    await offer({ projection: sheets, columns });
    const odd = { code: 'x', pages: '2025-99-99T00:00:00Z', isOpen: 'yes', openedAt: 'today', tags: undefined };
    const unreadable = { ...odd, code: 'nothing \0' };
    const documents = Object.entries({ a: odd, b: unreadable }) as unknown as [string, Sheet][];
    await views.replace(sheets, documents, at(1));
    const nothing = { code: null, pages: null, is_open: null, opened_at: null, tags: null };
    expect(await rows()).toEqual([
      { key: 'a', ...nothing },
      { key: 'b', ...nothing },
    ]);
  });

  it('follows every swap and roll back', async () => {
    await offer({ projection: sheets });
    expect(await rows()).toEqual([]);
    await views.replace(sheets, [['a', sheet]], at(1));
    await views.replace(sheets, [['b', sheet]], at(2), { keepOld: true });
    expect(await rows('key')).toEqual([{ key: 'b' }]);
    await views.rollBack(sheets);
    expect(await rows('key')).toEqual([{ key: 'a' }]);
  });

  it('is read by those who may not read the documents', async () => {
    await offer({ projection: sheets, columns: { code: 'text', openedAt: 'instant' } });
    await views.replace(sheets, [['a', sheet]], at(1));
    const role = `reader_${schemas}`;
    const asReader = { options: `-c role=${role}` };
    await server().query(
      `CREATE ROLE ${role}; GRANT USAGE ON SCHEMA ${names.into} TO ${role};
       GRANT SELECT ON ALL TABLES IN SCHEMA ${names.into} TO ${role}`,
    );
    const read = await server().query(`SELECT code, opened_at FROM ${names.into}.open_sheets`, asReader);
    expect(read).toEqual([{ code: 'S-1', opened_at: new Date(sheet.openedAt) }]);
    const documents = server().query(`SELECT body FROM ${names.schema}.documents`, asReader);
    await expect(documents).rejects.toThrow('permission denied');
  });

  it('is left alone when it is as it should be, and otherwise changed, keeping what was granted if it only grew', async () => {
    const oid = async () => (await server().query(`SELECT '${names.into}.open_sheets'::regclass::oid AS oid`))[0];
    await offer({ projection: sheets, columns: { code: 'text' } });
    const first = await oid();
    await offer({ projection: sheets, columns: { code: 'text' } });
    await offer({ projection: sheets, columns: { code: 'text', pages: 'number' } });
    expect(await oid()).toEqual(first);
    await offer({ projection: sheets, columns: { pages: 'number' } });
    expect(await oid()).not.toEqual(first);
    await views.replace({ ...sheets, version: 2 }, [['next', sheet]], at(1));
    await offer({ projection: { ...sheets, version: 2 }, columns: { pages: 'number' } });
    expect(await rows()).toEqual([{ key: 'next', pages: '12.5' }]);
  });

  it('stays as it was when it cannot be changed, since others build on its columns', async () => {
    await offer({ projection: sheets, columns: { code: 'text' } });
    await server().query(`CREATE VIEW ${names.into}.theirs AS SELECT code FROM ${names.into}.open_sheets`);
    await expect(offer({ projection: sheets, columns: { pages: 'number' } })).rejects.toThrow('depend');
    await views.replace(sheets, [['a', sheet]], at(1));
    expect(await rows()).toEqual([{ key: 'a', code: 'S-1' }]);
  });

  it('needs names that can be told apart', async () => {
    await expect(offer({ projection: sheets, columns: { isOpen: 'text', is_open: 'text' } })).rejects.toThrow(
      'one name',
    );
    await expect(offer({ projection: sheets, columns: { key: 'text' } })).rejects.toThrow('one name');
    await expect(offer({ projection: { ...sheets, empty: () => 'text' } })).rejects.toThrow('no fields');
    await expect(makeReadable({ ...names, into: 'Views; --', views: [] })).rejects.toThrow('not a name');
  });
});
