import type { EventOf } from '#decider';
import type { DirectoryEvents } from '../domain/events.js';
import { organizationDecider, type OrganizationCommand } from '../domain/organization.js';

type Event<T extends keyof DirectoryEvents = keyof DirectoryEvents> = EventOf<DirectoryEvents, T>;

export const cem = 'pe-150112-cem';

export const registering = {
  do: 'register',
  organization: cem,
  name: 'CEM Independencia',
  kind: 'CEM',
  country: 'PE',
  district: '150112',
} as const satisfies OrganizationCommand;

export const registered: Event<'OrganizationRegistered'> = {
  type: 'OrganizationRegistered',
  data: { organization: cem, name: 'CEM Independencia', kind: 'CEM', country: 'PE', district: '150112' },
};

export const offering = {
  do: 'offer',
  service: 'cem-psicologia',
  kind: 'PSYCHOLOGY',
  name: 'Psicología',
  schedules: [{ byday: ['MO', 'TU'], opensAt: '08:00', closesAt: '16:15' }],
} as const satisfies OrganizationCommand;

export const offered: Event<'ServiceOffered'> = {
  type: 'ServiceOffered',
  data: {
    service: 'cem-psicologia',
    kind: 'PSYCHOLOGY',
    name: 'Psicología',
    schedules: [{ byday: ['MO', 'TU'], opensAt: '08:00', closesAt: '16:15' }],
  },
};

export const changing = (status: DirectoryEvents['ServiceStatusChanged']['status']) =>
  ({ do: 'change-status', service: 'cem-psicologia', status }) as const satisfies OrganizationCommand;

export const changed = (status: DirectoryEvents['ServiceStatusChanged']['status']): Event<'ServiceStatusChanged'> => ({
  type: 'ServiceStatusChanged',
  data: { service: 'cem-psicologia', status },
});

export const fold = (events: readonly Event[]) =>
  events.reduce((state, event) => organizationDecider.evolve(state, event), organizationDecider.initial);
