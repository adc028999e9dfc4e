import { constants, deflateSync } from 'node:zlib';

/**
 * Huffman coding alone: searching for repetitions would save more, but zlib searches differently on different processors,
 * and the same document has to give the same bytes on all of them.
 */
const options = { level: 9, strategy: constants.Z_HUFFMAN_ONLY };
/** Objects in one stream; a reader unpacks a stream whole. */
const together = 200;

interface Kept {
  readonly number: number;
  readonly bytes: Buffer;
  readonly isStream: boolean;
}

/** Where an object went: in the file (1) at a place, or in a stream of objects (2) at a turn. */
type Place = readonly [type: 1 | 2, where: number, turn: number];

/**
 * The same PDF with its small objects in compressed streams (ISO 32000-1, 7.5.7 and 7.5.8). Tags make several objects a
 * table cell, and a report has a thousand cells. Understands what the compiler writes: one plain cross-reference table,
 * no encryption.
 * @throws Error when the file is built in another way
 */
export function packed(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf);
  const { objects, trailer } = read(bytes);
  const places = new Map<number, Place>();
  const out: Buffer[] = [bytes.subarray(0, bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 1)];
  let length = out[0]?.length ?? 0;
  const write = (number: number, object: Buffer): void => {
    places.set(number, [1, length, 0]);
    out.push(object);
    length += object.length;
  };
  for (const { number, bytes: object } of objects.filter(({ isStream }) => isStream)) write(number, object);
  let next = Math.max(...objects.map(({ number }) => number)) + 1;
  const small = objects.filter(({ isStream }) => !isStream);
  for (let from = 0; from < small.length; from += together) {
    const group = small.slice(from, from + together);
    const bodies = group.map(({ bytes: object }) => bodyOf(object));
    let offset = 0;
    const index = group.map(({ number }, turn) => {
      places.set(number, [2, next, turn]);
      const entry = `${number} ${offset}`;
      offset += (bodies[turn]?.length ?? 0) + 1;
      return entry;
    });
    const head = `${index.join(' ')}\n`;
    const dictionary = `/Type /ObjStm /N ${group.length} /First ${head.length}`;
    write(next, stream(next, dictionary, Buffer.from(head + bodies.map((body) => `${body}\n`).join(''), 'latin1')));
    next += 1;
  }
  const start = length;
  places.set(next, [1, start, 0]);
  const table = Buffer.alloc((next + 1) * 7);
  for (const [number, [type, where, turn]] of places) {
    table.writeUInt8(type, number * 7);
    table.writeUInt32BE(where, number * 7 + 1);
    table.writeUInt16BE(turn, number * 7 + 5);
  }
  table.writeUInt16BE(0xffff, 5);
  out.push(stream(next, `/Type /XRef /Size ${next + 1} /W [1 4 2] ${trailer}`, table));
  return Buffer.concat([...out, Buffer.from(`startxref\n${start}\n%%EOF\n`)]);
}

function read(bytes: Buffer): { readonly objects: readonly Kept[]; readonly trailer: string } {
  const end = bytes.toString('latin1', bytes.lastIndexOf('trailer'));
  const start = Number(/startxref\s+(\d+)/.exec(end)?.[1]);
  const trailer = /<<(.*)>>/s
    .exec(end)?.[1]
    ?.replace(/\/Size\s+\d+/, '')
    .trim();
  if (!Number.isInteger(start) || trailer === undefined) throw new Error('a PDF built in an unknown way');
  const table = bytes.toString('latin1', start, bytes.lastIndexOf('trailer'));
  const used = [...table.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset)).sort((a, b) => a - b);
  const objects = used.map((offset, index): Kept => {
    const object = bytes.subarray(offset, used[index + 1] ?? start);
    const number = Number(/^(\d+) 0 obj/.exec(object.toString('latin1', 0, 20))?.[1]);
    if (!Number.isInteger(number)) throw new Error('a PDF built in an unknown way');
    return {
      number,
      bytes: object,
      isStream: /endstream\s+endobj\s*$/.test(object.toString('latin1', object.length - 40)),
    };
  });
  return { objects, trailer };
}

/** What stands between `obj` and `endobj`. */
function bodyOf(object: Buffer): string {
  const text = object.toString('latin1');
  return text.slice(text.indexOf('obj') + 3, text.lastIndexOf('endobj')).trim();
}

function stream(number: number, dictionary: string, content: Buffer): Buffer {
  const data = deflateSync(content, options);
  const head = `${number} 0 obj\n<< ${dictionary} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n')]);
}
