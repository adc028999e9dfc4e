import { at, Caller, type House, house, newCase, police, told } from '../../acceptance/house.js';
import { type ReadEvents, readsOf } from '../../../src/reads.js';
import { Browser, formTo, textOf } from '../../acceptance/browser.js';

const details = { name: 'APODO-DE-PRUEBA', phone: '900000000', address: 'LUGAR-DE-PRUEBA', notes: 'NOTA-DE-PRUEBA' };

/** The categories opened so far of what a stream holds, in order. */
async function openedOf({ platform }: House, stream: string): Promise<readonly string[]> {
  const categories: string[] = [];
  for await (const { type, data } of platform.reads.readStream(readsOf(stream))) {
    if (type === 'SectionOpened') categories.push((data as ReadEvents['SectionOpened']).category);
  }
  return categories;
}

/** Who else a case is about: whoever is accused, the children, whoever reported. */
describe('the others of a case', () => {
  let h: House;
  let counter: Caller;
  let id: string;
  const url = (kind: string) => `/api/cases/${id}/${kind}`;
  beforeAll(async () => {
    h = await house();
    counter = new Caller(h.app, at.police);
    id = told(await counter.post('/api/cases', newCase)).id;
  });
  afterAll(() => h.close());

  it('are described each by itself: ages and ties as codes, everything else sealed', async () => {
    const aggressor = { relation: 'EX_PARTNER', sex: 'M', age: 41, ...details };
    expect((await counter.post(url('aggressor'), aggressor)).statusCode).toBe(201);
    expect((await counter.post(url('children'), { ages: [3, 7, 8], name: details.name })).statusCode).toBe(201);
    expect((await counter.post(url('reporter'), { notes: details.notes })).statusCode).toBe(201);
    expect((await counter.get(url('aggressor'))).json()).toEqual({
      ...{ relation: 'EX_PARTNER', sex: 'M', ageBand: '36-45', byAge: [] },
      ...{ state: 'shown', details },
    });
    expect((await counter.get(url('children'))).json()).toEqual({
      byAge: [
        { ageBand: '0-5', count: 1 },
        { ageBand: '6-11', count: 2 },
      ],
      ...{ state: 'shown', details: { name: details.name } },
    });
    expect((await counter.get(url('reporter'))).json()).toMatchObject({ details: { notes: details.notes } });
  });

  it('keep what is not said again', async () => {
    expect((await counter.post(url('aggressor'), { age: 50 })).statusCode).toBe(201);
    const now = (await counter.get(url('aggressor'))).json<object>();
    expect(now).toMatchObject({ relation: 'EX_PARTNER', ageBand: '46-59', details });
  });

  it.each([
    ['aggressor', {}, 422],
    ['aggressor', { relation: 'FRIENDLY' }, 400],
    ['children', { ages: [] }, 400],
    ['children', {}, 422],
    ['reporter', {}, 422],
    ['reporter', { relation: 'EX_PARTNER' }, 400],
  ])('%s of %j is refused', async (kind, body, status) => {
    expect((await counter.post(url(kind), body)).statusCode).toBe(status);
  });

  it('are described by whoever answers for the case alone, and opened for nobody else', async () => {
    const body = { court: 'pe-150112-juzgado-familia' };
    expect((await counter.post(`/api/cases/${id}/reports`, body)).statusCode).toBe(201);
    await counter.get(`/api/cases/${id}?consistentWith=${await h.head()}`);
    const court = new Caller(h.app, at.court);
    expect((await court.post(url('aggressor'), { sex: 'M' })).statusCode).toBe(409);
    expect((await court.get(url('aggressor'))).json()).toEqual({
      ...{ relation: 'EX_PARTNER', sex: 'M', ageBand: '46-59', byAge: [] },
      state: 'sealed',
    });
    expect((await new Caller(h.app, at.health).get(url('reporter'))).statusCode).toBe(404);
    const page = await new Browser(h.app, at.court).get(`/casos/${id}?mostrar=denunciada`);
    expect(page.html).not.toContain(details.name);
    expect(page.html).not.toContain('?mostrar=denunciada');
  });

  it('stand on the page as codes, and each is opened when it is asked for, which is recorded', async () => {
    const browser = new Browser(h.app, at.police);
    const page = await browser.get(`/casos/${id}`);
    expect(textOf(page.html)).toMatch(/Exconviviente · Hombre.* · 46 a 59 años/);
    expect(textOf(page.html)).toContain('1 de 0 a 5 años · 2 de 6 a 11 años');
    for (const text of Object.values(details)) expect(page.html).not.toContain(text);
    const before = (await openedOf(h, `case-${id}`)).length;
    const shown = await browser.get(`/casos/${id}?mostrar=aviso`);
    expect(shown.html).toContain(details.notes);
    expect(shown.html).not.toContain(details.address);
    expect((await openedOf(h, `case-${id}`)).slice(before)).toEqual(['reporter']);
  });

  it('are written down on the page: ages in one field, and what is left empty stays', async () => {
    const browser = new Browser(h.app, at.police);
    const page = await browser.get(`/casos/${id}`);
    const after = await browser.send(formTo(page, '/otras/hijos'), { ages: '4, 9 y 15' });
    expect(after.status).toBe(200);
    expect(textOf(after.html)).toContain('1 de 0 a 5 años · 1 de 6 a 11 años · 1 de 12 a 17 años');
    expect(textOf(after.html)).toContain('anotó datos de hijas e hijos');
    const filled = { name: 'OTRO-APODO', sex: 'M' };
    expect((await browser.send(formTo(after, '/otras/denunciada'), filled)).status).toBe(200);
    expect((await browser.send(formTo(after, '/otras/aviso'), { notes: 'OTRA-NOTA' })).status).toBe(200);
    expect((await browser.get(`/casos/${id}?mostrar=denunciada`)).html).toContain('OTRO-APODO');
    expect((await browser.get(`/casos/${id}?mostrar=aviso`)).html).toContain('OTRA-NOTA');
    expect((await browser.send(formTo(page, '/otras/hijos'), { ages: 'tres' })).status).toBe(400);
    expect((await browser.send({ ...formTo(page, '/otras/hijos'), action: `/casos/${id}/otras/x` })).status).toBe(404);
  });

  it('once erased are gone for ever, and the others are not', async () => {
    const { person } = told(await counter.get(`/api/cases/${id}`));
    await h.platform.vault.erase(person, 'reporter');
    expect((await counter.get(url('reporter'))).json()).toEqual({ byAge: [], state: 'erased' });
    expect((await counter.get(url('aggressor'))).json()).toMatchObject({ state: 'shown' });
    expect((await counter.post(url('reporter'), { notes: 'n' })).statusCode).toBe(410);
  });

  it('are told to nobody', async () => {
    const facts: unknown[] = [];
    for await (const page of h.platform.facts.readAll()) facts.push(page);
    const all = JSON.stringify(facts);
    expect(all).toContain(police);
    for (const word of ['Described', '36-45', '46-59', ...Object.values(details)]) expect(all).not.toContain(word);
  });
});
