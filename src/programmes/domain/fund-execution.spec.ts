import { type CountedMonth, executionOf } from './fund-execution.js';

const month = (cases: Readonly<Record<string, number>>): CountedMonth => ({
  ...{ month: '2026-03', currency: 'PEN', lines: {}, purposes: {} },
  cases,
});
const five = { a: 1_000, b: 1_000, c: 1_000, d: 1_000, e: 1_000 };

describe('the cost of a case', () => {
  it('is what was paid for the cases that were helped', () => {
    expect(executionOf([month(five)]).costs).toEqual([{ currency: 'PEN', spent: 5_000, cases: 5, perCase: 1_000 }]);
  });

  it('is not lowered by what comes back of a payment of an earlier year', () => {
    const costs = executionOf([month(five), month({ earlier: -4_000 })]).costs;
    expect(costs).toEqual([{ currency: 'PEN', spent: 1_000, cases: 5, perCase: 1_000 }]);
  });

  it('leaves out whose payment came back in full, and is not told of fewer than five', () => {
    const costs = executionOf([month(five), month({ e: -1_000 })]).costs;
    expect(costs).toEqual([{ currency: 'PEN', spent: 4_000, cases: null, perCase: null }]);
  });
});
