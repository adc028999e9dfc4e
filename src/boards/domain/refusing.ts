import { Refusal } from '#decider';

/** @throws Refusal `<capability>/bad-instant` not ISO 8601 in UTC with milliseconds */
export function refuseBadInstant(capability: string, at: string): void {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(at) && !Number.isNaN(Date.parse(at))) return;
  throw new Refusal(`${capability}/bad-instant`, 'not an instant', 'invalid');
}

/** @throws Refusal `<capability>/bad-digest` not a SHA-256 digest in 64 hexadecimal digits */
export function refuseBadDigest(capability: string, digest: string): void {
  if (/^[0-9a-f]{64}$/u.test(digest)) return;
  throw new Refusal(`${capability}/bad-digest`, 'a file is known by its SHA-256 digest', 'invalid');
}
