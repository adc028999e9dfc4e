import { stringify } from 'csv-stringify/sync';

/**
 * Rows as CSV (RFC 4180, UTF-8 with a mark, so that spreadsheets read it).
 * @param columns names of the columns, in order, and of the cells in each row
 */
export function csvOf<C extends string>(columns: readonly C[], rows: readonly Readonly<Record<C, string>>[]): string {
  const lines = rows.map((row) => columns.map((column) => harmless(row[column])));
  return stringify([[...columns], ...lines], { record_delimiter: '\r\n', bom: true });
}

/** A text a spreadsheet would run as a formula gets an apostrophe in front. */
const harmless = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell);
