import { Browser, formTo, textOf } from '../../acceptance/browser.js';
import { at, Caller, eventually, type House, house, newCase, told } from '../../acceptance/house.js';
import { readsOf } from '../../../src/reads.js';
import { shown } from './told.js';

interface Similar {
  readonly strength: string;
  readonly initials: string;
  readonly bornIn?: string;
  readonly institutionKind?: string;
  readonly person?: string;
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
    (await who.post('/api/persons/similar', sought)).json<readonly Similar[]>();
  /** What is written down is found a moment later. */
  const found = (sought: object, who = counter) =>
    eventually(async () => {
      const all = await similar(sought, who);
      return all.length === 0 ? undefined : all;
    });

  it.each([
    ['Quechua written by Spanish ears', 'Killa Wamán Qispi', 'Quilla Huamán Quispe'],
    ['Aymara written in two ways', 'Wara Ch\u2019uqi Mamani', 'Huara Choque Mamani'],
    ['the surnames first, and one letter wrong', 'Rosaura Pumacahua Yupanqui', 'YUPANQUI PUMACAHUA Rosaurra'],
    ['one name less, with the year off by one', 'María Ñusta Condori Apaza', 'Ñusta Condori Apaza'],
  ])('is found though she is written otherwise: %s', async (_, written, sought) => {
    await opened({ name: written, birthYear: 1987 });
    const [first] = await found({ name: sought, birthYear: 1988 });
    expect(first).toMatchObject({ strength: 'name', bornIn: '1985-1989' });
    expect(JSON.stringify(first)).not.toMatch(/quispe|mamani|pumacahua|condori/i);
  });

  it('is shown to another institution without anything that says who she is, and every look is recorded', async () => {
    const { id } = await opened({ name: 'Nieves Tacuri Ccahuana', documentId: '70000001' });
    const looks = async () => {
      let count = 0;
      for await (const { metadata } of h.platform.reads.readStream(readsOf(`case-${id}`))) {
        if (metadata['actor'] === at.cem) count += 1;
      }
      return count;
    };
    const before = await looks();
    const [masked] = await found({ documentId: '7000-0001' }, centre);
    expect(masked).toEqual({
      strength: 'document',
      initials: 'N. T. C.',
      ageBand: '30-35',
      institutionKind: 'POLICE_FAMILY',
    });
    expect(await looks()).toBeGreaterThan(before);
    const [own] = await found({ documentId: '70000001' });
    expect(own?.person).toEqual(expect.any(String));
  });

  it('is nobody who is here, if nothing fits; and nothing of who was looked for stays anywhere', async () => {
    expect(await similar({ name: 'Zoila Inexistente Nadie', documentId: '79999999', phone: '999888777' })).toEqual([]);
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
    expect(textOf(page.html)).toContain('J. C. H. · nacida entre 1990-1994 · Comisaría de Familia · nombre parecido');
    const story = await browser.send(formTo(page, '/casos/nuevo'), { ...asked, condition: 'REPEAT_SAME', person });
    const id = /[0-9a-f-]{36}/.exec(story.url)?.[0] ?? '';
    expect((await shown(h, counter, id)).person).toBe(person);
    expect(textOf(story.html)).toContain('La misma persona');
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
