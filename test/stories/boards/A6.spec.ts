import { type Definition } from '../../../src/report/domain/indicators/definition.js';
import type { Observatory } from '../../../src/report/domain/observatory.js';
import type { Report } from '../../../src/report/domain/model.js';
import { board, History } from '../../support/history.js';
import { type World, world } from './world.js';

const api = `/api/boards/${board}`;
const month = '2026-03';

/** A6: the national observatory takes the indicators of a month, by definition and version, as the report prints them. */
describe('A6, what an observatory takes of a month', () => {
  let at: World;
  beforeAll(async () => {
    at = await world();
    const history = new History(at.platform, 'observatory');
    await history.establishBoard('2026-03-01T15:00:00.000Z');
    for (let day = 1; day <= 7; day += 1) {
      // Three by the police: too few to be told; seven in all are not.
      const entry = day <= 3 ? { entry: 'POLICE' } : { entry: 'SELF' };
      await history.openCase(`2026-03-0${day}T15:00:00.000Z`, entry);
    }
  });
  afterAll(() => at.close());

  const observatory = () => at.read<Observatory>(`${api}/observatory?month=${month}`);

  it('is what the report publishes, and withholds what it withholds', async () => {
    const { figures, seal } = await at.read<Report>(`${api}/reports/${month}/report.json`);
    const { indicators, ...source } = await observatory();
    expect(source).toMatchObject({ board, country: 'PE', territory: ['150112'], month, position: seal.position });
    const valuesOf = (all: Observatory['indicators'] | Report['figures']['indicators']) =>
      all.map(({ status, value, numerator, denominator }) => [status, value, numerator, denominator]);
    expect(valuesOf(indicators)).toEqual(valuesOf(figures.indicators));
    expect(indicators.find(({ indicator }) => indicator === 'new-cases')).toMatchObject({ value: 7, unit: 'cases' });
    expect(indicators.find(({ indicator }) => indicator === 'new-police-complaints')).toMatchObject({
      ...{ status: 'hidden', value: null, numerator: null, denominator: null },
    });
  });

  it('says of every indicator by which definition it was counted, and where that is read', async () => {
    for (const { indicator, version, definition, title, unit } of (await observatory()).indicators) {
      expect(definition).toBe(`${indicator}@${version}`);
      const read = await at.read<Definition>(`/api/indicators/${indicator}/${version}`);
      expect(read).toMatchObject({ id: indicator, version, title_es: title, unit });
      expect(read.numerator.words_es).not.toBe('');
    }
  });

  it('comes as a table as well, each row with its source, and nothing where something is withheld', async () => {
    const answer = await at.member.get(`${api}/observatory?month=${month}&format=csv`);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const { indicators, figuresDigest, position, cutoff } = await observatory();
    const [head, ...rows] = answer.body.trim().split('\r\n');
    expect(head).toMatch(
      /^\uFEFF?country,level,board,name,territory,month,indicator,version,definition,title,unit,status,/u,
    );
    expect(rows).toHaveLength(indicators.length);
    const hidden = rows.find((row) => row.includes(',new-police-complaints@1,'));
    expect(hidden).toMatch(/,cases,hidden,,,,/u);
    expect(rows.filter((row) => !row.endsWith(`,${cutoff},${position},${figuresDigest},false`))).toEqual([]);
  });

  it.each([
    [`${api}/observatory`, 400],
    [`${api}/observatory?month=2026-13`, 400],
    [`${api}/observatory?month=${month}&format=xlsx`, 400],
    [`/api/boards/mesa-000000/observatory?month=${month}`, 404],
  ])('answers clearly to %s', async (url, status) => {
    expect((await at.member.get(url)).statusCode).toBe(status);
  });
});
