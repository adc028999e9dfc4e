import { projection } from '#projection';
import type { StaffMember } from '../domain/staff.js';
import { staffDecider } from '../domain/staff.js';
import { type StaffEvents, staffEvents } from '../domain/staff-events.js';

/** Somebody who works, or worked, here. */
export interface StaffEntry extends StaffMember {
  readonly code: string;
}

const { evolve, initial } = staffDecider;

/** Who works here, by code. Lists: `login/<digest>` (how a provider knows them), `all`, `institution/<id>`. */
export const staff = projection<StaffEvents, StaffEntry>({
  name: 'staff',
  version: 1,
  events: staffEvents,
  key: ({ stream }) => stream.slice('staff-'.length),
  empty: (code) => ({ ...initial, code }),
  on: {
    StaffEnrolled: (entry, event) => ({ ...entry, ...evolve(entry, event) }),
    StaffRoleGiven: (entry, event) => ({ ...entry, ...evolve(entry, event) }),
    StaffLoginChanged: (entry, event) => ({ ...entry, ...evolve(entry, event) }),
    StaffSuspended: (entry, event) => ({ ...entry, ...evolve(entry, event) }),
    StaffReinstated: (entry, event) => ({ ...entry, ...evolve(entry, event) }),
    StaffEnded: (entry, event) => ({ ...entry, ...evolve(entry, event) }),
  },
  index: ({ code, login, institution }) => [
    [`login/${login}`, code],
    ['all', code],
    [`institution/${institution}`, code],
  ],
});
