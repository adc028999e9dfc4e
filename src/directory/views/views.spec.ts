import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { DirectoryEvents } from '../domain/events.js';
import { cem, changed, described, offered, registered } from '../testing/fixtures.js';
import { organizations, publicId } from './organizations.js';

const shown = (...events: readonly EventOf<DirectoryEvents>[]) =>
  folded(organizations, recorded(`organization-${cem}`, events));
const entryOf = (...events: readonly EventOf<DirectoryEvents>[]) => {
  const entry = shown(registered, offered, ...events).documents.get(cem);
  if (entry === undefined) throw new Error('nothing is shown');
  return entry;
};

const recordedAt = ['2025-10-01T15:00:00.000Z', '2025-10-01T15:01:00.000Z', '2025-10-01T15:02:00.000Z'] as const;

it('an organization stands in its district, and among all, with its services as they are now', () => {
  const { documents, lists } = shown(registered, offered, changed('temporarily-closed'));
  expect(lists).toEqual({
    all: [cem],
    'district/PE/150112': [cem],
    [`public/${publicId('organization', cem)}`]: [cem],
    [`public/${publicId('service', cem, 'cem-psicologia')}`]: [cem],
  });
  expect(documents.get(cem)).toEqual({
    id: cem,
    name: 'CEM Independencia',
    names: [{ name: 'CEM Independencia' }],
    aliases: [],
    kind: 'CEM',
    country: 'PE',
    district: '150112',
    about: {},
    locations: [],
    services: [
      {
        id: 'cem-psicologia',
        kind: 'PSYCHOLOGY',
        name: 'Psicología',
        status: 'temporarily-closed',
        schedules: offered.data.schedules,
        exceptions: [],
        eligibility: {},
        locations: [],
        confidential: false,
        conciliation: false,
        modifiedAt: recordedAt[2],
      },
    ],
    modifiedAt: recordedAt[2],
  });
});

it('a shelter stands in no list of a district', () => {
  const shelter = { ...registered, data: { ...registered.data, kind: 'HRT' } };
  expect(shown(shelter).lists).toEqual({ all: [cem], [`public/${publicId('organization', cem)}`]: [cem] });
});

it('a change of one service leaves the others as they are', () => {
  const other = { ...offered, data: { ...offered.data, service: 'cem-legal', kind: 'LEGAL' } };
  const services = shown(registered, offered, other, changed('defunct')).documents.get(cem)?.services;
  expect(services?.map(({ id, status, modifiedAt }) => [id, status, modifiedAt])).toEqual([
    ['cem-psicologia', 'defunct', '2025-10-01T15:03:00.000Z'],
    ['cem-legal', 'active', recordedAt[2]],
  ]);
});

it('what was said of it last is shown', () => {
  const { about, successor, locations, services } = entryOf(
    { type: 'OrganizationDescribed', data: described.OrganizationDescribed },
    { type: 'OrganizationDescribed', data: { phones: ['100'] } },
    { type: 'OrganizationSuperseded', data: described.OrganizationSuperseded },
    { type: 'LocationSet', data: described.LocationSet },
    { type: 'LocationSet', data: { location: 'sede', kind: 'virtual' } },
    { type: 'ServicePlaced', data: described.ServicePlaced },
    { type: 'HoursSet', data: described.HoursSet },
    { type: 'EligibilitySet', data: described.EligibilitySet },
    { type: 'CapacityUpdated', data: described.CapacityUpdated },
    { type: 'ServiceAssured', data: described.ServiceAssured },
  );
  expect({ about, successor, locations }).toEqual({
    about: { phones: ['100'] },
    successor: described.OrganizationSuperseded,
    locations: [{ location: 'sede', kind: 'virtual' }],
  });
  const without = ({ service: _, ...said }: { readonly service: string }) => said;
  expect(services[0]).toMatchObject({
    ...without(described.HoursSet),
    eligibility: without(described.EligibilitySet),
    locations: ['sede'],
    capacity: without(described.CapacityUpdated),
    assured: without(described.ServiceAssured),
  });
});

it('the days of a status go with it', () => {
  const closed = { ...changed('temporarily-closed').data, from: '2025-10-06', until: '2025-10-10' };
  const services = (...events: readonly EventOf<DirectoryEvents>[]) => entryOf(...events).services[0];
  const event = { type: 'ServiceStatusChanged', data: closed } as const;
  expect(services(event)).toMatchObject({ statusFrom: '2025-10-06', statusUntil: '2025-10-10' });
  expect(Object.keys(services(event, changed('active')) ?? {})).not.toContain('statusFrom');
});

it('names are in the order of their days, whenever they were recorded', () => {
  const { name, names, aliases } = entryOf(
    { type: 'OrganizationRenamed', data: { name: 'Tercero', from: '2025-05-01' } },
    { type: 'OrganizationRenamed', data: { name: 'Segundo', from: '2019-01-01' } },
    { type: 'AliasGiven', data: { name: 'Aurora', from: '2019-01-01' } },
    { type: 'AliasGiven', data: described.AliasGiven },
  );
  expect(name).toBe('Tercero');
  expect(names.map((each) => each.name)).toEqual(['CEM Independencia', 'Segundo', 'Tercero']);
  expect(aliases).toEqual([described.AliasGiven]);
});
