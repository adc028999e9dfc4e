import { moneyOf } from './oversight.js';

const line = (year: number, amount: number, ...spent: readonly (readonly [on: string, amount: number])[]) => ({
  values: { year, amount, currency: 'PEN', on: '2025-12-20' },
  steps: spent.map(([on, each], nth) => ({
    ...{ id: `step-${nth}`, type: 'BudgetExecuted', institution: 'pe-150112-municipalidad' },
    values: { on, amount: each },
  })),
});

describe('the money of a board', () => {
  const lines = [
    // Assigned in December for the year to come, and one of the year before that was spent late.
    line(2026, 1_000, ['2026-02-01', 300]),
    line(2025, 500, ['2025-06-01', 200], ['2026-01-15', 100]),
  ];

  it('is by year what lines of that year have, and what was spent in it', () => {
    expect(moneyOf(lines, '2026')).toEqual([{ currency: 'PEN', assigned: 1_000, executed: 400 }]);
    expect(moneyOf(lines, '2025')).toEqual([{ currency: 'PEN', assigned: 500, executed: 200 }]);
    expect(moneyOf(lines, '2024')).toEqual([]);
  });

  it('is of all years where none is asked for', () => {
    expect(moneyOf(lines)).toEqual([{ currency: 'PEN', assigned: 1_500, executed: 600 }]);
  });
});
