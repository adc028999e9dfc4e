import { Refusal } from '#decider';
import { type DatedRule, RuleBook, type Term } from '#terms';
import { jurisdiction, type StepRule } from '../../protocol/index.js';
import type { Wait } from './waits.js';

/** Which rules are asked about; neither field: the rules as they are. */
export interface OtherRules {
  /** Those in force on this local day, whenever a clock began. */
  readonly inForceOn?: string;
  /** As they are, but for the term of one rule. */
  readonly override?: { readonly rule: string; readonly term: Term };
}

/** Where a clock stands at the instant it is judged. `none`: no rule gives a term. */
export const outcomes = ['met', 'late', 'overdue', 'running', 'dropped', 'none'] as const;
export type Outcome = (typeof outcomes)[number];

export type Counts = Readonly<Record<Outcome, number>>;

/** A clock that comes out otherwise. */
export interface Otherwise {
  readonly stream: string;
  readonly clock: string;
  readonly stop: string;
  readonly asRecorded: { readonly rule: string; readonly due: string; readonly outcome: Outcome };
  readonly asAsked: { readonly rule: string | null; readonly due: string | null; readonly outcome: Outcome };
}

export interface WhatIf {
  /** Clocks are judged at this instant. */
  readonly judgedAt: string;
  readonly clocks: number;
  /** By the rule each clock went by; where the other rules give another, it is counted there as asked. */
  readonly rules: readonly { readonly rule: string; readonly asRecorded: Counts; readonly asAsked: Counts }[];
  readonly differ: readonly Otherwise[];
}

/**
 * The same history under other rules: for every clock the record holds, the due time they give it, and how it comes out.
 * Nothing is written. What somebody would have done had the rule been another, nobody knows: the steps stay where they
 * were.
 * @throws Refusal `what-if/unknown-rule`, `what-if/bad-term`
 */
export function whatIf(waits: readonly Wait[], asked: OtherRules, judgedAt: string): WhatIf {
  const books = new Map<string, RuleBook<StepRule>>();
  const bookOf = (country: string): RuleBook<StepRule> => {
    const book = books.get(country) ?? otherBook(jurisdiction(country).rules, asked);
    books.set(country, book);
    return book;
  };
  const counted = new Map<string, { asRecorded: Record<Outcome, number>; asAsked: Record<Outcome, number> }>();
  const countsOf = (rule: string) => {
    const counts = counted.get(rule) ?? { asRecorded: none(), asAsked: none() };
    counted.set(rule, counts);
    return counts;
  };
  if (asked.override !== undefined) refuseUnknown(waits, asked.override.rule);
  const differ: Otherwise[] = [];
  for (const wait of waits) {
    const { stream, clock, stop, rule, due } = wait;
    const now = outcomeOf(wait, due, judgedAt);
    const other = deadlineOf(wait, bookOf(wait.country));
    const then = outcomeOf(wait, other?.due, judgedAt);
    countsOf(rule).asRecorded[now] += 1;
    countsOf(other?.rule ?? rule).asAsked[then] += 1;
    if (now === then && other?.due === due && other.rule === rule) continue;
    differ.push({
      ...{ stream, clock, stop, asRecorded: { rule, due, outcome: now } },
      asAsked: { rule: other?.rule ?? null, due: other?.due ?? null, outcome: then },
    });
  }
  const rules = [...counted].map(([rule, counts]) => ({ rule, ...counts })).sort((a, b) => (a.rule < b.rule ? -1 : 1));
  return { judgedAt, clocks: waits.length, rules, differ };
}

/** A rule that nobody's clock went by cannot be asked about without knowing the country: its clocks say which. */
function refuseUnknown(waits: readonly Wait[], rule: string): void {
  const countries = new Set(waits.map(({ country }) => country));
  const isKnown = [...countries].some((country) => jurisdiction(country).rules.rules.some(({ id }) => id === rule));
  if (countries.size > 0 && !isKnown) throw new Refusal('what-if/unknown-rule', 'there is no such rule', 'invalid');
}

/** The rules of a country as they are asked about. */
function otherBook(book: RuleBook<StepRule>, { inForceOn: day, override }: OtherRules): RuleBook<StepRule> {
  const inForce =
    day === undefined
      ? book.rules
      : book.rules.filter(({ validFrom, validTo = day }) => validFrom <= day && day <= validTo).map(always);
  return new RuleBook(override === undefined ? inForce : inForce.map((row) => changed(row, override)), book.calendar);
}

function changed(row: DatedRule<StepRule>, { rule, term }: NonNullable<OtherRules['override']>): DatedRule<StepRule> {
  if (row.id !== rule) return row;
  if (!Number.isSafeInteger(term.amount) || term.amount < 0) {
    throw new Refusal('what-if/bad-term', 'a term is a whole number from 0', 'invalid');
  }
  return { ...row, term };
}

/** In force whenever a clock began. */
function always({ validTo: _, ...row }: DatedRule<StepRule>): DatedRule<StepRule> {
  return { ...row, validFrom: '0001-01-01' };
}

/** The deadline other rules give what a clock waits for: from the same happening, by what was known. */
function deadlineOf(wait: Wait, book: RuleBook<StepRule>): { readonly rule: string; readonly due: string } | undefined {
  const { country, district, rule: id, version, stop, from, facts } = wait;
  const trigger = jurisdiction(country).rules.rule(id, version)?.trigger;
  if (trigger === undefined) return undefined;
  const local = book.in(district);
  // A clock keeps the version of its row as long as that binds.
  const deadline = local.binding(stop, { [trigger]: from }, facts, local.rule(id, version));
  return deadline === undefined ? undefined : { rule: deadline.rule.id, due: deadline.due };
}

/** On time is up to and including the due instant. What became pointless after its due time had been late already. */
function outcomeOf({ metAt, droppedAt }: Wait, due: string | undefined, judgedAt: string): Outcome {
  if (due === undefined) return 'none';
  if (metAt !== undefined) return metAt <= due ? 'met' : 'late';
  if (droppedAt !== undefined) return droppedAt <= due ? 'dropped' : 'overdue';
  return due < judgedAt ? 'overdue' : 'running';
}

const none = (): Record<Outcome, number> => ({ met: 0, late: 0, overdue: 0, running: 0, dropped: 0, none: 0 });
