import type { Platform } from '../platform.js';
import { readCaseRow } from './domain/case-row.js';
import { Cells } from './domain/cells.js';
import type { ColumnName } from './domain/columns.js';
import { type CellError, ImportNotAllowed, type RowError, rowError } from './domain/errors.js';
import { yesOrNo } from './domain/readers.js';
import { readReferralRow } from './domain/referral-row.js';
import type { Reading } from './domain/row.js';
import type { Line, Source } from './csv.js';
import { type Inspected, named, rowsOf } from './inspect.js';
import { type Plan, Records, type Row, RowRefused } from './records.js';

export interface ImportOptions {
  /** Who imports: a code. */
  readonly actor: string;
  /** The institution of rows that name none; rows of others are refused. */
  readonly institution?: string | undefined;
  /** The caller vouches that these are no real persons, as the file itself may. */
  readonly demo?: boolean | undefined;
  /** Says what would happen, and writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Writes nothing if anything is wrong with any row. */
  readonly strict?: boolean | undefined;
  /** Told of every error, in the order of the file. */
  readonly onErrors?: (errors: readonly RowError[]) => void;
  /** Told now and then how far it is. */
  readonly onProgress?: (done: number, rows: number) => void;
}

/** What became of the rows: `rows` is the sum of the others. */
export interface Summary {
  readonly rows: number;
  /** New, with everything that happened to them. */
  readonly created: number;
  /** Known from an earlier import, with steps that are new. */
  readonly continued: number;
  /** Known from an earlier import, and nothing new. */
  readonly unchanged: number;
  /** Wrong in some way. Nothing of such a row was written. */
  readonly refused: number;
  /** Nothing was written: a dry run, or a strict import of a file with errors. */
  readonly dry: boolean;
}

/** Rows that are under way together: enough for one commit to carry hundreds of events. */
const together = 256;

/** Whose codes and clocks files in our own columns are in; a mapping says it of its lists. */
const usualCountry = 'PE';

/**
 * Brings the rows of a file into the log, each once: what an earlier import wrote is recognised and left alone. Before the
 * first is written, the store is marked as a demonstration.
 * @param inspected what `inspectFile` said of the same file
 * @throws ImportNotAllowed the file is no demonstration, or the store holds real data
 * @throws FileRefused the file changed since it was inspected
 * @throws LogUnavailable and the like: import the file again, it goes on where it stopped
 */
export async function importFile(
  platform: Platform,
  source: Source,
  inspected: Inspected,
  options: ImportOptions,
): Promise<Summary> {
  if (!inspected.demo && options.demo !== true) throw new ImportNotAllowed('not-demo');
  if (!(await takesDemos(platform))) throw new ImportNotAllowed('store-not-demo');
  const records = new Records(platform, options.actor, await hasDirectory(platform));
  const { onErrors = () => undefined, onProgress = () => undefined } = options;
  const dryRun = options.dryRun === true;
  const pass = (dry: boolean, tell: typeof onErrors) =>
    onePass({ platform, records, source, inspected, options: { ...options, onErrors: tell, onProgress }, dry });
  if (dryRun || options.strict !== true) return pass(dryRun, onErrors);
  const rehearsal = await pass(true, onErrors);
  return rehearsal.refused > 0 ? rehearsal : pass(false, onErrors);
}

/** A demonstration store, an empty one, or one that an import began: until access control exists all of them are. */
async function takesDemos({ demo, log }: Platform): Promise<boolean> {
  if (demo) return true;
  for await (const { events } of log.readAll()) {
    const [first] = events;
    if (first !== undefined) return first.metadata['origin'] === 'import';
  }
  return true;
}

/** Whether the store has a directory at all. Codes of institutions can be compared with nothing in one that has none. */
async function hasDirectory({ log }: Platform): Promise<boolean> {
  for await (const { events } of log.readAll({ types: ['OrganizationRegistered'] })) if (events.length > 0) return true;
  return false;
}

interface Pass {
  readonly platform: Platform;
  readonly records: Records;
  readonly source: Source;
  readonly inspected: Inspected;
  readonly options: ImportOptions & Required<Pick<ImportOptions, 'onErrors' | 'onProgress'>>;
  readonly dry: boolean;
}

async function onePass(pass: Pass): Promise<Summary> {
  const { platform, source, inspected, options, dry } = pass;
  const { institution } = options;
  const now = platform.clock.now();
  const country = inspected.mapping?.country ?? usualCountry;
  const reading: Reading = { country, now, ...(institution === undefined ? {} : { institution }) };
  const counts = { rows: 0, created: 0, continued: 0, unchanged: 0, refused: 0 };
  const seen = new Set<string>();
  for await (const lines of batches(rowsOf(source, inspected), together)) {
    const read = await Promise.all(lines.map((line) => readLine(pass, line, reading)));
    const results = await Promise.all(read.map((one) => settle(pass, isRepeated(one, seen) ? repeated(one) : one)));
    for (const result of results) counts[typeof result === 'string' ? result : 'refused'] += 1;
    counts.rows += results.length;
    const errors = results.flatMap((result) => (typeof result === 'string' ? [] : result));
    options.onErrors(errors.map((error) => named(error, inspected.layout.heading(error.column))));
    options.onProgress(counts.rows, inspected.rows);
  }
  return { ...counts, dry };
}

/** A row as it was read, or what is wrong with it; `key` as soon as it can be told from others. */
interface ReadRow {
  readonly line: number;
  readonly key?: string;
  readonly row?: Row;
  readonly errors: readonly CellError[];
}

async function readLine({ inspected, records, options }: Pass, line: Line, reading: Reading): Promise<ReadRow> {
  const { kind, width, fields, read } = inspected.layout;
  if (line.cells.length !== width) return { line: line.row, errors: [{ column: '', code: 'column-count' }] };
  const cells = new Cells(read(line.cells));
  const row = kind === 'cases' ? readCaseRow(cells, reading) : readReferralRow(cells, reading);
  const marked = fields.includes('demo') && options.demo !== true;
  if (marked && cells.optional('demo' satisfies ColumnName, yesOrNo) !== true) cells.fail('demo', 'not-demo');
  if (row.externalId === '' || row.institution === '') return { line: line.row, errors: cells.errors };
  return { line: line.row, key: await records.keyOf(kind, row), row, errors: cells.errors };
}

/** A digest this long is not met twice by chance, and keeps little of a long file in memory. */
const digest = 12;

function isRepeated({ key }: ReadRow, seen: Set<string>): boolean {
  if (key === undefined) return false;
  const short = key.slice(0, digest);
  if (seen.has(short)) return true;
  seen.add(short);
  return false;
}

const repeated = (read: ReadRow): ReadRow => ({ ...read, errors: [{ column: 'external_id', code: 'duplicate-id' }] });

/** Records a row, or says what is wrong with it. */
async function settle({ platform, records, dry }: Pass, read: ReadRow): Promise<Plan['outcome'] | readonly RowError[]> {
  const { line, row, key, errors } = read;
  if (errors.length > 0 || row === undefined || key === undefined) return errors.map((error) => rowError(line, error));
  try {
    const plan = await records.plan(row, key);
    if (!dry) {
      await platform.markDemo();
      await records.record(plan);
    }
    return plan.outcome;
  } catch (error) {
    if (error instanceof RowRefused) return [rowError(line, error.error)];
    throw error;
  }
}

async function* batches<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  for await (const one of all) {
    batch.push(one);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
