import { policy } from '#policy';
import { type StaffEvents, staffEvents } from '../domain/staff-events.js';
import { told } from '../domain/told.js';

/**
 * Whoever has somebody's login acts as them: where they work and whoever looks after personal data hear at once that it
 * was changed.
 */
export const notifyLogins = policy<StaffEvents>({
  name: 'notify-logins',
  events: staffEvents,
  on: {
    StaffLoginChanged: ({ stream, data: { institution, country } }) =>
      institution === undefined || country === undefined
        ? []
        : told('staff-login-changed', stream.slice('staff-'.length), institution, `data-officer/${country}`),
  },
});
