import { settle } from '../../../src/runners.js';
import { elAlto } from '../../../src/demo/boards/el-alto.js';
import { boardOf } from '../../../src/demo/boards/model.js';
import type { Report } from '../../../src/report/domain/model.js';
import { Caller, cem, type House } from '../../acceptance/house.js';
import { History } from '../../support/history.js';
import { organization, twoCountries } from './network.js';

/** A district in Áncash, and the municipality of El Alto: countries number theirs without asking each other. */
const code = '020105';
const ancash = 'mesa-pe-020105';
const month = '2026-03';

describe('one code, two districts', () => {
  let both: House;
  beforeAll(async () => {
    both = await twoCountries();
    const history = new History(both.platform, 'districts');
    const day = (of: number): string => `2026-03-0${of}T15:00:00.000Z`;
    const about = { kind: 'voluntary', level: 'district', country: 'PE', place: 'Áncash', territory: [code] };
    await history.command('board', ancash, { do: 'establish', board: ancash, name: 'Mesa', ...about }, day(1));
    const there = { do: 'register', kind: 'CEM', country: 'PE', district: code };
    await history.command(
      'organization',
      'pe-020105-cem',
      { ...there, organization: 'pe-020105-cem', name: 'CEM' },
      day(1),
    );
    const opening = { district: code, types: ['FAMILY'], principal: 'FAMILY', entry: 'SELF' };
    const law = {
      PE: { types: ['PHYSICAL'], principal: 'PHYSICAL', institution: cem },
      BO: { institution: organization('slim') },
    };
    for (const [country, count] of [
      ['PE', 6],
      ['BO', 8],
    ] as const) {
      for (let index = 1; index <= count; index += 1) {
        const id = await history.openCase(day(index), { ...opening, country, ...law[country] });
        const { institution } = law[country];
        await history.command('case', id, { do: 'record-attention', institution, service: 'SOCIAL' }, day(index));
      }
    }
    await settle(both.platform, async () => undefined);
  }, 60_000);
  afterAll(() => both.close());

  /** What the report of a board counts: new cases, open cases, the months' series, persons attended. */
  async function counted(actor: string, board: string) {
    const answer = await new Caller(both.app, actor).get(`/api/boards/${board}/reports/${month}/report.json`, {
      'consistent-with': await both.head(),
    });
    expect([answer.statusCode, board]).toEqual([200, board]);
    const { indicators, sections } = answer.json<Report>().figures;
    const table = (section: string, id: string) =>
      sections.find((each) => each.id === section)?.tables.find((each) => each.id === id)?.rows;
    return {
      opened: indicators.find(({ id }) => id === 'new-cases')?.value,
      open: indicators.find(({ id }) => id === 'open-cases')?.value,
      series: table('new-cases', 'series')?.at(-1)?.cells[0]?.value,
      attended: table('attentions', 'persons')?.[0]?.cells[0]?.value,
    };
  }

  it('the board of each counts its own, in every table that is kept by district', async () => {
    expect(await counted('demo-coordinacion', ancash)).toEqual({ opened: 6, open: 6, series: 6, attended: 6 });
    const elAltos = boardOf(elAlto);
    expect(await counted('demo-coordinacion-bo', elAltos)).toEqual({ opened: 8, open: 8, series: 8, attended: 8 });
  });

  it.each([
    ['demo-coordinacion', 'PE'],
    ['demo-coordinacion-bo', 'BO'],
  ])('the directory shows %s the institutions of its own', async (actor, country) => {
    const caller = new Caller(both.app, actor);
    const listed = await caller.get(`/api/directory/organizations?district=${code}`, {
      'consistent-with': await both.head(),
    });
    const ids = listed.json<readonly { readonly id: string }[]>().map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !id.startsWith(`${country.toLowerCase()}-`))).toEqual([]);
    const page = await caller.get(`/directorio?distrito=${code}`, { accept: 'text/html' });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain(country === 'PE' ? 'bo-020105-' : 'pe-020105-');
  });
});
