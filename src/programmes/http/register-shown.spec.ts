import { roles } from '../../people/domain/roles.js';
import { oversees } from './register-shown.js';

it('whoever coordinates or audits sees what every institution does, and no other role', () => {
  expect(roles.filter((role) => oversees({ role }))).toEqual(['coordinator', 'auditor']);
});
