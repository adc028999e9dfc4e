import type { Instant } from '#event-log';
import type { Term } from './term.js';
import type { LocalDate } from './zone.js';

/** What is known when a clock starts: name → code. A fact not known yet is left out. */
export type Facts = Readonly<Record<string, string | undefined>>;

/** Holds when every named fact is known and is one of the codes listed. */
export type Condition = Readonly<Record<string, readonly string[]>>;

/** What happened so far: trigger → when. Not happened yet: left out. */
export type Happened = Readonly<Record<string, Instant | undefined>>;

/**
 * Something that must be done, by a norm that sets no term for it: it is owed from its trigger on, and it is never *on
 * time* nor *late*. Never edited once used: a change is a new row with its own validity.
 */
export interface Duty<T = unknown> {
  readonly id: string;
  /** Raised when a row is corrected without a change of the norm; the highest version of an id is used. */
  readonly version: number;
  readonly jurisdiction: string;
  /** The happening that starts the clock. */
  readonly trigger: string;
  readonly condition?: Condition;
  /** Kind of body that must act. */
  readonly actor: string;
  /** The happening that stops the clock. */
  readonly stop: string;
  /** First and last local day, both included, on which a trigger falls under this row. */
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  /** Article, as people write it. Free text, never a key. */
  readonly legalRef: string;
  readonly norm: string;
  /** False: not checked against the text of the norm; must not be presented as the law. */
  readonly verified: boolean;
  /** What the value rests on, or what is doubtful about it. */
  readonly source: string;
  /** Whatever else the norm says about the step. */
  readonly value: T;
}

/** A deadline as data: who must do what, how long after what, and by which norm. */
export interface DatedRule<T = unknown> extends Duty<T> {
  readonly term: Term;
  /** Owed again and again: the end of one period is the trigger of the next. */
  readonly repeats?: boolean;
}

/** A clock that runs, or ran: the rule it runs under, from when, until when. */
export interface Deadline<T = unknown> {
  readonly rule: DatedRule<T>;
  readonly from: Instant;
  /** The last instant that is on time. */
  readonly due: Instant;
}

/** A clock, and what it was before new facts moved it, oldest first. */
export interface Traced<T = unknown> extends Deadline<T> {
  readonly before: readonly Deadline<T>[];
}

/** Something owed without a term. There is no due time to be late for. */
export interface Obligation<T = unknown> {
  readonly rule: Duty<T>;
  readonly from: Instant;
}
