import type { Platform } from '../platform.js';
import type { Source } from './csv.js';
import { BadCell } from './domain/cells.js';
import type { RowError } from './domain/errors.js';
import { nameOf } from './domain/mapping.js';
import { importFile, type ImportOptions, type Summary } from './import.js';
import { type Inspected, rowsOf } from './inspect.js';

/** A problem beside what stands in the file there. Shown to whoever sent the file, and to nobody else: never logged. */
export interface Problem extends RowError {
  readonly read: string;
}

/** One cell: what it is called in the list, what stands there, and what it is taken for; nothing where it cannot be. */
interface SampleCell {
  readonly column: string;
  readonly heading: string;
  readonly read: string;
  readonly value?: string;
}

export interface SampleRow {
  readonly row: number;
  readonly cells: readonly SampleCell[];
}

/** What an import would come to. */
export interface Preview extends Summary {
  /** `id@version` */
  readonly mapping?: string;
  readonly encoding: string;
  readonly sample: readonly SampleRow[];
  /** The first `mostProblems`; `refused` counts the rows of all. */
  readonly problems: readonly Problem[];
}

/** Rows shown as they would be read. */
const mostRows = 10;
export const mostProblems = 500;
/** Characters of a cell that are shown. */
const longest = 80;

/** Words about a person go on under seal: a preview only says that there are some. */
const sealed = new Set(['note', 'safe_contact']);
const sealedText = '(texto reservado)';

/**
 * Reads a file as an import would, says what would become of it, and writes nothing.
 * @param inspected what `inspectFile` said of the same file
 * @throws as `importFile`
 */
export async function previewFile(
  platform: Platform,
  source: Source,
  inspected: Inspected,
  options: Omit<ImportOptions, 'dryRun' | 'strict' | 'onErrors'>,
): Promise<Preview> {
  const errors: RowError[] = [];
  const onErrors = (found: readonly RowError[]) => errors.push(...found.slice(0, mostProblems - errors.length));
  const summary = await importFile(platform, source, inspected, { ...options, dryRun: true, onErrors });
  const { mapping, writing } = inspected;
  const by = mapping === undefined ? {} : { mapping: nameOf(mapping) };
  return { ...summary, ...by, encoding: writing.encoding, ...(await looked(source, inspected, errors)) };
}

/** The first rows, and what stands where something is wrong: the file is read once more for it. */
async function looked(
  source: Source,
  inspected: Inspected,
  errors: readonly RowError[],
): Promise<Pick<Preview, 'sample' | 'problems'>> {
  const { layout } = inspected;
  const wanted = Map.groupBy(errors, ({ row }) => row);
  const problems: Problem[] = [];
  const sample: SampleRow[] = [];
  const shown = (field: string, text: string): string =>
    sealed.has(field) && text !== '' ? sealedText : text.slice(0, longest);
  const read = (field: string, cells: readonly string[]): string => shown(field, layout.raw(field, cells));
  for await (const { row, cells } of rowsOf(source, inspected)) {
    for (const error of wanted.get(row) ?? []) problems.push({ ...error, read: read(error.column, cells) });
    if (sample.length < mostRows) {
      const values = layout.read(cells);
      const filled = layout.fields.map((column) => {
        const value = values.get(column) ?? '';
        const taken = value instanceof BadCell ? {} : { value: shown(column, value) };
        return { column, heading: layout.heading(column), read: read(column, cells), ...taken };
      });
      sample.push({ row, cells: filled });
    }
    if (sample.length === mostRows && problems.length === errors.length) break;
  }
  return { sample, problems };
}
