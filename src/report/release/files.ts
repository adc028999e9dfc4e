import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Report } from '../domain/model.js';
import { formats, render } from '../files.js';
import type { IssuedFile } from './domain/edition-events.js';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every format of a report, packed for the record. */
export async function packed(report: Report): Promise<readonly (IssuedFile & { readonly content: string })[]> {
  const files = [];
  for (const format of formats) {
    const bytes = await render(report, format);
    const content = deflateRawSync(bytes, { level: 9 }).toString('base64');
    files.push({ format, sha256: sha256(bytes), bytes: bytes.length, content });
  }
  return files;
}

/** The bytes as they were issued. @throws Error they are not: what was kept has been altered */
export function unpacked({ content, sha256: digest }: { readonly content: string; readonly sha256: string }): Buffer {
  const bytes = inflateRawSync(Buffer.from(content, 'base64'));
  if (sha256(bytes) !== digest) throw new Error('an issued file is not what was issued');
  return bytes;
}
