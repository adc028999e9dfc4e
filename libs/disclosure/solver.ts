import highs, { type Highs, type Model } from 'highs';
import type { Component } from './components.js';

/** Stands for no limit: far above any count. */
const unlimited = 1e6;
/** What reaches this has no limit. */
const endless = unlimited / 100;

const statusOptimal = 7;
const statusInfeasible = [8, 9];

/** One table in whole numbers that fits everything released, cell by cell. */
export type Witness = Float64Array;

/** The types of the package are those of CommonJS, where the default export is one level further down. */
const load = highs as unknown as typeof highs.default;

let loaded: Promise<Solver> | undefined;

/** The one solver of this process. Loaded when first asked for, and used by one attack at a time. */
export const solver = (): Promise<Solver> =>
  (loaded ??= load().then((runtime) => new Solver(runtime, runtime.createModel())));

/** HiGHS, kept in memory: a component is handed over once and asked many questions. */
export class Solver {
  #component: Component = { cells: [], bounds: [], rows: [] };

  constructor(
    private readonly highs: Highs,
    private readonly model: Model,
  ) {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
  }

  /** Takes up a component; the questions that follow are about it. */
  take(component: Component): void {
    this.#component = component;
    const { bounds, rows } = component;
    const starts = [0];
    for (const { unknowns } of rows) starts.push((starts.at(-1) ?? 0) + unknowns.length);
    this.model.clearModel();
    this.model.passModel({
      numCols: bounds.length,
      numRows: rows.length,
      colCost: bounds.map(() => 0),
      colLower: bounds.map(({ min }) => min),
      colUpper: bounds.map(({ max }) => Math.min(max, unlimited)),
      rowLower: rows.map(({ value }) => value),
      rowUpper: rows.map(({ value }) => value),
      matrix: {
        ...{ format: 'csr', numRows: rows.length, numCols: bounds.length, starts },
        indices: rows.flatMap(({ unknowns }) => unknowns),
        values: rows.flatMap(({ signs }) => signs),
      },
    });
  }

  /**
   * The whole-number table in which the weighted sum of cells is greatest.
   * @param weights by cell number; cells left out weigh nothing
   * @throws RangeError no table fits what was released
   */
  most(weights: ReadonlyMap<number, number>): Witness {
    const costs = this.#component.cells.map((_, at) => -(weights.get(at) ?? 0));
    const all = { kind: 'range', from: 0, to: costs.length - 1 } as const;
    this.model.changeColsCost(all, costs);
    const relaxed = this.#run();
    if (relaxed !== undefined) return relaxed;
    // A corner that is no table of whole numbers: ask again for whole numbers alone.
    const integer = this.highs.constants.variableType.integer;
    this.model.changeColsIntegrality(all, new Int32Array(costs.length).fill(integer));
    const whole = this.#run();
    this.model.clearIntegrality();
    if (whole === undefined) throw new Error('the solver gave a table that does not fit');
    return whole;
  }

  /** A value of a table, without the stand-in for no limit. */
  limit(value: number): number {
    return value >= endless ? Infinity : value;
  }

  #run(): Witness | undefined {
    const { modelStatus } = this.model.run();
    if (statusInfeasible.includes(modelStatus)) throw new RangeError('the released figures contradict each other');
    if (modelStatus !== statusOptimal) throw new Error(`the solver stopped with status ${modelStatus}`);
    const table = this.model.getSolution().colValue.map((value) => Math.round(value) + 0);
    return this.#fits(table) ? table : undefined;
  }

  /** Checked in whole numbers: the solver's word is not taken for it. */
  #fits(table: Witness): boolean {
    const { bounds, rows } = this.#component;
    return (
      bounds.every(({ min, max }, at) => min <= (table[at] ?? NaN) && (table[at] ?? NaN) <= max) &&
      rows.every(
        ({ unknowns, signs, value }) =>
          unknowns.reduce((sum, unknown, at) => sum + (signs[at] ?? 0) * (table[unknown] ?? NaN), 0) === value,
      )
    );
  }
}
