import { csvLines, type Line, type Source } from './csv.js';
import { columnOf, columnsOf, type Kind, kindOf } from './domain/columns.js';
import { type CellError, type ErrorCode, FileRefused, rowError } from './domain/errors.js';

/** What a file is, seen from outside. */
export interface Inspected {
  readonly kind: Kind;
  /** English names of the columns, in the order of the file. */
  readonly columns: readonly string[];
  /** Row of the header. */
  readonly header: number;
  /** How many rows follow it. */
  readonly rows: number;
  /** The file says of itself that it is a demonstration: by its first line, or by a column in which every row says so. */
  readonly demo: boolean;
}

export interface Expected {
  /** Default: what the header says. */
  readonly kind?: Kind | undefined;
  /** The institution of rows that name none. */
  readonly institution?: string | undefined;
}

/** A first line that marks a file as a demonstration: `# demo`, `# demostración: …`. */
const demoMark = /^#\s*demo(straci[oó]n)?\b/iu;

/** The column of the institution, which need not be there if the caller names one. */
const ownerColumn: Readonly<Record<Kind, string>> = { cases: 'institution', referrals: 'from' };

/**
 * Reads a file once from end to end, so that nothing is written of one that is damaged.
 * @throws FileRefused what is wrong with the text or the header
 */
export async function inspectFile(source: Source, expected: Expected = {}): Promise<Inspected> {
  let demo = false;
  let known: Omit<Inspected, 'rows' | 'demo'> | undefined;
  let rows = 0;
  for await (const line of csvLines(source)) {
    if (isMark(line)) demo = demoMark.test(line.cells[0] ?? '');
    else if (known === undefined) known = headerOf(line, expected);
    else rows += 1;
  }
  if (known === undefined) throw new FileRefused([rowError(1, { column: '', code: 'empty' })]);
  return { ...known, rows, demo: demo || known.columns.includes('demo') };
}

/** The rows below the header. */
export async function* rowsOf(source: Source, { header }: Inspected): AsyncGenerator<Line> {
  for await (const line of csvLines(source)) if (line.row > header) yield line;
}

const isMark = ({ row, cells }: Line): boolean => row === 1 && cells.length === 1 && cells[0]?.startsWith('#') === true;

/** @throws FileRefused */
function headerOf({ row, cells }: Line, expected: Expected): Omit<Inspected, 'rows' | 'demo'> {
  const kind = expected.kind ?? kindOf(cells);
  if (kind === undefined) throw new FileRefused([rowError(row, { column: '', code: 'unknown-kind' })]);
  const columns = cells.map((cell) => columnOf(kind, cell));
  const wanted = Object.entries(columnsOf[kind])
    .filter(([name, { required }]) => required || (name === ownerColumn[kind] && expected.institution === undefined))
    .map(([name]) => name);
  const errors: CellError[] = [
    // Only its place is named: where the header is missing, this is somebody's data.
    ...columns.flatMap((name, index) => (name === undefined ? [wrong(`#${index + 1}`, 'unknown-column')] : [])),
    ...columns.flatMap((name, index) =>
      name !== undefined && columns.indexOf(name) < index ? [wrong(name, 'duplicate-column')] : [],
    ),
    ...wanted.filter((name) => !columns.includes(name)).map((name) => wrong(name, 'missing-column')),
  ];
  if (errors.length > 0) throw new FileRefused(errors.map((error) => rowError(row, error)));
  return { kind, header: row, columns: columns.map((name) => name ?? '') };
}

const wrong = (column: string, code: ErrorCode): CellError => ({ column, code });
