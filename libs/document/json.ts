import { createHash } from 'node:crypto';

/**
 * The one JSON text of a value: keys sorted by code unit, no white space, `undefined` members left out. Two documents
 * that say the same give the same bytes, whoever built them.
 * @throws TypeError on what JSON cannot hold (a function, a bigint, NaN, a cycle)
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

/** SHA-256 over the canonical JSON, in lower-case hexadecimal. */
export const digest = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

function write(value: unknown, above: readonly object[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no JSON');
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} has no JSON`);
  if (above.includes(value)) throw new TypeError('a cycle has no JSON');
  const path = [...above, value];
  if (Array.isArray(value)) return `[${value.map((item: unknown) => write(item, path)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, path)}`);
  return `{${members.join(',')}}`;
}
