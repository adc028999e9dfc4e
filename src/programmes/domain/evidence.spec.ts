import fc from 'fast-check';
import { attack, recovered, type Relation } from '#disclosure';
import { entries } from '../testing/register-fixtures.js';
import { all, type Evidence, evidenceOf, type Figure, type Gathered, smallCounts } from './evidence.js';

const nothing: Gathered = {
  ...{ board: 'mesa', month: '2026-02', norms: 0, exchanges: 0, findings: 0 },
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

describe('the figures of the report', () => {
  const figure = (change: Partial<Figure>): Figure => ({
    ...{ id: 'cases-opened', title: 'Casos', status: 'published', value: 40, numerator: null, denominator: null },
    ...change,
  });
  const shown = (change: Partial<Figure>): string | undefined =>
    evidenceOf({ ...nothing, figures: [figure(change)] }).figures?.[0]?.status;

  it('are repeated where they rest on ten or more, or on none', () => {
    expect(shown({})).toBe('published');
    expect(shown({ value: 0 })).toBe('published');
    expect(shown({ value: 0.75, numerator: 30, denominator: 40 })).toBe('published');
    expect(shown({ value: 1, numerator: 40, denominator: 40 })).toBe('published');
  });

  it('stay inside the board where they rest on fewer, or leave fewer over', () => {
    expect(shown({ value: 7 })).toBe('hidden');
    expect(shown({ value: 0.2, numerator: 8, denominator: 40 })).toBe('hidden');
    expect(shown({ value: 0.8, numerator: 32, denominator: 40 })).toBe('hidden');
    expect(evidenceOf({ ...nothing, figures: [figure({ value: 7 })] }).figures?.[0]).toMatchObject({ value: null });
  });
});
