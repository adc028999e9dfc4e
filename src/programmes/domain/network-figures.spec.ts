import { attack, recovered } from '#disclosure';
import fc from 'fast-check';
import { type CountedHelp, networkFigures } from './network-figures.js';

const codes = { acts: ['ACCOMPANIED', 'HANDED_ON'], matters: ['PHYSICAL', 'ABANDONMENT'] };
const helps = (council: string, count: number, matter = 'PHYSICAL', acts = ['ACCOMPANIED']): readonly CountedHelp[] =>
  Array.from({ length: count }, () => ({ council, matter, acts }));

describe('what a network did in a month', () => {
  it('is counted by council, by what was done and by what it was about', () => {
    const figures = networkFigures(
      ['a', 'b'],
      [...helps('a', 6), ...helps('b', 7, 'ABANDONMENT', ['HANDED_ON'])],
      codes,
    );
    expect(figures.total).toEqual({
      taken: 13,
      acts: { ACCOMPANIED: 6, HANDED_ON: 7 },
      matters: { PHYSICAL: 6, ABANDONMENT: 7 },
    });
    expect(figures.councils['a']).toEqual({
      taken: 6,
      acts: { ACCOMPANIED: 6, HANDED_ON: 0 },
      matters: { PHYSICAL: 6, ABANDONMENT: 0 },
    });
  });

  it('hides a small council, and another one so that it cannot be worked out', () => {
    const figures = networkFigures(['a', 'b', 'c'], [...helps('a', 2), ...helps('b', 9), ...helps('c', 8)], codes);
    const taken = Object.values(figures.councils).map((council) => council.taken);
    expect(figures.councils['a']?.taken).toBeNull();
    expect(taken.filter((count) => count === null).length).toBeGreaterThan(1);
  });

  it('hides who was not handed on, where those are few', () => {
    const figures = networkFigures(['a'], [...helps('a', 20, 'PHYSICAL', ['HANDED_ON']), ...helps('a', 1)], codes);
    const { taken, acts } = figures.total;
    expect([taken, acts['HANDED_ON']]).toContain(null);
  });

  it('counts nobody as nobody', () => {
    expect(networkFigures([], [], codes).total.taken).toBe(0);
    expect(networkFigures(['a'], [], codes).councils['a']?.taken).toBe(0);
  });

  it('gives no small count of a council away, whatever was recorded', () => {
    const help = fc.record({
      council: fc.constantFrom('a', 'b', 'c'),
      matter: fc.constantFrom(...codes.matters),
      acts: fc.subarray(codes.acts, { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(help, { maxLength: 40 }), (recorded) => {
        const { councils, total } = networkFigures(['a', 'b', 'c'], recorded, codes);
        const rows = Object.entries({ ...councils, '*': total });
        const seen = new Map<string, number | null>(
          rows.flatMap(([row, { taken, matters, acts }]) =>
            Object.entries({ taken, ...matters, ...acts }).map(([of, count]) => [`${row} ${of}`, count] as const),
          ),
        );
        const relations = [
          ...rows.map(([row]) => ({ total: `${row} taken`, parts: codes.matters.map((matter) => `${row} ${matter}`) })),
          ...rows.flatMap(([row]) =>
            codes.acts.map((act) => ({ total: `${row} taken`, parts: [`${row} ${act}`, `${row} without ${act}`] })),
          ),
          ...['taken', ...codes.matters, ...codes.acts].map((of) => ({
            total: `* ${of}`,
            parts: Object.keys(councils).map((council) => `${council} ${of}`),
          })),
        ];
        // What is printed nowhere may well be computed: only what was withheld may not.
        expect(recovered(attack(seen, relations)).filter((cell) => seen.has(cell))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
