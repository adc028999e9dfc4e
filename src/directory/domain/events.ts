import { catalogue } from '#decider';

/** Opening hours as the Human Services Data Specification has them: days of week and local times. */
export interface Schedule {
  /** RFC 5545 days: `MO`…`SU`. */
  readonly byday: readonly string[];
  /** Local time `HH:MM`; `closesAt` not later than `opensAt` is on the next day, and `00:00` to `24:00` is all day. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** Days, both included; absent: without a beginning, without an end. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** One day that is not like the week: other hours, or closed. */
export interface Exception {
  readonly day: string;
  /** Absent: closed. */
  readonly opensAt?: string;
  readonly closesAt?: string;
}

/** Whom a service is for. What is absent is no bar. */
export interface Eligibility {
  /** Completed years, both included. */
  readonly minimumAge?: number;
  readonly maximumAge?: number;
  /** Codes of the list `sexes`. */
  readonly sexes?: readonly string[];
  /** Beginnings of district codes: `1501` is the province of Lima. */
  readonly territory?: readonly string[];
  /** Codes of the list `explanationLanguages`: what it can be given in. */
  readonly languages?: readonly string[];
  /** What a person is asked for, in words. */
  readonly documents?: readonly string[];
  /** Codes of the list `referralPurposes`; absent: whatever its kind is asked for. */
  readonly purposes?: readonly string[];
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
  /** It goes by this name from a day on; what is older keeps the name of its day. */
  OrganizationRenamed: { readonly name: string; readonly from: string };
  /** Another name people know it by, as long as that lasts. */
  AliasGiven: { readonly name: string; readonly from: string; readonly to?: string };
  /** What is public about it; said anew as a whole. */
  OrganizationDescribed: {
    readonly description?: string;
    /** Of the institution, never of a person. */
    readonly phones?: readonly string[];
    readonly website?: string;
    /** The organization it is a part of. */
    readonly parent?: string;
    /** Meant for violence alone: asked before general bodies of its kind. */
    readonly specialised?: boolean;
  };
  /** Another organization does its work from a day on. */
  OrganizationSuperseded: { readonly by: string; readonly from: string };
  LocationSet: {
    readonly location: string;
    readonly kind: 'physical' | 'postal' | 'virtual';
    readonly name?: string;
    /** One line, as on an envelope. */
    readonly address?: string;
    readonly district?: string;
    /** Degrees. */
    readonly latitude?: number;
    readonly longitude?: number;
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
    /** Brings parties to an agreement: no violence is referred to it. */
    readonly conciliation?: boolean;
  };
  ServiceStatusChanged: {
    readonly service: string;
    readonly status: 'active' | 'inactive' | 'temporarily-closed' | 'defunct';
    /** Days, both included; absent: from now on, until it is changed. Outside of them the service is active. */
    readonly from?: string;
    readonly until?: string;
  };
  /** Where it is given: all its locations. */
  ServicePlaced: { readonly service: string; readonly locations: readonly string[] };
  /** When it is open: all its hours. */
  HoursSet: {
    readonly service: string;
    readonly schedules: readonly Schedule[];
    readonly exceptions: readonly Exception[];
  };
  EligibilitySet: { readonly service: string } & Eligibility;
  CapacityUpdated: {
    readonly service: string;
    /** What is counted: `BED`, `APPOINTMENT`… */
    readonly unit: string;
    readonly total: number;
    readonly free: number;
    /** When it was so: an instant. */
    readonly at: string;
  };
  /** Somebody looked, and what is written of it holds. */
  ServiceAssured: { readonly service: string; readonly by: string; readonly at: string };
};

/** A field that may be missing was added: what was written before is read as it is. */
const asBefore = { 1: (data: object) => data };

export const directoryEvents = catalogue<DirectoryEvents>(
  {
    OrganizationRegistered: 1,
    OrganizationRenamed: 1,
    AliasGiven: 1,
    OrganizationDescribed: 1,
    OrganizationSuperseded: 1,
    LocationSet: 1,
    ServiceOffered: 2,
    ServiceStatusChanged: 2,
    ServicePlaced: 1,
    HoursSet: 1,
    EligibilitySet: 1,
    CapacityUpdated: 1,
    ServiceAssured: 1,
  },
  { ServiceOffered: asBefore, ServiceStatusChanged: asBefore },
);
