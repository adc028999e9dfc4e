import { settle } from '../../src/runners.js';
import { newCase, told, toPsychology } from '../acceptance/house.js';
import { type Place, place } from './support.js';

const identity = { name: 'N. de prueba', documentId: '00000000' };
const order = { ground: 'COURT_ORDER', norm: 'Norma de prueba', number: '0042-2026' };

describe('A sealed case', () => {
  let here: Place;
  let id: string;
  let code: string;
  let referral: string;
  beforeAll(async () => {
    here = await place();
    const complaint = { ...newCase, complaint: true };
    id = told(await here.as('counter').post('/api/cases', { ...complaint, identity })).id;
    code = told(await here.as('counter').get(`/api/cases/${id}`)).code;
    referral = told(await here.as('counter').post('/api/referrals', toPsychology(id))).id;
  }, 120_000);
  afterAll(() => here.close());

  const status = async (who: string, url: string): Promise<number> => (await here.as(who).get(url)).statusCode;
  const answers = async () => ({
    owner: await status('counter', `/api/cases/${id}`),
    page: await status('counter', `/casos/${id}`),
    party: await status('centre', `/api/cases/${id}`),
    referral: await status('centre', `/api/referrals/${referral}`),
    reads: await status('officer', `/api/cases/${id}/reads`),
    other: await status('doctor', `/api/cases/${id}`),
  });
  const missed = async (): Promise<number> => {
    let found = 0;
    for await (const { type } of here.platform.log.readStream(`case-${id}`)) found += type === 'DeadlineMissed' ? 1 : 0;
    return found;
  };
  const ask = (who: string, aim: string) => here.as(who).post('/api/sealings', { case: code, aim, ...order });

  it('is asked for by whoever looks after personal data, and by nobody who attends', async () => {
    expect((await ask('counter', 'seal')).statusCode).toBe(403);
    expect((await ask('auditor', 'seal')).statusCode).toBe(403);
    const asked = told(await ask('officer', 'seal'));
    expect(await answers()).toMatchObject({ owner: 200, party: 200 });
    const own = await here.as('officer').post(`/api/sealings/${asked.id}/approval`, {});
    expect([own.statusCode, own.json().code]).toEqual([409, 'sealing/same-person']);
    const read = (await here.as('officer-2').get(`/api/sealings/${asked.id}`)).json();
    expect(read).toMatchObject({ norm: order.norm, number: order.number, status: 'asked' });
    const coordinated = (await here.as('leader').get(`/api/sealings/${asked.id}`)).json();
    expect([coordinated.case, coordinated.number]).toEqual([id, undefined]);
    expect((await here.as('officer-2').post(`/api/sealings/${asked.id}/approval`, {})).statusCode).toBe(201);
  });

  it('is closed to everybody at once: known to those it was open to, and not there for the others', async () => {
    expect(await answers()).toEqual({ owner: 423, page: 423, party: 423, referral: 423, reads: 404, other: 404 });
    const listed = (await here.as('counter').get('/api/cases?limit=100')).json<{ id: string }[]>();
    expect(listed.map((each) => each.id)).not.toContain(id);
  });

  it('says that the keys stay on the server, where nobody said for whom to put them away', async () => {
    const [{ id: sealing } = { id: '' }] = (await here.as('officer').get('/api/sealings')).json<{ id: string }[]>();
    const page = await here.as('officer').get(`/derechos/reservas/${sealing}`);
    expect(page.body).toContain('Las llaves de los datos siguen en el servidor');
  });

  it('opens in no emergency, and to no command', async () => {
    const explanation = 'La persona está aquí y no puede esperar.';
    const emergency = { case: code, reason: 'PERSON_PRESENT', explanation };
    expect((await here.as('doctor').post('/api/emergency-accesses', emergency)).statusCode).toBe(404);
    expect((await here.as('counter').post(`/api/cases/${id}/closure`, { reason: 'OTHER' })).statusCode).toBe(423);
    expect((await here.as('centre').post(`/api/referrals/${referral}/receipt`, {})).statusCode).toBe(423);
  });

  it('has its tasks and clocks run on', async () => {
    expect(await missed()).toBe(0);
    here.clock.advanceTo(new Date(Date.parse(here.clock.now()) + 10 * 24 * 3_600_000).toISOString());
    await settle(here.platform, async () => undefined);
    expect(await missed()).toBeGreaterThan(0);
  });

  it('opens again as it was sealed, on a page', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await here.as('officer-2').get('/derechos')).body).toContain('href="/derechos/reservas"');
    const fields = new URLSearchParams({ case: code, aim: 'unseal', ground: 'DATA_PROTECTION', norm: '', number: '' });
    const whim = await here.as('officer-2').post('/derechos/reservas', fields.toString(), form);
    expect(whim.body).toContain('La reserva la ordenó un juzgado');
    for (const [name, value] of Object.entries(order)) fields.set(name, value);
    const sent = await here.as('officer-2').post('/derechos/reservas', fields.toString(), form);
    const [page = ''] = String(sent.headers.location).split('?');
    expect([sent.statusCode, page.startsWith('/derechos/reservas/')]).toEqual([303, true]);
    expect((await here.as('officer-2').get(page)).body).toContain('decide otra persona');
    expect((await here.as('officer').get('/derechos/reservas')).body).toContain('Levantar la reserva');
    expect((await here.as('officer').post(page, 'decision=approve', form)).statusCode).toBe(303);
    expect(await answers()).toEqual({ owner: 200, page: 200, party: 200, referral: 200, reads: 200, other: 404 });
  });

  it('leaves no word of the order in the clear', async () => {
    for await (const { events } of here.platform.log.readAll()) {
      expect(JSON.stringify(events)).not.toContain(order.number);
    }
  });
});
