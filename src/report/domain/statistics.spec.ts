import { hidden, published, unmeasured, type Value } from './model.js';
import { changeOfSeries, changeOfShare, median, medianWaiting, naturalLimits, wilson } from './statistics.js';

describe('the interval of a share', () => {
  // As published: Newcombe, Statistics in Medicine 17 (1998), the score method without correction.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d', (numerator, denominator, low, high) => {
    const interval = wilson(numerator, denominator);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('of the rest is its mirror, and neither leaves 0 to 1', () => {
    for (const [numerator, denominator] of [
      [0, 5],
      [3, 21],
      [20, 20],
    ] as const) {
      const { low, high } = wilson(numerator, denominator);
      const other = wilson(denominator - numerator, denominator);
      expect(low).toBeCloseTo(1 - other.high, 12);
      expect([low >= 0, high <= 1, low <= numerator / denominator]).toEqual([true, true, true]);
    }
  });
});

const series = (...values: readonly (number | undefined)[]): Value[] =>
  values.map((value) => (value === undefined ? unmeasured : published(value)));
/** Twelve months that go up and down by two: centre 11, mean moving range 2. */
const swinging = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];

describe('what a series varies by', () => {
  it('is 2.66 mean moving ranges either side of the mean of the months before, in whole counts', () => {
    // 11 − 5.32 and 11 + 5.32
    expect(naturalLimits(series(...swinging, 40))).toEqual({ low: 6, centre: 11, high: 16 });
  });

  it('is not said of fewer than twenty in all', () => {
    const few = [0, 5, 0, 0, 5, 0, 0, 9, 0, 0, 0, 0];
    expect(naturalLimits(series(...few, 40))).toBeUndefined();
    expect(naturalLimits(series(...few.with(11, 1), 40))).toMatchObject({ low: 0, centre: 2 });
  });

  it('is never below zero', () => {
    expect(naturalLimits(series(0, 9, 0, 9, 0, 9, 0, 9, 0, 9, 0, 9, 1))?.low).toBe(0);
  });

  it('is not known from fewer than twelve months before, nor where one of them is hidden', () => {
    expect(naturalLimits(series(...swinging))).toBeUndefined();
    expect(naturalLimits([...series(...swinging.slice(1)), hidden, published(10)])).toBeUndefined();
    expect(naturalLimits(series())).toBeUndefined();
  });

  it('begins with the first month on record', () => {
    expect(naturalLimits(series(undefined, undefined, ...swinging, 40))?.centre).toBe(11);
  });

  it.each([
    [16, 'steady'],
    [17, 'up'],
    [6, 'steady'],
    [5, 'down'],
  ] as const)('a last month of %d is %s', (last, change) => {
    expect(changeOfSeries(series(...swinging, last))).toBe(change);
  });

  it('nothing is said of a hidden last month, or of one without enough before it', () => {
    expect(changeOfSeries([...series(...swinging), hidden])).toBe('unclear');
    expect(changeOfSeries(series(1, 50))).toBe('unclear');
    expect(changeOfSeries([])).toBe('unclear');
  });
});

describe('a share moved', () => {
  const share = (numerator: number, denominator: number) => published(numerator / denominator, numerator, denominator);

  it.each([
    [share(90, 100), share(50, 100), 'up'],
    [share(50, 100), share(90, 100), 'down'],
    [share(52, 100), share(50, 100), 'steady'],
    [share(19, 19), share(0, 100), 'unclear'],
    [share(20, 20), share(0, 20), 'up'],
    [hidden, share(50, 100), 'unclear'],
    [share(50, 100), unmeasured, 'unclear'],
  ] as const)('only when the intervals do not touch', (now, before, change) => {
    expect(changeOfShare(now, before)).toBe(change);
  });
});

describe('the median wait', () => {
  const waits = (...hours: readonly string[]) =>
    hours.map((each) => ({ hours: Number.parseInt(each, 10), ended: !each.endsWith('+') }));

  // Weeks in remission in a trial that textbooks estimate by this method (6-MP against placebo, 1963): 23 and 8.
  it('keeps those who still wait in the count', () => {
    const treated = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'.split(' ');
    expect(medianWaiting(waits(...treated))).toBe(23);
    const placebo = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23'.split(' ');
    expect(medianWaiting(waits(...placebo))).toBe(8);
    expect(median(waits(...treated).flatMap(({ hours, ended }) => (ended ? [hours] : [])))).toBe(10);
  });

  it('is not known while fewer than half are known to have ended', () => {
    expect(medianWaiting(waits('1', '2+', '3+', '4+'))).toBeUndefined();
    expect(medianWaiting([])).toBeUndefined();
  });

  it('counts somebody who was attended at the moment another stopped waiting as attended first', () => {
    expect(medianWaiting(waits('5+', '5'))).toBe(5);
  });

  it('does not mind the order', () => {
    expect(medianWaiting(waits('9+', '4', '1', '3+', '2'))).toBe(4);
  });

  it('is the middle one where everybody was attended, however many they are', () => {
    for (let many = 1; many <= 400; many += 1) {
      const all = Array.from({ length: many }, (_, index) => ({ hours: index + 1, ended: true }));
      expect([many, medianWaiting(all)]).toEqual([many, Math.ceil(many / 2)]);
    }
  });
});

describe('the median', () => {
  it.each([
    [[], undefined],
    [[3], 3],
    [[3, 1], 2],
    [[9, 1, 5], 5],
    [[1, 2, 3, 10], 2.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});
