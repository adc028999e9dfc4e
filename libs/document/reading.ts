import type { Cell, ReportDocument } from './model.js';
import { tablesOf } from './tables.js';

export type Status = 'published' | 'hidden' | 'unmeasured';

/** One cell as a format gives it back. Numbers are null where the cell has none, and always where it is withheld. */
export interface Reading {
  readonly figure: string;
  readonly row: string;
  readonly column: string;
  readonly status: Status;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export const statusOf = (cell: Cell): Status =>
  cell.kind === 'hidden' || cell.kind === 'unmeasured' ? cell.kind : 'published';

/** The numbers of a cell as every format publishes them. */
export function numbersOf(cell: Cell): Omit<Reading, 'figure' | 'row' | 'column'> {
  const isNumber = cell.kind === 'number' || cell.kind === 'ratio';
  return {
    status: statusOf(cell),
    value: isNumber ? cell.value : null,
    numerator: cell.kind === 'ratio' ? cell.numerator : null,
    denominator: cell.kind === 'ratio' ? cell.denominator : null,
    low: isNumber ? (cell.interval?.low ?? null) : null,
    high: isNumber ? (cell.interval?.high ?? null) : null,
  };
}

/** What the model itself says: what every format has to give back, in the same order. */
export function readModel(doc: ReportDocument): readonly Reading[] {
  return tablesOf(doc).flatMap(({ id, data }) =>
    data.rows.flatMap((row) =>
      row.cells.flatMap((cell, index) => {
        const column = data.columns[index];
        return column ? [{ figure: id, row: row.id, column: column.id, ...numbersOf(cell) }] : [];
      }),
    ),
  );
}
