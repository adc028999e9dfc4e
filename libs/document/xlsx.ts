import writeXlsxFile, { type Cell as SheetCell, type Row as SheetRow } from 'write-excel-file/node';
import { cellText, hiddenMark } from './cells.js';
import { checkDocument } from './check.js';
import type { Cell, ReportDocument } from './model.js';
import { type PlacedTable, tablesOf } from './tables.js';
import { undated } from './zip.js';

/** What a column of a sheet holds: a column of the table, or one of the numbers behind its cells. */
export interface SheetColumn {
  readonly column: string;
  readonly part: 'value' | 'numerator' | 'denominator' | 'low' | 'high';
  readonly label: string;
}

/**
 * The document as a workbook: first a sheet that says what it is and lists the tables, then one table a sheet. Numbers are
 * numbers, withheld values the text `··`; no merged cells, no formulas, the same bytes every time.
 * @throws BadDocument
 */
export async function renderXlsx(doc: ReportDocument): Promise<Uint8Array> {
  checkDocument(doc);
  const tables = tablesOf(doc);
  const names = sheetNames([doc.words.readme, ...tables.map(({ title }) => title)]);
  const workbook = writeXlsxFile([
    {
      sheet: names[0] ?? doc.words.readme,
      data: readme(doc, tables, names.slice(1)),
      columns: [{ width: 34 }, { width: 60 }, { width: 60 }],
    },
    ...tables.map((table, index) => ({
      sheet: names[index + 1] ?? table.id,
      data: sheetRows(table, doc),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      columns: [
        { width: 34 },
        ...sheetColumns(table, doc).map(({ label }) => ({ width: Math.max(11, Math.ceil(label.length * 0.8)) })),
      ],
    })),
  ]);
  return undated(await workbook.toBuffer());
}

/**
 * A text as the workbook holds it. The library looks texts up in a plain object, so the name of something every object has
 * ("constructor") would break the file; a space behind it keeps it apart.
 */
export const sheetText = (text: string): string => (text in Object.prototype ? `${text} ` : text);

const plain = (text: string): SheetCell => ({ value: sheetText(text), type: String, wrap: true, alignVertical: 'top' });
const head = (text: string): SheetCell => ({
  value: sheetText(text),
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'bottom',
});

function readme(doc: ReportDocument, tables: readonly PlacedTable[], names: readonly string[]): SheetRow[] {
  const { words, footer } = doc;
  return [
    [head(doc.title), plain(doc.subtitle)],
    [head(doc.classification)],
    ...doc.meta.map(({ label, value }) => [plain(label), plain(value)]),
    [plain(footer.owner), plain(footer.period)],
    [plain(footer.code), plain(footer.verify ?? '')],
    [],
    [plain(hiddenMark), plain(words.hidden)],
    [],
    [head(words.sheet), head(words.section), head(words.table)],
    ...tables.map(({ section, title }, index) => [plain(names[index] ?? ''), plain(section.title), plain(title)]),
  ];
}

/** The columns of a table's sheet: behind a column of ratios stand its parts, behind an interval its ends. */
export function sheetColumns({ data }: Pick<PlacedTable, 'data'>, { words }: ReportDocument): readonly SheetColumn[] {
  return data.columns.flatMap(({ id, label }, index) => {
    const cells = data.rows.map((row) => row.cells[index]);
    const parts: SheetColumn['part'][] = ['value'];
    if (cells.some((cell) => cell?.kind === 'ratio')) parts.push('numerator', 'denominator');
    if (cells.some((cell) => (cell?.kind === 'number' || cell?.kind === 'ratio') && cell.interval))
      parts.push('low', 'high');
    return parts.map((part) => ({ column: id, part, label: part === 'value' ? label : `${label} (${words[part]})` }));
  });
}

function sheetRows(table: PlacedTable, doc: ReportDocument): SheetRow[] {
  const columns = sheetColumns(table, doc);
  const positions = new Map(table.data.columns.map(({ id }, index) => [id, index]));
  return [
    [head(table.data.rowHeading), ...columns.map(({ label }) => head(label))],
    ...table.data.rows.map((row) => [
      row.total ? head(row.label) : plain(row.label),
      ...columns.map(({ column, part }) => sheetCell(row.cells[positions.get(column) ?? -1], part, doc)),
    ]),
  ];
}

function sheetCell(cell: Cell | undefined, part: SheetColumn['part'], doc: ReportDocument): SheetCell {
  if (!cell) return null;
  if (cell.kind === 'hidden' || cell.kind === 'unmeasured') {
    // The word stands in every column of the cell, so that none of them reads as empty, which would read as 0.
    const value = sheetText(cellText(cell, doc.words));
    return { value, type: String, align: 'right' };
  }
  if (cell.kind === 'text') return part === 'value' && cell.text !== '' ? plain(cell.text) : null;
  if (part === 'numerator' || part === 'denominator') {
    return cell.kind === 'ratio' ? { value: cell[part], type: Number } : null;
  }
  const value = part === 'value' ? cell.value : cell.interval?.[part];
  if (value === undefined) return null;
  return { value, type: Number, ...(cell.kind === 'ratio' && { format: '0.0%' }) };
}

/** Names a workbook accepts: at most 31 characters, none of `[]:*?/\`, no two alike whatever their case. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const clean = title.replace(/[^\p{L}\p{N}\p{P}\p{Zs}$+<=>|^~]|[[\]:*?/\\]/gu, ' ').replace(/\s+/g, ' ');
    for (let turn = 1; ; turn += 1) {
      const suffix = turn === 1 ? '' : ` ${turn}`;
      // A name may neither begin nor end with an apostrophe, nor be empty.
      const stem = clean.slice(0, 31 - suffix.length).replace(/^['\s]+|['\s]+$/g, '');
      const name = `${stem === '' ? '-' : stem}${suffix}`;
      const key = name.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  });
}
