import { moneyOf, overseen } from './oversight.js';

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

describe('what is overseen', () => {
  const agreement = (id: string, indicator?: string) => ({ id, ...(indicator === undefined ? {} : { indicator }) });
  const finding = (id: string, of?: string) => ({
    ...{ id, values: {} },
    steps: of === undefined ? [] : [{ ...step, type: 'FindingTakenUp', values: { agreement: of } }],
  });
  const step = { id: 'step', institution: 'pe-150112-municipalidad' };
  const budget = (of: string) => ({ ...line(2026, 1_000), id: `line-${of}` });

  it('is each agreement with its findings, its money and the figure it names', () => {
    const money = { ...budget('a'), values: { ...budget('a').values, agreement: 'a' } };
    const { agreements } = overseen(
      [agreement('a', 'reply-time'), agreement('b', 'gone'), agreement('c')],
      [finding('one', 'a'), finding('two', 'a')],
      [money, budget('other')],
      [{ id: 'reply-time', value: 3 }],
    );
    expect(agreements).toEqual([
      {
        agreement: agreement('a', 'reply-time'),
        findings: [finding('one', 'a'), finding('two', 'a')],
        budget: [{ currency: 'PEN', assigned: 1_000, executed: 0 }],
        figure: { id: 'reply-time', value: 3 },
      },
      // The month has no figure of that name, and one agreement names none.
      { agreement: agreement('b', 'gone'), findings: [], budget: [] },
      { agreement: agreement('c'), findings: [], budget: [] },
    ]);
  });

  it('is every finding: those of no agreement, and those of one that is not of this board, stand by themselves', () => {
    const { loose } = overseen([agreement('a')], [finding('none'), finding('a', 'a'), finding('x', 'x')], [], []);
    expect(loose.map(({ id }) => id)).toEqual(['none', 'x']);
  });
});
