import { recorded } from '../../../test/history/recorded.js';
import { completeStaff } from '../testing/complete.js';
import { notifyLogins } from './staff.js';

it('that a login was changed is told to where they work and to whoever looks after personal data', () => {
  const changed = { type: 'StaffLoginChanged', data: completeStaff.StaffLoginChanged } as const;
  const notice = { kind: 'staff-login-changed', ref: 'cem-07' };
  expect(recorded('staff-cem-07', [changed]).flatMap((event) => notifyLogins.follows(event))).toEqual([
    { category: 'notice', id: 'cem-07', command: { to: 'pe-150112-cem', ...notice } },
    { category: 'notice', id: 'cem-07', command: { to: 'data-officer/PE', ...notice } },
  ]);
});
