import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { limits } from '#event-log';
import { exit, Failed } from '../console.js';
import { sync } from '../files.js';
import { type Counts, logNames, type LogRecord } from './record.js';

/** The first line of a log file. */
export interface Header {
  /** Version of the format. */
  readonly 'chaski-log': 1;
  readonly software: string;
  /** What marks the store as a demonstration: when its time began. Null for a store that is none. */
  readonly demo: { readonly from: string } | null;
}

/** The last line: how many events of each log came before, and the digest of every line before it. */
type End = { readonly end: true; readonly sha256: string } & Counts;

/** Characters of one line at most: JSON within JSON writes a byte with up to seven of them. */
const longestLine = limits.eventBytes * 7 + 10_000;
/** Characters that are put together before they are compressed and written. */
const chunkLength = 256 * 1024;

/**
 * Writes records as a log file: whole, on disk, for its owner only, or not there at all. Compressed when the name ends
 * with `.gz`.
 * @throws Failed it exists
 */
export async function writeLogFile(
  path: string,
  header: Header,
  records: AsyncIterable<LogRecord>,
  onProgress: (counts: Counts) => void,
): Promise<Counts> {
  if (existsSync(path)) throw new Failed(`${path} ya existe. Elija otro nombre.`);
  const draft = `${path}.new`;
  const counts: Counts = { events: 0, reads: 0 };
  const text = Readable.from(linesOf(header, records, counts, onProgress));
  try {
    const file = createWriteStream(draft, { mode: 0o600 });
    await (path.endsWith('.gz') ? pipeline(text, createGzip(), file) : pipeline(text, file));
    sync(draft);
    renameSync(draft, path);
    sync(dirname(path));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return counts;
}

async function* linesOf(
  header: Header,
  records: AsyncIterable<LogRecord>,
  counts: Counts,
  onProgress: (counts: Counts) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let chunk = `${JSON.stringify(header)}\n`;
  for await (const { log, position, stream, revision, id, type, data, metadata } of records) {
    chunk += `${JSON.stringify({ log, position, stream, revision, id, type, metadata, data })}\n`;
    counts[log] += 1;
    if (chunk.length < chunkLength) continue;
    hash.update(chunk);
    yield chunk;
    chunk = '';
    onProgress(counts);
  }
  const end: End = { end: true, ...counts, sha256: hash.update(chunk).digest('hex') };
  yield `${chunk}${JSON.stringify(end)}\n`;
}

/** A file with logs in it. */
export class LogFile {
  private constructor(
    readonly path: string,
    readonly header: Header,
    private readonly compressed: boolean,
  ) {}

  /** @throws Failed it begins like no log file */
  static async open(path: string): Promise<LogFile> {
    const compressed = await isCompressed(path);
    const lines = textLines(path, compressed);
    try {
      const first = await lines.next();
      if (first.done === true) throw damaged(path, 'está vacío');
      return new LogFile(path, headerOf(path, first.value.text), compressed);
    } finally {
      await lines.return(undefined);
    }
  }

  /**
   * The records in order. Those given before a fault was met may be wrong: read it to the end before using any.
   * @throws Failed the file was cut off or changed
   */
  async *records(): AsyncGenerator<LogRecord> {
    const hash = createHash('sha256');
    const counts: Counts = { events: 0, reads: 0 };
    let number = 0;
    let end: End | undefined;
    for await (const { bytes, text } of textLines(this.path, this.compressed)) {
      number += 1;
      if (end !== undefined) throw damaged(this.path, 'tiene algo después de su final');
      const line = parsed(text);
      if (isEnd(line)) end = line;
      else {
        hash.update(bytes).update('\n');
        if (number === 1) continue;
        if (!isRecord(line)) throw damaged(this.path, `la línea ${number} no es un evento`);
        counts[line.log] += 1;
        if (line.log === 'events' && counts.reads > 0)
          throw damaged(this.path, `la línea ${number} está fuera de orden`);
        yield line;
      }
    }
    if (end === undefined) throw damaged(this.path, 'está cortado: falta su final');
    const isWhole = logNames.every((log) => counts[log] === end[log]);
    if (!isWhole || hash.digest('hex') !== end.sha256) throw damaged(this.path, 'no coincide con su suma SHA-256');
  }
}

const damaged = (path: string, why: string, cause?: unknown) =>
  new Failed(`${path} ${why}.`, { exit: exit.damaged, cause });

interface TextLine {
  readonly bytes: Buffer;
  readonly text: string;
}

/** @throws Failed it cannot be unpacked, does not end with a line break, or a line is longer than any event */
async function* textLines(path: string, compressed: boolean): AsyncGenerator<TextLine, void> {
  const source = createReadStream(path);
  const unpacked = compressed ? source.pipe(createGunzip()) : source;
  // A pipe passes no errors on.
  source.on('error', (error) => unpacked.destroy(error));
  let parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(lineBreak); at !== -1; at = chunk.indexOf(lineBreak, from)) {
        const bytes = Buffer.concat([...parts, chunk.subarray(from, at)]);
        yield { bytes, text: bytes.toString() };
        [parts, length, from] = [[], 0, at + 1];
      }
      parts.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > longestLine) throw damaged(path, 'tiene una línea más larga que cualquier evento');
    }
  } catch (error) {
    if (isOfZlib(error)) throw damaged(path, 'está cortado o dañado: no se puede descomprimir', error);
    throw error;
  } finally {
    source.destroy();
  }
  if (length > 0) throw damaged(path, 'está cortado: su última línea no termina');
}

const lineBreak = 0x0a;

const isOfZlib = (error: unknown): boolean =>
  isObject(error) && typeof error['code'] === 'string' && error['code'].startsWith('Z_');

/** Told by its first bytes, since a file may have been renamed. */
async function isCompressed(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function headerOf(path: string, text: string): Header {
  const line = parsed(text);
  if (!isObject(line) || line['chaski-log'] === undefined) throw damaged(path, 'no es un registro exportado');
  if (line['chaski-log'] !== 1) throw damaged(path, 'es de otra versión del programa');
  const { demo } = line;
  if (demo !== null && !(isObject(demo) && typeof demo['from'] === 'string')) throw damaged(path, 'está dañado');
  return line as unknown as Header;
}

const isEnd = (line: unknown): line is End => isObject(line) && line['end'] === true;

function isRecord(line: unknown): line is LogRecord {
  if (!isObject(line) || !logNames.some((log) => log === line['log']) || !Number.isSafeInteger(line['revision'])) {
    return false;
  }
  return ['position', 'stream', 'id', 'type', 'metadata', 'data'].every((name) => typeof line[name] === 'string');
}
