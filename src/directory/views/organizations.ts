import { projection } from '#projection';
import { type DirectoryEvents, directoryEvents, type Schedule } from '../domain/events.js';

export interface ServiceEntry {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly status: DirectoryEvents['ServiceStatusChanged']['status'];
  readonly schedules: readonly Schedule[];
  readonly minimumAge?: number;
  readonly maximumAge?: number;
  readonly confidential: boolean;
}

export interface OrganizationEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  readonly district: string;
  readonly services: readonly ServiceEntry[];
}

/** An organization by its code, with its services; listed by district and all together, by name. */
export const organizations = projection<DirectoryEvents, OrganizationEntry>({
  name: 'organizations',
  version: 1,
  events: directoryEvents,
  key: (event) => event.stream.slice('organization-'.length),
  empty: (id) => ({ id, name: '', kind: '', country: '', district: '', services: [] }),
  on: {
    OrganizationRegistered: (entry, { data }) => ({
      ...entry,
      name: data.name,
      kind: data.kind,
      country: data.country,
      district: data.district,
    }),
    ServiceOffered: (entry, { data }) => ({
      ...entry,
      services: [
        ...entry.services,
        {
          id: data.service,
          kind: data.kind,
          name: data.name,
          status: 'active',
          schedules: data.schedules,
          ...(data.minimumAge === undefined ? {} : { minimumAge: data.minimumAge }),
          ...(data.maximumAge === undefined ? {} : { maximumAge: data.maximumAge }),
          confidential: data.confidential === true,
        },
      ],
    }),
    ServiceStatusChanged: (entry, { data }) => ({
      ...entry,
      services: entry.services.map((service) =>
        service.id === data.service ? { ...service, status: data.status } : service,
      ),
    }),
  },
  index: (entry) => [
    ['all', entry.name],
    [`district/${entry.district}`, entry.name],
  ],
});
