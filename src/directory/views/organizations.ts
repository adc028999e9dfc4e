import { deriveId } from '#decider';
import { projection } from '#projection';
import { type DirectoryEvents, directoryEvents } from '../domain/events.js';
import type { OrganizationEntry, ServiceEntry } from '../domain/entry.js';
import { isSecret } from '../domain/places.js';

export type { OrganizationEntry, ServiceEntry } from '../domain/entry.js';

/** The id something of the directory has for others: the same for ever, and it does not tell the code. */
export const publicId = (kind: string, ...codes: readonly string[]): string => deriveId('hsds', kind, ...codes);

interface At {
  readonly metadata: { readonly recordedAt?: string };
}

/** An organization as it is after the event, as of when that was recorded. */
const touched = (
  entry: OrganizationEntry,
  { metadata }: At,
  change: Partial<OrganizationEntry>,
): OrganizationEntry => ({
  ...entry,
  ...change,
  modifiedAt: metadata.recordedAt ?? '',
});

/** One of its services changed; one that was never offered stays unknown. */
const serviceTouched = (
  entry: OrganizationEntry,
  event: At & { readonly data: { readonly service: string } },
  change: (service: ServiceEntry) => ServiceEntry,
): OrganizationEntry =>
  touched(entry, event, {
    services: entry.services.map((service) =>
      service.id === event.data.service ? { ...change(service), modifiedAt: event.metadata.recordedAt ?? '' } : service,
    ),
  });

const byDay = (a: { readonly from?: string }, b: { readonly from?: string }): number =>
  (a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0;

/** A status with its days. */
const dated = ({ status, from, until }: DirectoryEvents['ServiceStatusChanged']) => ({
  status,
  ...(from === undefined ? {} : { statusFrom: from }),
  ...(until === undefined ? {} : { statusUntil: until }),
});

const without = <T extends object, K extends keyof T & string>(data: T, ...fields: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !fields.includes(name as K))) as Omit<T, K>;

/** The list of a country's district: the same code may be another country's. */
export const districtList = (country: string, district: string): string => `district/${country}/${district}`;

/** An organization by its code, with its services; listed by district and all together, by name, and by public id. */
export const organizations = projection<DirectoryEvents, OrganizationEntry>({
  name: 'organizations',
  version: 3,
  events: directoryEvents,
  key: (event) => event.stream.slice('organization-'.length),
  empty: (id) => ({
    ...{ id, name: '', names: [], aliases: [], kind: '', country: '', district: '', about: {} },
    ...{ locations: [], services: [], modifiedAt: '' },
  }),
  on: {
    OrganizationRegistered: (entry, event) => {
      const { name, kind, country, district } = event.data;
      return touched(entry, event, { name, names: [{ name }], kind, country, district });
    },
    OrganizationRenamed: (entry, event) => {
      const names = [...entry.names, event.data].sort(byDay);
      return touched(entry, event, { names, name: names.at(-1)?.name ?? '' });
    },
    AliasGiven: (entry, event) => {
      const { name, from } = event.data;
      const others = entry.aliases.filter((alias) => alias.name !== name || alias.from !== from);
      return touched(entry, event, { aliases: [...others, event.data].sort(byDay) });
    },
    OrganizationDescribed: (entry, event) => touched(entry, event, { about: event.data }),
    OrganizationSuperseded: (entry, event) => touched(entry, event, { successor: event.data }),
    LocationSet: (entry, event) => {
      const others = entry.locations.filter(({ location }) => location !== event.data.location);
      return touched(entry, event, { locations: [...others, event.data] });
    },
    ServiceOffered: (entry, event) => {
      const { service: id, kind, name, schedules, minimumAge, maximumAge, confidential, conciliation } = event.data;
      const service: ServiceEntry = {
        ...{ id, kind, name, schedules, status: 'active', exceptions: [], locations: [] },
        eligibility: {
          ...(minimumAge === undefined ? {} : { minimumAge }),
          ...(maximumAge === undefined ? {} : { maximumAge }),
        },
        confidential: confidential === true,
        conciliation: conciliation === true,
        modifiedAt: event.metadata['recordedAt'] ?? '',
      };
      return touched(entry, event, { services: [...entry.services, service] });
    },
    ServiceStatusChanged: (entry, event) =>
      serviceTouched(entry, event, (service) => ({
        ...without(service, 'statusFrom', 'statusUntil'),
        ...dated(event.data),
      })),
    ServicePlaced: (entry, event) =>
      serviceTouched(entry, event, (each) => ({ ...each, locations: event.data.locations })),
    HoursSet: (entry, event) => {
      const { schedules, exceptions } = event.data;
      return serviceTouched(entry, event, (each) => ({ ...each, schedules, exceptions }));
    },
    EligibilitySet: (entry, event) => {
      const eligibility = without(event.data, 'service');
      return serviceTouched(entry, event, (each) => ({ ...each, eligibility }));
    },
    CapacityUpdated: (entry, event) => {
      const capacity = without(event.data, 'service');
      return serviceTouched(entry, event, (each) => ({ ...each, capacity }));
    },
    ServiceAssured: (entry, event) => {
      const assured = without(event.data, 'service');
      return serviceTouched(entry, event, (each) => ({ ...each, assured }));
    },
  },
  index: (entry) => [
    ['all', entry.name],
    // To be listed under a district is to be found there.
    ...(isSecret(entry.country, entry.kind)
      ? []
      : ([[districtList(entry.country, entry.district), entry.name]] as const)),
    [`public/${publicId('organization', entry.id)}`, ''],
    ...entry.services.map(({ id }) => [`public/${publicId('service', entry.id, id)}`, ''] as const),
    ...entry.locations.map(({ location }) => [`public/${publicId('location', entry.id, location)}`, ''] as const),
  ],
});
