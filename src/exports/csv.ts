import { stringify } from 'csv-stringify/sync';
import { harmless } from '#document';

/**
 * Rows as CSV (RFC 4180, UTF-8 with a mark, so that spreadsheets read it), with no cell a spreadsheet would run.
 * @param columns names of the columns, in order, and of the cells in each row
 */
export const csvOf = <C extends string>(columns: readonly C[], rows: readonly Readonly<Record<C, string>>[]): string =>
  csvLinesOf([columns, ...rows.map((row) => columns.map((column) => row[column]))], { mark: true });

/** Lines of such a file, for one that is written piece by piece. @param mark at the beginning of the file */
export const csvLinesOf = (rows: readonly (readonly string[])[], { mark }: { readonly mark: boolean }): string =>
  stringify(
    rows.map((row) => row.map(harmless)),
    { record_delimiter: '\r\n', bom: mark },
  );
