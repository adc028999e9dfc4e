import fc from 'fast-check';
import { attack, recovered } from '#disclosure';
import { changesShown } from './participant-changes.js';
import { executionOf } from './fund-execution.js';
import { reeducationShown } from './reeducation-activity.js';
import { disclosed, smallCounts } from './small-counts.js';

const isSmall = (count: number): boolean => count >= smallCounts.from && count <= smallCounts.to;

describe('counts of programmes', () => {
  it('show none of one to four, and none that such a one follows from', () => {
    expect(disclosed({ all: 10, a: 7, b: 3 }, [{ total: 'all', parts: ['a', 'b'] }]).counts).toMatchObject({ b: null });
    const { counts, from } = disclosed({ few: 2 }, []);
    expect([counts, from(['few'], () => 2)]).toEqual([{ few: null }, null]);
  });

  it('of changes show nothing of less than five men, over all and by district, to whoever does the sums', () => {
    const district = fc.record({ measured: fc.nat(12), good: fc.nat(12), points: fc.integer({ min: -50, max: 50 }) });
    fc.assert(
      fc.property(fc.array(district, { maxLength: 5 }), (counted) => {
        const rows = counted.map(({ measured, good, points }, nth) => ({
          ...{ district: `15010${nth}`, measured, favourable: Math.min(good, measured), points },
        }));
        const shown = changesShown(rows);
        for (const each of [shown, ...shown.districts]) {
          for (const count of [each.measured, each.favourable]) expect(count !== null && isSmall(count)).toBe(false);
          if (each.measured === null || each.favourable === null) expect(each.mean).toBeNull();
        }
        const places = [{ district: 'all', ...shown }, ...shown.districts];
        const cells = new Map(
          places.flatMap(({ district: place, measured, favourable }) => [
            [`${place}/measured`, measured] as const,
            [`${place}/favourable`, favourable] as const,
          ]),
        );
        const relations =
          rows.length === 0
            ? []
            : ['measured', 'favourable'].map((part) => ({
                total: `all/${part}`,
                parts: rows.map(({ district: code }) => `${code}/${part}`),
              }));
        const intervals = attack(cells, relations);
        expect(recovered(intervals).filter((id) => isSmall(intervals.get(id)?.min ?? 0))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('of a year are sums that add up, and corrections take back what they correct', () => {
    const months: Parameters<typeof reeducationShown>[0] = [
      { counts: { 'session/MISSED': 9, 'entry/VOLUNTARY': 20 } },
      { counts: { 'session/MISSED': -9 } },
    ];
    expect(reeducationShown(months)).toMatchObject({
      entry: 20,
      'entry/VOLUNTARY': 20,
      session: 0,
      'end/COMPLETED': 0,
    });
  });
});

describe('the cost of a case', () => {
  const month = (cases: Readonly<Record<string, number>>) => ({
    ...{ month: '2026-03', currency: 'PEN' as const, lines: {}, purposes: {}, cases },
  });

  it('is told from five cases on, over months, without those whose payment came back', () => {
    const four = { a: 100, b: 100, c: 100, d: 100 };
    expect(executionOf([month(four)]).costs).toEqual([{ currency: 'PEN', spent: 400, cases: null, perCase: null }]);
    expect(executionOf([month(four), month({ a: 50, e: 151 })]).costs).toEqual([
      { currency: 'PEN', spent: 601, cases: 5, perCase: 120 },
    ]);
    expect(executionOf([month({ ...four, e: 100 }), month({ e: -100 })]).costs[0]?.cases).toBeNull();
  });

  it('of different currencies is not added up', () => {
    const costs = executionOf([month({ a: 1 }), { ...month({ a: 1 }), currency: 'BOB' }]).costs;
    expect(costs.map(({ currency }) => currency)).toEqual(['BOB', 'PEN']);
  });
});
