import { roles } from '../../people/domain/roles.js';
import { oversees, works } from './roles.js';

const whoever = (may: typeof works) => roles.filter((role) => may({ role }));

it('whoever coordinates or audits sees what every institution does, and no other role', () => {
  expect(whoever(oversees)).toEqual(['coordinator', 'auditor']);
});

it('those who attend people and those who lead them work with people, and no other role', () => {
  expect(whoever(works)).toEqual(['worker', 'supervisor']);
});
