import type { Source } from './csv.js';
import { FileRefused, rowError } from './domain/errors.js';
import type { Encoding } from './domain/mapping.js';

/** Bytes that stand for nothing in Windows-1252. */
const undefinedBytes = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const newline = 0x0a;

/**
 * The encoding a file is in, of those it may be in. UTF-8 is never met by chance: a file that is valid UTF-8 and has more
 * than ASCII in it is UTF-8, and whoever read it as anything else would read nonsense.
 * @throws FileRefused `wrong-encoding` it is UTF-8, and may not be
 */
export async function encodingOf(source: Source, allowed: readonly Encoding[]): Promise<Encoding> {
  if (!allowed.includes('windows-1252')) return 'utf-8';
  const { valid, ascii } = await looked(source);
  if (!valid) return 'windows-1252';
  if (allowed.includes('utf-8')) return 'utf-8';
  if (!ascii) throw new FileRefused([rowError(1, { column: '', code: 'wrong-encoding' }, ' Está en UTF-8.')]);
  return 'windows-1252';
}

async function looked(source: Source): Promise<{ readonly valid: boolean; readonly ascii: boolean }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let ascii = true;
  for await (const chunk of source.bytes()) {
    ascii &&= chunk.every((byte) => byte < 0x80);
    if (!decodes(decoder, chunk)) return { valid: false, ascii: false };
  }
  return { valid: decodes(decoder), ascii };
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/**
 * The same text in UTF-8.
 * @throws FileRefused `wrong-encoding` with the place of a byte that stands for nothing
 */
export async function* fromWindows1252(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('windows-1252');
  let line = 1;
  let done = 0;
  for await (const chunk of bytes) {
    for (const [index, byte] of chunk.entries()) {
      if (byte === newline) line += 1;
      if (undefinedBytes.has(byte)) {
        const detail = ` Byte ${done + index + 1}, línea ${line}.`;
        throw new FileRefused([rowError(line, { column: '', code: 'wrong-encoding' }, detail)]);
      }
    }
    done += chunk.length;
    yield Buffer.from(decoder.decode(chunk, { stream: true }));
  }
}
