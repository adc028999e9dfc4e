import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import { board, completeRegisters, municipality } from '../testing/register-fixtures.js';
import type { RegisterSpec } from '../domain/register.js';
import type { Fields } from '../domain/register-fields.js';
import { keptRegisters } from '../views/register-views.js';
import { registerPublications } from './register-facts.js';

const id = '00000000-0000-8000-8000-000000000001';

/** The paths of the texts of an entry that are told: all but lines of text and codes of staff. */
const told = (fields: Fields, path = 'entry'): readonly string[] =>
  Object.entries(fields).flatMap(([name, { kind, columns }]) => {
    const at = `${path}.${name}`;
    if (['line', 'staff', 'count', 'number', 'cents'].includes(kind)) return [];
    if (kind === 'rows') return told(columns as Fields, `${at}[]`);
    return ['many', 'codes', 'organizations', 'districts'].includes(kind) ? [`${at}[]`] : [at];
  });

const codedIn = (spec: RegisterSpec, type: string): readonly string[] => {
  if (type === spec.recorded) return ['board', 'country', 'institution', ...told(spec.fields)];
  if (type === spec.corrected) return ['board', 'reason', ...told(spec.fields)];
  if (type === spec.withdrawn) return ['board', 'reason'];
  if (type === spec.takenBack) return ['board', 'step', 'reason'];
  return ['board', 'step', 'institution', ...told((spec.steps[type]?.fields ?? {}) as Fields)];
};

describe.each(keptRegisters.map(({ spec }, index) => [spec.category, spec, index] as const))(
  'facts of a register: %s',
  (category, spec, index) => {
    const complete = completeRegisters[category as keyof typeof completeRegisters];
    const [publication] = registerPublications.slice(index);
    if (publication === undefined) throw new Error(`${category} is not told`);
    const types = Object.keys(complete);
    tellsOnly(
      publication,
      `${category}-${id}`,
      complete,
      Object.fromEntries(types.map((type) => [type, { coded: codedIn(spec, type) }])),
    );
  },
);

it('a training is told by how many were there', () => {
  const [, , publication] = registerPublications;
  const { TrainingGiven } = completeRegisters.training;
  expect(factOf(publication, `training-${id}`, 'TrainingGiven', TrainingGiven)).toMatchObject({
    type: 'TrainingGiven.v1',
    data: { board, id, institution: municipality, entry: { topic: 'CARE_OF_CASES', staff: 2, hours: 24 } },
  });
});
