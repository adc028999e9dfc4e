import { send } from '../../src/platform.js';
import { settle } from '../../src/runners.js';
import { cem, health, newCase, police, told, toPsychology } from '../acceptance/house.js';
import { type Place, place } from './support.js';

/** Codes somebody might have come by, one after the other, for one login. */
const ofOneLogin = ['counter', 'doctor', 'auditor', 'officer', 'officer-2'] as const;

describe('What takes two persons', () => {
  let here: Place;
  let id: string;
  let code: string;
  beforeAll(async () => {
    here = await place();
    for (const each of ofOneLogin) {
      const command = { do: 'enrol', login: 'one-login', institution: 'datos', country: 'PE', role: 'data-officer' };
      await send(here.platform, 'staff', { id: each, command, commandId: each, actor: 'admin' });
    }
    id = told(await here.as('chief').post('/api/cases', newCase)).id;
    code = told(await here.as('chief').get(`/api/cases/${id}`)).code;
    await settle(here.platform, async () => undefined);
  }, 120_000);
  afterAll(() => here.close());

  const said = async (who: string, url: string, body: object = {}) => {
    const answer = await here.as(who).post(url, body);
    return [answer.statusCode, answer.json<{ code?: string }>().code];
  };
  const asked = async (who: string, url: string, body: object): Promise<string> =>
    told(await here.as(who).post(url, body)).id;
  const seal = (aim: 'seal' | 'unseal') => ({ case: code, aim, ground: 'DATA_PROTECTION' });

  it('is no seal by one person under two codes, nor by two who both coordinate', async () => {
    const byOne = await asked('officer', '/api/sealings', seal('seal'));
    for (const step of ['approval', 'refusal']) {
      expect(await said('officer-2', `/api/sealings/${byOne}/${step}`)).toEqual([409, 'sealing/same-person']);
    }
    expect((await said('leader', `/api/sealings/${byOne}/refusal`))[0]).toBe(201);
    const byTwo = await asked('leader', '/api/sealings', seal('seal'));
    expect(await said('leader-2', `/api/sealings/${byTwo}/approval`)).toEqual([409, 'sealing/no-officer']);
    expect((await said('leader-2', `/api/sealings/${byTwo}/refusal`))[0]).toBe(201);
  });

  it('is no erasure by one person under two codes', async () => {
    const { person } = told(await here.as('chief').get(`/api/cases/${id}`));
    const erasure = await asked('officer', `/api/rights/persons/${person}/erasures`, { ground: 'PERSON_ASKED' });
    const at = `/api/rights/erasures/${erasure}`;
    expect(await said('officer-2', `${at}/approval`)).toEqual([409, 'erasure/same-person']);
    const reason = 'LEGAL_DUTY';
    expect(await said('officer-2', `${at}/refusal`, { reason })).toEqual([409, 'erasure/same-person']);
  });

  it('is no review of an emergency access under another code', async () => {
    const explanation = 'La persona está aquí y no puede esperar.';
    const emergency = { case: code, reason: 'PERSON_PRESENT', explanation };
    const glass = await asked('doctor', '/api/emergency-accesses', emergency);
    const at = `/api/emergency-accesses/${glass}/review`;
    expect(await said('officer', at, { outcome: 'JUSTIFIED' })).toEqual([409, 'glass/own']);
    expect((await said('chief', at, { outcome: 'JUSTIFIED' }))[0]).toBe(201);
  });

  it('is no unmasking by one person under two codes', async () => {
    // Somebody was refused: that is on record.
    expect((await here.as('centre').get(`/api/cases/${id}`)).statusCode).toBe(404);
    const { session, reads } = (await here.as('auditor').get(`/api/audit/reads?case=${id}`)).json<{
      session: string;
      reads: readonly { person: string }[];
    }>();
    const pseudonym = reads.at(-1)?.person;
    const asking = { pseudonym, session, reason: 'UNUSUAL_READS' };
    const at = `/api/audit/unmaskings/${await asked('auditor', '/api/audit/unmaskings', asking)}`;
    expect(await said('officer', `${at}/approval`)).toEqual([409, 'unmasking/same-person']);
    expect(await said('officer', `${at}/refusal`)).toEqual([409, 'unmasking/same-person']);
  });

  it('is no support approved under another code than it was asked for with', async () => {
    const fund = '/api/funds/fondo-de-prueba';
    const opening = { id: 'fondo-de-prueba', name: 'Fondo', administrator: police };
    const line = { line: 'L1', name: 'Presupuesto', source: 'mesa-150112', currency: 'PEN', cents: 20_000 };
    await asked('leader', '/api/funds', opening);
    await asked('leader', `${fund}/lines`, line);
    const referral = await asked('counter', '/api/referrals', toPsychology(id));
    const support = { referral, line: 'L1', purpose: 'TRANSPORT', units: 1, cents: 500 };
    const request = await asked('counter', `${fund}/requests`, support);
    const enrolled = { do: 'enrol', institution: police, country: 'PE', role: 'supervisor' };
    const again = { ...enrolled, login: 'one-login' };
    await send(here.platform, 'staff', { id: 'chief', command: again, commandId: 'chief', actor: 'admin' });
    await settle(here.platform, async () => undefined);
    const approval = `${fund}/requests/${request}/approval`;
    expect(await said('chief', approval)).toEqual([409, 'fund/own-request']);
    await send(here.platform, 'staff', {
      ...{ id: 'chief', actor: 'admin', commandId: 'chief-2' },
      command: { do: 'change-login', login: 'another-login' },
    });
    await settle(here.platform, async () => undefined);
    expect((await said('chief', approval))[0]).toBe(201);
  });

  it('is no say over oneself under another code', async () => {
    for (const code of ['admin', 'admin-2', 'cem-95']) {
      const login = code === 'cem-95' ? 'of-another' : 'of-the-administrator';
      const command = { do: 'enrol', login, institution: 'administracion', country: 'PE', role: 'worker' };
      await send(here.platform, 'staff', { id: code, command, commandId: code, actor: 'setup' });
    }
    await settle(here.platform, async () => undefined);
    const suspend = async (code: string) =>
      (await said('admin', `/api/staff/${code}/suspension`, { reason: 'LEAVE' }))[0];
    expect([await suspend('admin'), await suspend('admin-2'), await suspend('cem-95')]).toEqual([403, 403, 201]);
  });

  it('is no emergency access under another code while one of theirs waits for its review too long', async () => {
    const explanation = 'La persona está aquí y no puede esperar.';
    const other = told(await here.as('chief').post('/api/cases', newCase)).id;
    const { code: of } = told(await here.as('chief').get(`/api/cases/${other}`));
    const emergency = { case: of, reason: 'PERSON_PRESENT', explanation };
    await asked('doctor', '/api/emergency-accesses', emergency);
    const again = { do: 'enrol', login: 'one-login', institution: cem, country: 'PE', role: 'worker' };
    await send(here.platform, 'staff', { id: 'centre', command: again, commandId: 'centre', actor: 'admin' });
    here.clock.advanceTo(new Date(Date.parse(here.clock.now()) + 73 * 3_600_000).toISOString());
    await settle(here.platform, async () => undefined);
    expect(await said('centre', '/api/emergency-accesses', emergency)).toEqual([409, 'glass/review-overdue']);
    expect((await said('centre-2', '/api/emergency-accesses', emergency))[0]).toBe(201);
  });

  it('is no new beginning for whoever left and was enrolled anew, in the same institution or another', async () => {
    const explanation = 'La persona está aquí y no puede esperar.';
    const other = told(await here.as('chief').post('/api/cases', newCase)).id;
    const { code: of } = told(await here.as('chief').get(`/api/cases/${other}`));
    const emergency = { case: of, reason: 'PERSON_PRESENT', explanation };
    const staff = (id: string, command: object, login = 'of-who-moves') =>
      send(here.platform, 'staff', {
        ...{ id, commandId: `${id}-${JSON.stringify(command)}`, actor: 'admin' },
        command: { login, country: 'PE', role: 'worker', ...command },
      });
    await staff('moved-0', { do: 'enrol', institution: health });
    const id = told(await here.as('moved-0').post('/api/emergency-accesses', emergency)).id;
    await staff('moved-0', { do: 'end' });
    await staff('moved-1', { do: 'enrol', institution: health });
    await staff('moved-2', { do: 'enrol', institution: cem });
    await settle(here.platform, async () => undefined);
    here.clock.advanceTo(new Date(Date.parse(here.clock.now()) + 72 * 3_600_000).toISOString());
    for (const code of ['moved-1', 'moved-2']) {
      expect(await said(code, '/api/emergency-accesses', emergency)).toEqual([409, 'glass/review-overdue']);
    }
    const condemned = await said('chief', `/api/emergency-accesses/${id}/review`, { outcome: 'NOT_JUSTIFIED' });
    expect(condemned[0]).toBe(201);
    for (const code of ['moved-1', 'moved-2']) {
      expect(await said(code, '/api/emergency-accesses', emergency)).toEqual([409, 'glass/not-justified']);
    }
  });
});
