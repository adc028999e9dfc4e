import type { Withheld } from '../../domain/model.js';
import { cellsOf, everything, monthOf, type Releasable } from '../../domain/releasing.js';
import { isBreakdown, mergedRow } from '../../domain/tables.js';
import type { Draft } from '../../domain/tally.js';

type Table = Draft['tables'][number];

/** Tables that are counted from what was recorded in the month alone, so that three months can be counted as one. */
const quarterly = /^(new-cases|who)\/by-/u;

/**
 * What to leave out next, so that less can be worked out: of the tables nearest to what was found, first some rows are
 * put together, or those concerned left out; then the quarter stands for the month; then nothing of it is told. Every
 * call leaves out more.
 * @param found names of cells that could be worked out
 * @returns undefined when nothing is told any more
 */
export function weaker(
  edition: Releasable,
  withheld: readonly Withheld[],
  found: readonly string[],
): readonly Withheld[] | undefined {
  if (withheld.some(({ table }) => table === everything)) return undefined;
  const { drafted, figures, released } = edition;
  const done = new Set(withheld.filter(({ how, rows }) => how === 'withheld' && !rows).map(({ table }) => table));
  const places: readonly Place[] = drafted.drafts
    .flatMap(({ id, tables }) => tables.map((table) => placeOf(`${id}/${table.id}`, table)))
    .filter(({ path, rows }) => rows.size > 0 && !done.has(path));
  for (const cells of widening(released, found)) {
    const next = places.flatMap((place) => {
      const rows = [...place.rows].filter(([, of]) => of.some((cell) => cells.has(cell))).map(([row]) => row);
      return rows.length === 0 ? [] : [step(place, rows, edition, withheld)];
    });
    if (next.length > 0) return changed(withheld, next);
  }
  const isOfMonth = (cell: string): boolean => (monthOf(cell) ?? figures.period.month) === figures.period.month;
  const last = places.filter(({ rows }) => [...rows.values()].flat().some(isOfMonth)).at(-1);
  if (last === undefined) return [{ table: everything, how: 'withheld' }];
  return changed(withheld, [{ table: last.path, how: 'withheld' }]);
}

interface Place {
  readonly path: string;
  readonly table: Table;
  /** The cells each row prints, but for the row of the whole. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

function placeOf(path: string, table: Table): Place {
  const cells = (row: Table['rows'][number]): readonly string[] => row.cells.flatMap(cellsOf);
  const whole = new Set(table.rows.filter(({ id }) => id === 'total').flatMap(cells));
  const rows = table.rows.map((row) => [row.id, cells(row).filter((cell) => !whole.has(cell))] as const);
  return { path, table, rows: new Map(rows.filter(([, of]) => of.length > 0)) };
}

const changed = (withheld: readonly Withheld[], next: readonly Withheld[]): readonly Withheld[] => [
  ...withheld.filter(({ table }) => !next.some((each) => each.table === table)),
  ...next,
];

/** What was found; what makes up a whole with it; the wholes; each with its cells' plain names. */
function* widening({ sums }: Releasable['released'], found: readonly string[]): Generator<ReadonlySet<string>> {
  const plain = (name: string): string => name.replace(/^(more |rest of )/u, '').replace(/#\d+$/u, '');
  const cells = new Set(found.map((name) => plain(name.slice(name.indexOf('|') + 1))));
  yield cells;
  const near = sums.map((names) => names.map(plain)).filter((names) => names.some((name) => cells.has(name)));
  yield new Set(near.flatMap(([, ...parts]) => parts));
  yield new Set(near.flat());
}

/** The next step for one table. */
function step(
  { path, table, rows: all }: Place,
  concerned: readonly string[],
  { figures }: Releasable,
  withheld: readonly Withheld[],
): Withheld {
  const before = withheld.find((each) => each.table === path);
  if (before?.how !== 'quarter' && isBreakdown(table)) {
    const [section, id] = path.split('/');
    const shown = figures.sections.find((each) => each.id === section)?.tables.find((each) => each.id === id);
    const rows = (shown?.rows ?? []).filter((row) => row.id !== 'total' && row.id !== mergedRow);
    const printed = rows
      .flatMap(({ id: row, cells: [cell] }) => (cell?.status === 'published' ? [{ row, value: cell.value }] : []))
      .sort((a, b) => a.value - b.value);
    const smallest = printed.slice(0, before === undefined ? 2 : 1).map(({ row }) => row);
    // With no row left to tell, the others are the whole.
    if (smallest.length > 0 && printed.length > smallest.length) {
      const hidden = rows.filter((row) => row.cells[0]?.status === 'hidden').map((row) => row.id);
      return { table: path, how: 'merged', rows: [...new Set([...(before?.rows ?? []), ...hidden, ...smallest])] };
    }
    if (quarterly.test(path)) return { table: path, how: 'quarter' };
  }
  const rows = [...new Set([...(before?.how === 'withheld' ? (before.rows ?? []) : []), ...concerned])];
  const isMore = before === undefined || rows.length > (before.rows?.length ?? 0);
  if (!isBreakdown(table) && isMore && rows.length < all.size) return { table: path, how: 'withheld', rows };
  return { table: path, how: 'withheld' };
}
