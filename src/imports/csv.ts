import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { FileRefused, type ErrorCode, rowError } from './domain/errors.js';
import type { Encoding } from './domain/mapping.js';
import { fromWindows1252 } from './encoding.js';

/** A file that can be read from its beginning as often as needed. */
export interface Source {
  bytes(): AsyncIterable<Uint8Array>;
}

/** One row of a file; `row` counts as a spreadsheet does, from 1, line breaks inside quotes not counted. */
export interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What the text of a file is written in. */
export interface Writing {
  readonly encoding: Encoding;
  /** What may stand between cells: the one the header has most of does. */
  readonly separators: readonly string[];
}

/** The one way our own files are written. */
export const ownWriting: Writing = { encoding: 'utf-8', separators: [',', ';'] };

/** Characters of the longest row. */
const longestRow = 100_000;

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const newline = 0x0a;

/**
 * The rows of a CSV file, with or without a byte order mark, separated by whichever separator the first row that is no
 * comment has more of. Rows without any text are left out, and counted.
 *
 * A first line that begins with `#` comes as one cell. Memory does not grow with the file, nor with a line of it.
 * @throws FileRefused `encoding`, `wrong-encoding`, `nul-byte`, `quotes`, `record-too-long`
 */
export async function* csvLines(source: Source, writing: Writing = ownWriting): AsyncGenerator<Line> {
  const bytes = source.bytes();
  const text = writing.encoding === 'utf-8' ? bytes : fromWindows1252(bytes);
  const { mark, header, rest } = await opening(checked(text));
  let row = 0;
  if (mark !== undefined) yield { row: (row += 1), cells: [mark] };
  const parser = parse({
    delimiter: separatorOf(header, writing.separators),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRow,
  });
  const fed = pipeline(Readable.from(rest), parser);
  // The loop below throws what went wrong; nobody waits for this one when the loop is left early.
  fed.catch(() => undefined);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const records: unknown = Reflect.get(error, 'records');
    const before = (mark === undefined ? 0 : 1) + (typeof records === 'number' ? records : 0);
    throw refused(before + 1, error.code === 'CSV_MAX_RECORD_SIZE' ? 'record-too-long' : 'quotes');
  }
}

const refused = (row: number, code: ErrorCode, detail = '') =>
  new FileRefused([rowError(row, { column: '', code }, detail)]);

/** Passes the bytes on in pieces of whole characters, without the byte order mark, as long as they are text. */
async function* checked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let carried = Buffer.alloc(0);
  let done = 0;
  let lines = 0;
  const check = (piece: Buffer): Buffer => {
    if (!isUtf8(piece)) {
      const at = firstInvalid(piece);
      const row = lines + 1 + count(piece.subarray(0, at));
      throw refused(row, 'encoding', ` Byte ${done + at + 1}, línea ${row}.`);
    }
    const nul = piece.indexOf(0);
    if (nul >= 0) throw refused(lines + 1 + count(piece.subarray(0, nul)), 'nul-byte');
    lines += count(piece);
    const start = done === 0 && piece.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
    done += piece.length;
    return piece.subarray(start);
  };
  for await (const chunk of bytes) {
    const all = Buffer.concat([carried, chunk]);
    const end = lastBoundary(all);
    carried = all.subarray(end);
    // The mark is three bytes: it is not looked for in less.
    if (done === 0 && end < BOM.length) carried = all;
    else yield check(all.subarray(0, end));
  }
  if (carried.length > 0) yield check(carried);
}

const count = (piece: Buffer): number => {
  let found = 0;
  for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, at + 1)) found += 1;
  return found;
};

/** Bytes of the character that begins with this one; what begins none is one byte. */
const sizeOf = (lead: number): number =>
  lead >= 0xf0 && lead < 0xf8 ? 4 : lead >= 0xe0 ? (lead < 0xf0 ? 3 : 1) : lead >= 0xc0 ? 2 : 1;

/** Where the last character begins that is not all there, or the end. */
function lastBoundary(bytes: Buffer): number {
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 3); at -= 1) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) return at + sizeOf(byte) > bytes.length ? at : bytes.length;
  }
  return bytes.length;
}

function firstInvalid(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const size = sizeOf(bytes[at] ?? 0);
    if (!isUtf8(bytes.subarray(at, at + size))) return at;
    at += size;
  }
  return at;
}

interface Opening {
  /** The first line, if it is a comment. */
  readonly mark: string | undefined;
  /** The line after it, as far as it was needed. */
  readonly header: string;
  /** Everything but the mark. */
  readonly rest: AsyncIterable<Buffer>;
}

/** Looks at the first lines of a file. */
async function opening(bytes: AsyncGenerator<Buffer>): Promise<Opening> {
  let head = Buffer.alloc(0);
  let ended = false;
  const lineAt = (start: number) => {
    const at = head.indexOf(newline, start);
    return at >= 0 || ended || head.length >= longestRow ? { end: at < 0 ? head.length : at + 1 } : undefined;
  };
  const marked = () => head[0] === 0x23;
  for (;;) {
    const first = lineAt(0);
    const second = first && marked() ? lineAt(first.end) : first;
    if (first !== undefined && second !== undefined) {
      const start = marked() ? first.end : 0;
      return {
        mark: marked() ? head.subarray(0, start).toString().trim() : undefined,
        header: head.subarray(start, second.end).toString(),
        rest: joined(head.subarray(start), bytes),
      };
    }
    const next = await bytes.next();
    if (next.done === true) ended = true;
    else head = Buffer.concat([head, next.value]);
  }
}

async function* joined(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}

function separatorOf(header: string, separators: readonly string[]): string {
  const bare = header.replace(/"[^"]*"/gu, '');
  const count = (separator: string): number => bare.split(separator).length;
  return separators.reduce((most, each) => (count(each) > count(most) ? each : most), separators[0] ?? ',');
}
