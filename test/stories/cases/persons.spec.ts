import { readFileSync } from 'node:fs';
import { Browser, formTo, textOf } from '../../acceptance/browser.js';
import { at, Caller, eventually, type House, house, newCase, police, told } from '../../acceptance/house.js';
import { readsOf } from '../../../src/reads.js';
import { shown } from './told.js';

interface Similar {
  readonly own: readonly { readonly strength: string; readonly person: string }[];
  readonly elsewhere: boolean;
}
interface Person {
  readonly cases: readonly { readonly id: string }[];
  readonly linked: readonly { readonly person: string }[];
  readonly flagged: readonly { readonly person: string }[];
}

describe('somebody who comes', () => {
  let h: House;
  let counter: Caller;
  let centre: Caller;
  beforeAll(async () => {
    h = await house();
    counter = new Caller(h.app, at.police);
    centre = new Caller(h.app, at.cem);
  });
  afterAll(() => h.close());

  const opened = async (identity: object, who = counter) =>
    shown(h, who, told(await who.post('/api/cases', { ...newCase, identity })).id);
  const similar = async (sought: object, who = counter) =>
    (await who.post('/api/persons/similar', sought)).json<Similar>();
  /** What is written down is found a moment later. */
  const found = (sought: object, who = counter) =>
    eventually(async () => {
      const all = await similar(sought, who);
      return all.elsewhere || all.own.length > 0 ? all : undefined;
    });

  it.each([
    ['Quechua written by Spanish ears', 'Killa Wamán Qispi', 'Quilla Huamán Quispe'],
    ['Aymara written in two ways', 'Wara Ch\u2019uqi Mamani', 'Huara Choque Mamani'],
    ['the surnames first, and one letter wrong', 'Rosaura Pumacahua Yupanqui', 'YUPANQUI PUMACAHUA Rosaurra'],
    ['one name less, with the year off by one', 'María Ñusta Condori Apaza', 'Ñusta Condori Apaza'],
  ])('is found though she is written otherwise: %s', async (_, written, sought) => {
    await opened({ name: written, birthYear: 1987 });
    const [first] = (await found({ name: sought, birthYear: 1988 })).own;
    expect(first).toMatchObject({ strength: 'name', bornIn: '1985-1989' });
    expect(JSON.stringify(first)).not.toMatch(/quispe|mamani|pumacahua|condori/i);
  });

  it('is known elsewhere, and no more is said; who answers for her hears who asked, once, and it is on record', async () => {
    const { id } = await opened({ name: 'Nieves Tacuri Ccahuana', documentId: '70000001', birthYear: 1990 });
    const looked: string[] = [];
    const looks = async () => {
      looked.length = 0;
      for await (const { type, metadata } of h.platform.reads.readStream(readsOf(`case-${id}`))) {
        if (metadata['actor'] === at.cem) looked.push(type);
      }
      return looked.length;
    };
    expect(await found({ documentId: '7000-0001' }, centre)).toEqual({ own: [], elsewhere: true });
    const before = await looks();
    expect(await similar({ documentId: '70000001' }, centre)).toEqual({ own: [], elsewhere: true });
    expect([(await looks()) - before, new Set(looked)]).toEqual([1, new Set(['Searched'])]);
    const notices = async () =>
      readFileSync(h.paths.notices, 'utf8')
        .split('\n')
        .filter((line) => line.includes(id));
    const told = await eventually(async () => ((await notices()).length > 0 ? notices() : undefined));
    const notice = { to: police, kind: 'person-asked-after', ref: id };
    expect(told.map((line) => JSON.parse(line) as object)).toEqual([expect.objectContaining(notice)]);
    const page = await new Browser(h.app, at.police).get(`/casos/${id}/lecturas`);
    expect(textOf(page.html)).toMatch(/CEM de prueba.*Búsqueda/);
    const { own, elsewhere } = await found({ documentId: '70000001' });
    expect([own, elsewhere]).toMatchObject([
      [{ strength: 'document', initials: 'N. T. C.', bornIn: '1990-1994' }],
      false,
    ]);
  });

  it('is not known elsewhere by a likeness alone, which would tell of somebody who is not her', async () => {
    await opened({ name: 'Herminia Lloclla Ayme', phone: '955111222' });
    await found({ name: 'Herminia Lloclla Ayme' });
    expect(await similar({ name: 'Herminia Lloclla Ayme' })).toMatchObject({ own: [{ strength: 'name' }] });
    expect(await similar({ phone: '955111222' }, centre)).toEqual({ own: [], elsewhere: false });
    expect(await similar({ phone: '955111222', name: 'Herminia Lloclla Ayme' }, centre)).toMatchObject({
      elsewhere: true,
    });
  });

  it('is nobody who is here, if nothing fits; and nothing of who was looked for stays anywhere', async () => {
    const nobody = { name: 'Zoila Inexistente Nadie', documentId: '79999999', phone: '999888777' };
    expect(await similar(nobody)).toEqual({ own: [], elsewhere: false });
    expect(h.logged()).not.toMatch(/Inexistente|79999999|999888777/);
  });

  it('is chosen on the page, before a new person is made', async () => {
    const { person } = await opened({ name: 'Justina Champi Huillca', birthYear: 1990 });
    await found({ name: 'Justina Champi Huillca' });
    const browser = new Browser(h.app, at.police);
    const asked = {
      ...{ sex: 'F', types: ['PHYSICAL'], principal: 'PHYSICAL', complaint: 'false', entry: 'SELF' },
      name: 'Justina Chanpi Willka',
      birthYear: '1990',
    };
    const page = await browser.send(formTo(await browser.get('/casos/nuevo'), '/casos/nuevo'), {
      ...asked,
      condition: 'REPEAT_SAME',
    });
    expect(textOf(page.html)).toContain('¿Ya la conocemos?');
    expect(textOf(page.html)).toContain('J. C. H. · nacida entre 1990-1994 · nombre parecido');
    const story = await browser.send(formTo(page, '/casos/nuevo'), { ...asked, condition: 'REPEAT_SAME', person });
    const id = /[0-9a-f-]{36}/.exec(story.url)?.[0] ?? '';
    expect((await shown(h, counter, id)).person).toBe(person);
    expect(textOf(story.html)).toContain('La misma persona');
    // At another counter: that she is known, and nothing of who knows her.
    const other = new Browser(h.app, at.cem);
    const elsewhere = await other.send(formTo(await other.get('/casos/nuevo'), '/casos/nuevo'), {
      ...{ ...asked, name: 'Justina Champi Huillca' },
      condition: 'NEW',
    });
    expect(textOf(elsewhere.html)).toContain('Otra institución conoce a alguien así');
    expect(textOf(elsewhere.html)).not.toMatch(/J\. C\. H\.|1990-1994|Comisaría de Familia|nombre parecido/);
    const anew = await other.send(formTo(elsewhere, '/casos/nuevo'), {
      ...{ ...asked, name: 'Justina Champi Huillca' },
      ...{ condition: 'NEW', person: 'NEW' },
    });
    expect(anew.url).toMatch(/\/casos\/[0-9a-f-]{36}/);
    // Who has a file is not new.
    const again = await counter.post('/api/cases', { ...newCase, person });
    expect(told(again)).toMatchObject({ code: 'case/condition-not-new' });
  });

  it('who was written down twice is flagged, linked, and unlinked as if nothing had been', async () => {
    const [one, other] = [
      await opened({ name: 'Basilia Anccasi Taipe', documentId: '71111111' }),
      await opened({ name: 'Basilia Ankasi Tayp\u00e9', documentId: '71111111' }),
    ];
    const person = async () =>
      (await counter.get(`/api/persons/${one.person}?consistentWith=${await h.head()}`)).json<Person>();
    const flagged = await eventually(async () => {
      const now = await person();
      return now.flagged.length === 1 ? now : undefined;
    });
    expect(flagged.flagged).toMatchObject([{ person: other.person }]);
    const say = (what: string) =>
      counter.post(`/api/persons/${one.person}/${what}`, {
        other: other.person,
        ...(what === 'links' ? { reason: 'SAME_DOCUMENT' } : {}),
      });
    await say('dismissals');
    const before = await person();
    expect(before).toMatchObject({ linked: [], flagged: [] });
    expect((await say('links')).statusCode).toBe(201);
    expect((await person()).linked).toMatchObject([{ person: other.person }]);
    await say('unlinks');
    expect(await person()).toEqual(before);
    // Nobody links whom it does not have.
    const stranger = await centre.post(`/api/persons/${one.person}/links`, { other: other.person, reason: 'COMPARED' });
    expect([stranger.statusCode, told(stranger)]).toMatchObject([404, { code: 'person/unknown' }]);
  });
});
