import { Heap } from './heap.js';
import type { CellId, Equation } from './tables.js';

/** A change of some cells that leaves every total right: what to add to each. */
export type Move = ReadonlyMap<number, number>;

/** How dear it is to use a cell in a move; undefined: it may not be used. */
export type Cost = (cell: number) => number | undefined;

/** The least a cell may become in a move. */
export type Least = (cell: number) => number;

/** What is not printed as zero is somebody. */
const somebody: Least = () => 1;

/** The non-zero cells of a set of tables, and the equations between them. Cells and equations go by number. */
export class Network {
  readonly ids: readonly CellId[];
  readonly counts: readonly number[];
  /** Per equation: its cells and their signs. */
  readonly #cellsOf: readonly (readonly Link[])[];
  /** Per cell: its equations and its sign in them. */
  readonly #equationsOf: readonly (readonly Link[])[];

  constructor(cells: ReadonlyMap<CellId, number>, equations: readonly Equation[]) {
    // Zeros are printed: nobody can suppose they are anything else.
    this.ids = [...cells.keys()].filter((id) => cells.get(id) !== 0);
    this.counts = this.ids.map((id) => cells.get(id) ?? 0);
    const number = new Map(this.ids.map((id, at) => [id, at]));
    const equationsOf: Link[][] = this.ids.map(() => []);
    this.#cellsOf = equations.map((equation, to) => {
      const links: Link[] = [];
      for (const [at, id] of equation.cells.entries()) {
        const cell = number.get(id);
        const sign = equation.signs[at] ?? 1;
        if (cell === undefined) continue;
        links.push({ to: cell, sign });
        equationsOf[cell]?.push({ to, sign });
      }
      return links;
    });
    this.#equationsOf = equationsOf;
  }

  /** Every non-zero cell that is linked to `cell` through equations, itself included. */
  linked(cell: number): ReadonlySet<number> {
    const seen = new Set([cell]);
    for (const each of seen) {
      for (const equation of this.#equations(each)) for (const link of this.#cells(equation.to)) seen.add(link.to);
    }
    return seen;
  }

  /**
   * A cheap move that changes `cell` by one and takes no cell below what it has to be: the proof that a reader who knows all other
   * cells still cannot tell which of two values `cell` has. Undefined when none was found, which does not prove that
   * there is none.
   */
  move(cell: number, cost: Cost, least: Least = somebody): Move | undefined {
    const up = this.#balance(cell, 1, cost, least);
    const down = this.#balance(cell, -1, cost, least);
    if (up === undefined || down === undefined) return up ?? down;
    return price(down, cost) < price(up, cost) ? down : up;
  }

  /**
   * Changes `cell` by `step`, then sets right one equation after the other until all are. Where one cannot be, the
   * change that upset it was a dead end: it is barred, and all begins again.
   */
  #balance(cell: number, step: number, cost: Cost, least: Least): Move | undefined {
    const barred = new Set<number>();
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const draft = new Draft(this.counts, (each) => this.#equations(each), barred, least);
      if (!draft.add(cell, step)) return undefined;
      const stuck = this.#settle(draft, cell, cost);
      if (stuck === undefined) return draft.changes;
      const culprit = draft.upsetBy(stuck);
      if (culprit === undefined || culprit === changeOf(cell, step)) return undefined;
      barred.add(culprit);
    }
    return undefined;
  }

  /** Sets every equation right; answers with the one that could not be. */
  #settle(draft: Draft, fixed: number, cost: Cost): number | undefined {
    for (let left = 4 * this.#cellsOf.length + 8; ; left -= 1) {
      const wrong = draft.wrong();
      if (wrong === undefined) return undefined;
      const path = left > 0 ? this.#cheapest(wrong, draft, fixed, cost) : undefined;
      if (path === undefined) return wrong;
      for (const [each, change] of path) if (!draft.add(each, change)) return wrong;
    }
  }

  /**
   * The cheapest chain of changes of one that takes the surplus out of an equation: to a cell that stands in no other
   * equation, to an equation that is wrong the other way, or to a cell that stands in more than two. Dijkstra over
   * (equation, sign of the surplus).
   */
  #cheapest(from: number, draft: Draft, fixed: number, cost: Cost): readonly (readonly [number, number])[] | undefined {
    const best = new Map<number, Step>();
    const open = new Heap();
    const start = stateOf(from, draft.surplus(from));
    best.set(start, { price: 0 });
    open.push(0, start);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { key: state, price: paid } = next;
      const step = best.get(state);
      if (step === undefined || step.price < paid) continue;
      if (step.done) return pathTo(state, best);
      const sign = state % 2 === 0 ? 1 : -1;
      const equation = Math.floor(state / 2);
      for (const link of this.#cells(equation)) {
        const dear = link.to === fixed ? undefined : cost(link.to);
        const change = -sign * link.sign;
        if (dear === undefined || !draft.may(link.to, change)) continue;
        const others = this.#equations(link.to).filter((each) => each.to !== equation);
        const other = others[0];
        const settles = others.filter((each) => draft.surplus(each.to) * each.sign * change < 0).length;
        const done = other === undefined || settles > 0 || others.length > 1;
        // Each equation that is set wrong on the way will cost about another cell.
        const price = paid + dear + (done ? (others.length - settles) * Math.max(dear, 1) : 0);
        const to = done ? goal(link.to, change) : stateOf(other.to, other.sign * change);
        const known = best.get(to);
        if (known !== undefined && known.price <= price) continue;
        best.set(to, { price, done, from: state, cell: link.to, change });
        open.push(price, to);
      }
    }
    return undefined;
  }

  #cells(equation: number): readonly Link[] {
    return this.#cellsOf[equation] ?? [];
  }

  #equations(cell: number): readonly Link[] {
    return this.#equationsOf[cell] ?? [];
  }
}

interface Link {
  readonly to: number;
  readonly sign: 1 | -1;
}

interface Step {
  readonly price: number;
  readonly done?: boolean;
  readonly from?: number;
  readonly cell?: number;
  readonly change?: number;
}

const price = (move: Move, cost: Cost): number => [...move.keys()].reduce((sum, cell) => sum + (cost(cell) ?? 0), 0);

/** A state of the search as one whole number from nought: even for too much, odd for too little. */
const stateOf = (equation: number, surplus: number): number => 2 * equation + (surplus > 0 ? 0 : 1);
/** The end of a chain, by its last change: below nought. */
const goal = (cell: number, change: number): number => -1 - changeOf(cell, change);
/** A cell and the way it moves, as one whole number from nought. */
const changeOf = (cell: number, change: number): number => 2 * cell + (change > 0 ? 0 : 1);
/** How many dead ends are tried before a cell is given up. */
const maxAttempts = 24;

function pathTo(state: number, best: ReadonlyMap<number, Step>): readonly (readonly [number, number])[] {
  const path: [number, number][] = [];
  let step = best.get(state);
  while (step?.from !== undefined) {
    path.push([step.cell ?? 0, step.change ?? 0]);
    step = best.get(step.from);
  }
  return path;
}

/** A move in the making: what was changed so far, and which equations it leaves wrong. */
class Draft {
  readonly changes = new Map<number, number>();
  readonly #surplus = new Map<number, number>();
  readonly #upsetBy = new Map<number, number>();

  constructor(
    private readonly counts: readonly number[],
    private readonly equationsOf: (cell: number) => readonly Link[],
    private readonly barred: ReadonlySet<number>,
    private readonly least: Least,
  ) {}

  /** A cell moves one way only, so that a move cannot undo itself, and stays what it has to be at least. */
  may(cell: number, change: number): boolean {
    const so = this.changes.get(cell) ?? 0;
    if (this.barred.has(changeOf(cell, change))) return false;
    return so * change >= 0 && (this.counts[cell] ?? 0) + so + change >= this.least(cell);
  }

  add(cell: number, change: number): boolean {
    if (!this.may(cell, change)) return false;
    this.changes.set(cell, (this.changes.get(cell) ?? 0) + change);
    for (const { to, sign } of this.equationsOf(cell)) {
      const surplus = this.surplus(to) + sign * change;
      this.#upsetBy.set(to, changeOf(cell, change));
      if (surplus === 0) this.#surplus.delete(to);
      else this.#surplus.set(to, surplus);
    }
    return true;
  }

  surplus(equation: number): number {
    return this.#surplus.get(equation) ?? 0;
  }

  /** The last change that touched an equation. */
  upsetBy(equation: number): number | undefined {
    return this.#upsetBy.get(equation);
  }

  /** An equation that does not hold, if any is left. */
  wrong(): number | undefined {
    return this.#surplus.keys().next().value;
  }
}
