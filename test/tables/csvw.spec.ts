import { csvOf } from '../../src/exports/csv.js';
import { csvwOf } from '../../src/exports/csvw.js';
import type { Observatory } from '../../src/report/domain/observatory.js';
import { type World, world } from '../stories/boards/world.js';
import { faultsOf, rowsOf } from '../support/csvw.js';
import { board, History } from '../support/history.js';

const month = '2026-03';
const api = `/api/boards/${board}`;
type Description = Parameters<typeof faultsOf>[1] & Readonly<Record<string, unknown>>;

describe('a table a board gives away', () => {
  let at: World;
  beforeAll(async () => {
    at = await world();
    const history = new History(at.platform, 'tables');
    await history.establishBoard('2026-03-01T15:00:00.000Z');
    for (let day = 1; day <= 7; day += 1) {
      await history.openCase(`2026-03-0${day}T15:00:00.000Z`, { entry: day <= 3 ? 'POLICE' : 'SELF' });
    }
  });
  afterAll(() => at.close());

  const text = async (path: string): Promise<string> => {
    const answer = await at.member.get(path);
    expect([path, answer.statusCode]).toEqual([path, 200]);
    return answer.body;
  };

  it.each([
    [`${api}/observatory/${month}.csv`, `${month}.csv-metadata.json`],
    [`${api}/observatory?month=${month}&format=csv`, `${api}/observatory/${month}.csv-metadata.json`],
    [`${api}/reports/${month}/report.csv`, 'report.csv-metadata.json'],
  ])('is in every cell what its description says: %s', async (path, link) => {
    const answer = await at.member.get(path);
    expect(answer.headers['link']).toBe(`<${link}>; rel="describedby"; type="application/csvm+json"`);
    const described = await at.member.get(new URL(link, `http://localhost${path}`).pathname);
    expect(described.headers['content-type']).toContain('application/csvm+json');
    const description = described.json<Description>();
    expect(faultsOf(answer.body, description)).toEqual([]);
    expect(rowsOf(answer.body).length).toBeGreaterThan(5);
    expect(path).toContain(description.url.replace(/^2026.*/u, month));
  });

  it('says where it comes from, what was counted, and that nobody gave a licence', async () => {
    const observatory = JSON.parse(await text(`${api}/observatory/${month}.json`)) as Observatory;
    const described = JSON.parse(await text(`${api}/observatory/${month}.csv-metadata.json`)) as Description;
    expect(described['dc:source']).toEqual([
      expect.objectContaining({
        ...{ 'dc:creator': board, 'dc:identifier': observatory.position },
        'dc:provenance': `sha-256 ${observatory.figuresDigest}`,
      }),
    ]);
    expect(described['dc:rights']).toContain('No se declaró una licencia');
    expect(described['dc:references']).toContain('/api/indicators/new-cases/1');
    for (const each of described['dc:references'] as readonly string[]) await text(each);
  });

  it('has nothing where something is withheld', async () => {
    const [header = [], ...rows] = rowsOf(await text(`${api}/observatory/${month}.csv`));
    const cell = (row: readonly string[], name: string) => row[header.indexOf(name)];
    const withheld = rows.filter((row) => cell(row, 'status') === 'hidden');
    expect(withheld.map((row) => cell(row, 'indicator'))).toContain('new-police-complaints');
    for (const row of withheld) {
      expect(['value', 'numerator', 'denominator'].map((name) => cell(row, name))).toEqual(['', '', '']);
    }
  });

  it.each(['2026-13.csv', '2026-03.xlsx', '2026-03.csv-metadata', 'x'])('is not there as %s', async (file) => {
    expect((await at.member.get(`${api}/observatory/${file}`)).statusCode).toBe(404);
  });
});

describe('the checker of tables', () => {
  const columns = [
    { name: 'code', title_es: 'Código', datatype: { base: 'string', format: '[a-z]+' }, required: true },
    { name: 'count', title_es: 'Cuenta', datatype: 'integer' },
  ] as const;
  const described = csvwOf({
    ...{ url: 'x.csv', title: 'x', columns, key: ['code'], licence: 'https://example.org/licence' },
    ...{ sources: [], definitions: [] },
  }) as Description;

  it('passes what is right, and an empty cell that is no value', () => {
    expect(faultsOf('code,count\r\na,1\r\nb,\r\n', described)).toEqual([]);
    expect(described['dc:license']).toEqual({ '@id': 'https://example.org/licence' });
  });

  it.each([
    ['Code,count\r\n', 'header 0 is Code'],
    ['code,count\r\n,1\r\n', 'row 0: code is empty'],
    ['code,count\r\nA,1\r\n', 'row 0: code is not like [a-z]+: A'],
    ['code,count\r\na,1.5\r\n', 'row 0: count is no integer: 1.5'],
    ['code,count\r\na,1\r\na,2\r\n', 'row 1 has the key of another: ["a"]'],
    ['code,count\r\na\r\n', 'row 0 has 1 cells'],
    ['code,count\r\n=a,1\r\n', 'row 0: code would be run: =a'],
  ])('finds what is wrong: %j', (csv, fault) => {
    expect(faultsOf(csv, described)).toContain(fault);
  });
});

it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\nx'])('no cell of an export is run by a spreadsheet: %j', (cell) => {
  const [, row] = rowsOf(csvOf(['a'], [{ a: cell }]));
  expect(row?.[0]).toMatch(/^'/u);
});
