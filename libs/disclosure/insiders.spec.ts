import fc from 'fast-check';
import { enumerate, type Example, examples, Publication } from './specification.js';
import { attackLp, type CellId, type Insider, protect, published } from './index.js';

const small = { from: 1, to: 4 };
const headline = new Set<CellId>();

const hiddenFrom = ({ cells, relations }: Example, insiders: readonly Insider[]): ReadonlySet<CellId> =>
  protect(cells, relations, small, headline, insiders);

/** Somebody to whom one row and one column of the matrix belong, and some part of everything else. */
const insiders = (example: Example): fc.Arbitrary<Insider> =>
  fc.record({ line: fc.nat(2), shares: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })) }).map((given) => {
    const { line, shares } = given;
    const isTheirs = (id: CellId): boolean => new RegExp(`^m:(${line}|\\d*,${line}|${line},\\d)$`, 'u').test(id);
    const least = [...example.cells].flatMap(([id, count]) => {
      const share = Math.floor(count * (shares.next().value as number) ** 2);
      return isTheirs(id) || share === 0 ? [] : [[id, share] as const];
    });
    return { exactly: new Set([...example.cells.keys()].filter(isTheirs)), least: new Map(least) };
  });

const publications = examples({ rows: 2, columns: 3 }).chain((example) =>
  fc.array(insiders(example), { minLength: 1, maxLength: 2 }).map((all) => ({ example, all })),
);

/** Small counts in which there is more than what is theirs. */
const others = ({ cells }: Example, { exactly, least }: Insider): readonly CellId[] =>
  [...cells].flatMap(([id, n]) => (n >= 1 && n <= 4 && !exactly.has(id) && least.get(id) !== n ? [id] : []));

const seenBy = ({ cells }: Example, hidden: ReadonlySet<CellId>, { exactly }: Insider) =>
  published(cells, new Set([...hidden].filter((id) => !exactly.has(id))));

/** Whether an insider cannot but know a count, though everything were withheld that is not zero. */
async function isOpen(example: Example, insider: Insider, cell: CellId): Promise<boolean> {
  const { cells, relations } = example;
  const bounds = [...cells].map(([id, n]) => {
    if (n === 0 || insider.exactly.has(id)) return [id, { min: n, max: n }] as const;
    return [id, { min: Math.max(1, insider.least.get(id) ?? 1), max: Infinity }] as const;
  });
  const found = (await attackLp({ bounds: new Map(bounds), relations }, [cell])).get(cell);
  return found !== undefined && found.min === found.max;
}

describe('a publication with insiders', () => {
  it('leaves each of them two values of every small count of others, whatever table they try out', async () => {
    let tried = 0;
    let missed = 0;
    await fc.assert(
      fc.asyncProperty(publications, async ({ example, all }) => {
        const hidden = hiddenFrom(example, all);
        const cap = Math.max(...example.cells.values()) + 3;
        for (const insider of all) {
          const wanted = others(example, insider);
          tried += wanted.length;
          const seen = seenBy(example, hidden, insider);
          for (const cell of wanted) {
            const values = enumerate(seen, example.relations, [cell], cap, insider.least).get(cell);
            if ((values?.size ?? 0) > 1) continue;
            if (!(await isOpen(example, insider, cell))) missed += 1;
          }
        }
      }),
      { numRuns: 80, seed: 4 },
    );
    // A move that is there is not always found.
    expect(tried).toBeGreaterThan(100);
    expect(missed / tried).toBeLessThan(0.03);
  });

  it('withholds no less than for those who know nothing beforehand, and never a zero', () => {
    fc.assert(
      fc.property(publications, ({ example, all }) => {
        const hidden = hiddenFrom(example, all);
        const wanted = [...example.cells].flatMap(([id, n]) => (n >= 1 && n <= 4 ? [id] : []));
        const cap = Math.max(...example.cells.values()) + 3;
        for (const set of enumerate(published(example.cells, hidden), example.relations, wanted, cap).values()) {
          expect(set.size).toBeGreaterThan(1);
        }
        for (const id of hidden) expect(example.cells.get(id)).toBeGreaterThan(0);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('does not cover a small count with one that an insider knows', () => {
    const publication = new Publication();
    publication.sum('all', [
      ['theirs', 5],
      ['other', 2],
      ['third', 40],
    ]);
    const insider = { exactly: new Set(['theirs']), least: new Map([['all', 5]]) };
    expect([...hiddenFrom(publication, [])].sort()).toEqual(['other', 'theirs']);
    expect([...hiddenFrom(publication, [insider])].sort()).toEqual(['other', 'third']);
  });

  it('withholds for the sake of no insider what people come for', () => {
    const publication = new Publication();
    publication.sum('all', [
      ['theirs', 30],
      ['other', 2],
    ]);
    const insider = { exactly: new Set(['theirs']), least: new Map([['all', 30]]) };
    const { cells, relations } = publication;
    expect([...protect(cells, relations, small, new Set(['all']), [insider])].sort()).toEqual(['other', 'theirs']);
    expect([...protect(cells, relations, small, new Set(), [insider])].sort()).toEqual(['all', 'other']);
  });

  it('does not cover a small count with what an insider has in another', () => {
    const publication = new Publication();
    publication.sum('all', [
      ['mostly', 4],
      ['other', 1],
      ['third', 40],
    ]);
    // Of four all are theirs, so that nobody can suppose there were fewer, and the other more.
    const insider = { exactly: new Set<string>(), least: new Map([['mostly', 4]]) };
    expect([...hiddenFrom(publication, [])].sort()).toEqual(['mostly', 'other']);
    expect([...hiddenFrom(publication, [insider])].sort()).toEqual(['mostly', 'other', 'third']);
  });
});
