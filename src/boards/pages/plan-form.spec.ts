import fc from 'fast-check';
import { verdict } from '#service';
import { PlanDto } from '../http/plan.dto.js';
import {
  bodyOf,
  fieldOf,
  filledParts,
  nameIn,
  type Part,
  partsOf,
  partsOfContent,
  under,
  withCodes,
  withOneMore,
} from './plan-form.js';

const title = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `T ${text}`.trim());
const day = fc.integer({ min: 1, max: 28 }).map((of) => `2026-03-${String(of).padStart(2, '0')}`);
const money = fc.record({ amount: fc.nat(10_000_000), currency: fc.constantFrom('PEN', 'BOB') });
const action = fc.record({
  id: fc.uuid(),
  title,
  responsible: fc.constant('cem'),
  start: day,
  due: day,
  budget: money,
});
const value = fc.integer({ min: -1000, max: 1000 }).map((tenths) => tenths / 10);
const goal = fc.record({
  ...{ id: fc.uuid(), title, indicator: fc.constant('I'), unit: fc.constant('U'), baseline: value, target: value },
  ...{ by: day, actions: fc.array(action, { maxLength: 3 }) },
});
const supports = fc.record({ plan: fc.uuid(), objective: fc.constant('O9') });
const objective = fc.oneof(
  fc.record({ id: fc.uuid(), title, goals: fc.array(goal, { maxLength: 3 }) }),
  fc.record({ id: fc.uuid(), title, supports, goals: fc.array(goal, { maxLength: 2 }) }),
);
const content = fc.record({ title, from: day, until: day, objectives: fc.array(objective, { maxLength: 3 }) });

/** The fields a browser would send. */
function fieldsOf({ said, parts }: Part, path = '', depth = 0): readonly (readonly [string, string])[] {
  return [
    ...Object.entries(said).map(([name, written]) => [nameIn(path, name), written] as const),
    ...parts.flatMap((part, index) => fieldsOf(part, under(path, depth, index), depth + 1)),
  ];
}

describe('a plan in a form', () => {
  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(content, (plan) => {
        const sent = Object.fromEntries(fieldsOf(partsOfContent(plan)));
        const said = verdict(PlanDto, bodyOf(withCodes(filledParts(partsOf(sent)), [])), 'text');
        expect(said).toEqual({ value: plan });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps what is filled in when a part is added, and saves no part nobody filled in', () => {
    const plan = partsOf({ title: 'Plan', 'o0-title': 'Uno', 'o0-g0-title': 'Meta', 'o3-title': 'Dos' });
    const grown = withOneMore(withOneMore(plan, 'o1'), '');
    expect(grown.parts.map(({ said, parts }) => [said['title'], parts.length])).toEqual([
      ['Uno', 1],
      ['Dos', 1],
      [undefined, 0],
    ]);
    expect(filledParts(grown)).toEqual(plan);
  });

  it("gives a new part no code that was another one's", () => {
    const plan = partsOf({ 'o0-title': 'Uno', 'o0-id': 'O2', 'o1-title': 'Dos', 'o1-g0-title': 'Meta' });
    const coded = withCodes(plan, ['O1', 'M1', 'M2']);
    expect(coded.parts.map(({ said }) => said['id'])).toEqual(['O2', 'O3']);
    expect(coded.parts[1]?.parts[0]?.said['id']).toBe('M3');
  });

  it.each([
    ['/objectives/0/goals/1/actions/2/budget/amount', 'o0-g1-a2-budget'],
    ['/objectives/3/title', 'o3-title'],
    ['/objectives', 'objectives'],
    ['/from', 'from'],
  ])('knows the field of %s', (pointer, name) => {
    expect(fieldOf({ pointer, code: 'required' })).toBe(name);
  });
});
