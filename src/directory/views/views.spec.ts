import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { DirectoryEvents } from '../domain/events.js';
import { cem, changed, offered, registered } from '../testing/fixtures.js';
import { organizations } from './organizations.js';

const shown = (...events: readonly EventOf<DirectoryEvents>[]) =>
  folded(organizations, recorded(`organization-${cem}`, events));

it('an organization stands in its district, and among all, with its services as they are now', () => {
  const { documents, lists } = shown(registered, offered, changed('temporarily-closed'));
  expect(lists).toEqual({ all: [cem], 'district/150112': [cem] });
  expect(documents.get(cem)).toEqual({
    id: cem,
    name: 'CEM Independencia',
    kind: 'CEM',
    country: 'PE',
    district: '150112',
    services: [
      {
        id: 'cem-psicologia',
        kind: 'PSYCHOLOGY',
        name: 'Psicología',
        status: 'temporarily-closed',
        schedules: offered.data.schedules,
        confidential: false,
      },
    ],
  });
});

it('a change of one service leaves the others as they are', () => {
  const other = { ...offered, data: { ...offered.data, service: 'cem-legal', kind: 'LEGAL' } };
  const services = shown(registered, offered, other, changed('defunct')).documents.get(cem)?.services;
  expect(services?.map(({ id, status }) => [id, status])).toEqual([
    ['cem-psicologia', 'defunct'],
    ['cem-legal', 'active'],
  ]);
});
