import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { independencia, readSeries, SeriesUnreadable } from './series.js';

const directory = mkdtempSync(join(tmpdir(), 'series-'));
afterAll(() => rmSync(directory, { recursive: true }));

const everything = { from: '2018-01', to: '2025-12' };
const file = (text: string): string => {
  const path = join(directory, 'series.csv');
  writeFileSync(path, text);
  return path;
};

describe('the figures that come with the demo', () => {
  it('are two years of one district, adding up to the published totals', () => {
    const totals = { 2024: 0, 2025: 0 };
    for (const [month, count] of independencia.complaints) totals[Number(month.slice(0, 4)) as 2024 | 2025] += count;
    expect(totals).toEqual({ 2024: 2_939, 2025: 2_579 });
    expect(independencia.complaints.size).toBe(24);
  });
});

describe('the national table', () => {
  it('is read with a byte order mark, columns in any order and codes without their leading zero', async () => {
    const path = file(
      '\uFEFFPROV_HECHO,DIST_HECHO,UBIGEO_HECHO,AÑO,MES,DPTO_HECHO,CANTIDAD\n' +
        'PARURO,CCAPI,81003,2025,4,CUSCO,1\nLIMA,SAN JUAN DE LURIGANCHO,150132,2025,12,LIMA METROPOLITANA,600\n',
    );
    expect(await readSeries(path, everything)).toEqual([
      { code: '081003', name: 'Ccapi', province: 'Paruro', complaints: new Map([['2025-04', 1]]) },
      { code: '150132', name: 'San Juan de Lurigancho', province: 'Lima', complaints: new Map([['2025-12', 600]]) },
    ]);
    const turned = file('CANTIDAD,MES,AÑO,UBIGEO_HECHO,DIST_HECHO,PROV_HECHO\n1,4,2025,81003,CCAPI,PARURO\n');
    expect((await readSeries(turned, everything))[0]?.complaints).toEqual(new Map([['2025-04', 1]]));
  });

  const header = 'PROV_HECHO,DIST_HECHO,UBIGEO_HECHO,AÑO,MES,CANTIDAD';

  it('is cut to the districts and months asked for', async () => {
    const path = file(`${header}\nA,B,10101,2024,1,5\nA,B,10101,2024,2,6\nA,C,10102,2024,2,7\n`);
    const found = await readSeries(path, { districts: ['010101'], from: '2024-02', to: '2024-12' });
    expect(found.map(({ code, complaints }) => [code, ...complaints])).toEqual([['010101', ['2024-02', 6]]]);
  });

  it('may carry the inhabitants of a district', async () => {
    const path = file(`${header},POBLACION\nA,B,10101,2024,1,5,1200\n`);
    expect((await readSeries(path, everything))[0]?.population?.inhabitants).toBe(1_200);
  });

  it.each([
    ['a column is missing', 'DIST_HECHO,UBIGEO_HECHO,AÑO,MES,CANTIDAD\nB,10101,2024,1,5\n'],
    ['a count is no number', `${header}\nA,B,10101,2024,1,-5\n`],
    ['a month stands there twice', `${header}\nA,B,10101,2024,1,5\nA,B,10101,2024,1,5\n`],
  ])('is refused when %s', async (_, text) => {
    await expect(readSeries(file(text), everything)).rejects.toThrow(SeriesUnreadable);
  });
});
