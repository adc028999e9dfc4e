import { Ajv2020 } from 'ajv/dist/2020.js';
import { isDay, isInstant } from '#service';
import { at, Caller, type House, house } from '../../acceptance/house.js';
import { coordinator, imported, seen } from './support/network.js';
import { hsdsSchemas, pageSchema } from './support/hsds.schemas.js';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly status?: string;
}

interface Page {
  readonly total_items: number;
  readonly total_pages: number;
  readonly size: number;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly Item[];
}

type List = keyof typeof hsdsSchemas;
const lists = Object.keys(hsdsSchemas) as List[];

const ajv = new Ajv2020({ strictTypes: false });
ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);
ajv.addFormat('date', isDay).addFormat('date-time', isInstant);

describe('The directory as HSDS 3', () => {
  let server: House;
  let reader: Caller;
  beforeAll(async () => {
    server = await house();
    reader = new Caller(server.app, at.police);
    await imported(server);
  });
  afterAll(() => server.close());

  const page = async (path: string): Promise<Page> => {
    const answer = await reader.get(`/api/hsds/${path}`);
    expect([path, answer.statusCode]).toEqual([path, 200]);
    return answer.json<Page>();
  };
  const names = async (path: string) => (await page(path)).contents.map(({ name }) => name);

  it.each(lists)('%s are as the specification has them, in pages and one by one, and full', async (list) => {
    const some = ajv.compile(pageSchema(hsdsSchemas[list]));
    const one = ajv.compile(hsdsSchemas[list]);
    for (const query of ['', '?full=true']) {
      const all = await page(`${list}${query}`);
      some(all);
      expect([some.errors, all.empty]).toEqual([null, false]);
    }
    for (const { id } of (await page(`${list}?per_page=500`)).contents) {
      const answer = (await reader.get(`/api/hsds/${list}/${id}`)).json<Item>();
      one(answer);
      expect([one.errors, answer.id]).toEqual([null, id]);
    }
    const nobody = await reader.get(`/api/hsds/${list}/00000000-0000-8000-8000-000000000000`);
    expect(nobody.statusCode).toBe(404);
  });

  it('says which version it speaks', async () => {
    expect((await reader.get('/api/hsds')).json()).toMatchObject({ version: 'HSDS-3.0' });
  });

  it('a full service has its hours, its days off, its place and when it was assured', async () => {
    const [found] = (await page('services?search=ninez')).contents;
    const service = (await reader.get(`/api/hsds/services/${found?.id}`)).json<object>();
    expect(service).toMatchObject({
      ...{ name: 'Niñez y adolescencia', status: 'active', maximum_age: 17, assured_date: '2026-03-01' },
      schedules: [
        { byday: 'MO,TU,WE,TH,FR', opens_at: '08:00-05:00', closes_at: '16:15-05:00', timezone: -5, freq: 'WEEKLY' },
        { valid_from: '2026-04-02', valid_to: '2026-04-02', notes: 'Cerrado' },
      ],
      service_at_locations: [{ location: { latitude: -11.99, addresses: [{ address_1: 'Av. Demostración 1' }] } }],
      organization: { name: 'DEMUNA' },
    });
  });

  it('capacity is there under a name of our own', async () => {
    const [shelter] = (await page('services?search=acogida')).contents;
    expect(shelter).toMatchObject({
      x_chaski_capacity: { unit_type: 'BED', capacity: 12, vacancy: 2, updated: '2026-03-09T12:00:00.000Z' },
    });
  });

  it('filters narrow each other down', async () => {
    const [fepromu] = (await page('organizations?search=fepromu')).contents;
    const terms = (await page('taxonomy_terms?per_page=500')).contents as readonly (Item & { code: string })[];
    const legal = terms.find(({ code }) => code === 'LEGAL')?.id ?? '';
    const ngo = terms.find(({ code }) => code === 'NGO')?.id ?? '';
    expect(await names(`services?taxonomy_term_id=${legal}`)).toEqual([
      'CEM de prueba: LEGAL',
      'Centro de Conciliación',
      'Asesoría legal gratuita',
    ]);
    expect(await names(`services?taxonomy_term_id=${legal}&organization_id=${fepromu?.id}`)).toHaveLength(2);
    expect(await names(`services?taxonomy_term_id=${legal}&organization_id=${fepromu?.id}&search=ASESORIA`)).toEqual([
      'Asesoría legal gratuita',
    ]);
    expect(await names(`services?taxonomy_term_id=${legal}&search=acogida`)).toEqual([]);
    expect(await names(`organizations?taxonomy_term_id=${ngo}`)).toEqual(['FEPROMU']);
  });

  it('pages hold everything once', async () => {
    const all = await names('services?per_page=500');
    const parts: string[] = [];
    for (let number = 1; ; number += 1) {
      const part = await page(`services?per_page=4&page=${number}`);
      expect([part.total_items, part.total_pages]).toEqual([all.length, Math.ceil(all.length / 4)]);
      parts.push(...part.contents.map(({ name }) => name));
      if (part.last_page) break;
    }
    expect(parts).toEqual(all);
    expect(await page('services?page=99')).toMatchObject({ empty: true, size: 0, last_page: true });
    expect((await reader.get('/api/hsds/services?page=0')).statusCode).toBe(400);
  });

  it('what changed since is asked for by its time, and ids stay', async () => {
    const before = await page('services?per_page=500');
    server.clock.advanceTo('2026-03-09T16:00:00.000Z');
    const path = '/api/directory/organizations/pe-150112-demuna/services/ninez/capacity';
    await coordinator(server).post(path, { unit: 'APPOINTMENT', total: 5, free: 1 });
    await seen(server);
    const changed = await page('services?modified_after=2026-03-09T11:00:00-05:00&minimal=true');
    expect(changed.contents).toEqual([
      {
        id: before.contents.find(({ name }) => name.startsWith('Niñez'))?.id,
        last_modified: '2026-03-09T16:00:00.000Z',
      },
    ]);
    expect((await page('services?modified_after=2026-03-09T16:00:00.001Z')).empty).toBe(true);
    expect((await page('services?per_page=500')).contents.map(({ id }) => id)).toEqual(
      before.contents.map(({ id }) => id),
    );
  });

  it('nothing of a shelter says where it is', async () => {
    for (const list of lists) {
      for (const query of ['?per_page=500', '?per_page=500&full=true']) {
        const { body } = await reader.get(`/api/hsds/${list}${query}`);
        // Its district, its code and its location are nowhere; other bodies' places are.
        for (const word of ['150132', 'pe-hrt-1', '"casa"']) expect([list, body.includes(word)]).toEqual([list, false]);
      }
    }
    const [shelter] = (await page('organizations?search=refugio')).contents;
    const { body } = await reader.get(`/api/hsds/organizations/${shelter?.id}`);
    expect(body).toContain('Hogar de refugio temporal 1');
    for (const field of ['locations', 'address', 'latitude', 'service_areas', '1501', 'organization_identifiers']) {
      expect([field, body.includes(field)]).toEqual([field, false]);
    }
  });
});
