import { Refusal } from '#decider';
import { addDays } from '#terms';

/** @throws Refusal `<capability>/bad-day` not a day of the calendar, `YYYY-MM-DD` */
export function refuseBadDay(capability: string, day: string): void {
  try {
    addDays(day, 0);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`${capability}/bad-day`, 'not a day of the calendar', 'invalid');
  }
}

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

/** @throws Refusal `<capability>/bad-id` not in UUID form */
export function refuseBadId(capability: string, id: string): void {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)) return;
  throw new Refusal(`${capability}/bad-id`, 'not an id', 'invalid');
}

/** @throws Refusal `code/not-listed` */
export function refuseOther(known: readonly string[], code: string): void {
  if (!known.includes(code)) throw new Refusal('code/not-listed', 'there is no such code', 'invalid');
}
