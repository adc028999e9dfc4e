import { spawnSync } from 'node:child_process';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** Whether this machine can read the words of a PDF: its pages hold numbers of glyphs, not letters. */
export const readsPdf = spawnSync('pdftotext', ['-v']).error === undefined;

/**
 * What files hold once everything packed in them is opened, as deep as it goes: the parts of a ZIP archive, gzip, the streams
 * of a PDF and the words on its pages, and what stands as base64 in a text, deflated or not. Name → bytes; the files
 * themselves are among it, and what is in one is called `<file>!<part>`.
 */
export function unpacked(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  const open = (name: string, bytes: Buffer): void => {
    found.set(name, bytes);
    for (const [part, inside] of partsOf(bytes)) open(`${name}!${part}`, inside);
  };
  for (const [name, bytes] of files) open(name, bytes);
  return found;
}

/** What is packed one layer deep. */
function partsOf(bytes: Buffer): Iterable<readonly [string, Buffer]> {
  if (startsWith(bytes, 'PK\u0003\u0004')) return entriesOf(bytes);
  if (startsWith(bytes, '\u001f\u008b')) return [['gzip', gunzipSync(bytes)]];
  if (startsWith(bytes, '%PDF-')) return [...streamsOf(bytes), ...wordsOf(bytes)];
  return encodedIn(bytes);
}

const startsWith = (bytes: Buffer, text: string): boolean => bytes.subarray(0, text.length).toString('latin1') === text;

/** By the list at its end: what comes before the parts does not say how long they are in every archive. */
function* entriesOf(bytes: Buffer): Iterable<readonly [string, Buffer]> {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [named, more, told] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const begins = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(begins, begins + size);
    yield [bytes.toString('utf8', at + 46, at + 46 + named), method === 0 ? packed : inflateRawSync(packed)];
    at += 46 + named + more + told;
  }
}

function* streamsOf(bytes: Buffer): Iterable<readonly [string, Buffer]> {
  const streams = bytes.toString('latin1').matchAll(/\nstream\r?\n(.*?)\r?\nendstream/gs);
  for (const [, packed = ''] of streams) {
    const plain = attempted(() => inflateSync(Buffer.from(packed, 'latin1')));
    if (plain !== undefined) yield ['stream', plain];
  }
}

/** A line that was broken on the paper is one here. */
function* wordsOf(bytes: Buffer): Iterable<readonly [string, Buffer]> {
  if (!readsPdf) return;
  const { stdout } = spawnSync('pdftotext', ['-', '-'], { input: bytes, maxBuffer: 64 * 1024 * 1024 });
  yield ['words', Buffer.from(stdout.toString('utf8').replace(/\s+/g, ' '))];
}

/** Too short for a file: what a text says itself is found in it as it is. */
const shortest = 100;

function* encodedIn(bytes: Buffer): Iterable<readonly [string, Buffer]> {
  for (const [text] of bytes.toString('latin1').matchAll(/[A-Za-z0-9+/]{100,}={0,2}/g)) {
    const decoded = Buffer.from(text, 'base64');
    const plain = attempted(() => inflateRawSync(decoded));
    if (plain !== undefined && plain.length >= shortest) yield ['deflated', plain];
    else if (['PK\u0003\u0004', '\u001f\u008b', '%PDF-'].some((magic) => startsWith(decoded, magic)))
      yield ['base64', decoded];
  }
}

function attempted(open: () => Buffer): Buffer | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}
