import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SimulatedClock } from '#event-log';
import { createService, fileNotices, ServiceLog } from '#service';
import { AppModule } from '../../src/app.module.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import type { Platform } from '../../src/platform.js';
import type { Report } from '../../src/report/domain/model.js';
import { Caller, eventually, newCase, start, told } from './house.js';

const police = 'pe-150112-comisaria';
const centre = 'pe-150110-cem';
const counter = 'demo-comisaria-01';
const psychologist = 'demo-pe-150110-cem-01';
const board = 'mesa-lima-norte';

const policeStation = {
  id: police,
  name: 'Comisaría de prueba',
  organization_type: 'POLICE_FAMILY',
  country: 'PE',
  district: '150112',
};
const emergencyCentre = {
  id: centre,
  name: 'CEM de prueba',
  organization_type: 'CEM',
  country: 'PE',
  district: '150110',
};
const protection = { id: 'proteccion', name: 'Protección', service_type: 'POLICE_PROTECTION' };
const psychology = {
  id: 'psicologia',
  name: 'Atención psicológica',
  service_type: 'PSYCHOLOGY',
  minimum_age: 12,
  maximum_age: 99,
  schedules: [{ byday: 'MO,TU', opens_at: '08:00', closes_at: '16:15' }],
};
const table = {
  id: board,
  name: 'Mesa de Lima Norte',
  kind: 'voluntary',
  level: 'provincial',
  country: 'PE',
  place: 'Lima Norte',
  territory: ['150112', '150110'],
};
const seat = { organization: police, seat: 'policia', from: '2026-03-01' };
const census = { district: '150112', year: 2020, inhabitants: 241_414, source: 'INEI-2020' };

describe('On an empty store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-setup-'));
  let platform: Platform;
  let app: NestFastifyApplication;
  let coordinator: Caller;
  beforeAll(async () => {
    const paths = storeAt(join(folder, 'data'), join(folder, 'vault'), join(folder, 'vault-copy'));
    platform = await openEmbedded({ paths, clock: new SimulatedClock(start) });
    app = await createService(AppModule.on(platform, { notices: await fileNotices(paths.notices) }), {
      log: new ServiceLog('error', { write: () => undefined }),
      api: { title: 'Chaski', version: 'test' },
    });
    coordinator = new Caller(app, 'demo-coordinacion');
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const institutions = '/api/directory/organizations';

  /** Sends what must be taken. */
  const founded = async (url: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await coordinator.post(url, body, headers);
    expect([url, answer.body, answer.statusCode]).toEqual([url, expect.any(String), 201]);
    expect(answer.headers).toMatchObject({ etag: expect.any(String), 'log-position': expect.any(String) });
    return answer;
  };

  /** Sends what must be refused; checks that nothing was written. */
  const refused = async (url: string, body: object, who: Caller = coordinator) => {
    const before = await platform.log.head();
    const answer = await who.post(url, body);
    expect(await platform.log.head()).toBe(before);
    const { code, errors = [] } = told(answer);
    return [answer.statusCode, code, ...errors.map(({ pointer }) => pointer)];
  };

  it('the way in says what to do first, and nobody but the coordinator does it', async () => {
    const page = await app.inject({ url: '/entrar', headers: { accept: 'text/html' } });
    expect(page.body).toContain('El directorio está vacío');
    expect(page.body).toContain('demo-coordinacion');
    expect(page.body).toContain('href="/api/docs"');
    const auditor = new Caller(app, 'demo-auditoria');
    // Refused for who they are, whatever they send.
    for (const url of [
      institutions,
      `${institutions}/${police}/services`,
      '/api/boards',
      `/api/boards/${board}/members`,
    ]) {
      expect(await refused(url, { surprise: 1 }, auditor)).toEqual([403, 'forbidden']);
    }
  });

  it('nothing can be done with what is not there', async () => {
    const unknown = { organization: [404, 'directory/unknown'], board: [404, 'board/unknown'] };
    expect(await refused(`${institutions}/${police}/services`, protection)).toEqual(unknown.organization);
    const status = `${institutions}/${police}/services/proteccion/status`;
    expect(await refused(status, { status: 'inactive' })).toEqual(unknown.organization);
    expect(await refused(`/api/boards/${board}/populations`, census)).toEqual(unknown.board);
    expect(await refused(`/api/boards/${board}/members/${police}/departure`, { until: '2026-03-31' })).toEqual(
      unknown.board,
    );
    expect(await refused(`/api/boards/${board}/members`, seat)).toEqual([422, 'board/unknown-organization']);
  });

  it.each([
    ['a name of two lines', { name: 'Comisaría\nde prueba' }, [422, 'directory/bad-name']],
    ['a name with an address', { name: 'comisaria@example.pe' }, [422, 'directory/bad-name']],
    ['a name with a telephone number', { name: 'Comisaría 987654321' }, [422, 'directory/bad-name']],
    ['no name', { name: '' }, [422, 'directory/bad-name']],
    ['a name too long', { name: 'C'.repeat(161) }, [422, 'directory/bad-name']],
    ['a code with a space', { id: 'pe comisaria' }, [400, 'validation', '/id']],
    ['a code nobody could enter with', { id: 'c'.repeat(57) }, [400, 'validation', '/id']],
    ['an unknown kind', { organization_type: 'CIRCUS' }, [400, 'validation', '/organization_type']],
    ['an unknown country', { country: 'XX' }, [422, 'directory/unknown-country']],
    ['a district that is none', { district: 'Lima' }, [422, 'directory/bad-district']],
    ['a field too many', { director: 'X' }, [400, 'validation', '/director']],
  ])('an institution with %s is refused', async (_, change, expected) => {
    expect(await refused(institutions, { ...policeStation, ...change })).toEqual(expected);
  });

  it('the coordinator registers institutions with their services', async () => {
    const key = { 'idempotency-key': 'first-institution' };
    const registered = await founded(institutions, policeStation, key);
    expect(registered.headers).toMatchObject({ location: `${institutions}/${police}`, etag: '"1"' });
    expect((await founded(institutions, policeStation, key)).headers['idempotent-replayed']).toBe('true');
    await founded(institutions, emergencyCentre);
    await founded(`${institutions}/${police}/services`, protection);
    const offered = await founded(`${institutions}/${centre}/services`, psychology, { 'if-match': '"1"' });
    const headers = { 'consistent-with': String(offered.headers['log-position']) };
    expect((await coordinator.get(`${institutions}/${centre}`, headers)).json()).toEqual({
      ...emergencyCentre,
      services: [{ ...psychology, organization_id: centre, status: 'active', confidential: false }],
    });
  });

  it('a service with a bad name, code or kind is refused, and a code that is taken', async () => {
    const services = `${institutions}/${centre}/services`;
    const other = { ...psychology, id: 'otro' };
    expect(await refused(services, { ...other, name: 'a@b' })).toEqual([422, 'directory/bad-name']);
    expect(await refused(services, { ...other, id: 'a/b' })).toEqual([400, 'validation', '/id']);
    expect(await refused(services, { ...other, service_type: 'MAGIC' })).toEqual([400, 'validation', '/service_type']);
    expect(await refused(services, { ...other, minimum_age: 100 })).toEqual([422, 'directory/ages-reversed']);
    const late = { ...other, schedules: [{ byday: 'XX', opens_at: '8', closes_at: '25:00' }] };
    expect(await refused(services, late)).toEqual([
      400,
      'validation',
      '/schedules/0/byday',
      '/schedules/0/opens_at',
      '/schedules/0/closes_at',
    ]);
    expect(await refused(services, { ...psychology, name: 'Otra' })).toEqual([409, 'directory/service-taken']);
    expect(await refused(institutions, { ...policeStation, name: 'Otra' })).toEqual([409, 'directory/taken']);
    expect(await refused(`${services}/otro/status`, { status: 'inactive' })).toEqual([
      404,
      'directory/unknown-service',
    ]);
    expect(await refused(`${services}/psicologia/status`, { status: 'asleep' })).toEqual([
      400,
      'validation',
      '/status',
    ]);
  });

  it('a service closes for a time, and opens again', async () => {
    for (const status of ['temporarily closed', 'active']) {
      const changed = await coordinator.post(`${institutions}/${centre}/services/psicologia/status`, { status });
      expect(changed.statusCode).toBe(200);
      const headers = { 'consistent-with': String(changed.headers['log-position']) };
      expect((await coordinator.get(`${institutions}/${centre}`, headers)).json()).toMatchObject({
        services: [{ id: 'psicologia', status }],
      });
    }
  });

  it.each([
    ['a name with an address', { name: 'mesa@example.pe' }, [422, 'board/bad-name']],
    ['a place of two lines', { place: 'Lima\nNorte' }, [422, 'board/bad-name']],
    ['a code with a slash', { id: 'mesa/lima' }, [400, 'validation', '/id']],
    ['an unknown kind', { kind: 'secret' }, [400, 'validation', '/kind']],
    ['an unknown level', { level: 'galactic' }, [400, 'validation', '/level']],
    ['an unknown country', { country: 'XX' }, [422, 'board/unknown-country']],
    ['no territory', { territory: [] }, [422, 'board/no-territory']],
    ['a district that is none', { territory: ['150112', '15'] }, [422, 'board/bad-district']],
  ])('a board with %s is refused', async (_, change, expected) => {
    expect(await refused('/api/boards', { ...table, ...change })).toEqual(expected);
  });

  it('the coordinator founds a board with members and a population', async () => {
    const established = await founded('/api/boards', table);
    expect(established.headers['location']).toBe(`/api/boards/${board}`);
    await founded(`/api/boards/${board}/populations`, census);
    await founded(`/api/boards/${board}/populations`, { ...census, district: '150110', inhabitants: 100_000 });
    await founded(`/api/boards/${board}/members`, seat);
    await founded(`/api/boards/${board}/members`, { organization: centre, seat: 'cem', from: '2026-03-01' });
    const left = await coordinator.post(`/api/boards/${board}/members/${centre}/departure`, { until: '2026-03-05' });
    expect(left.statusCode).toBe(200);
    const back = await founded(`/api/boards/${board}/members`, {
      organization: centre,
      seat: 'cem',
      from: '2026-03-06',
    });
    const headers = { 'consistent-with': String(back.headers['log-position']) };
    expect((await coordinator.get(`/api/boards/${board}`, headers)).json()).toEqual({
      ...table,
      members: [
        seat,
        { organization: centre, seat: 'cem', from: '2026-03-01', until: '2026-03-05' },
        { organization: centre, seat: 'cem', from: '2026-03-06' },
      ],
    });
  });

  it('a seat or a population that makes no sense is refused', async () => {
    const members = `/api/boards/${board}/members`;
    const populations = `/api/boards/${board}/populations`;
    expect(await refused(members, { ...seat, organization: 'nadie' })).toEqual([422, 'board/unknown-organization']);
    expect(await refused(members, { ...seat, seat: 'la policía' })).toEqual([400, 'validation', '/seat']);
    expect(await refused(members, { ...seat, from: '2026-02-30' })).toEqual([400, 'validation', '/from']);
    expect(await refused(populations, { ...census, district: '150101' })).toEqual([422, 'board/district-outside']);
    expect(await refused(populations, { ...census, inhabitants: 0 })).toEqual([422, 'board/bad-population']);
    expect(await refused('/api/boards', { ...table, name: 'Otra mesa' })).toEqual([409, 'board/taken']);
  });

  it('then a worker of one refers to the other, and the report of the month has it', async () => {
    const worker = new Caller(app, counter);
    expect(await refused(institutions, policeStation, worker)).toEqual([403, 'forbidden']);
    let last = '';
    // As many as small counts do not hide.
    for (let nth = 1; nth <= 7; nth += 1) {
      const opened = await worker.post('/api/cases', newCase);
      expect(opened.statusCode).toBe(201);
      const sent = await worker.post('/api/referrals', {
        case: told(opened).id,
        to: { organization: centre, service: 'psicologia' },
        purpose: 'PSYCHOLOGICAL_CARE',
        urgency: 'PRIORITY',
        consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
      });
      expect(sent.statusCode).toBe(201);
      const url = String(sent.headers['location']);
      const received = await new Caller(app, psychologist).post(`${url}/acceptance`);
      expect(received.statusCode).toBe(200);
      last = told(received).position;
    }
    const { figures } = await eventually(async () => {
      const answer = await coordinator.get(`/api/boards/${board}/reports/2026-03/report.json`);
      const made = answer.json<Report>();
      return answer.statusCode === 200 && made.seal.position >= last ? made : undefined;
    });
    expect(figures.board).toMatchObject({ id: board, name: 'Mesa de Lima Norte', districts: ['150112', '150110'] });
    expect(figures.indicators.find(({ id }) => id === 'new-cases')?.value).toBe(7);
    const handed = figures.sections.find(({ id }) => id === 'referrals')?.tables.find(({ id }) => id === 'matrix');
    expect(handed?.columns).toContain(centre);
    expect(handed?.rows.find(({ id }) => id === 'total')?.cells.at(-1)?.value).toBe(7);
    expect(figures.population).toEqual({ inhabitants: 341_414, year: 2020, source: 'INEI-2020' });
    expect(figures.names).toMatchObject({ [centre]: 'CEM de prueba', [police]: 'Comisaría de prueba' });
  });
});
