import { at, Caller, type House, newCase, told } from '../../acceptance/house.js';
import { there, twoCountries } from './network.js';

interface Ruv {
  readonly items: readonly { readonly codigo: string; readonly municipio: string; readonly institucion: string }[];
}

describe('what the register of Bolivia is given', () => {
  let both: House;
  beforeAll(async () => {
    both = await twoCountries();
    for (const [actor, district] of [
      [at.police, '150112'],
      [there.felcv, '020105'],
      [there.slim, '020105'],
      // Outside the district of the board of whoever coordinates there.
      [there.slim, '020101'],
    ] as const) {
      const body = { ...newCase, district, entry: 'POLICE', ...(actor === at.police ? {} : { types: ['FAMILY'] }) };
      const law = actor === at.police ? {} : { principal: 'FAMILY' };
      const opened = await new Caller(both.app, actor).post('/api/cases', { ...body, ...law });
      expect([actor, opened.statusCode]).toEqual([actor, 201]);
    }
    await sealed();
  }, 60_000);
  afterAll(() => both.close());

  /** One more of a promoter, which nobody sees from now on. */
  async function sealed(): Promise<void> {
    const slim = new Caller(both.app, there.slim);
    const body = { ...newCase, district: '020105', entry: 'SELF', types: ['FAMILY'], principal: 'FAMILY' };
    const { id } = told(await slim.post('/api/cases', body));
    const { code } = told(await slim.get(`/api/cases/${id}`));
    const asking = { case: code, aim: 'seal', ground: 'DATA_PROTECTION' };
    const asked = told(await new Caller(both.app, 'demo-coordinacion-bo').post('/api/sealings', asking));
    const approved = await new Caller(both.app, 'demo-datos-01').post(`/api/sealings/${asked.id}/approval`, {});
    expect(approved.statusCode).toBe(201);
  }

  const asked = (actor: string, query: string) => new Caller(both.app, actor).get(`/api/exports/ruv?${query}`);

  it('is the incidents of its promoters and of the district alone, but for the sealed one, as rows and as a table', async () => {
    const rows = await asked('demo-coordinacion-bo', 'month=2026-03');
    expect(rows.json<Ruv>().items).toEqual([expect.objectContaining({ municipio: '020105', mes: '2026-03' })]);
    const table = await asked('demo-coordinacion-bo', 'month=2026-03&format=csv');
    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(table.headers['content-disposition']).toBe('attachment; filename="ruv-2026-03.csv"');
    expect(table.body.trim().split('\r\n')).toHaveLength(2);
  });

  it('has codes that find no case, the same each time the month is asked for', async () => {
    const codes = async () =>
      (await asked('demo-coordinacion-bo', 'month=2026-03')).json<Ruv>().items.map(({ codigo }) => codigo);
    const [code = ''] = await codes();
    expect(code).toMatch(/^[\w-]{16}$/u);
    expect(await codes()).toEqual([code]);
    const cases: string[] = [];
    for await (const { events } of both.platform.facts.readAll()) {
      for (const { type, data } of events) if (type === 'CaseOpened.v1') cases.push((data as { code: string }).code);
    }
    expect(cases.length).toBeGreaterThan(0);
    expect(cases).not.toContain(code);
  });

  it('is written down each time, with who and how many rows, before it leaves', async () => {
    const exported: object[] = [];
    for await (const { type, data, metadata } of both.platform.reads.readStream('read-export-ruv')) {
      exported.push({ type, ...(data as object), actor: metadata['actor'] });
    }
    const once = { type: 'Exported', what: 'ruv', rows: 1, actor: 'demo-coordinacion-bo', role: 'coordinator' };
    expect(exported).toEqual(Array.from({ length: 4 }, () => expect.objectContaining(once) as object));
  });

  it.each([there.slim, at.police, 'demo-coordinacion'])('is not for %s', async (actor) => {
    expect((await asked(actor, 'month=2026-03')).statusCode).toBe(403);
  });

  it('wants a month', async () => {
    expect((await asked('demo-coordinacion-bo', 'month=marzo')).statusCode).toBe(400);
  });
});
