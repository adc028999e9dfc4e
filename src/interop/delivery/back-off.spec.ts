import fc from 'fast-check';
import { backOffAfter, tries } from './back-off.js';

const hour = 3_600_000;

describe('the wait between two tries', () => {
  it('grows threefold up to eight hours, give or take a fifth, the same each time for the same delivery', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: tries }), (seed, tried) => {
        const usual = Math.min(15_000 * 3 ** (tried - 1), 8 * hour);
        const wait = backOffAfter(tried, seed);
        expect(wait).toBeGreaterThanOrEqual(Math.floor(usual * 0.8));
        expect(wait).toBeLessThanOrEqual(Math.ceil(usual * 1.2));
        expect(backOffAfter(tried, seed)).toBe(wait);
      }),
    );
  });

  it('leaves a receiver about a day before a fact is given up', () => {
    const all = Array.from({ length: tries - 1 }, (_, index) => backOffAfter(index + 1, 'a'));
    const hours = all.reduce((sum, wait) => sum + wait, 0) / hour;
    expect(hours).toBeGreaterThan(16);
    expect(hours).toBeLessThan(25);
  });

  it('is not the same for those who failed together', () => {
    expect(new Set(['a', 'b', 'c', 'd'].map((seed) => backOffAfter(5, seed))).size).toBe(4);
  });
});
