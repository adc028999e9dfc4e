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

/** The same service with everything else that can be said of it. */
export const described = {
  OrganizationRenamed: { name: 'CEM y Familia Independencia', from: '2025-05-01' },
  AliasGiven: { name: 'Aurora', from: '2019-01-01', to: '2025-04-30' },
  OrganizationDescribed: {
    description: 'Atención a mujeres y a quienes integran el grupo familiar',
    phones: ['(01) 555-0100'],
    website: 'https://cem.example',
    parent: 'pe-warmi-nan',
    specialised: true,
  },
  OrganizationSuperseded: { by: 'pe-150112-cem-2', from: '2027-01-01' },
  LocationSet: {
    location: 'sede',
    kind: 'physical',
    name: 'Sede principal',
    address: 'Av. de la Demostración 100',
    district: '150112',
    latitude: -11.99,
    longitude: -77.05,
  },
  ServicePlaced: { service: 'cem-psicologia', locations: ['sede'] },
  HoursSet: {
    service: 'cem-psicologia',
    schedules: [
      { byday: ['MO', 'FR'], opensAt: '08:00', closesAt: '16:15', validFrom: '2025-01-01', validTo: '2026-12-31' },
    ],
    exceptions: [{ day: '2026-07-28' }, { day: '2026-07-30', opensAt: '09:00', closesAt: '12:00' }],
  },
  EligibilitySet: {
    service: 'cem-psicologia',
    minimumAge: 12,
    maximumAge: 99,
    sexes: ['F'],
    territory: ['1501'],
    languages: ['ES', 'QU'],
    documents: ['Documento de identidad, si lo tiene'],
    purposes: ['PSYCHOLOGICAL_CARE'],
  },
  CapacityUpdated: {
    service: 'cem-psicologia',
    unit: 'APPOINTMENT',
    total: 20,
    free: 3,
    at: '2025-10-01T15:00:00.000Z',
  },
  ServiceAssured: { service: 'cem-psicologia', by: 'pe-150112-municipalidad', at: '2025-10-01T15:00:00.000Z' },
} as const satisfies { readonly [T in keyof DirectoryEvents]?: DirectoryEvents[T] };

export const changing = (status: DirectoryEvents['ServiceStatusChanged']['status']) =>
  ({ do: 'change-status', service: 'cem-psicologia', status }) as const satisfies OrganizationCommand;

export const changed = (status: DirectoryEvents['ServiceStatusChanged']['status']): Event<'ServiceStatusChanged'> => ({
  type: 'ServiceStatusChanged',
  data: { service: 'cem-psicologia', status },
});

export const fold = (events: readonly Event[]) =>
  events.reduce((state, event) => organizationDecider.evolve(state, event), organizationDecider.initial);
