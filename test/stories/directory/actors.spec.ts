import { InstitutionNames } from '../../../src/questions.js';
import { QueryBus } from '@nestjs/cqrs';
import { at, Caller, cem, type House, house, newCase, police, serviceOf, told } from '../../acceptance/house.js';
import { coordinator, imported, keyOf, offers, seen } from './support/network.js';

describe('The directory of a network', () => {
  let server: House;
  beforeAll(async () => {
    server = await house();
    await imported(server);
  });
  afterAll(() => server.close());

  const own = (organization: string, path: string) => `/api/directory/organizations/${organization}/${path}`;
  const referral = (caseId: string, organization: string, service: string) => ({
    case: caseId,
    to: { organization, service },
    purpose: 'LEGAL_AID',
    urgency: 'PRIORITY',
    consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
  });

  it('A2: the family police station comes before the central one, which is open day and night', async () => {
    const found = await offers(server, { serviceKind: 'POLICE_PROTECTION', district: '150112', urgent: true });
    expect(found.map((each) => [keyOf(each), each.offered, each.specialised])).toEqual([
      [`${police}/${serviceOf(police, 'POLICE_PROTECTION')}`, true, true],
      ['pe-150112-comisaria/proteccion', true, false],
    ]);
  });

  it('A4: the centre has three services, each with its own hours, kept by its own people', async () => {
    const centre = new Caller(server.app, at.cem);
    const hours = { schedules: [{ byday: 'MO,TU,WE,TH,FR', opens_at: '08:00', closes_at: '16:15' }] };
    const services = ['PSYCHOLOGY', 'LEGAL', 'SOCIAL'].map((kind) => serviceOf(cem, kind));
    for (const service of services) {
      expect((await centre.post(own(cem, `services/${service}/hours`), hours)).statusCode).toBe(200);
      expect((await centre.post(own(cem, `services/${service}/assurance`))).statusCode).toBe(200);
    }
    await seen(server);
    const found = (await offers(server, { at: '2026-03-10T01:00:00.000Z' })).filter(
      (each) => each.organization === cem,
    );
    expect(found.map(({ service, offered, remarks, opensAt }) => [service, offered, remarks, opensAt])).toEqual(
      [...services]
        .sort()
        .map((service) => [
          service,
          true,
          [{ code: 'CLOSED_NOW', says: 'Ahora está cerrado: abre mañana a las 08:00' }],
          '2026-03-10T13:00:00.000Z',
        ]),
    );
    const urgent = await offers(server, { serviceKind: 'PSYCHOLOGY', risk: 'SEVERE', at: '2026-03-14T15:00:00.000Z' });
    expect(urgent.map(({ offered, bars }) => [offered, bars])).toEqual([
      [false, [{ code: 'OUT_OF_HOURS', says: 'Fuera de horario: abre el lunes, 16 de marzo a las 08:00' }]],
    ]);
  });

  it('A4: nobody keeps the entry of another institution', async () => {
    const count = { unit: 'APPOINTMENT', total: 10, free: 3 };
    const path = own(cem, `services/${serviceOf(cem, 'PSYCHOLOGY')}/capacity`);
    for (const [who, expected] of [
      [at.police, 403],
      ['demo-auditoria', 403],
      [at.cem, 200],
      ['demo-coordinacion', 200],
    ] as const) {
      expect([who, (await new Caller(server.app, who).post(path, count)).statusCode]).toEqual([who, expected]);
    }
    const rename = await new Caller(server.app, at.police).post(own(cem, 'names'), { name: 'X', from: '2026-01-01' });
    expect(rename.statusCode).toBe(403);
  });

  it('A5: the programme has the name of each day, and is found by the older ones', async () => {
    const names = async (day?: string) =>
      (await server.app.get(QueryBus, { strict: false }).execute(new InstitutionNames(['pe-programa'], day)))(
        'pe-programa',
      );
    expect([await names('2018-12-31'), await names('2025-04-30'), await names('2025-05-01'), await names()]).toEqual([
      'PNCVFS',
      'Programa Nacional Aurora',
      'Programa Nacional Warmi Ñan',
      'Programa Nacional Warmi Ñan',
    ]);
    const renamed = await coordinator(server).post(own(cem, 'names'), {
      ...{ name: 'Centro Emergencia Mujer y Familia', from: '2026-03-09' },
    });
    expect(renamed.statusCode).toBe(200);
    await seen(server);
    const page = await new Caller(server.app, at.police).get('/directorio?buscar=emergencia%20mujer');
    expect(page.body).toContain('Centro Emergencia Mujer y Familia');
    const entry = await new Caller(server.app, at.police).get(`/directorio/${cem}`);
    expect(entry.body).toContain('También: CEM de prueba');
  });

  it('A7: a court made for families comes before a justice of the peace of the same district', async () => {
    const bodies = ['JUSTICE_OF_PEACE', 'FAMILY_COURT'].map((kind) => ({
      ...{
        id: `a7-${kind.toLowerCase()}`,
        name: `A7 ${kind}`,
        organization_type: kind,
        country: 'PE',
        district: '080106',
      },
      services: [{ id: 'medidas', name: 'Medidas', service_type: 'LEGAL' }],
    }));
    const said = {
      id: 'a7-paz',
      name: 'A7 A',
      organization_type: 'JUSTICE_OF_PEACE',
      country: 'PE',
      district: '080106',
    };
    const specialised = { ...said, about: { specialised: true }, services: bodies[0]?.services };
    await imported(server, [...bodies, specialised]);
    const found = await offers(server, { serviceKind: 'LEGAL', district: '080106' });
    expect(found.map(({ organization }) => organization).filter((id) => id.startsWith('a7-'))).toEqual([
      'a7-paz',
      'a7-family_court',
      'a7-justice_of_peace',
    ]);
  });

  it('A20, A25: a civil society service is offered to those it is for, with the reason to all others', async () => {
    const legal = async (district: string) =>
      (await offers(server, { serviceKind: 'LEGAL', district })).find(({ service }) => service === 'legal');
    expect(await legal('110101')).toMatchObject({ offered: true, organizationName: 'FEPROMU' });
    expect(await legal('150112')).toMatchObject({
      offered: false,
      bars: [{ code: 'WRONG_TERRITORY', says: 'No atiende a personas de ese distrito' }],
    });
  });

  it('A26: nothing is referred to a centre of conciliation, and legal aid of the same body is', async () => {
    const counter = new Caller(server.app, at.police);
    const { id: caseId } = told(await counter.post('/api/cases', newCase));
    const [conciliation] = (await offers(server, {})).filter(({ service }) => service === 'centro-conciliacion');
    expect(conciliation).toMatchObject({
      offered: false,
      receivesReferrals: false,
      bars: [{ code: 'CONCILIATION', says: 'Es un servicio de conciliación: la violencia no se concilia' }],
    });
    const head = await server.head();
    const refused = await counter.post('/api/referrals', referral(caseId, 'pe-110101-fepromu', 'centro-conciliacion'));
    expect([refused.statusCode, told(refused).code]).toEqual([422, 'referral/destination-takes-none']);
    expect(await server.head()).toBe(head);
    const taken = await counter.post('/api/referrals', referral(caseId, 'pe-110101-fepromu', 'legal'));
    expect(taken.statusCode).toBe(201);
  });

  it('A30: children go to the service for children, and adults do not', async () => {
    const judged = async (ageBand: string) =>
      (await offers(server, { serviceKind: 'CHILD_PROTECTION', ageBand })).map(({ offered, bars }) => [offered, bars]);
    expect(await judged('12-17')).toEqual([[true, []]]);
    expect(await judged('18-25')).toEqual([[false, [{ code: 'WRONG_AGE', says: 'Atiende hasta los 17 años' }]]]);
  });

  it('A30: the beds of a shelter are counted in seconds, and a full one is not offered', async () => {
    const shelter = new Caller(server.app, 'demo-pe-hrt-1-01');
    const need = { serviceKind: 'SHELTER', sex: 'F', district: '150112', risk: 'SEVERE' };
    expect(await offers(server, need)).toMatchObject([{ offered: true }]);
    const full = await shelter.post('/directorio/pe-hrt-1/servicios/acogida/cupos', 'free=0&total=12', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(full.statusCode).toBe(303);
    await seen(server);
    expect(await offers(server, need)).toMatchObject([
      { offered: false, bars: [{ code: 'NO_CAPACITY', says: 'Sin cupos por ahora' }] },
    ]);
    const wrong = await shelter.post('/directorio/pe-hrt-1/servicios/acogida/cupos', 'free=13&total=12', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([wrong.statusCode, wrong.body.includes('los libres no pueden ser más')]).toEqual([422, true]);
  });

  it('A30: the place of a shelter cannot be written down, nor read on any page', async () => {
    const address = { id: 'casa', location_type: 'physical', address: 'Av. Demostración 1' };
    const refused = await coordinator(server).post(own('pe-hrt-1', 'locations'), address);
    expect([refused.statusCode, told(refused).code]).toEqual([422, 'directory/secret-address']);
    const counter = new Caller(server.app, at.police);
    for (const path of ['/directorio', '/directorio?distrito=150112', '/directorio/pe-hrt-1']) {
      const { body } = await counter.get(path);
      expect([path, body.includes('Hogar de refugio'), body.includes('150132')]).toEqual([path, true, false]);
    }
    const { body } = await counter.get('/api/directory/organizations/pe-hrt-1');
    expect(body).not.toContain('150132');
    expect((await counter.get('/api/directory/organizations?district=150132')).json()).toEqual([]);
  });

  it('a service that closes for some days says until when, and is back by itself', async () => {
    const status = own('pe-150112-demuna', 'services/ninez/status');
    const closed = { status: 'temporarily closed', from: '2026-03-09', until: '2026-03-10' };
    expect((await coordinator(server).post(status, closed)).statusCode).toBe(200);
    await seen(server);
    const need = { serviceKind: 'CHILD_PROTECTION' };
    expect(await offers(server, { ...need, at: '2026-03-10T15:00:00.000Z' })).toMatchObject([
      { offered: false, bars: [{ says: 'Cerrado hasta el 10 de marzo de 2026' }] },
    ]);
    expect(await offers(server, { ...need, at: '2026-03-11T15:00:00.000Z' })).toMatchObject([{ offered: true }]);
  });

  it('a body another took the place of is offered no more', async () => {
    const path = own('pe-150112-comisaria', 'successor');
    expect((await coordinator(server).post(path, { by: police, from: '2026-03-09' })).statusCode).toBe(200);
    await seen(server);
    const found = await offers(server, { serviceKind: 'POLICE_PROTECTION' });
    expect(found.find(({ service }) => service === 'proteccion')).toMatchObject({
      offered: false,
      status: 'inactive',
      bars: [{ code: 'INACTIVE', says: 'Ya no atiende' }],
    });
  });
});
