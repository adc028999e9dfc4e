import { stringify } from 'csv-stringify/sync';
import { cellText } from './cells.js';
import { checkDocument } from './check.js';
import type { ReportDocument } from './model.js';
import { numbersOf } from './reading.js';
import { tablesOf } from './tables.js';

/** The columns of the long table, in order. The first four are ids, the rest of the names are for people. */
export const csvColumns = [
  'section',
  'figure',
  'row',
  'column',
  'title',
  'row_label',
  'column_label',
  'value',
  'numerator',
  'denominator',
  'low',
  'high',
  'status',
  'text',
] as const;

/**
 * Every cell of every table as one line: RFC 4180, UTF-8 without a mark, decimal point whatever the locale. A withheld
 * cell has its status and nothing else.
 * @throws BadDocument
 */
export function renderCsv(doc: ReportDocument): string {
  checkDocument(doc);
  const lines = tablesOf(doc).flatMap(({ section, id, title, data }) =>
    data.rows.flatMap((row) =>
      row.cells.map((cell, index) => {
        const column = data.columns[index];
        const names = [section.id, id, row.id, column?.id, title, row.label, column?.label];
        const { value, numerator, denominator, low, high, status } = numbersOf(cell);
        const printed = cell.kind === 'hidden' ? '' : cellText(cell, doc.words);
        return [
          ...names.map((name) => harmless(name ?? '')),
          ...[value, numerator, denominator, low, high].map((one) => (one === null ? '' : String(one))),
          status,
          harmless(printed),
        ];
      }),
    ),
  );
  return stringify([[...csvColumns], ...lines], { record_delimiter: '\r\n' });
}

/**
 * A text a spreadsheet would run as a formula gets an apostrophe in front of it: also behind a semicolon, where one set to
 * Spanish begins a new cell even within quotes, and in the wide forms of the signs. Numbers never come this way.
 */
export const harmless = (text: string): string =>
  text.replace(/(^|[;\t\r\n])(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/gu, "$1'");
