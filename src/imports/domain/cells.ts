import type { Instant } from '#event-log';
import type { ColumnName } from './columns.js';
import type { CellError, ErrorCode } from './errors.js';

/** A cell does not hold what its column asks for. */
export class BadCell extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

/** How the text of a cell becomes a value. */
export interface Reader<T> {
  /** @throws BadCell */
  readonly read: (text: string) => T;
  /** What stands in for a cell that could not be read: the row is refused, and nothing is made of it. */
  readonly blank: T;
}

/** The cells of one row by column, and everything that is wrong with them. */
export class Cells {
  readonly errors: CellError[] = [];

  /** @param values column → text, or what is wrong with it; without the cells that are empty */
  constructor(private readonly values: ReadonlyMap<string, string | BadCell>) {}

  has(column: ColumnName): boolean {
    return this.values.has(column);
  }

  fail(column: ColumnName, code: ErrorCode): void {
    const said = this.errors.some((error) => error.column === column && error.code === code);
    if (!said) this.errors.push({ column, code });
  }

  optional<T>(column: ColumnName, reader: Reader<T>): T | undefined {
    const text = this.values.get(column);
    if (text === undefined) return undefined;
    try {
      if (text instanceof BadCell) throw text;
      return reader.read(text);
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      this.fail(column, error.code);
      return reader.blank;
    }
  }

  required<T>(column: ColumnName, reader: Reader<T>): T {
    if (!this.has(column)) this.fail(column, 'required');
    return this.optional(column, reader) ?? reader.blank;
  }

  /** Details of a step: wanted if the step has its stamp, out of place if it has none. */
  detail<T>(column: ColumnName, reader: Reader<T>, stamp: ColumnName): T {
    if (this.has(column) && !this.has(stamp)) this.fail(stamp, 'required');
    return this.has(stamp) ? this.required(column, reader) : reader.blank;
  }

  /** A step that cannot be without another, nor before it. */
  follows(
    step: { readonly column: ColumnName; readonly at: Instant | undefined },
    before: { readonly column: ColumnName; readonly at: Instant | undefined },
  ): void {
    if (!this.has(step.column)) return;
    if (!this.has(before.column)) this.fail(before.column, 'missing-predecessor');
    // A stamp that could not be read was reported already.
    else if (step.at && before.at && step.at < before.at) this.fail(step.column, 'out-of-order');
  }
}
