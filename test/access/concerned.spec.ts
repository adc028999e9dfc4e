import { settle } from '../../src/runners.js';
import { cem, eventually, newCase, told, toPsychology } from '../acceptance/house.js';
import { type Place, place } from './support.js';

const identity = { name: 'N. de prueba', documentId: '00000000' };
const explanation = 'La persona está aquí y no puede esperar.';

interface Found {
  readonly own: readonly object[];
  readonly elsewhere: boolean;
}
interface Entry {
  readonly resource: { readonly id: string };
}
interface Opened {
  readonly id: string;
  readonly code: string;
  readonly person: string;
}

describe('Whoever is concerned in a case', () => {
  let here: Place;
  beforeAll(async () => {
    here = await place();
  }, 120_000);
  afterAll(() => here.close());

  const settled = () => settle(here.platform, async () => undefined);
  const done = async (who: string, url: string, body: object = {}) => {
    const answer = await here.as(who).post(url, body);
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
    return told(answer);
  };
  const status = async (who: string, url: string): Promise<number> => (await here.as(who).get(url)).statusCode;
  const opened = async (more: object = {}): Promise<Opened> => {
    const { id } = await done('counter', '/api/cases', { ...newCase, identity, ...more });
    await settled();
    const { code, person } = told(await here.as('chief').get(`/api/cases/${id}`));
    return { id, code, person };
  };
  const declared = async (staff: string, { id }: Opened): Promise<void> => {
    await done('chief', `/api/cases/${id}/conflicts`, { staff, kind: 'RELATIVE' });
    await settled();
  };
  const said = async (who: string, { person }: Opened, other: Opened, what: 'links' | 'unlinks'): Promise<void> => {
    const reason = what === 'links' ? { reason: 'COMPARED' } : {};
    await done(who, `/api/persons/${person}/${what}`, { other: other.person, ...reason });
    await settled();
  };

  describe('is concerned in the person’s other cases as well', () => {
    const seenBy = async (who: string, ...cases: readonly Opened[]): Promise<readonly number[]> =>
      Promise.all(cases.map(({ id }) => status(who, `/api/cases/${id}`)));

    it('in one that is there, and in one opened later', async () => {
      const first = await opened();
      const again = { person: first.person, condition: 'REPEAT_SAME' };
      const second = await opened(again);
      expect(await seenBy('counter', first, second)).toEqual([200, 200]);
      await declared('counter', second);
      const { id } = await done('chief', '/api/cases', { ...newCase, ...again });
      await settled();
      const third = { ...first, id };
      expect(await seenBy('counter', first, second, third)).toEqual([404, 404, 404]);
      expect(await seenBy('chief', first, second, third)).toEqual([200, 200, 200]);
      expect(await status('counter', `/api/persons/${first.person}`)).toBe(404);
      // Nor do they open another one of hers.
      const more = await here.as('counter').post('/api/cases', { ...newCase, ...again });
      expect([more.statusCode, told(more)]).toMatchObject([422, { code: 'case/unknown-person' }]);
    });

    it('as long as the records are linked, directly or over another one', async () => {
      const [one, between, other, apart] = [await opened(), await opened(), await opened(), await opened()];
      await declared('counter', one);
      expect(await seenBy('counter', one, between, other, apart)).toEqual([404, 200, 200, 200]);
      await said('chief', one, between, 'links');
      await said('chief', other, between, 'links');
      expect(await seenBy('counter', one, between, other, apart)).toEqual([404, 404, 404, 200]);
      await said('chief', one, between, 'unlinks');
      expect(await seenBy('counter', one, between, other, apart)).toEqual([404, 200, 200, 200]);
    });

    it('at whatever institution it is, in no emergency either, until it is lifted where it was said', async () => {
      const [first, second] = [await opened(), await opened()];
      await done('counter', `/api/cases/${second.id}/transfers`, { to: cem, reason: 'COMPETENCE' });
      await settled();
      await declared('doctor', first);
      await declared('centre', first);
      expect(await seenBy('centre', second)).toEqual([200]);
      const pair = { say: 'link', one: first.id, other: second.id, reason: 'COMPARED' };
      expect((await here.as('leader').post('/casos/personas/respuesta', pair)).statusCode).toBe(303);
      await settled();
      expect([await seenBy('centre', second), await seenBy('centre-2', second)]).toEqual([[404], [200]]);
      const emergency = { case: second.code, reason: 'PERSON_PRESENT', explanation };
      expect((await here.as('doctor').post('/api/emergency-accesses', emergency)).statusCode).toBe(404);
      await done('officer', `/api/cases/${second.id}/conflicts/centre/lifting`);
      await settled();
      expect(await seenBy('centre', second)).toEqual([404]);
      await done('officer', `/api/cases/${first.id}/conflicts/centre/lifting`);
      await settled();
      expect(await seenBy('centre', second)).toEqual([200]);
    });
  });

  it('finds nobody like her, neither through the API nor on the page', async () => {
    const her = { name: 'Prudencia Ticona Ilave', documentId: '70000002' };
    const known = await opened({ identity: her });
    const found = async (who: string) => {
      const { own, elsewhere } = (await here.as(who).post('/api/persons/similar', her)).json<Found>();
      return elsewhere ? 'elsewhere' : own.length;
    };
    await eventually(async () => (await found('counter')) === 1 || undefined);
    expect(await found('doctor')).toBe('elsewhere');
    await declared('counter', known);
    await declared('doctor', known);
    expect([await found('counter'), await found('doctor'), await found('chief')]).toEqual([0, 0, 1]);
    const { district, entry, sex, types, principal } = newCase;
    const form = {
      district,
      entry,
      sex,
      types: types[0] ?? '',
      principal,
      condition: 'NEW',
      complaint: 'false',
      ...her,
    };
    const page = await here.as('doctor').post('/casos/nuevo', new URLSearchParams(form).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([page.statusCode, page.body.includes('Otra institución')]).toEqual([303, false]);
  });

  it('reviews no emergency access to it, and seals and unseals nothing of it', async () => {
    const known = await opened();
    const emergency = { case: known.code, reason: 'PERSON_PRESENT', explanation };
    const glass = (await done('doctor', '/api/emergency-accesses', emergency)).id;
    const asking = { case: known.code, aim: 'seal', ground: 'DATA_PROTECTION' };
    const sealing = (await done('leader', '/api/sealings', asking)).id;
    const shown = async (who: string) => ({
      glass: await status(who, `/api/emergency-accesses/${glass}`),
      glasses: (await here.as(who).get('/api/emergency-accesses')).body.includes(glass),
      page: (await here.as(who).get('/emergencia/revisiones')).body.includes(glass),
      sealing: await status(who, `/api/sealings/${sealing}`),
      sealings: (await here.as(who).get('/api/sealings')).body.includes(sealing),
      sealingPage: (await here.as(who).get('/derechos/reservas')).body.includes(sealing),
      reads: await status(who, `/api/cases/${known.id}/reads`),
      rights: await status(who, `/api/rights/persons/${known.person}`),
      of: await status(who, `/api/cases/${known.id}/conflicts`),
    });
    const everything = { glass: 200, glasses: true, page: true, sealing: 200, sealings: true, sealingPage: true };
    expect(await shown('officer')).toEqual({ ...everything, reads: 200, rights: 200, of: 200 });
    await declared('officer', known);
    const nothing = { glass: 404, glasses: false, page: false, sealing: 404, sealings: false, sealingPage: false };
    expect(await shown('officer')).toEqual({ ...nothing, reads: 404, rights: 404, of: 404 });
    const answers = async (who: string) => {
      const posted = [
        [`/api/emergency-accesses/${glass}/review`, { outcome: 'JUSTIFIED' }],
        [`/api/sealings/${sealing}/approval`, {}],
        ['/api/sealings', asking],
        [`/api/cases/${known.id}/conflicts/officer/lifting`, {}],
      ] as const;
      return Promise.all(posted.map(async ([url, body]) => (await here.as(who).post(url, body)).statusCode));
    };
    expect(await answers('officer')).toEqual([404, 404, 404, 404]);
    // Whoever took the access is concerned as well, it turns out: they do not even see that they did.
    await declared('doctor', known);
    expect(await status('doctor', `/api/emergency-accesses/${glass}`)).toBe(404);
    expect((await shown('officer-2')).glass).toBe(200);
  });

  it('comes to it through no other door: of the referrals, of other systems, of a fund', async () => {
    const known = await opened();
    const referral = (await done('counter', '/api/referrals', toPsychology(known.id))).id;
    const fund = '/api/funds/fondo-de-prueba';
    await done('leader', '/api/funds', { id: 'fondo-de-prueba', name: 'Fondo', administrator: cem });
    const line = { line: 'L1', name: 'Presupuesto', source: 'mesa-150112', currency: 'PEN', cents: 20_000 };
    await done('leader', `${fund}/lines`, line);
    const support = { referral, line: 'L1', purpose: 'TRANSPORT', units: 1, cents: 500 };
    const request = (await done('counter', `${fund}/requests`, support)).id;
    await settled();
    const resources = async (type: string): Promise<readonly string[]> => {
      const { entry = [] } = (await here.as('centre').get(`/fhir/${type}`)).json<{ entry?: Entry[] }>();
      return entry.map(({ resource }) => resource.id).filter((id) => id.startsWith(referral));
    };
    const types = ['ServiceRequest', 'Task', 'Consent'];
    const ids = await Promise.all(types.map(resources));
    const urls = [
      ...types.flatMap((type, index) => (ids[index] ?? []).map((id) => `/fhir/${type}/${id}`)),
      ...['', '/alternatives'].map((below) => `/api/referrals/${referral}${below}`),
      ...['', '/otro-servicio'].map((below) => `/derivaciones/${referral}${below}`),
      ...[`/api/cases/${known.id}`, `/casos/${known.id}`, `${fund}/requests/${request}`],
    ];
    expect(urls.length).toBeGreaterThan(9);
    const lists = [
      ...types.map((type) => `/fhir/${type}`),
      ...['/', '/derivaciones', `/derivar?caso=${known.id}`, '/programas/fondos/fondo-de-prueba'],
      ...['/api/referrals?box=to', '/api/referrals?box=from', `${fund}/requests`],
    ];
    const named = async (who: string) => {
      const bodies = await Promise.all(lists.map(async (url) => (await here.as(who).get(url)).body));
      const names = [known.id, known.code, referral, request];
      // What an address asked for is said again in what links to it.
      const said = bodies.map((body) => body.replaceAll(new RegExp(`(caso=|value=")${known.id}`, 'g'), ''));
      return lists.filter((_, index) => names.some((name) => said[index]?.includes(name)));
    };
    expect(await Promise.all(urls.map((url) => status('centre', url)))).toEqual(urls.map(() => 200));
    const before = new Set([...(await named('centre')), ...(await named('counter'))]);
    expect(lists.filter((url) => !before.has(url))).toEqual([]);
    for (const staff of ['counter', 'centre']) await declared(staff, known);
    for (const who of ['counter', 'centre']) {
      expect([who, await Promise.all(urls.map((url) => status(who, url)))]).toEqual([who, urls.map(() => 404)]);
      expect([who, await named(who)]).toEqual([who, []]);
    }
    const more = await here.as('counter').post('/api/referrals', toPsychology(known.id));
    const again = await here.as('counter').post(`${fund}/requests`, support);
    const approval = await here.as('centre').post(`${fund}/requests/${request}/approval`, {});
    expect([more, again, approval].map(({ statusCode }) => statusCode)).toEqual([404, 422, 404]);
    expect(await named('centre-2')).not.toEqual([]);
  });

  it('replays nothing of it, nor of its referrals, whose name and place they do not find either', async () => {
    const known = await opened();
    const referral = (await done('counter', '/api/referrals', toPsychology(known.id))).id;
    const { code } = told(await here.as('centre').get(`/api/referrals/${referral}`));
    await settled();
    const now = `position:${await here.platform.log.head()}`;
    const each = ['cases', 'referrals'].map((kind) => `${kind}/${kind === 'cases' ? known.id : referral}`);
    const urls = [
      ...each.map((path) => `/api/audit/${path}`),
      ...each.map((path) => `/api/audit/${path}/reads`),
      ...each.map((path) => `/api/audit/${path}/differences?from=0&to=1`),
      ...each.map((path) => `/api/audit/${path}/changes?from=${now}&to=${now}`),
      ...[`/auditoria/casos/${known.id}`, `/auditoria/derivaciones/${referral}`],
      ...[`/auditoria?code=${known.code}`, `/auditoria?code=${code}`],
    ];
    const statuses = () => Promise.all(urls.map((url) => status('auditor', url)));
    const at = 'pe-150112-comisaria-familia';
    const queues = ['cases', 'clocks', 'sent'].map((queue) => `/api/audit/queues/${at}/${queue}`);
    const naming = [
      ...queues,
      ...queues.map((queue) => `${queue}/changes?from=known:2026-03-01T00:00:00Z&to=${now}`),
      ...['cases', 'sent'].map((queue) => `/auditoria/colas?institucion=${at}&cola=${queue}`),
      ...[`/auditoria/momento?codigo=${known.code}`, `/auditoria/momento?codigo=${code}`],
      ...['/api/audit/reads', `/api/audit/reads?case=${known.id}`],
    ];
    const named = async () => {
      const bodies = await Promise.all(naming.map(async (url) => (await here.as('auditor').get(url)).body));
      const names = (url: string) => (url.includes('/colas') ? [known.code, code] : [known.id, referral]);
      return naming.filter((url, index) => names(url).some((name) => bodies[index]?.includes(name)));
    };
    // That somebody was refused is on record, and read.
    expect(await status('doctor', `/api/cases/${known.id}`)).toBe(404);
    expect(await statuses()).toEqual([...Array<number>(10).fill(200), 303, 303]);
    expect(await named()).toEqual(naming);
    await declared('auditor', known);
    expect(await statuses()).toEqual(Array<number>(12).fill(404));
    expect(await named()).toEqual([]);
    const clocks = { case: known.id, inForceOn: '2026-03-09' };
    expect((await here.as('auditor').post('/api/audit/what-if', clocks)).statusCode).toBe(404);
  });
});
