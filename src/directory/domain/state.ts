import type { EventOf } from '#decider';
import type { DirectoryEvents } from './events.js';

export type Status = DirectoryEvents['ServiceStatusChanged']['status'];

export interface Organization {
  readonly registered: boolean;
  readonly country: string;
  /** What it was registered as. */
  readonly about?: DirectoryEvents['OrganizationRegistered'];
  /** The status of each service it offers. */
  readonly services: Readonly<Record<string, Status>>;
  /** What each was offered as. */
  readonly offers: Readonly<Record<string, DirectoryEvents['ServiceOffered']>>;
  readonly locations: Readonly<Record<string, DirectoryEvents['LocationSet']>>;
  /** What was last said, by event type and what it is about: saying it again changes nothing. */
  readonly said: Readonly<Record<string, EventOf<DirectoryEvents>['data']>>;
}

export const initial: Organization = {
  registered: false,
  country: '',
  services: {},
  offers: {},
  locations: {},
  said: {},
};

/** What an event is about: two events of one topic, and the later stands. */
export function topicOf({ type, data }: EventOf<DirectoryEvents>): string {
  if ('service' in data) return `${type} ${data.service}`;
  if ('location' in data) return `${type} ${data.location}`;
  // Names do not take each other's place: each has its own days.
  return type === 'OrganizationRenamed' || type === 'AliasGiven' ? `${type} ${data.from} ${data.name}` : type;
}

export function evolve(before: Organization, event: EventOf<DirectoryEvents>): Organization {
  const state = { ...before, said: { ...before.said, ...spoken(event), [topicOf(event)]: event.data } };
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
    case 'LocationSet':
      return { ...state, locations: { ...state.locations, [event.data.location]: event.data } };
    case 'OrganizationRenamed':
    case 'AliasGiven':
    case 'OrganizationDescribed':
    case 'OrganizationSuperseded':
    case 'ServicePlaced':
    case 'HoursSet':
    case 'EligibilitySet':
    case 'CapacityUpdated':
    case 'ServiceAssured':
      return state;
  }
}

/** What an offer says beside itself: that the service is active, when it is open and whom it is for. */
function spoken({ type, data }: EventOf<DirectoryEvents>): Organization['said'] {
  if (type !== 'ServiceOffered') return {};
  const { service, schedules, minimumAge, maximumAge } = data;
  return {
    [`ServiceStatusChanged ${service}`]: { service, status: 'active' },
    [`HoursSet ${service}`]: { service, schedules, exceptions: [] },
    [`EligibilitySet ${service}`]: {
      service,
      ...(minimumAge === undefined ? {} : { minimumAge }),
      ...(maximumAge === undefined ? {} : { maximumAge }),
    },
  };
}
