import fc from 'fast-check';
import type { CellId, Published, Relation } from './tables.js';

/** A publication to try: counts, and the sums between them. */
export interface Example {
  readonly cells: ReadonlyMap<CellId, number>;
  readonly relations: readonly Relation[];
}

/** Collects cells and sums; a total that is known already must come out the same. */
export class Publication implements Example {
  readonly cells = new Map<CellId, number>();
  readonly relations: Relation[] = [];

  sum(total: CellId, parts: readonly (readonly [CellId, number])[]): number {
    for (const [id, count] of parts) this.cells.set(id, count);
    const count = parts.reduce((so, [, each]) => so + each, 0);
    this.cells.set(total, count);
    this.relations.push({ total, parts: parts.map(([id]) => id) });
    return count;
  }

  /** A table with margins; `name:r,c`, row totals `name:r`, column totals `name:,c`, the whole `total`. */
  matrix(name: string, rows: readonly (readonly number[])[], total: CellId): void {
    const margins = rows.map((row, r) => {
      const id = `${name}:${r}`;
      return [
        id,
        this.sum(
          id,
          row.map((count, c) => [`${name}:${r},${c}`, count]),
        ),
      ] as const;
    });
    const columns = (rows[0] ?? []).map((_, c) => {
      const id = `${name}:,${c}`;
      return [
        id,
        this.sum(
          id,
          rows.map((row, r) => [`${name}:${r},${c}`, row[c] ?? 0]),
        ),
      ] as const;
    });
    this.sum(total, margins);
    this.sum(total, columns);
  }

  /** A total told apart another way: as many shares of it as `weights` has entries. */
  breakdown(name: string, total: CellId, weights: readonly number[]): void {
    let left = this.cells.get(total) ?? 0;
    const parts = weights.map((weight, index): [CellId, number] => {
      const share = index === weights.length - 1 ? left : Math.min(left, weight);
      left -= share;
      return [`${name}:${index}`, share];
    });
    this.sum(total, parts);
  }
}

const counts = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 12 }) },
);

/**
 * Tables as a report has them: a matrix with margins; a row told apart further; the whole broken down in other ways; one
 * of these ways grouped, so that sums nest.
 */
export function examples(size: { readonly rows: number; readonly columns: number }): fc.Arbitrary<Example> {
  const line = (max: number) => fc.array(counts, { minLength: 1, maxLength: max });
  return fc
    .record({
      columns: fc.integer({ min: 1, max: size.columns }),
      rows: fc.integer({ min: 1, max: size.rows }),
      pool: fc.array(counts, { minLength: size.rows * size.columns, maxLength: size.rows * size.columns }),
      breakdowns: fc.array(line(4), { maxLength: 2 }),
      ofRow: fc.option(line(3), { nil: undefined }),
      groups: fc.option(line(2), { nil: undefined }),
    })
    .map(({ columns, rows, pool, breakdowns, ofRow, groups }) => {
      const publication = new Publication();
      const matrix = Array.from({ length: rows }, (_, r) => pool.slice(r * columns, (r + 1) * columns));
      publication.matrix('m', matrix, 'total');
      for (const [index, weights] of breakdowns.entries()) publication.breakdown(`b${index}`, 'total', weights);
      if (ofRow !== undefined) publication.breakdown('row', 'm:0', ofRow);
      if (groups !== undefined && breakdowns.length > 0) publication.breakdown('deep', 'b0:0', groups);
      return publication;
    });
}

/**
 * Everything `wanted` cells can be, by trying out whole tables: pick a withheld cell, try every value, work out what
 * follows, go on. Stops as soon as each wanted cell was seen with two values.
 * @param least what withheld cells are known to be at least; left out, 1
 */
export function enumerate(
  seen: Published,
  relations: Example['relations'],
  wanted: readonly CellId[],
  cap: number,
  least: ReadonlyMap<CellId, number> = new Map(),
): Map<CellId, Set<number>> {
  const values = new Map(wanted.map((id) => [id, new Set<number>()]));
  const table = new Map(seen);
  const enough = () => [...values.values()].every((set) => set.size > 1);
  const value = (id: CellId) => table.get(id) ?? null;
  const leastOf = (id: CellId) => least.get(id) ?? 1;

  const follow = (trail: CellId[]): boolean => {
    for (let again = true; again;) {
      again = false;
      for (const { total, parts } of relations) {
        const open = [...parts, total].filter((id) => value(id) === null);
        if (open.length > 1) continue;
        const known = parts.reduce((sum, id) => sum + (value(id) ?? 0), 0);
        const id = open[0];
        if (id === undefined) {
          if (known !== value(total)) return false;
          continue;
        }
        const forced = id === total ? known : (value(total) ?? 0) - known;
        if (forced < leastOf(id)) return false;
        table.set(id, forced);
        trail.push(id);
        again = true;
      }
    }
    return true;
  };
  const search = (): void => {
    const trail: CellId[] = [];
    if (follow(trail)) {
      const open = [...table.keys()].filter((id) => value(id) === null);
      const next = open.find((id) => wanted.includes(id)) ?? open[0];
      if (next === undefined) for (const [id, set] of values) set.add(value(id) ?? NaN);
      else {
        for (let guess = leastOf(next); guess <= cap && !enough(); guess += 1) {
          table.set(next, guess);
          search();
        }
        table.set(next, null);
      }
    }
    for (const id of trail) table.set(id, null);
  };
  search();
  return values;
}
