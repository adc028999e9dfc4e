import { LogUnavailable } from '#event-log';
import { send } from '../../src/platform.js';
import { eventually, newCase, serviceOf, cem, told, toPsychology } from '../acceptance/house.js';
import { type Place, place } from './support.js';

const identity = { name: 'N. de prueba', documentId: '00000000' };
const explanation = 'La persona está aquí y no puede esperar.';
const emergency = (code: string) => ({ case: code, reason: 'PERSON_PRESENT', explanation });

describe('Who may see a case', () => {
  let here: Place;
  beforeAll(async () => {
    here = await place();
  }, 120_000);
  afterAll(() => here.close());

  const opened = async (): Promise<{ readonly id: string; readonly code: string }> => {
    const { id } = told(await here.as('counter').post('/api/cases', { ...newCase, identity }));
    return { id, code: told(await here.as('counter').get(`/api/cases/${id}`)).code };
  };
  const later = (ms: number): void => here.clock.advanceTo(new Date(Date.parse(here.clock.now()) + ms).toISOString());
  const status = async (who: string, url: string): Promise<number> => (await here.as(who).get(url)).statusCode;
  const identityFor = async (who: string, id: string): Promise<unknown> =>
    (await here.as(who).get(`/api/cases/${id}?reveal=identity`)).json().identityState;

  it('is whoever answers for it, and nobody who leads, audits or looks after data', async () => {
    const { id } = await opened();
    expect(await identityFor('counter', id)).toBe('shown');
    expect(await identityFor('chief', id)).toBe('shown');
    for (const who of ['doctor', 'leader', 'member', 'auditor', 'officer', 'admin', 'evaluator']) {
      expect([who, await status(who, `/api/cases/${id}`)]).toEqual([who, 404]);
    }
  });

  it('cannot be told from the answer to a case that is not there', async () => {
    const { id } = await opened();
    const absent = '00000000-0000-4000-8000-000000000000';
    const [theirs, none] = await Promise.all([id, absent].map((each) => here.as('doctor').get(`/api/cases/${each}`)));
    const told = (answer: typeof theirs) => ({ ...answer?.json<Record<string, unknown>>(), instance: '' });
    expect(told(theirs)).toEqual(told(none));
  });

  it('is who a living referral was handed to, until the consent is withdrawn', async () => {
    const { id } = await opened();
    expect(await status('centre', `/api/cases/${id}`)).toBe(404);
    const sent = told(await here.as('counter').post('/api/referrals', { ...toPsychology(id), note: 'con cuidado' }));
    expect(await status('centre', `/api/cases/${id}`)).toBe(200);
    expect(await identityFor('centre', id)).toBe('sealed');
    await here.as('counter').post(`/api/referrals/${sent.id}/consent-withdrawal`, {});
    await eventually(async () => ((await status('centre', `/api/cases/${id}`)) === 404 ? true : undefined));
    const left = (await here.as('centre').get(`/api/referrals/${sent.id}`)).json();
    expect(left.messageState).toBe('ended');
  });

  it('is no party any more once the consent has run out by itself', async () => {
    const { id } = await opened();
    const until = new Date(Date.parse(here.clock.now()) + 3_600_000).toISOString();
    const consent = { basis: 'consented', mode: 'VERBAL', language: 'ES', until };
    const to = { organization: cem, service: serviceOf(cem, 'PSYCHOLOGY') };
    await here.as('counter').post('/api/referrals', { ...toPsychology(id), to, consent });
    expect(await status('centre', `/api/cases/${id}`)).toBe(200);
    later(2 * 3_600_000);
    expect(await status('centre', `/api/cases/${id}`)).toBe(404);
  });

  it('is nobody who is concerned in it, in no emergency either', async () => {
    const { id, code } = await opened();
    const said = await here.as('chief').post(`/api/cases/${id}/conflicts`, { staff: 'counter', kind: 'RELATIVE' });
    expect(said.statusCode).toBe(201);
    await eventually(async () => ((await status('counter', `/api/cases/${id}`)) === 404 ? true : undefined));
    const listed = (await here.as('counter').get('/api/cases?limit=100')).json<{ id: string }[]>();
    expect(listed.map((each) => each.id)).not.toContain(id);
    expect((await here.as('counter').post('/api/emergency-accesses', emergency(code))).statusCode).toBe(404);
    await here.as('chief').post(`/api/cases/${id}/conflicts`, { staff: 'doctor', kind: 'AGGRESSOR' });
    await eventually(async () =>
      (await here.as('doctor').post('/api/emergency-accesses', emergency(code))).statusCode === 404 ? true : undefined,
    );
  });

  it('is, for an hour and on record, whoever takes emergency access', async () => {
    const { id, code } = await opened();
    const short = await here.as('doctor').post('/api/emergency-accesses', { ...emergency(code), explanation: 'corto' });
    expect(short.statusCode).toBe(400);
    for (const who of ['leader', 'auditor', 'officer']) {
      expect((await here.as(who).post('/api/emergency-accesses', emergency(code))).statusCode).toBe(403);
    }
    const broken = await here.as('doctor').post('/api/emergency-accesses', emergency(code));
    expect([broken.statusCode, broken.json().case]).toEqual([201, id]);
    expect(await identityFor('doctor', id)).toBe('shown');
    expect((await here.as('doctor').post(`/api/cases/${id}/closure`, { reason: 'OTHER' })).statusCode).toBe(404);
    const glass = broken.json().id as string;
    expect(
      (await here.as('doctor').post(`/api/emergency-accesses/${glass}/review`, { outcome: 'JUSTIFIED' })).statusCode,
    ).toBe(403);
    const read = (await here.as('officer').get(`/api/emergency-accesses/${glass}`)).json();
    expect(read.explanation).toBe(explanation);
    later(61 * 60_000);
    expect(await status('doctor', `/api/cases/${id}`)).toBe(404);
    later(72 * 3_600_000);
    const other = await opened();
    const refused = await here.as('doctor').post('/api/emergency-accesses', emergency(other.code));
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'glass/review-overdue']);
    await here.as('officer').post(`/api/emergency-accesses/${glass}/review`, { outcome: 'JUSTIFIED' });
    expect((await here.as('doctor').post('/api/emergency-accesses', emergency(other.code))).statusCode).toBe(201);
  });

  it('is asked for in an emergency on a page, and looked back at on another', async () => {
    const { id, code } = await opened();
    expect((await here.as('centre').get('/emergencia')).body).toContain('60 minutos');
    const form = { case: code, reason: 'LIFE_IN_DANGER', explanation };
    const sent = await here.as('centre').post('/emergencia', new URLSearchParams(form).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([sent.statusCode, String(sent.headers.location).split('?')[0]]).toEqual([303, `/casos/${id}`]);
    expect((await here.as('centre').get(`/casos/${id}?mostrar=nombre`)).body).toContain(identity.name);
    expect(await status('centre-2', `/casos/${id}`)).toBe(404);
    const list = (await here.as('officer').get('/emergencia/revisiones')).body;
    const taken = (await here.as('officer').get('/api/emergency-accesses')).json<{ id: string; case: string }[]>();
    const glass = taken.find((each) => each.case === id)?.id;
    expect(list).toContain(`href="/emergencia/revisiones/${glass}"`);
    const page = await here.as('officer').get(`/emergencia/revisiones/${glass}`);
    expect([page.statusCode, page.body.includes(explanation)]).toEqual([200, true]);
    const said = await here.as('officer').post(`/emergencia/revisiones/${glass}`, 'outcome=NOT_JUSTIFIED', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(said.statusCode).toBe(303);
    await eventually(async () => ((await status('centre', `/api/cases/${id}`)) === 404 ? true : undefined));
    const again = await here.as('centre').post('/api/emergency-accesses', emergency(code));
    expect([again.statusCode, again.json().code]).toEqual([409, 'glass/not-justified']);
  });

  it('is told, through who answers for it, who looked: by institution and role', async () => {
    const { id } = await opened();
    await identityFor('counter', id);
    await status('doctor', `/api/cases/${id}`);
    const reads = (await here.as('chief').get(`/api/cases/${id}/reads`)).json<Record<string, string>[]>();
    expect(reads.map(({ role, purpose, what, outcome }) => [role, purpose, what, outcome])).toEqual(
      expect.arrayContaining([
        ['worker', 'care', 'identity', 'opened'],
        ['worker', 'care', 'readCase', 'refused'],
      ]),
    );
    expect(JSON.stringify(reads)).not.toMatch(/counter|doctor/);
    expect(await status('doctor', `/api/cases/${id}/reads`)).toBe(404);
    expect((await here.as('chief').get(`/casos/${id}/lecturas`)).body).toContain('Nombre y documento');
  });

  it('is not whoever would take over somebody’s login, or enrol abroad', async () => {
    const clerk = { code: 'cem-90', issuer: 'https://idp.test', subject: 'a', institution: cem, role: 'worker' };
    const post = async (who: string, url: string, body: object) => (await here.as(who).post(url, body)).statusCode;
    expect(await post('leader', '/api/staff', clerk)).toBe(201);
    const login = { issuer: 'https://idp.test', subject: 'b' };
    expect(await post('leader', '/api/staff/cem-90/login', login)).toBe(403);
    expect(await post('admin', '/api/staff/cem-90/login', login)).toBe(201);

    const founded = { organization: 'bo-unidad', name: 'Unidad', kind: 'SLIM', country: 'BO', district: '020105' };
    const command = { do: 'register', ...founded };
    await send(here.platform, 'organization', { id: 'bo-unidad', command, actor: 'setup', commandId: 'bo-unidad' });
    const abroad = { ...clerk, code: 'bo-90', subject: 'c', institution: 'bo-unidad' };
    await eventually(async () => ((await post('leader', '/api/staff', abroad)) === 403 ? true : undefined));
    expect(await post('admin', '/api/staff', abroad)).toBe(201);
    expect(await post('leader', '/api/staff/bo-90/suspension', { reason: 'OTHER' })).toBe(403);
  });

  it('is not whoever had a conflict under an earlier code, nor whom somebody else lets in again', async () => {
    const { id } = await opened();
    const url = `/api/cases/${id}/conflicts`;
    await here.as('counter').post('/api/referrals', toPsychology(id));
    const post = async (who: string, at: string, body: object) => (await here.as(who).post(at, body)).statusCode;
    const account = { issuer: 'https://idp.test', subject: 'twice', institution: cem, role: 'worker' };
    expect(await post('admin', '/api/staff', { ...account, code: 'cem-91' })).toBe(201);
    expect(await post('admin', '/api/staff/cem-91/departure', {})).toBe(201);
    await eventually(async () =>
      (await here.as('admin').get('/api/staff/cem-91')).json().status === 'ended' ? true : undefined,
    );
    expect(await post('admin', '/api/staff', { ...account, code: 'centre-2' })).toBe(201);
    expect(await status('centre-2', `/api/cases/${id}`)).toBe(200);
    expect(await post('centre', url, { staff: 'counter', kind: 'RELATIVE' })).toBe(403);
    expect(await post('centre', url, { staff: 'cem-91', kind: 'RELATIVE' })).toBe(201);
    await eventually(async () => ((await status('centre-2', `/api/cases/${id}`)) === 404 ? true : undefined));
    expect(await post('centre', `${url}/cem-91/lifting`, {})).toBe(404);
    expect(await post('counter', `${url}/cem-91/lifting`, {})).toBe(201);
    await eventually(async () => ((await status('centre-2', `/api/cases/${id}`)) === 200 ? true : undefined));
  });

  it('is again whom their own institution would let in only if whoever looks after personal data does', async () => {
    const { id } = await opened();
    const url = `/api/cases/${id}/conflicts`;
    const said = async (who: string, at: string, body: object = {}) => {
      const answer = await here.as(who).post(at, body);
      return [answer.statusCode, answer.json<{ code?: string }>().code];
    };
    expect(await said('chief', url, { staff: 'nobody-known', kind: 'RELATIVE' })).toEqual([
      422,
      'conflict/unknown-person',
    ]);
    expect((await said('chief', url, { staff: 'counter', kind: 'RELATIVE' }))[0]).toBe(201);
    await eventually(async () => ((await status('counter', `/api/cases/${id}`)) === 404 ? true : undefined));
    expect((await said('counter', `${url}/counter/lifting`))[0]).toBe(404);
    expect(await said('chief', `${url}/counter/lifting`)).toEqual([403, 'forbidden']);
    expect(await said('chief', `${url}/nobody-known/lifting`)).toEqual([403, 'forbidden']);
    const reads = (await here.as('chief').get(`/api/cases/${id}/reads`)).json<Record<string, string>[]>();
    const refused = reads.filter(({ what, outcome }) => what === 'liftConflict' && outcome === 'refused');
    // Counter's own try, and the two of the chief.
    expect(refused.map(({ role, purpose }) => [role, purpose])).toEqual([
      ['supervisor', 'review'],
      ['supervisor', 'review'],
      ['worker', 'care'],
    ]);
    expect((await said('officer', `${url}/counter/lifting`))[0]).toBe(201);
    await eventually(async () => ((await status('counter', `/api/cases/${id}`)) === 200 ? true : undefined));
  });

  it('is each in a list of theirs, and no other', async () => {
    const listed = (await here.as('counter').get('/api/cases?limit=100')).json<{ id: string }[]>();
    const ids = new Set(listed.map(({ id }) => id));
    for (const event of (await collect(here)).filter((each) => each.type === 'CaseOpened')) {
      const id = event.stream.slice('case-'.length);
      expect([id, ids.has(id)]).toEqual([id, (await status('counter', `/api/cases/${id}`)) === 200]);
    }
  });
});

async function collect({ platform }: Place) {
  const found: { readonly type: string; readonly stream: string }[] = [];
  for await (const { events } of platform.log.readAll()) found.push(...events);
  return found;
}

it('nothing is shown, and nobody is refused, where it cannot be written down', async () => {
  let fails = false;
  const here = await place((platform) => {
    const { reads } = platform;
    const failing = new Proxy(reads, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (name === 'append' && fails) return () => Promise.reject(new LogUnavailable('not-written', 'disk full'));
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    return { ...platform, reads: failing };
  });
  try {
    const { id } = told(await here.as('counter').post('/api/cases', { ...newCase, identity }));
    expect((await here.as('counter').get(`/api/cases/${id}?reveal=identity`)).statusCode).toBe(200);
    fails = true;
    const shown = await here.as('counter').get(`/api/cases/${id}?reveal=identity`);
    expect([shown.statusCode, shown.body.includes(identity.name)]).toEqual([503, false]);
    expect((await here.as('doctor').get(`/api/cases/${id}`)).statusCode).toBe(503);
    expect((await here.as('counter').get(`/api/cases/${id}`)).statusCode).toBe(503);
  } finally {
    await here.close();
  }
}, 120_000);
