import type { EventOf } from '#decider';
import { projection } from '#projection';
import { staffDecider, type StaffMember } from '../domain/staff.js';
import { type StaffEvents, staffEvents } from '../domain/staff-events.js';

/** Somebody who works, or worked, here. */
export interface StaffEntry extends StaffMember {
  readonly code: string;
}

const after = (entry: StaffEntry, event: EventOf<StaffEvents>): StaffEntry => ({
  ...entry,
  ...staffDecider.evolve(entry, event),
});

/** Who works here, by code. Lists: `login/<digest>` (how a provider knows them), `all`, `institution/<id>`. */
export const staff = projection<StaffEvents, StaffEntry>({
  name: 'staff',
  version: 1,
  events: staffEvents,
  key: ({ stream }) => stream.slice('staff-'.length),
  empty: (code) => ({ ...staffDecider.initial, code }),
  on: {
    StaffEnrolled: after,
    StaffRoleGiven: after,
    StaffLoginChanged: after,
    StaffSuspended: after,
    StaffReinstated: after,
    StaffEnded: after,
  },
  index: ({ code, login, institution }) => [
    [`login/${login}`, code],
    ['all', code],
    [`institution/${institution}`, code],
  ],
});
