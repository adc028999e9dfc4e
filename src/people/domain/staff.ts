import { type Decider, type EventOf, Refusal } from '#decider';
import { refuseOther } from './refusing.js';
import { type Role, roles, suspensionReasons } from './roles.js';
import { type StaffEvents, staffEvents } from './staff-events.js';

export type StaffCommand =
  | {
      readonly do: 'enrol';
      readonly login: string;
      readonly institution: string;
      readonly country: string;
      readonly role: string;
    }
  | { readonly do: 'give-role'; readonly role: string }
  | { readonly do: 'change-login'; readonly login: string }
  | { readonly do: 'suspend'; readonly reason: string }
  | { readonly do: 'reinstate' }
  | { readonly do: 'end' };

export interface StaffMember {
  readonly status: 'none' | 'active' | 'suspended' | 'ended';
  readonly login: string;
  readonly institution: string;
  readonly country: string;
  readonly role?: Role;
}

/** The rules of somebody's place here: enrolled, active until suspended or gone. Stream: `staff-<code>`. */
export const staffDecider: Decider<StaffCommand, StaffEvents, StaffMember> = {
  category: 'staff',
  events: staffEvents,
  initial: { status: 'none', login: '', institution: '', country: '' },
  decide: (command, state): readonly EventOf<StaffEvents>[] => {
    if (command.do === 'enrol') return enrol(command, state);
    if (state.status === 'none') throw new Refusal('staff/unknown', 'nobody has this code', 'unknown');
    if (command.do === 'end') return state.status === 'ended' ? [] : [{ type: 'StaffEnded', data: {} }];
    if (state.status === 'ended') throw new Refusal('staff/ended', 'they work here no more', 'illegal');
    switch (command.do) {
      case 'give-role': {
        const { role } = command;
        refuseOther(roles, role);
        return role === state.role ? [] : [{ type: 'StaffRoleGiven', data: { role } }];
      }
      case 'change-login': {
        const { login } = command;
        const { institution, country } = state;
        if (login === state.login) return [];
        return [{ type: 'StaffLoginChanged', data: { login, institution, country } }];
      }
      case 'suspend': {
        const { reason } = command;
        refuseOther(suspensionReasons, reason);
        return state.status === 'suspended' ? [] : [{ type: 'StaffSuspended', data: { reason } }];
      }
      case 'reinstate':
        return state.status === 'active' ? [] : [{ type: 'StaffReinstated', data: {} }];
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'StaffEnrolled':
        return { ...event.data, status: 'active' };
      case 'StaffRoleGiven':
        return { ...state, role: event.data.role };
      case 'StaffLoginChanged':
        return { ...state, login: event.data.login };
      case 'StaffSuspended':
        return { ...state, status: 'suspended' };
      case 'StaffReinstated':
        return { ...state, status: 'active' };
      case 'StaffEnded':
        return { ...state, status: 'ended' };
    }
  },
};

function enrol(
  { login, institution, country, role }: Extract<StaffCommand, { do: 'enrol' }>,
  state: StaffMember,
): readonly EventOf<StaffEvents>[] {
  refuseOther(roles, role);
  if (state.status === 'none') return [{ type: 'StaffEnrolled', data: { login, institution, country, role } }];
  // A code was somebody's for ever: what they did is recorded under it.
  throw new Refusal('staff/taken', 'somebody has or had this code', 'illegal');
}
