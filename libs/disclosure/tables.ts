/** Names a figure. The same figure printed in two places has one id, so that both are hidden or neither. */
export type CellId = string;

/** `total` is the sum of `parts`. A table is its relations: one per row, one per column, one for the margin. */
export interface Relation {
  readonly total: CellId;
  readonly parts: readonly CellId[];
}

/** Counts that would point at somebody: `from`…`to`, both included. `from` is at least 1: a zero is nobody. */
export interface SmallCounts {
  readonly from: number;
  readonly to: number;
}

/** What a reader knows of the counts before anything is printed. */
export interface Insider {
  readonly exactly: ReadonlySet<CellId>;
  /** Of other figures, how much is theirs: they are no less. */
  readonly least: ReadonlyMap<CellId, number>;
}

/** What is printed: a number, or null where it is withheld. */
export type Published = ReadonlyMap<CellId, number | null>;

/** A relation as an equation: the sum of sign × cell is nought. */
export interface Equation {
  readonly cells: readonly CellId[];
  /** +1 for a part, -1 for the total. */
  readonly signs: readonly (1 | -1)[];
}

/** @throws RangeError a cell stands twice in one relation */
export function equations(relations: readonly Relation[]): Equation[] {
  return relations.map(({ total, parts }) => {
    const cells = [...parts, total];
    if (new Set(cells).size !== cells.length) throw new RangeError(`a cell stands twice in the relation of ${total}`);
    return { cells, signs: cells.map((_, index) => (index < parts.length ? 1 : -1)) };
  });
}

/** What others see of `cells` when `hidden` are withheld. */
export function published(cells: ReadonlyMap<CellId, number>, hidden: ReadonlySet<CellId>): Published {
  return new Map([...cells].map(([id, count]) => [id, hidden.has(id) ? null : count]));
}

/**
 * A figure computed from others: a rate, a percentage, a median. Null when any figure it is computed from is hidden.
 * @param from the cells it rests on: numerator and denominator, or the number of observations
 */
export function derived<T>(hidden: ReadonlySet<CellId>, from: readonly CellId[], compute: () => T): T | null {
  return from.some((id) => hidden.has(id)) ? null : compute();
}
