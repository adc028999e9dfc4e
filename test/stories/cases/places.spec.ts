import { send } from '../../../src/platform.js';
import { type ReadEvents, readsOf } from '../../../src/reads.js';
import { type Place, place } from '../../access/support.js';
import { Browser, formTo, textOf } from '../../acceptance/browser.js';
import { cem, eventually, newCase, told, toPsychology } from '../../acceptance/house.js';

const lives = {
  district: '150112',
  address: 'CALLE-DE-PRUEBA 1',
  reference: 'FRENTE-A-PRUEBA',
  aggressor: 'LIVES_THERE',
};
const moved = { address: 'OTRA-CALLE 2', reference: 'TRAS-LA-PRUEBA' };
const refuge = 'pe-hogar-de-prueba';
const shelter = { organization: refuge, reach: 'AVISAR-A-PRUEBA' };
/** A district of another department, by the name people know it by. */
const acolla = { name: 'Acolla, Jauja', code: '120402' };
const knows = 'La persona denunciada conoce el lugar.';
const secrets = [...[lives, moved].flatMap(({ address, reference }) => [address, reference]), shelter.reach];
const explanation = 'La persona está aquí y no puede esperar.';

/** Where the person of a case is: where she lives, and in which shelter. */
describe('where she is', () => {
  let here: Place;
  let id: string;
  let code: string;
  const url = (kind: 'whereabouts' | 'shelter-place'): string => `/api/cases/${id}/${kind}`;
  const now = async (): Promise<string> => `consistentWith=${await here.platform.log.head()}`;
  const asked = async (who: string, kind: 'whereabouts' | 'shelter-place') => {
    const answer = await here.as(who).get(`${url(kind)}?${await now()}`);
    return [answer.statusCode, answer.json<object>()] as const;
  };
  /** What the record of reads of the case got since, as what was done to which kind of data, by what right. */
  const readsSince = async (count: number): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const { type, data } of here.platform.reads.readStream(readsOf(`case-${id}`))) {
      const {
        action = '',
        category = '',
        purpose,
      } = data as Partial<ReadEvents['Looked'] & ReadEvents['SectionOpened']>;
      if (type !== 'Looked') found.push(`${type} ${action}${category} ${purpose}`);
    }
    return found.slice(count);
  };
  const reads = async (): Promise<number> => (await readsSince(0)).length;

  beforeAll(async () => {
    here = await place();
    const command = {
      do: 'register',
      organization: refuge,
      name: 'Hogar de prueba',
      kind: 'HRT',
      country: 'PE',
      district: '150112',
    };
    await send(here.platform, 'organization', { id: refuge, command, actor: 'setup', commandId: refuge });
    const opened = await here.as('counter').post('/api/cases', { ...newCase, whereabouts: lives });
    id = told(opened).id;
    code = told(await here.as('counter').get(`/api/cases/${id}?${await now()}`)).code;
  }, 120_000);
  afterAll(() => here.close());

  it('may be told when the case is opened, and is opened when it is asked for, on record', async () => {
    const before = await reads();
    expect(await asked('counter', 'whereabouts')).toMatchObject([200, { state: 'shown', place: lives }]);
    expect(await readsSince(before)).toEqual(['SectionOpened location care']);
  });

  it('is told again when she moves: the last counts whole, whatever is recorded late', async () => {
    const counter = here.as('counter');
    const { at: since } = (await counter.get(url('whereabouts'))).json<{ at: string }>();
    here.clock.advanceTo(new Date(Date.parse(since) + 24 * 3_600_000).toISOString());
    expect((await counter.post(url('whereabouts'), moved)).statusCode).toBe(201);
    const [, after] = await asked('counter', 'whereabouts');
    expect(after).toEqual({ state: 'shown', at: here.clock.now(), place: moved });
    expect((await counter.post(url('whereabouts'), { ...lives, effectiveAt: since })).statusCode).toBe(201);
    expect((await asked('counter', 'whereabouts'))[1]).toEqual(after);
  });

  it('says in which shelter, to whoever answers for the case', async () => {
    expect((await asked('counter', 'shelter-place'))[1]).toEqual({ state: 'none' });
    expect((await here.as('counter').post(url('shelter-place'), shelter)).statusCode).toBe(201);
    const before = await reads();
    expect(await asked('counter', 'shelter-place')).toMatchObject([200, { state: 'shown', place: shelter }]);
    expect(await readsSince(before)).toEqual(['SectionOpened shelter care']);
  });

  it.each([
    ['whereabouts', {}, 422],
    ['whereabouts', { aggressor: 'KNOWS_IT' }, 422],
    ['whereabouts', { address: 'x', aggressor: 'MAYBE' }, 400],
    ['whereabouts', { district: 'Lima' }, 400],
    ['shelter-place', { reach: 'x' }, 422],
    ['shelter-place', { organization: 'pe-nobody' }, 422],
    ['shelter-place', { name: 'x', address: 'x' }, 400],
  ] as const)('%s of %j is refused', async (kind, body, status) => {
    expect((await here.as('counter').post(url(kind), body)).statusCode).toBe(status);
  });

  it('is shut to whoever a referral was sent to, who hears of no shelter, and may say in which one she is', async () => {
    await here.as('counter').post('/api/referrals', toPsychology(id));
    expect((await asked('centre', 'whereabouts'))[1]).toMatchObject({ state: 'sealed' });
    expect((await here.as('centre').post(url('whereabouts'), moved)).statusCode).toBe(409);
    const before = await reads();
    expect((await asked('centre', 'shelter-place'))[0]).toBe(404);
    expect((await here.as('centre').get(`/casos/${id}?mostrar=hogar`)).statusCode).toBe(404);
    expect(await readsSince(before)).toEqual(['Refused openShelter care', 'Refused openShelter care']);
    const page = textOf((await here.as('centre').get(`/casos/${id}`)).body);
    expect(page).toContain('Dónde vive o dónde ubicarla Oculto Anotado');
    expect(page).not.toContain('Hogar de acogida');
    expect(page).not.toContain('anotó en qué hogar');
    expect((await here.as('centre').post(url('shelter-place'), shelter)).statusCode).toBe(201);
    expect((await asked('doctor', 'shelter-place'))[0]).toBe(404);
  });

  it('is opened in an emergency, but never a shelter, and whoever tried is on record', async () => {
    const emergency = { case: code, reason: 'LIFE_IN_DANGER', explanation };
    expect((await here.as('doctor').post('/api/emergency-accesses', emergency)).statusCode).toBe(201);
    const before = await reads();
    const doctor = new Browser(here.app, 'doctor');
    const page = await doctor.get(`/casos/${id}?${await now()}`);
    expect(page.html).toContain('?mostrar=domicilio');
    expect(page.html).not.toContain('?mostrar=hogar');
    expect(page.html).not.toContain('anotó en qué hogar');
    expect((await doctor.get(`/casos/${id}?mostrar=domicilio`)).html).toContain(moved.address);
    expect(await asked('doctor', 'whereabouts')).toMatchObject([200, { state: 'shown', place: moved }]);
    expect((await doctor.get(`/casos/${id}?mostrar=hogar`)).status).toBe(404);
    const [status, problem] = await asked('doctor', 'shelter-place');
    expect(status).toBe(404);
    for (const text of [shelter.reach, refuge, 'shelter']) expect(JSON.stringify(problem)).not.toContain(text);
    expect(await readsSince(before)).toEqual([
      ...['SectionOpened location emergency', 'SectionOpened location emergency'],
      ...['Refused openShelter care', 'Refused openShelter care'],
    ]);
    expect((await here.as('doctor').post(url('shelter-place'), shelter)).statusCode).toBe(404);
  });

  it('is told and shown on the page of the case, each hidden until it is asked for', async () => {
    const counter = new Browser(here.app, 'counter');
    const page = await counter.get(`/casos/${id}?${await now()}`);
    for (const text of secrets) expect(page.html).not.toContain(text);
    const filled = {
      address: lives.address,
      reference: lives.reference,
      aggressor: 'KNOWS_IT',
      homeDistrict: 'acolla',
    };
    const after = await counter.send(formTo(page, '/lugares/domicilio'), filled);
    expect(textOf(after.html)).toContain('Comisaría de Familia anotó dónde ubicar a la persona.');
    expect(after.html).not.toContain(lives.address);
    const shown = textOf((await counter.get(`/casos/${id}?mostrar=domicilio`)).html);
    expect(shown).toContain(`${knows} ${lives.address} · ${lives.reference} · Distrito ${acolla.name} ·`);
    expect((await asked('counter', 'whereabouts'))[1]).toMatchObject({ place: { district: acolla.code } });
    const nowhere = await counter.send(formTo(page, '/lugares/domicilio'), { homeDistrict: 'Nowhere' });
    expect([nowhere.status, nowhere.html.includes('Nowhere')]).toEqual([400, false]);
    const sheltered = await counter.send(formTo(after, '/lugares/hogar'), {
      organization: refuge,
      reach: shelter.reach,
    });
    expect(textOf(sheltered.html)).toContain('anotó en qué hogar está acogida la persona');
    const opened = textOf((await counter.get(`/casos/${id}?mostrar=hogar`)).html);
    expect(opened).toContain(`Hogar de acogida Hogar de prueba · ${shelter.reach}`);
    expect(opened).not.toContain(lives.address);
    expect((await counter.send({ ...formTo(page, '/lugares/hogar'), action: `/casos/${id}/lugares/x` })).status).toBe(
      404,
    );
  });

  it('is asked when a case is opened on the page, and taken only with a place', async () => {
    const counter = new Browser(here.app, 'counter');
    const form = formTo(await counter.get('/casos/nuevo'), '/casos/nuevo');
    const filled = { sex: 'F', types: ['PHYSICAL'], principal: 'PHYSICAL', complaint: 'false', condition: 'NEW' };
    const nowhere = await counter.send(form, { ...filled, aggressor: 'KNOWS_IT' });
    expect([nowhere.status, textOf(nowhere.html)]).toEqual([
      422,
      expect.stringContaining('Escriba de qué lugar se trata'),
    ]);
    const nameless = await counter.send(form, { ...filled, homeDistrict: 'San Juan de Nadie' });
    expect([nameless.status, textOf(nameless.html)]).toEqual([
      422,
      expect.stringContaining('No se sabe qué distrito es'),
    ]);
    const place = { address: lives.address, homeDistrict: 'Acolla', aggressor: 'LIVES_THERE' };
    const opened = await counter.send(form, { ...filled, ...place });
    expect(opened.url).toMatch(/^\/casos\/[0-9a-f-]{36}/u);
    expect(opened.html).not.toContain(lives.address);
    const [path = ''] = opened.url.split('?');
    const shown = textOf((await counter.get(`${path}?mostrar=domicilio`)).html);
    expect(shown).toContain(`La persona denunciada vive ahí. ${lives.address} · Distrito ${acolla.name} ·`);
  });

  it('is nothing that a case, a fact, another format or the log says in the clear', async () => {
    const said: unknown[] = [];
    for await (const each of here.platform.facts.readAll()) said.push(each);
    for await (const { events } of here.platform.log.readAll()) said.push(events);
    for (const path of [`/api/cases/${id}`, '/api/cases', '/fhir/Task', '/fhir/ServiceRequest']) {
      const answer = await here.as('counter').get(path);
      expect([path, answer.statusCode]).toEqual([path, 200]);
      said.push(answer.body);
    }
    const past = await here.as('auditor').get(`/api/audit/cases/${id}`);
    expect([past.statusCode, past.body.includes('WhereaboutsRecorded')]).toEqual([200, true]);
    const page = await here.as('auditor').get(`/auditoria/casos/${id}?hasta=3`);
    for (const text of ['Lugar donde ubicarla anotado', '(cerrado)']) expect(page.body).toContain(text);
    said.push(past.body, page.body);
    const all = JSON.stringify(said);
    expect(all).toContain(id);
    for (const text of secrets) expect(all).not.toContain(text);
    const facts = JSON.stringify(said.slice(0, 1));
    for (const word of ['Whereabouts', 'ShelterPlace']) expect(facts).not.toContain(word);
    expect((await here.as('counter').get(`/api/cases/${id}`)).json()).not.toHaveProperty('places');
  });

  it('goes with whoever answers for the case from then on', async () => {
    const given = await here.as('counter').post(`/api/cases/${id}/transfers`, { to: cem, reason: 'COMPETENCE' });
    expect(given.statusCode).toBe(201);
    expect(await asked('centre', 'shelter-place')).toMatchObject([200, { state: 'shown', place: shelter }]);
    expect((await asked('counter', 'shelter-place'))[0]).toBe(404);
  });

  it('is erased each by itself, and then opened and told by nobody', async () => {
    const { person } = told(await here.as('centre').get(`/api/cases/${id}`));
    const erase = async (categories: readonly string[]) => {
      const asking = { ground: 'PERSON_ASKED', categories };
      const { id: erasure } = told(await here.as('officer').post(`/api/rights/persons/${person}/erasures`, asking));
      expect((await here.as('officer-2').post(`/api/rights/erasures/${erasure}/approval`, {})).statusCode).toBe(200);
      const path = `/api/rights/erasures/${erasure}/certificate`;
      return eventually(async () => {
        const answer = await here.as('officer').get(path);
        return answer.statusCode === 200 ? answer.json<object>() : undefined;
      });
    };
    expect(await erase(['shelter'])).toMatchObject({ person, categories: ['shelter'], keys: 1 });
    expect((await asked('centre', 'shelter-place'))[1]).toMatchObject({ state: 'erased' });
    expect((await asked('centre', 'whereabouts'))[1]).toMatchObject({ state: 'shown' });
    expect(await erase(['location'])).toMatchObject({ person, categories: ['location'], keys: 1 });
    expect((await asked('centre', 'whereabouts'))[1]).toMatchObject({ state: 'erased' });
    expect((await here.as('centre').post(url('whereabouts'), moved)).statusCode).toBe(410);
    expect((await here.as('centre').post(url('shelter-place'), shelter)).statusCode).toBe(410);
    const page = textOf((await here.as('centre').get(`/casos/${id}`)).body);
    expect(page).toContain('Dónde vive o dónde ubicarla Oculto · mostrar');
    const shown = textOf((await here.as('centre').get(`/casos/${id}?mostrar=domicilio`)).body);
    expect(shown).toContain('Dónde vive o dónde ubicarla Datos suprimidos');
  });
});
