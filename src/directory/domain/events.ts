import { catalogue } from '#decider';

/** Opening hours as the Human Services Data Specification has them: days of week and local times. */
export interface Schedule {
  /** RFC 5545 days: `MO`…`SU`. */
  readonly byday: readonly string[];
  /** Local time `HH:MM`. */
  readonly opensAt: string;
  readonly closesAt: string;
}

/** Who can be referred to. Shaped after HSDS 3: organization → service → location. */
export type DirectoryEvents = {
  OrganizationRegistered: {
    readonly organization: string;
    readonly name: string;
    /** Institution type of the jurisdiction. */
    readonly kind: string;
    readonly country: string;
    readonly district: string;
  };
  ServiceOffered: {
    readonly service: string;
    /** Service kind of the jurisdiction. */
    readonly kind: string;
    readonly name: string;
    readonly schedules: readonly Schedule[];
    readonly minimumAge?: number;
    readonly maximumAge?: number;
    /** A shelter: its place is never shown. */
    readonly confidential?: boolean;
  };
  ServiceStatusChanged: {
    readonly service: string;
    readonly status: 'active' | 'inactive' | 'temporarily-closed' | 'defunct';
  };
};

export const directoryEvents = catalogue<DirectoryEvents>({
  OrganizationRegistered: 1,
  ServiceOffered: 1,
  ServiceStatusChanged: 1,
});
