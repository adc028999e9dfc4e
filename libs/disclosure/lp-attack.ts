import type { Interval } from './attack.js';
import { type Component, components } from './components.js';
import { type Guarded, isTooNarrow, type Ledger, nothing } from './ledger.js';
import { type Solver, solver } from './solver.js';
import type { CellId } from './tables.js';

/** How wide an interval must be seen to be before nobody asks any further. */
type Enough = Omit<Guarded, 'cell'>;

/** Asked for the whole interval. */
const toTheEnd: Enough = { width: Infinity, low: -Infinity };

/**
 * What a reader with a solver can find out about these cells from everything released.
 *
 * Both ends of every interval are shown by a table of whole numbers that fits, checked without the solver. A guarded
 * cell is looked at only until its interval is wide enough: it may then be wider still, never narrower. A plain id is
 * followed to the very ends.
 * @returns an interval for each; `max` is Infinity where nothing limits it
 * @throws RangeError the released figures contradict each other
 */
export async function attackLp(
  ledger: Ledger,
  cells: readonly (CellId | Guarded)[],
): Promise<ReadonlyMap<CellId, Interval>> {
  const wanted = new Map(cells.map((each) => (typeof each === 'string' ? [each, toTheEnd] : [each.cell, each])));
  // What no sum links lies where it was told to lie.
  const found = new Map([...wanted.keys()].map((cell) => [cell, ledger.bounds.get(cell) ?? nothing]));
  const asked = components(ledger).filter(({ cells: linked }) => linked.some((cell) => wanted.has(cell)));
  if (asked.length === 0) return found;
  const highs = await solver();
  for (const component of asked) {
    for (const [cell, interval] of new Search(highs, component, wanted).intervals()) found.set(cell, interval);
  }
  return found;
}

/** Rounds in which all cells are pulled up and down at once, before each is asked about alone. */
const rounds = 4;

/** Looks for tables that show how far the wanted cells of one component can go. */
class Search {
  /** The cells looked for, by number. */
  readonly #wanted = new Map<number, Enough>();
  readonly #seen = new Map<number, Interval>();

  constructor(
    private readonly highs: Solver,
    private readonly component: Component,
    wanted: ReadonlyMap<CellId, Enough>,
  ) {
    for (const [at, cell] of component.cells.entries()) {
      const enough = wanted.get(cell);
      if (enough !== undefined) this.#wanted.set(at, enough);
    }
  }

  intervals(): ReadonlyMap<CellId, Interval> {
    this.highs.take(this.component);
    this.#together();
    for (const at of this.#wanted.keys()) {
      if (this.#isOpen(at)) this.#try(new Map([[at, -1]]));
      if (this.#isOpen(at)) this.#try(new Map([[at, 1]]));
    }
    return new Map(
      [...this.#seen].map(([at, { min, max }]) => [
        this.component.cells[at] ?? '',
        { min: this.highs.limit(min), max: this.highs.limit(max) },
      ]),
    );
  }

  /** One table shows something of every cell: pulled about at once, most are seen to be free. */
  #together(): void {
    for (let round = 0; round < rounds; round += 1) {
      for (const sign of [-1, 1]) {
        const open = [...this.#wanted.keys()].filter((at) => this.#isOpen(at));
        if (open.length < 2) return;
        // Other weights in every round, the same in every run.
        this.#try(new Map(open.map((at, nth) => [at, sign * (1 + ((nth * 7 + round * 3) % 11))])));
      }
    }
  }

  #isOpen(at: number): boolean {
    const seen = this.#seen.get(at);
    const enough = this.#wanted.get(at);
    return enough !== undefined && (seen === undefined || isTooNarrow(seen, enough));
  }

  #try(weights: ReadonlyMap<number, number>): void {
    const table = this.highs.most(weights);
    for (const at of this.#wanted.keys()) {
      const value = table[at] ?? NaN;
      const { min, max } = this.#seen.get(at) ?? { min: value, max: value };
      this.#seen.set(at, { min: Math.min(min, value), max: Math.max(max, value) });
    }
  }
}
