import { completeRegisters, entries } from '../testing/register-fixtures.js';
import { correctionReasons, withdrawalReasons } from '../domain/register.js';
import type { Field, Fields, Values } from '../domain/register-fields.js';
import { keptRegisters } from '../views/register-views.js';
import { formOf, valuesOfForm } from './register-form.js';
import { codeNames, fieldNames, registerNames, stepNames } from './register-words.js';

/** Every set of fields there is, with values for it. */
const filledIn: readonly (readonly [name: string, fields: Fields, values: Values])[] = keptRegisters.flatMap(
  ({ spec }) => {
    const category = spec.category as keyof typeof entries;
    const complete = completeRegisters[category] as Readonly<Record<string, { readonly entry?: Values }>>;
    return [
      [spec.recorded, spec.fields, entries[category]] as const,
      ...Object.entries(spec.steps).map(
        ([type, { fields }]) => [type, fields as Fields, complete[type]?.entry ?? {}] as const,
      ),
    ];
  },
);

it.each(filledIn)('%s is read from a form as it was filled in', (_, fields, values) => {
  expect(Object.keys(values)).toEqual(expect.arrayContaining(Object.keys(fields)));
  expect(valuesOfForm(fields, formOf(fields, values))).toEqual(values);
});

it('reads money with a comma or a point, and leaves what is none for the check', () => {
  const { fields } = keptRegisters.find(({ spec }) => spec.category === 'budget')?.spec ?? { fields: {} };
  const amount = (written: string) => valuesOfForm(fields, { amount: written })['amount'];
  expect(['1250.5', '1250,05', '7', ''].map(amount)).toEqual([125_050, 125_005, 700, undefined]);
  expect(['12.345', 'mucho', '-1'].map(amount)).toEqual(['12.345', 'mucho', '-1']);
});

it('leaves out what is blank, and lines without anything in them', () => {
  const { fields } = keptRegisters.find(({ spec }) => spec.category === 'activity')?.spec ?? { fields: {} };
  const filled = { kind: '', place: '  ', 'people.3.sex': 'F', 'people.3.count': '12', 'people.0.sex': '' };
  expect(valuesOfForm(fields, filled)).toEqual({ people: [{ sex: 'F', count: 12 }] });
});

it('every register, field, step and code has its words', () => {
  const deep = (fields: Fields): readonly (readonly [string, Field])[] =>
    Object.entries(fields).flatMap(([name, field]) => [[name, field] as const, ...deep(field.columns as Fields)]);
  const all = filledIn.flatMap(([, fields]) => deep(fields));
  const codes = [...all.flatMap(([, { of }]) => of), ...correctionReasons, ...withdrawalReasons];
  expect(all.filter(([name]) => fieldNames[name] === undefined)).toEqual([]);
  expect(codes.filter((code) => codeNames[code] === undefined)).toEqual([]);
  expect(keptRegisters.filter(({ spec: { path } }) => registerNames[path] === undefined)).toEqual([]);
  const types = keptRegisters.flatMap(({ spec }) => Object.keys(spec.steps));
  expect(types.filter((type) => stepNames[type] === undefined)).toEqual([]);
});
