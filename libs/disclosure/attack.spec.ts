import fc from 'fast-check';
import { attack, published, recovered, type Relation } from './index.js';
import { enumerate, examples, Publication } from './specification.js';

/** Attacks a publication from which only these cells are withheld. */
function attackOn(publication: Publication, hidden: readonly string[]) {
  return attack(published(publication.cells, new Set(hidden)), publication.relations);
}

describe('the attack', () => {
  it('subtracts', () => {
    const publication = new Publication();
    publication.sum('all', [
      ['a', 3],
      ['b', 10],
    ]);
    expect(attackOn(publication, ['a'])).toEqual(new Map([['a', { min: 3, max: 3 }]]));
  });

  it('narrows two unknowns to what their sum leaves', () => {
    const publication = new Publication();
    publication.sum('all', [
      ['a', 3],
      ['b', 5],
      ['c', 10],
    ]);
    expect(attackOn(publication, ['a', 'b'])).toEqual(
      new Map([
        ['a', { min: 1, max: 7 }],
        ['b', { min: 1, max: 7 }],
      ]),
    );
  });

  it('knows that two withheld figures of sum two are one each, since zeros are printed', () => {
    const publication = new Publication();
    publication.sum('all', [
      ['a', 1],
      ['b', 1],
      ['c', 10],
    ]);
    expect(recovered(attackOn(publication, ['a', 'b']))).toEqual(['a', 'b']);
  });

  it('solves a table in which every row and column has two withheld figures', () => {
    const publication = new Publication();
    const rows = [
      [20, 21, 40, 50],
      [22, 23, 3, 60],
      [41, 51, 24, 25],
      [42, 52, 26, 27],
    ];
    publication.matrix('m', rows, 'total');
    // Two square blocks, and one figure between them that belongs to neither.
    const blocks = ['m:0,0', 'm:0,1', 'm:1,0', 'm:1,1', 'm:2,2', 'm:2,3', 'm:3,2', 'm:3,3'];
    const intervals = attackOn(publication, [...blocks, 'm:1,2']);
    expect(intervals.get('m:1,2')).toEqual({ min: 3, max: 3 });
    expect(recovered(intervals)).toEqual(['m:1,2']);
  });

  it('uses a total that another section repeats', () => {
    const publication = new Publication();
    publication.sum('row', [
      ['a', 3],
      ['b', 5],
    ]);
    const hidden = ['a', 'b', 'row'];
    expect(recovered(attackOn(publication, hidden))).toEqual([]);
    publication.sum('row', [
      ['day', 6],
      ['night', 2],
    ]);
    expect(attackOn(publication, hidden).get('row')).toEqual({ min: 8, max: 8 });
  });

  it('allows a figure that is not printed at all to be nought, and one without a limit to be anything', () => {
    const relations: Relation[] = [{ total: 'all', parts: ['a', 'unseen'] }];
    expect(
      attack(
        new Map([
          ['all', 5],
          ['a', null],
        ]),
        relations,
      ),
    ).toEqual(
      new Map([
        ['a', { min: 1, max: 5 }],
        ['unseen', { min: 0, max: 4 }],
      ]),
    );
    expect(
      attack(
        new Map([
          ['all', null],
          ['a', 5],
        ]),
        relations,
      ).get('all'),
    ).toEqual({ min: 5, max: Infinity });
  });

  it('refuses figures that contradict each other', () => {
    const relations: Relation[] = [{ total: 'all', parts: ['a', 'b'] }];
    expect(() =>
      attack(
        new Map([
          ['all', 5],
          ['a', 2],
          ['b', 2],
        ]),
        relations,
      ),
    ).toThrow('contradict');
    expect(() =>
      attack(
        new Map([
          ['all', 5],
          ['a', null],
          ['b', 7],
        ]),
        relations,
      ),
    ).toThrow('contradict');
  });

  it('never rules out a value that some table shows, and finds most of what trying all tables finds', () => {
    let known = 0;
    let found = 0;
    fc.assert(
      fc.property(
        examples({ rows: 3, columns: 3 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 2 })),
        (example, draws) => {
          const hidden = [...example.cells].filter(([, n]) => n > 0 && draws.next().value === 0).map(([id]) => id);
          const seen = published(example.cells, new Set(hidden));
          const intervals = attack(seen, example.relations);
          const cap = Math.max(...example.cells.values()) + 3;
          for (const [id, values] of enumerate(seen, example.relations, hidden, cap)) {
            const { min = NaN, max = NaN } = intervals.get(id) ?? {};
            for (const value of values) expect(min <= value && value <= max).toBe(true);
            if (values.size !== 1) continue;
            known += 1;
            if (min === max) found += 1;
          }
        },
      ),
      { numRuns: 400, seed: 11 },
    );
    expect(known).toBeGreaterThan(200);
    expect(found / known).toBeGreaterThan(0.95);
  });
});
