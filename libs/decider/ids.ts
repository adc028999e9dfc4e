import { createHash } from 'node:crypto';

/**
 * A stable id from its parts, in UUID form (version 8): the same parts give the same id on every machine, for ever.
 *
 * The parts must themselves be random or keyed ids (a command id, a stream id, an index). An id derived from something
 * a person could guess goes through the vault's keyed digest first.
 */
export function deriveId(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const text = String(part);
    hash.update(`${text.length}:${text}`);
  }
  const hex = hash.digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
