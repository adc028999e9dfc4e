import { type Decider, type EventOf, Refusal } from '#decider';
import {
  refuseUnlisted,
  refuseBadCode,
  refuseBadDistrict,
  refuseBadName,
  refuseUnknownCountry,
} from '../../protocol/index.js';
import { type DirectoryEvents, directoryEvents, type Schedule } from './events.js';

export type OrganizationCommand =
  | {
      readonly do: 'register';
      readonly organization: string;
      readonly name: string;
      readonly kind: string;
      readonly country: string;
      readonly district: string;
    }
  | {
      readonly do: 'offer';
      readonly service: string;
      readonly kind: string;
      readonly name: string;
      readonly schedules: readonly Schedule[];
      readonly minimumAge?: number;
      readonly maximumAge?: number;
      readonly confidential?: boolean;
    }
  | {
      readonly do: 'change-status';
      readonly service: string;
      readonly status: DirectoryEvents['ServiceStatusChanged']['status'];
    };

type Status = DirectoryEvents['ServiceStatusChanged']['status'];

export interface Organization {
  readonly registered: boolean;
  readonly country: string;
  /** What it was registered as. */
  readonly about?: DirectoryEvents['OrganizationRegistered'];
  /** The status of each service it offers. */
  readonly services: Readonly<Record<string, Status>>;
  /** What each was offered as. */
  readonly offers: Readonly<Record<string, DirectoryEvents['ServiceOffered']>>;
}

const statuses: readonly string[] = ['active', 'inactive', 'temporarily-closed', 'defunct'] satisfies Status[];

/** The rules of the directory: an organization is registered once and offers services, each in one status. */
export const organizationDecider: Decider<OrganizationCommand, DirectoryEvents, Organization> = {
  category: 'organization',
  events: directoryEvents,
  initial: { registered: false, country: '', services: {}, offers: {} },
  decide: (command, state): readonly EventOf<DirectoryEvents>[] => {
    if (command.do === 'register') {
      const { organization, name, kind, country, district } = command;
      const data = { organization, name, kind, country, district };
      if (state.about !== undefined) {
        if (same(state.about, data)) return [];
        throw new Refusal('directory/taken', 'another organization has this code');
      }
      refuseBadCode('directory', organization);
      refuseBadName('directory', name);
      refuseUnknownCountry('directory', country);
      refuseBadDistrict('directory', country, district);
      refuseUnlisted(country, 'institutionTypes', kind);
      return [{ type: 'OrganizationRegistered', data }];
    }
    if (!state.registered) throw new Refusal('directory/unknown', 'there is no such organization', 'unknown');
    // A code such as `constructor` is nobody's until it is offered.
    const offered = Object.hasOwn(state.services, command.service);
    switch (command.do) {
      case 'offer': {
        const { service, kind, name, schedules, minimumAge, maximumAge, confidential } = command;
        const data = {
          service,
          kind,
          name,
          schedules,
          ...(minimumAge === undefined ? {} : { minimumAge }),
          ...(maximumAge === undefined ? {} : { maximumAge }),
          ...(confidential === undefined ? {} : { confidential }),
        };
        if (offered) {
          if (same(state.offers[service], data)) return [];
          throw new Refusal('directory/service-taken', 'another service of this organization has this code');
        }
        refuseBadCode('directory', service);
        refuseBadName('directory', name);
        refuseUnlisted(state.country, 'services', kind);
        if (minimumAge !== undefined && maximumAge !== undefined && minimumAge > maximumAge) {
          throw new Refusal('directory/ages-reversed', 'the lowest age is above the highest', 'invalid');
        }
        return [{ type: 'ServiceOffered', data }];
      }
      case 'change-status': {
        if (!offered) throw new Refusal('directory/unknown-service', 'there is no such service', 'unknown');
        if (!statuses.includes(command.status)) {
          throw new Refusal('code/not-listed', 'there is no such status', 'invalid');
        }
        if (state.services[command.service] === command.status) return [];
        return [{ type: 'ServiceStatusChanged', data: { service: command.service, status: command.status } }];
      }
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'OrganizationRegistered':
        return { ...state, registered: true, country: event.data.country, about: event.data };
      case 'ServiceOffered':
        return {
          ...state,
          services: { ...state.services, [event.data.service]: 'active' },
          offers: { ...state.offers, [event.data.service]: event.data },
        };
      case 'ServiceStatusChanged':
        return { ...state, services: { ...state.services, [event.data.service]: event.data.status } };
    }
  },
};

/** Both were put together by the rule above, field by field in the same order. */
const same = (one: object | undefined, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
