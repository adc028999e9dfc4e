import { RuleBook, type Calendar, type Condition, type Duty, type DatedRule, type Term } from '#terms';
import type { CodeOf } from './codes.js';
import type { urgencies } from './common/index.js';
import type { AssessedLevel } from './instrument.js';
import type { StepRule } from './jurisdiction.js';
import type { Milestone } from './milestones.js';

// The words rule tables are written in.

type Written<R extends Duty> = Omit<R, 'jurisdiction' | 'version' | 'trigger' | 'stop'> & {
  readonly trigger: Milestone;
  readonly stop: Milestone;
  /** Left out: 1. */
  readonly version?: number;
};

/** A row with a term. */
export type Row = Written<DatedRule<StepRule>>;
/** A row of a norm that sets no term: it is owed, and never on time or late. */
export type DutyRow = Written<Duty<StepRule>>;

export const hours = (amount: number): Term => ({ amount, unit: 'hours' });
export const days = (amount: number): Term => ({ amount, unit: 'days' });
export const businessDays = (amount: number): Term => ({ amount, unit: 'business-days' });
export const months = (amount: number): Term => ({ amount, unit: 'months' });

export const risk = (...levels: readonly AssessedLevel[]): Condition => ({ risk: levels });
export const urgency = (...codes: readonly CodeOf<typeof urgencies>[]): Condition => ({ urgency: codes });

/** The norm says a word like "at once"; the number is our own, to warn by. */
export const atOnce = (says_es: string, more: StepRule = {}): StepRule => ({ ...more, policy: true, says_es });

export const general = 'General knowledge; the text of the norm was not read.';

/** @throws RangeError a row given twice, or whose validity ends before it begins */
export function ruleBook(
  jurisdiction: string,
  calendar: Calendar,
  rows: readonly Row[],
  duties: readonly DutyRow[],
): RuleBook<StepRule> {
  return new RuleBook<StepRule>(
    rows.map((row) => ({ version: 1, ...row, jurisdiction })),
    calendar,
    duties.map((row) => ({ version: 1, ...row, jurisdiction })),
  );
}
