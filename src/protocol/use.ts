import { deriveId, Refusal } from '#decider';
import {
  type Deadline,
  type Facts,
  type Happened,
  ladderOn,
  type LadderRung,
  type Obligation,
  rungs,
  zoned,
} from '#terms';
import type { CodeList } from './codes.js';
import { usualLadder } from './common/ladders.js';
import type { StepRule } from './jurisdiction.js';
import type { Milestone } from './milestones.js';
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

/**
 * The clocks that what happened starts, one for each step it waits for; none is not an error: "no deadline".
 * @param district where business days are counted; left out: by the national calendar only
 */
export const deadlines = (
  country: string,
  happened: Milestone,
  at: string,
  facts: Facts,
  district = '',
): readonly Deadline<StepRule>[] => jurisdiction(country).rules.in(district).started(happened, at, facts);

/** What what happened makes somebody owe by norms that set no term: shown as waited for, never as on time or late. */
export const obligations = (
  country: string,
  happened: Milestone,
  at: string,
  facts: Facts,
): readonly Obligation<StepRule>[] => jurisdiction(country).rules.obligations(happened, at, facts);

/**
 * The deadline of one step over everything that happened so far, by what is known now: asked anew for an open clock when
 * a new level of risk is found. Triggers stay where they were; the clock's own row keeps the version it started under.
 *
 * @param stop the step the clock waits for
 * @param running the rule the clock runs under
 * @returns undefined where no rule applies: the clock then stays as it is
 * @throws RangeError the running rule is none of this country
 */
export function rebound(
  country: string,
  stop: Milestone,
  happened: Happened,
  facts: Facts,
  running?: { readonly rule: string; readonly version: number; readonly district?: string },
): Deadline<StepRule> | undefined {
  const rules = jurisdiction(country).rules.in(running?.district ?? '');
  const row = running && rules.rule(running.rule, running.version);
  if (running !== undefined && row === undefined) throw new RangeError(`no rule ${running.rule}`);
  return rules.binding(stop, happened, facts, row);
}

/** Whom a clock calls, and when, by the ladder of its rule on the day it started. */
export function ladderOf(country: string, { rule, from, due }: Deadline<StepRule>): readonly LadderRung[] {
  const { ladders, zone } = jurisdiction(country);
  const ladder = ladderOn(ladders, rule.value.ladder ?? usualLadder, zoned(from, zone).date);
  return rungs({ from, due }, ladder?.steps ?? []);
}

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
