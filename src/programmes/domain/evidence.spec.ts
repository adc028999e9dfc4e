import fc from 'fast-check';
import { attack, recovered, type Relation, told } from '#disclosure';
import { entries } from '../testing/register-fixtures.js';
import { all, type Evidence, evidenceOf, type Figure, type Gathered, smallCounts } from './evidence.js';

const nothing: Gathered = {
  ...{ board: 'mesa', month: '2026-02', through: '2026-02-28', norms: 0, exchanges: 0, findings: 0 },
  ...{ activities: [], trainings: [], materials: [], projects: [], budgets: [] },
};

const sexes = ['F', 'M', 'UNKNOWN'] as const;
const bands = ['0-5', '18-25', '60-plus'] as const;
const rows = fc.uniqueArray(
  fc.record({ sex: fc.constantFrom(...sexes), ageBand: fc.constantFrom(...bands), count: fc.nat(40) }),
  { minLength: 1, maxLength: 9, selector: ({ sex, ageBand }) => `${sex}${ageBand}` },
);

const of = (people: readonly { sex: string; ageBand: string; count: number }[]): Evidence =>
  evidenceOf({
    ...nothing,
    activities: [{ values: { ...entries.activity, people } as Gathered['activities'][number]['values'], steps: [] }],
  });

describe('the people a board reached', () => {
  it('are shown so that no count from 1 to 9 can be worked out', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (people) => {
        const shown = new Map(of(people).people.map(({ sex, ageBand, count }) => [`${sex}|${ageBand}`, count]));
        const inner = [...shown.keys()].filter((key) => !key.includes(all));
        const relations: readonly Relation[] = [...shown.keys()]
          .filter((key) => key.includes(all))
          .map((total) => {
            const [sex, band] = total.split('|');
            const parts = inner.filter(
              (key) => (sex === all || key.startsWith(`${sex}|`)) && (band === all || key.endsWith(`|${band}`)),
            );
            return { total, parts };
          });
        for (const count of shown.values()) expect(count !== null && count > 0 && count <= smallCounts.to).toBe(false);
        const intervals = attack(shown, relations);
        const known = new Map(people.map(({ sex, ageBand, count }) => [`${sex}|${ageBand}`, count]));
        for (const cell of recovered(intervals)) {
          const count = known.get(cell) ?? 0;
          expect(count > 0 && count <= smallCounts.to).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are nobody where nobody was counted', () => {
    expect(evidenceOf(nothing)).toMatchObject({ people: [], trained: [], budget: [], projects: [], figures: null });
  });
});

describe('the civil servants a board trained', () => {
  type Given = Gathered['trainings'][number];
  const codes = (from: number, to: number): readonly string[] =>
    Array.from({ length: to - from }, (_, nth) => `S-${from + nth}`);
  const trained = (...given: readonly (readonly [topic: string, staff: readonly string[]])[]) =>
    evidenceOf({
      ...nothing,
      trainings: given.map(([topic, staff]) => ({
        values: { ...entries.training, topic, staff } as Given['values'],
        steps: [],
      })),
    }).trained.map(({ topic, count }) => [topic, count]);

  it('count once in a topic and once among all, however often they were trained', () => {
    const all40 = codes(0, 40);
    expect(trained(['PREVENTION', all40], ['PREVENTION', all40], ['CARE_OF_CASES', codes(20, 40)])).toEqual([
      ['CARE_OF_CASES', 20],
      ['PREVENTION', 40],
      [all, 40],
    ]);
  });

  it('are withheld where they are few, and all of them where that would tell the few', () => {
    expect(trained(['PREVENTION', codes(0, 33)], ['CARE_OF_CASES', codes(33, 40)])).toEqual([
      ['CARE_OF_CASES', null],
      ['PREVENTION', 33],
      [all, null],
    ]);
    // Seven were trained in care alone.
    expect(trained(['PREVENTION', codes(0, 33)], ['CARE_OF_CASES', codes(20, 40)])).toEqual([
      ['CARE_OF_CASES', 20],
      ['PREVENTION', 33],
      [all, null],
    ]);
  });
});

describe('the figures of the report', () => {
  const figure = (change: Partial<Figure>): Figure => ({
    ...{ id: 'cases-opened', title: 'Casos', status: 'published', value: 40, numerator: null, denominator: null },
    ...change,
  });
  const every = (...changes: readonly Partial<Figure>[]): readonly Figure[] =>
    evidenceOf({ ...nothing, figures: changes.map(figure) }).figures ?? [];
  const shown = (change: Partial<Figure>): Figure | undefined => every(change)[0];
  const share = (numerator: number, denominator: number): Partial<Figure> => ({
    ...{ value: numerator / denominator, numerator, denominator },
  });

  it('are told from ten up, to the nearest five', () => {
    expect(shown({ value: 40 })).toMatchObject({ status: 'published', value: 40 });
    expect(shown({ value: 33 })).toMatchObject({ status: 'published', value: 35 });
    expect(shown({ value: 9 })).toMatchObject({ status: 'hidden', value: null });
    expect(shown({ value: 0 })).toMatchObject({ status: 'hidden', value: null });
    expect(shown({ status: 'unmeasured', value: null })).toMatchObject({ status: 'unmeasured', value: null });
  });

  it('are shares of thirty or more, made of what is told of both counts', () => {
    expect(shown(share(32, 41))).toMatchObject({ status: 'published', value: 0.75, numerator: 30, denominator: 40 });
    expect(shown(share(40, 40))).toMatchObject({ status: 'published', value: 1 });
    for (const few of [share(8, 40), share(20, 29), share(0, 40), share(39, 40)]) {
      expect(shown(few)).toMatchObject({ status: 'hidden', value: null, numerator: null, denominator: null });
    }
  });

  it('give nobody away by subtraction: what is left of one by another is nothing, or stays within five', () => {
    expect(every({ value: 40 }, { value: 33 }).map(({ value }) => value)).toEqual([40, 35]);
    expect(every({ value: 12 }, { value: 11 }).map(({ value }) => value)).toEqual([10, null]);
    const rule = { small: { from: 0, to: 9 }, base: 5 };
    const pairs = fc.nat(80).chain((whole) => fc.tuple(fc.constant(whole), fc.nat(whole)));
    let attacked = 0;
    fc.assert(
      fc.property(pairs, fc.boolean(), ([whole, part], asShare) => {
        const [one, other] = asShare
          ? [shown(share(part, whole))?.denominator, shown(share(part, whole))?.numerator]
          : every({ value: whole }, { value: part }).map(({ value }) => value);
        const rest = whole - part;
        if (rest === 0 || rest > smallCounts.to || typeof one !== 'number' || typeof other !== 'number') return;
        const [most, known] = [told(one, rule), told(other, rule)];
        attacked += 1;
        expect(most.max - known.min - Math.max(0, most.min - known.max)).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 500 },
    );
    expect(attacked).toBeGreaterThan(10);
  });
});

describe('the projects of a board', () => {
  type Given = Gathered['projects'][number];
  const measured = (indicator: string, value: number, on: string) => ({
    ...{ id: `${indicator}-${on}`, type: 'OutcomeMeasured', institution: 'pe-150112-municipalidad' },
    values: { indicator, value, on },
  });
  const shown = (outcomes: object, ...steps: Given['steps']) => {
    const values = { ...entries.project, outcomes } as Given['values'];
    return evidenceOf({ ...nothing, projects: [{ values, steps }] }).projects[0];
  };
  const outcome = { indicator: 'schools-with-plan', baseline: 20, target: 60, by: '2026-12-31' };

  it('show the last that was measured of each outcome, whenever it was recorded', () => {
    const steps = [
      measured('schools-with-plan', 30, '2025-06-01'),
      measured('schools-with-plan', 25, '2025-03-01'),
      measured('something-else', 99, '2025-09-01'),
    ];
    expect(shown([outcome], ...steps)?.outcomes).toEqual([{ ...outcome, value: 30, on: '2025-06-01' }]);
    expect(shown([outcome])?.outcomes).toEqual([outcome]);
  });

  it('withhold what is small, since it may count people, and keep what was aimed at', () => {
    const few = { ...outcome, baseline: 3, target: 5 };
    expect(shown([few], measured('schools-with-plan', 4, '2025-06-01'))?.outcomes).toEqual([
      { ...few, baseline: null, value: null, on: '2025-06-01' },
    ]);
  });

  it('say how far the participatory budget is, where a project goes by it', () => {
    const advanced = { id: 'step', type: 'ProjectAdvanced', institution: 'pe-150112-municipalidad' };
    expect(shown([], { ...advanced, values: { stage: 'PROPOSED', on: '2025-02-10' } })).toMatchObject({
      stage: 'PROPOSED',
    });
    expect(shown([])).not.toHaveProperty('stage');
  });
});
