import { deriveId, Refusal } from '#decider';
import { type Deadline, type Facts, zoned } from '#terms';
import type { CodeList } from './codes.js';
import type { Milestone, StepRule } from './jurisdiction.js';
import { jurisdiction } from './jurisdictions.js';

const members = new WeakMap<CodeList, ReadonlySet<string>>();

/**
 * Refuses a code that stands in none of the lists named.
 * @throws Refusal `code/not-listed`, or `purpose/refused` for what the law bars
 */
export function refuseUnlisted(country: string, lists: string | readonly string[], code: string): void {
  const { codes, refusedPurposes } = jurisdiction(country);
  const names = typeof lists === 'string' ? [lists] : lists;
  for (const name of names) {
    const list = codes[name];
    if (list === undefined) throw new RangeError(`no code list ${name}`);
    let known = members.get(list);
    if (known === undefined) members.set(list, (known = new Set(list.entries.map((entry) => entry.code))));
    if (known.has(code)) return;
  }
  const barred = names.includes('referralPurposes') && refusedPurposes.find((purpose) => purpose.code === code);
  if (barred)
    throw new Refusal('purpose/refused', `${barred.reason_es} (${barred.norm}, ${barred.legalRef})`, 'invalid');
  throw new Refusal('code/not-listed', `${names.join(' or ')} has no such code`, 'invalid');
}

/**
 * Refuses an age band the jurisdiction does not have.
 * @throws Refusal `code/not-listed`
 */
export function refuseAgeBand(country: string, band: string): void {
  if (band === 'UNKNOWN' || jurisdiction(country).ageBands.some(({ code }) => code === band)) return;
  throw new Refusal('code/not-listed', 'there is no such age band', 'invalid');
}

/** The clocks that what happened starts, one for each step it waits for; none is not an error: "no deadline". */
export const deadlines = (
  country: string,
  happened: Milestone,
  at: string,
  facts: Facts,
): readonly Deadline<StepRule>[] => jurisdiction(country).rules.started(happened, at, facts);

export const zoneOf = (country: string): string => jurisdiction(country).zone;

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The short code people read to each other: the local year and eight symbols without look-alikes, e.g. `25-K7QM-4T2X`. Made from
 * the command id, so that the same command always gives the same code; it says nothing about anybody.
 */
export function publicCode(commandId: string, at: string, country: string): string {
  let bits = BigInt(`0x${deriveId('public-code', commandId).replaceAll('-', '').slice(0, 10)}`);
  let text = '';
  for (let index = 0; index < 8; index += 1) {
    text += symbols.charAt(Number(bits & 31n));
    bits >>= 5n;
  }
  return `${zoned(at, zoneOf(country)).date.slice(2, 4)}-${text.slice(0, 4)}-${text.slice(4)}`;
}
