import { settle } from '../../src/runners.js';
import { Browser, formTo, textOf } from '../acceptance/browser.js';
import { newCase, told, toPsychology } from '../acceptance/house.js';
import { type Place, place } from './support.js';

describe('The pages of who must not see a case', () => {
  let here: Place;
  let id: string;
  let code: string;
  beforeAll(async () => {
    here = await place();
    id = told(await here.as('counter').post('/api/cases', newCase)).id;
    code = told(await here.as('counter').get(`/api/cases/${id}`)).code;
    await here.as('counter').post('/api/referrals', toPsychology(id));
    await settle(here.platform, async () => undefined);
  }, 120_000);
  afterAll(() => here.close());

  const browser = (who: string) => new Browser(here.app, who);
  const page = () => `/casos/${id}/conflictos`;
  const listed = async (who: string) => (await here.as(who).get(`/api/cases/${id}/conflicts`)).json<object[]>();

  it('are reached from the case, say it of somebody, and say the same as the API', async () => {
    const chief = browser('chief');
    expect((await chief.get(`/casos/${id}`)).html).toContain(`href="${page()}"`);
    const empty = await chief.get(page());
    expect(textOf(empty.html)).toContain('No se registró a nadie');
    const wrong = await chief.send(formTo(empty, page()), { staff: 'nobody-known', kind: 'RELATIVE' });
    expect([wrong.status, textOf(wrong.html)]).toEqual([422, expect.stringContaining('Nadie tiene ese código')]);
    for (const staff of ['counter', 'centre']) {
      const said = await chief.send(formTo(await chief.get(page()), page()), { staff, kind: 'COLLEAGUE' });
      expect([said.status, said.url.split('?')[0]]).toEqual([200, page()]);
    }
    const text = textOf((await chief.get(page())).html);
    expect(text).toMatch(/counter · Trabaja con alguien del caso.*lo levanta la oficialía de datos personales/);
    expect(await listed('chief')).toEqual([
      { staff: 'counter', kind: 'COLLEAGUE', case: id, mayLift: false },
      { staff: 'centre', kind: 'COLLEAGUE', case: id, mayLift: true },
    ]);
    expect((await here.as('counter').get(page())).statusCode).toBe(404);
  });

  it('are found by whoever looks after personal data, by the code of the case, and let them lift it', async () => {
    const officer = browser('officer');
    expect((await officer.get('/derechos')).html).toContain('href="/derechos/conflictos"');
    expect((await browser('leader').get('/derechos')).html).not.toContain('/derechos/conflictos');
    const none = await officer.get('/derechos/conflictos?caso=26-0000-0000');
    expect([none.status, textOf(none.html)]).toEqual([404, expect.stringContaining('No hay un caso con ese código')]);
    expect((await browser('leader').get(`/derechos/conflictos?caso=${code}`)).status).toBe(404);
    const found = await officer.get(`/derechos/conflictos?caso=${code.toLowerCase()}`);
    expect(found.url).toBe(page());
    expect(textOf(found.html)).not.toContain('Registrar a alguien más');
    const lifted = await officer.send(formTo(found, `${page()}/counter`), {});
    expect([lifted.status, lifted.url.split('?')[0]]).toEqual([200, page()]);
    expect(textOf(lifted.html)).not.toContain('counter');
    expect((await here.as('counter').get(`/api/cases/${id}`)).statusCode).toBe(200);
  });

  it('show what was said of another case of the same person to whoever may see that one too', async () => {
    const { person } = told(await here.as('chief').get(`/api/cases/${id}`));
    const again = { ...newCase, person, condition: 'REPEAT_SAME' };
    const repeated = told(await here.as('chief').post('/api/cases', again)).id;
    await settle(here.platform, async () => undefined);
    for (const who of ['chief', 'officer']) {
      const text = textOf((await browser(who).get(`/casos/${repeated}/conflictos`)).html);
      expect(text).toMatch(/centre · .*Se registró en otro caso de la misma persona/);
    }
    await here.as('chief').post(`/api/cases/${id}/transfers`, { to: 'pe-150112-salud', reason: 'COMPETENCE' });
    await settle(here.platform, async () => undefined);
    expect(textOf((await browser('chief').get(`/casos/${repeated}/conflictos`)).html)).not.toContain('centre');
    expect(textOf((await browser('officer').get(`/casos/${repeated}/conflictos`)).html)).toContain('centre');
  });
});
