import { csvLines, type Line, ownWriting, type Source, type Writing } from './csv.js';
import { type Kind, kindOf } from './domain/columns.js';
import { FileRefused, type RowError, rowError } from './domain/errors.js';
import { type Laid, type Layout, mappedLayout, plainLayout, requiredIn } from './domain/layout.js';
import { type Mapping, separators } from './domain/mapping.js';
import { encodingOf } from './encoding.js';

/** What a file is, seen from outside. */
export interface Inspected {
  readonly layout: Layout;
  readonly writing: Writing;
  /** The list is an institution's own, and this is how it is read. */
  readonly mapping?: Mapping;
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
  /** The list is an institution's own. */
  readonly mapping?: Mapping | undefined;
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
  const { mapping } = expected;
  const writing = mapping === undefined ? ownWriting : await writingOf(source, mapping);
  let demo = false;
  let known: Pick<Inspected, 'layout' | 'header'> | undefined;
  let rows = 0;
  for await (const line of csvLines(source, writing)) {
    if (isMark(line)) demo = demoMark.test(line.cells[0] ?? '');
    else if (known === undefined) known = headerOf(line, expected);
    else rows += 1;
  }
  if (known === undefined) throw new FileRefused([rowError(1, { column: '', code: 'empty' })]);
  const marked = demo || known.layout.fields.includes('demo');
  return { ...known, writing, rows, demo: marked, ...(mapping === undefined ? {} : { mapping }) };
}

/** The rows below the header. */
export async function* rowsOf(
  source: Source,
  { header, writing }: Pick<Inspected, 'header' | 'writing'>,
): AsyncGenerator<Line> {
  for await (const line of csvLines(source, writing)) if (line.row > header) yield line;
}

const writingOf = async (source: Source, mapping: Mapping): Promise<Writing> => ({
  encoding: await encodingOf(source, mapping.encodings),
  separators: mapping.separators.map((each) => separators[each]),
});

const isMark = ({ row, cells }: Line): boolean => row === 1 && cells.length === 1 && cells[0]?.startsWith('#') === true;

/** @throws FileRefused */
function headerOf(
  { row, cells }: Line,
  { kind, institution, mapping }: Expected,
): Pick<Inspected, 'layout' | 'header'> {
  const laid = mapping === undefined ? ownLayout(row, cells, kind, institution) : mappedLayout(mapping, cells);
  if ('layout' in laid) return { layout: laid.layout, header: row };
  const headings = mapping?.fields as Readonly<Record<string, { readonly from?: readonly string[] }>> | undefined;
  throw new FileRefused(laid.errors.map((error) => named(rowError(row, error), headings?.[error.column]?.from?.[0])));
}

/** @throws FileRefused the header is of no kind of file there is */
function ownLayout(row: number, cells: readonly string[], asked: Kind | undefined, institution?: string): Laid {
  const kind = asked ?? kindOf(cells);
  if (kind === undefined) throw new FileRefused([rowError(row, { column: '', code: 'unknown-kind' })]);
  return plainLayout(kind, cells, requiredIn(kind, institution === undefined ? ownerColumn[kind] : undefined));
}

/** The same error, with what the column is called in the list if it is called something else. */
export const named = (error: RowError, heading: string | undefined): RowError =>
  heading === undefined || heading === error.column ? error : { ...error, heading };
