import { type Decider, type EventOf, Refusal } from '#decider';
import { refuseUnlisted } from '../../protocol/index.js';
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

export interface Organization {
  readonly registered: boolean;
  readonly country: string;
  readonly services: Readonly<Record<string, DirectoryEvents['ServiceStatusChanged']['status']>>;
}

/** The rules of the directory: an organization is registered once and offers services, each in one status. */
export const organizationDecider: Decider<OrganizationCommand, DirectoryEvents, Organization> = {
  category: 'organization',
  events: directoryEvents,
  initial: { registered: false, country: '', services: {} },
  decide: (command, state): readonly EventOf<DirectoryEvents>[] => {
    if (command.do === 'register') {
      if (state.registered) return [];
      refuseUnlisted(command.country, 'institutionTypes', command.kind);
      const { organization, name, kind, country, district } = command;
      return [{ type: 'OrganizationRegistered', data: { organization, name, kind, country, district } }];
    }
    if (!state.registered) throw new Refusal('directory/unknown', 'there is no such organization', 'unknown');
    switch (command.do) {
      case 'offer': {
        if (state.services[command.service] !== undefined) return [];
        refuseUnlisted(state.country, 'services', command.kind);
        const { service, kind, name, schedules, minimumAge, maximumAge, confidential } = command;
        return [
          {
            type: 'ServiceOffered',
            data: {
              service,
              kind,
              name,
              schedules,
              ...(minimumAge === undefined ? {} : { minimumAge }),
              ...(maximumAge === undefined ? {} : { maximumAge }),
              ...(confidential === undefined ? {} : { confidential }),
            },
          },
        ];
      }
      case 'change-status': {
        const now = state.services[command.service];
        if (now === undefined) throw new Refusal('directory/unknown-service', 'there is no such service', 'unknown');
        if (now === command.status) return [];
        return [{ type: 'ServiceStatusChanged', data: { service: command.service, status: command.status } }];
      }
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'OrganizationRegistered':
        return { ...state, registered: true, country: event.data.country };
      case 'ServiceOffered':
        return { ...state, services: { ...state.services, [event.data.service]: 'active' } };
      case 'ServiceStatusChanged':
        return { ...state, services: { ...state.services, [event.data.service]: event.data.status } };
    }
  },
};
