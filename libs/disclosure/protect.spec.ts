import fc from 'fast-check';
import { enumerate, examples, Publication, type Example } from './specification.js';
import { attack, derived, protect, published, recovered } from './index.js';

const small = { from: 1, to: 4 };
const isSmall = (count: number) => count >= 1 && count <= 4;

const primaries = ({ cells }: Example) => [...cells].filter(([, count]) => isSmall(count)).map(([id]) => id);
const capOf = ({ cells }: Example) => Math.max(...cells.values()) + 3;

describe('a protected publication', () => {
  it('leaves every small count at least two values, whatever table a reader tries out', () => {
    fc.assert(
      fc.property(examples({ rows: 3, columns: 3 }), (example) => {
        const seen = published(example.cells, protect(example.cells, example.relations, small));
        const found = enumerate(seen, example.relations, primaries(example), capOf(example));
        for (const set of found.values()) expect(set.size).toBeGreaterThan(1);
      }),
      { numRuns: 800 },
    );
  });

  it('withholds every small count and never a zero', () => {
    fc.assert(
      fc.property(examples({ rows: 6, columns: 6 }), (example) => {
        const hidden = protect(example.cells, example.relations, small);
        for (const [id, count] of example.cells) {
          if (isSmall(count)) expect(hidden).toContain(id);
          if (count === 0) expect(hidden).not.toContain(id);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('withstands the attack on larger tables', () => {
    fc.assert(
      fc.property(examples({ rows: 9, columns: 9 }), (example) => {
        const intervals = attack(
          published(example.cells, protect(example.cells, example.relations, small)),
          example.relations,
        );
        const found = new Set(recovered(intervals));
        expect(primaries(example).filter((id) => found.has(id))).toEqual([]);
        for (const [id, { min, max }] of intervals) {
          const count = example.cells.get(id) ?? NaN;
          expect(min <= count && count <= max).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('prints every further figure it can: giving any one back would let a small count be found', () => {
    let given = 0;
    let needless = 0;
    fc.assert(
      fc.property(examples({ rows: 3, columns: 3 }), (example) => {
        const hidden = protect(example.cells, example.relations, small);
        for (const id of hidden) {
          if (isSmall(example.cells.get(id) ?? 0)) continue;
          given += 1;
          const fewer = new Set([...hidden].filter((each) => each !== id));
          const found = enumerate(
            published(example.cells, fewer),
            example.relations,
            primaries(example),
            capOf(example),
          );
          if ([...found.values()].every((set) => set.size > 1)) needless += 1;
        }
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(given).toBeGreaterThan(100);
    expect(needless / given).toBeLessThan(0.02);
  });

  it('leaves untouched what no small count depends on', () => {
    const publication = new Publication();
    publication.sum('a', [
      ['a1', 7],
      ['a2', 0],
      ['a3', 40],
    ]);
    publication.sum('b', [
      ['b1', 2],
      ['b2', 6],
      ['b3', 9],
      ['b4', 0],
    ]);
    expect([...protect(publication.cells, publication.relations, small)].sort()).toEqual(['b1', 'b2']);
  });

  it('hides a small part together with the smallest other part that will do', () => {
    const publication = new Publication();
    // The smallest other part is itself small and cannot be less than 1, so both together could be told.
    publication.sum('all', [
      ['x', 1],
      ['y', 1],
      ['z', 30],
      ['w', 9],
    ]);
    expect([...protect(publication.cells, publication.relations, small)].sort()).toEqual(['w', 'x', 'y']);
  });

  it('hides margins before the total that stands over many sums', () => {
    const publication = new Publication();
    publication.matrix(
      'm',
      [
        [3, 0],
        [0, 20],
      ],
      'total',
    );
    publication.breakdown('b', 'total', [10, 13]);
    const hidden = protect(publication.cells, publication.relations, small);
    expect([...hidden].sort()).toEqual(['m:,0', 'm:,1', 'm:0', 'm:0,0', 'm:1', 'm:1,1']);
  });

  it('hides a total repeated in another section everywhere, and protects it there too', () => {
    const publication = new Publication();
    publication.sum('row', [
      ['x', 3],
      ['zero', 0],
    ]);
    publication.sum('row', [
      ['day', 1],
      ['night', 2],
    ]);
    publication.sum('all', [
      ['row', 3],
      ['other', 8],
      ['third', 12],
    ]);
    const hidden = protect(publication.cells, publication.relations, small);
    expect([...hidden].sort()).toEqual(['day', 'night', 'other', 'row', 'x']);
  });

  it('withholds whatever is linked where nothing cheaper is safe, and still gives every small count two values', () => {
    const publication = new Publication();
    publication.matrix(
      'm',
      [
        [1, 1],
        [1, 1],
      ],
      'total',
    );
    publication.breakdown('b', 'total', [4]);
    const hidden = protect(publication.cells, publication.relations, small);
    expect(hidden.size).toBe(publication.cells.size);
  });

  it('does not depend on the order of the figures', () => {
    fc.assert(
      fc.property(examples({ rows: 5, columns: 5 }), ({ cells, relations }) => {
        const turned = new Map([...cells].reverse());
        expect([...protect(turned, relations, small)].sort()).toEqual([...protect(cells, relations, small)].sort());
      }),
      { numRuns: 100 },
    );
  });

  it('is refused for figures that do not add up, are no counts, or are not there', () => {
    const relations = [{ total: 't', parts: ['a', 'b'] }];
    const of = (a: number, b: number, t: number) =>
      new Map([
        ['a', a],
        ['b', b],
        ['t', t],
      ]);
    expect(() => protect(of(1, 2, 4), relations, small)).toThrow('add up');
    expect(() => protect(of(-1, 2, 1), relations, small)).toThrow('not a count');
    expect(() => protect(of(0.5, 0.5, 1), relations, small)).toThrow('not a count');
    expect(() => protect(new Map([['a', 1]]), relations, small)).toThrow('no cell');
    expect(() => protect(of(1, 2, 3), [{ total: 't', parts: ['a', 'a', 'b'] }], small)).toThrow(RangeError);
    expect(() => protect(of(1, 2, 3), relations, { from: 0, to: 4 })).toThrow(RangeError);
  });
});

describe('a derived figure', () => {
  it('is printed only when everything it rests on is', () => {
    const hidden = new Set(['part']);
    expect(derived(hidden, ['part', 'whole'], () => 3 / 7)).toBeNull();
    expect(derived(hidden, ['whole', 'other'], () => 3 / 7)).toBe(3 / 7);
    expect(derived(hidden, [], () => 'text')).toBe('text');
  });

  it('is not even computed when it is hidden', () => {
    const compute = () => {
      throw new Error('computed');
    };
    expect(derived(new Set(['n']), ['n'], compute)).toBeNull();
  });
});

describe('a headline figure', () => {
  it('stays when something else can be withheld in its place', () => {
    const cells = new Map([
      ['total', 20],
      ['a', 3],
      ['b', 17],
      ['b1', 9],
      ['b2', 8],
    ]);
    const relations = [
      { total: 'total', parts: ['a', 'b'] },
      { total: 'b', parts: ['b1', 'b2'] },
    ];
    expect(protect(cells, relations, { from: 1, to: 4 })).toEqual(new Set(['a', 'total']));
    const kept = protect(cells, relations, { from: 1, to: 4 }, new Set(['total']));
    expect(kept.has('total')).toBe(false);
    expect(recovered(attack(published(cells, kept), relations))).not.toContain('a');
  });
});
