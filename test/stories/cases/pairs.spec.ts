import { Browser, formTo, textOf } from '../../acceptance/browser.js';
import { at, Caller, eventually, type House, house, newCase, told } from '../../acceptance/house.js';
import { readsOf } from '../../../src/reads.js';
import { shown, type ShownCase } from './told.js';

const path = '/casos/personas';
const identity = { name: 'Sabina Ccorimanya Puma', documentId: '72222222', birthYear: 1991 };

/** Two institutions have written down one person; only who coordinates can say so, and does not learn who she is. */
describe('records two institutions have of one person', () => {
  let h: House;
  let police: Caller;
  let centre: Caller;
  let coordinator: Browser;
  let ofPolice: ShownCase;
  let ofCentre: ShownCase;
  beforeAll(async () => {
    h = await house();
    police = new Caller(h.app, at.police);
    centre = new Caller(h.app, at.cem);
    coordinator = new Browser(h.app, 'demo-coordinacion');
    const opened = async (who: Caller) =>
      shown(h, who, told(await who.post('/api/cases', { ...newCase, identity })).id);
    ofPolice = await opened(police);
    ofCentre = await opened(centre);
  });
  afterAll(() => h.close());

  const seen = async (who: Caller, { id, person }: ShownCase) => ({
    person: (await who.get(`/api/persons/${person}?consistentWith=${await h.head()}`)).json<object>(),
    page: textOf((await who.get(`/casos/${id}`, { accept: 'text/html' })).body),
  });
  const everybody = async () => [await seen(police, ofPolice), await seen(centre, ofCentre)];

  it('are shown to who coordinates without a word of who she is, and nothing sealed is opened', async () => {
    const page = await eventually(async () => {
      const now = await coordinator.get(path);
      return now.html.includes(ofPolice.code) ? now : undefined;
    });
    const text = textOf(page.html);
    expect(text).toContain('Comisaría de Familia · Mujer · 30 a 35 años · un caso');
    expect(text).toContain('CEM de prueba · Mujer');
    expect(text).toContain('mismo documento');
    expect(text).not.toMatch(/sabina|ccorimanya|S\. C\. P\.|7222|1991/iu);
    for (const { id } of [ofPolice, ofCentre]) {
      for await (const { metadata } of h.platform.reads.readStream(readsOf(`case-${id}`))) {
        expect(metadata['actor']).not.toBe('demo-coordinacion');
      }
    }
  });

  it('are linked for a reason, which each institution sees, and no case of the other', async () => {
    const page = await coordinator.get(path);
    const sent = await coordinator.send(formTo(page, 'respuesta'), { say: 'link', reason: 'COMPARED' });
    expect(textOf(sent.html)).toContain('Se compararon los datos');
    const [one, other] = await everybody();
    expect(one?.person).toMatchObject({ linked: [{ person: ofCentre.person, cases: [] }] });
    expect(other?.person).toMatchObject({ linked: [{ person: ofPolice.person, cases: [] }] });
    expect(one?.page).toContain('Tiene un registro en otra institución');
    expect(one?.page).not.toContain(ofCentre.code);
  });

  it('are separated, and everything is as it was before they were linked', async () => {
    await coordinator.send(formTo(await coordinator.get(path), 'respuesta'), { say: 'unlink' });
    const before = await everybody();
    const pair = await coordinator.get(`${path}?uno=${ofPolice.code}&otro=${ofCentre.code.toLowerCase()}`);
    await coordinator.send(formTo(pair, 'respuesta'), { say: 'link', reason: 'SHE_SAID' });
    expect(await everybody()).not.toEqual(before);
    await coordinator.send(formTo(await coordinator.get(path), 'respuesta'), { say: 'unlink' });
    expect(await everybody()).toEqual(before);
  });

  it('are for who coordinates, of cases that are there, in one country', async () => {
    expect((await police.get(path, { accept: 'text/html' })).statusCode).toBe(403);
    const pair = { say: 'link', one: ofPolice.id, other: ofCentre.id, reason: 'COMPARED' };
    expect((await police.post(`${path}/respuesta`, pair)).statusCode).toBe(403);
    const elsewhere = new Caller(h.app, 'demo-coordinacion-bo');
    expect((await elsewhere.post(`${path}/respuesta`, pair)).statusCode).toBe(404);
    const wrong = await new Caller(h.app, 'demo-coordinacion').get(`${path}?uno=${ofPolice.code}&otro=25-NADA-NADA`, {
      accept: 'text/html',
    });
    expect([wrong.statusCode, textOf(wrong.body)]).toEqual([422, expect.stringContaining('Hay algo por corregir')]);
    const same = await new Caller(h.app, 'demo-coordinacion').post(`${path}/respuesta`, {
      ...pair,
      other: ofPolice.id,
    });
    expect(same.statusCode).toBe(422);
  });
});
