import fc from 'fast-check';
import { later } from '../testing/months.js';
import type { ReportCase, Spell } from '../views/report-cases.js';
import { ageOf, balances, flowsOf, isOpenAt } from './caseload.js';

const [from, end] = ['2025-10-01T05:00:00.000Z', '2025-11-01T05:00:00.000Z'];
const millisecond = 1 / 3_600_000;

const caseOf = (...spells: readonly Spell[]): ReportCase => ({
  ...{
    id: '',
    district: '',
    month: '',
    recordedAt: '',
    institution: '',
    entry: '',
    condition: '',
    sex: '',
    ageBand: '',
  },
  ...{ openedAt: spells[0]?.from ?? '', spells },
});

describe('the account of cases', () => {
  it.each([
    ['opened at the first instant of the month', [{ from }], { start: 0, opened: 1, end: 1 }],
    ['opened before', [{ from: later(from, -1) }], { start: 1, opened: 0, end: 1 }],
    ['opened and closed in the month', [{ from, until: later(from, 5) }], { start: 0, opened: 1, closed: 1, end: 0 }],
    ['closed at the last instant', [{ from, until: later(end, -millisecond) }], { opened: 1, closed: 1, end: 0 }],
    ['closed at the first instant of the next', [{ from, until: end }], { opened: 1, closed: 0, end: 1 }],
    [
      'closed before, opened again in the month',
      [{ from: later(from, -9), until: later(from, -3) }, { from: later(from, 2) }],
      { start: 0, opened: 0, reopened: 1, closed: 0, end: 1 },
    ],
    [
      'closed and opened again in the month',
      [{ from: later(from, -9), until: later(from, 3) }, { from: later(from, 4) }],
      { start: 1, opened: 0, reopened: 1, closed: 1, end: 1 },
    ],
  ])('of a case %s', (_what, spells, expected) => {
    const each = caseOf(...spells);
    const opened = each.openedAt >= from && each.openedAt < end ? [each] : [];
    const flows = flowsOf([each], opened, from, end);
    expect(flows).toMatchObject(expected);
    expect(balances(flows)).toBe(true);
  });

  it('balances on any history of openings, closings and openings again', () => {
    const history = fc
      .array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 7 })
      .map((gaps): readonly Spell[] => {
        let at = later(from, -2_500);
        const instants = gaps.map((gap) => (at = later(at, gap)));
        return instants.flatMap((start, index) => {
          const until = instants[index + 1];
          return index % 2 > 0 ? [] : [until === undefined ? { from: start } : { from: start, until }];
        });
      });
    fc.assert(
      fc.property(fc.array(history, { maxLength: 40 }), (histories) => {
        const cases = histories.map((spells) => caseOf(...spells));
        const opened = cases.filter(({ openedAt }) => openedAt >= from && openedAt < end);
        const flows = flowsOf(cases, opened, from, end);
        expect(balances(flows)).toBe(true);
        expect(flows.end).toBe(cases.filter((each) => isOpenAt(each, end)).length);
      }),
    );
  });

  it('does not balance where a case of the month is missing', () => {
    expect(balances(flowsOf([], [caseOf({ from })], from, end))).toBe(false);
  });
});

it.each([
  [7 * 24 + 23, '0-7'],
  [8 * 24, '8-30'],
  [31 * 24 - 1, '8-30'],
  [31 * 24, '31-90'],
  [91 * 24, '91-180'],
  [181 * 24, 'over-180'],
])('a case open for %d hours is of the band %s', (hours, band) => {
  expect(ageOf(caseOf({ from: later(end, -hours) }), end)).toBe(band);
});
