import { hash } from 'node:crypto';

/** SHA-256. By way of hex: as a buffer it would take twice as long. */
export const sha256 = (bytes: string | Uint8Array): Buffer => Buffer.from(hash('sha256', bytes), 'hex');

/** SHA-256 of a text's UTF-8 bytes, hex. */
export const digestOf = (text: string): string => hash('sha256', text);

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The bytes of a base64 text; undefined unless it is written exactly as this machine would write it. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** A hash of a tree in base64; undefined when it is none. */
export function hashFrom(text: string): Buffer | undefined {
  const bytes = fromBase64(text);
  return bytes?.length === 32 ? bytes : undefined;
}

/** A count from 0 without leading zeros; undefined when it is none, or more than a number holds exactly. */
export function countFrom(text: string): number | undefined {
  if (!/^(0|[1-9]\d{0,15})$/.test(text)) return undefined;
  const count = Number(text);
  return Number.isSafeInteger(count) ? count : undefined;
}
