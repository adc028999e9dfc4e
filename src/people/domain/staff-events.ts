import { catalogue } from '#decider';
import type { Role, SuspensionReason } from './roles.js';

/** What happens to somebody who works here. They are a code; their name is with their institution. */
export type StaffEvents = {
  StaffEnrolled: {
    /** How their provider knows them: a keyed digest of issuer and subject. */
    readonly login: string;
    readonly institution: string;
    readonly country: string;
    readonly role: Role;
  };
  StaffRoleGiven: { readonly role: Role };
  /** Their provider knows them under another name from now on. */
  StaffLoginChanged: {
    readonly login: string;
    /** Where they work, which is told of it; not said in events of old. */
    readonly institution?: string;
    readonly country?: string;
  };
  StaffSuspended: { readonly reason: SuspensionReason };
  StaffReinstated: Readonly<Record<string, never>>;
  /** They work here no more. Their code is nobody else's. */
  StaffEnded: Readonly<Record<string, never>>;
};

export const staffEvents = catalogue<StaffEvents>(
  {
    StaffEnrolled: 1,
    StaffRoleGiven: 1,
    StaffLoginChanged: 2,
    StaffSuspended: 1,
    StaffReinstated: 1,
    StaffEnded: 1,
  },
  // Where somebody worked is not known from the event itself before 2.
  { StaffLoginChanged: { 1: (event) => event } },
);
