import { QueryBus } from '@nestjs/cqrs';
import { Offers, type Need, type Offer } from '../../../../src/questions.js';
import { Caller, type House } from '../../../acceptance/house.js';

/** A body whose place must not be found. */
export const shelter = {
  ...{ id: 'pe-hrt-1', name: 'Hogar de refugio temporal 1', organization_type: 'HRT' },
  ...{ country: 'PE', district: '150132' },
  about: { phones: ['(01) 555-0199'] },
  locations: [{ id: 'casa', location_type: 'physical' }],
  services: [
    {
      ...{ id: 'acogida', name: 'Acogida', service_type: 'SHELTER', sexes: ['F'], territory: ['1501'] },
      locations: ['casa'],
      capacity: { unit: 'BED', total: 12, free: 2, updated: '2026-03-09T12:00:00.000Z' },
    },
  ],
};

/** The bodies of the stories beside those of the house, in the shape of an import. */
export const network = [
  {
    ...{ id: 'pe-programa', name: 'PNCVFS', organization_type: 'MUNICIPALITY', country: 'PE', district: '150101' },
    names: [
      { name: 'Programa Nacional Aurora', from: '2019-01-01' },
      { name: 'Programa Nacional Warmi Ñan', from: '2025-05-01' },
    ],
    aliases: [{ name: 'Aurora', from: '2019-01-01', to: '2025-12-31' }],
  },
  {
    ...{ id: 'pe-150112-comisaria', name: 'Comisaría central', organization_type: 'POLICE' },
    ...{ country: 'PE', district: '150112' },
    services: [
      {
        ...{ id: 'proteccion', name: 'Protección', service_type: 'POLICE_PROTECTION' },
        schedules: [{ byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00', closes_at: '24:00' }],
      },
    ],
  },
  {
    ...{ id: 'pe-110101-fepromu', name: 'FEPROMU', organization_type: 'NGO', country: 'PE', district: '110101' },
    about: { phones: ['(056) 555-010'] },
    services: [
      { id: 'centro-conciliacion', name: 'Centro de Conciliación', service_type: 'LEGAL', conciliation: true },
      { id: 'legal', name: 'Asesoría legal gratuita', service_type: 'LEGAL', territory: ['11'] },
    ],
  },
  shelter,
  {
    ...{ id: 'pe-150112-demuna', name: 'DEMUNA', organization_type: 'DEMUNA', country: 'PE', district: '150112' },
    locations: [
      { id: 'sede', location_type: 'physical', address: 'Av. Demostración 1', latitude: -11.99, longitude: -77.05 },
    ],
    services: [
      {
        ...{ id: 'ninez', name: 'Niñez y adolescencia', service_type: 'CHILD_PROTECTION', maximum_age: 17 },
        schedules: [{ byday: 'MO,TU,WE,TH,FR', opens_at: '08:00', closes_at: '16:15' }],
        exceptions: [{ day: '2026-04-02' }],
        ...{ locations: ['sede'], assured_date: '2026-03-01', required_documents: ['Ninguno'] },
      },
    ],
  },
];

export const coordinator = (house: House): Caller => new Caller(house.app, 'demo-coordinacion');

/** Imports a list, which must be taken, and waits until the directory shows it. */
export async function imported(house: House, list: readonly object[] = network): Promise<void> {
  const answer = await coordinator(house).post('/api/directory/imports', list);
  const summary = answer.json<{ readonly errors: readonly object[] }>();
  expect([answer.statusCode, summary.errors]).toEqual([200, []]);
  await seen(house);
}

/** Waits until the directory shows everything that was recorded. */
export async function seen(house: House): Promise<void> {
  const answer = await coordinator(house).get('/api/hsds/organizations', { 'consistent-with': await house.head() });
  expect(answer.statusCode).toBe(200);
}

/** Asks as the referral form does. */
export const offers = (house: House, need: Need): Promise<readonly Offer[]> =>
  house.app.get(QueryBus, { strict: false }).execute(new Offers(need));

/** A service by its organization and its own code. */
export const keyOf = ({ organization, service }: Pick<Offer, 'organization' | 'service'>): string =>
  `${organization}/${service}`;
