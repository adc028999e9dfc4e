import { inflateRawSync } from 'node:zlib';

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
/** The first moment a ZIP file can tell: 1 January 1980, 00:00. */
const firstDay = 0x0021;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly size: number;
  /** Offsets of the entry in the list at the end of the file, and of its own header. */
  readonly listed: number;
  readonly local: number;
}

/**
 * The same archive with every entry dated 1 January 1980: what was written when no longer shows.
 * @throws Error when it is not a ZIP archive
 */
export function undated(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  for (const { listed, local } of entries(bytes)) {
    bytes.writeUInt32LE(firstDay << 16, local + 10);
    bytes.writeUInt32LE(firstDay << 16, listed + 12);
  }
  return bytes;
}

/**
 * The files of an archive by name, as text.
 * @throws Error when it is not a ZIP archive of plain or deflated entries
 */
export function unzip(archive: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(archive);
  return new Map(
    entries(bytes).map(({ name, method, size, local }) => {
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const packed = bytes.subarray(from, from + size);
      if (method !== 0 && method !== 8) throw new Error(`entry ${name} is packed in an unknown way`);
      return [name, (method === 8 ? inflateRawSync(packed) : packed).toString('utf8')];
    }),
  );
}

function entries(bytes: Buffer): readonly Entry[] {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < 0) throw new Error('not a ZIP archive');
  const found: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== centralSignature) throw new Error('not a ZIP archive');
    const nameLength = bytes.readUInt16LE(at + 28);
    found.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      listed: at,
      local: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return found;
}
