import fc from 'fast-check';
import { attack, recovered } from '#disclosure';
import { months } from '../testing/months.js';
import { Reader, subtracted } from '../testing/reader.js';
import { figuresOf } from './figures.js';

const small = (count: number): boolean => count >= 1 && count <= 4;

/** Every `{status, value, numerator, denominator}` anywhere in a report. */
function values(of: unknown): readonly Record<string, unknown>[] {
  if (typeof of !== 'object' || of === null) return [];
  const inside = Object.values(of).flatMap(values);
  return 'status' in of ? [of, ...inside] : inside;
}

describe('what a report gives away', () => {
  it('holds no count of one to four, and no part of a hidden figure', () => {
    fc.assert(
      fc.property(months(), (inputs) => {
        const figures = figuresOf(inputs);
        for (const { status, value, numerator, denominator } of values(figures)) {
          if (status !== 'published') expect([value, numerator, denominator]).toEqual([null, null, null]);
        }
        const { published } = new Reader(figures);
        expect([...published].filter(([, count]) => count !== null && small(count))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('would be found out: an attacker finds what is left of a sum', () => {
    const cells = new Map([
      ['all', 10],
      ['a', 7],
      ['b', null],
    ]);
    const relations = [{ total: 'all', parts: ['a', 'b'] }];
    expect([...subtracted(cells, relations)]).toEqual([['b', 3]]);
    expect(recovered(attack(cells, relations))).toEqual(['b']);
  });

  it('leaves the headline figures of most large months in print', () => {
    const all = fc.sample(months(150), { numRuns: 30, seed: 5 }).map((inputs) => figuresOf(inputs).indicators);
    for (const id of ['new-cases', 'referrals-answered']) {
      const ofEach = all.flatMap((indicators) => indicators.filter((each) => each.id === id));
      const large = ofEach.filter(({ status }) => status !== 'unmeasured');
      expect(large.filter(({ status }) => status === 'published').length).toBeGreaterThan(large.length / 2);
    }
  });

  it('gives no small count to whoever subtracts, over all sections and months at once', () => {
    fc.assert(
      fc.property(months(), (inputs) => {
        const { published, relations } = new Reader(figuresOf(inputs));
        const found = [...subtracted(published, relations)].filter(([, count]) => small(count));
        expect(found).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('gives none to whoever solves all of its equations', () => {
    fc.assert(
      fc.property(months(), (inputs) => {
        const { published, relations } = new Reader(figuresOf(inputs));
        const intervals = attack(published, relations);
        const found = recovered(intervals).filter((id) => small(intervals.get(id)?.min ?? 0));
        expect(found).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
