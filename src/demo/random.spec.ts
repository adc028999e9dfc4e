import fc from 'fast-check';
import { Random } from './random.js';

const draws = (random: Random, count = 20): readonly number[] => Array.from({ length: count }, () => random.next());

describe('random numbers', () => {
  it('come again with the same parts, and differ with any other', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(1_000), (seed, index) => {
        const mine = draws(Random.of(seed, 'case', '150112', index));
        expect(draws(Random.of(seed, 'case', '150112', index))).toEqual(mine);
        expect(draws(Random.of(seed, 'case', '150112', index + 1))).not.toEqual(mine);
        expect(draws(Random.of(seed + 1, 'case', '150112', index))).not.toEqual(mine);
        expect(mine.every((number) => number >= 0 && number < 1)).toBe(true);
      }),
    );
  });

  it('of a split are not those of what it was split from', () => {
    const random = Random.of(1);
    const split = random.split();
    expect(draws(split)).not.toEqual(draws(random));
  });

  it('spread evenly', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const number of draws(Random.of('even'), 20_000)) tenths[Math.floor(number * 10)]! += 1;
    // 2,000 expected each; the standard deviation is 42.
    expect(tenths.every((count) => count > 1_790 && count < 2_210)).toBe(true);
  });

  it('pick by weight, and never what weighs nothing', () => {
    const random = Random.of('weights');
    const picked = { rare: 0, often: 0, never: 0 };
    for (let n = 0; n < 10_000; n += 1) picked[random.pick({ never: 0, rare: 1, often: 9 })] += 1;
    expect(picked.never).toBe(0);
    expect(picked.rare / 10_000).toBeCloseTo(0.1, 1);
  });

  it('round to whole numbers without moving the mean', () => {
    const random = Random.of('whole');
    let sum = 0;
    for (let n = 0; n < 20_000; n += 1) sum += random.whole(2.3);
    expect(sum / 20_000).toBeCloseTo(2.3, 1);
  });

  it('give delays whose half is shorter than the median, and none without end', () => {
    const random = Random.of('delays');
    const delays = Array.from({ length: 10_000 }, () => random.delay({ median: 5, spread: 0.8 }));
    expect(delays.filter((each) => each < 5).length / 10_000).toBeCloseTo(0.5, 1);
    expect(Math.max(...delays)).toBeLessThanOrEqual(100);
    expect(Math.min(...delays)).toBeGreaterThan(0);
  });

  it('have nothing to pick from an empty list', () => {
    expect(() => Random.of(1).of([], () => 1)).toThrow(RangeError);
  });
});
