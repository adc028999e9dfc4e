import type { Instant } from '#event-log';
import type { Calendar } from './calendar.js';
import { dueAt, type Term } from './term.js';
import { zoned, type LocalDate } from './zone.js';

/** What is known when a clock starts: name → code. A fact not known yet is left out. */
export type Facts = Readonly<Record<string, string | undefined>>;

/** Holds when every named fact is known and is one of the codes listed. */
export type Condition = Readonly<Record<string, readonly string[]>>;

/**
 * A deadline as data: who must do what, how long after what, and by which norm. Never edited once used: a change is a
 * new row with its own validity.
 */
export interface DatedRule<T = unknown> {
  readonly id: string;
  /** Raised when a row is corrected without a change of the norm; the highest version of an id is used. */
  readonly version: number;
  readonly jurisdiction: string;
  /** The happening that starts the clock. */
  readonly trigger: string;
  readonly condition?: Condition;
  readonly term: Term;
  /** Kind of body that must act. */
  readonly actor: string;
  /** The happening that stops the clock. */
  readonly stop: string;
  /** First and last local day, both included, on which a trigger falls under this rule. */
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

/** A clock that runs, or ran: the rule it runs under, from when, until when. */
export interface Deadline<T = unknown> {
  readonly rule: DatedRule<T>;
  readonly from: Instant;
  /** The last instant that is on time. */
  readonly due: Instant;
}

/** The deadlines of one jurisdiction. Plain data in, pure answers out. */
export class RuleBook<T = unknown> {
  /** The rows new clocks start under: of each id the highest version. */
  readonly #current: readonly DatedRule<T>[];

  /** @throws RangeError a row given twice, or whose validity ends before it begins */
  constructor(
    readonly rules: readonly DatedRule<T>[],
    readonly calendar: Calendar,
  ) {
    const latest = new Map<string, DatedRule<T>>();
    for (const rule of rules) {
      if (this.rule(rule.id, rule.version) !== rule) throw new RangeError(`rule ${rule.id} given twice`);
      const known = latest.get(rule.id);
      if (rule.validTo !== undefined && rule.validTo < rule.validFrom)
        throw new RangeError(`${rule.id} is never valid`);
      if (known === undefined || known.version < rule.version) latest.set(rule.id, rule);
    }
    this.#current = [...latest.values()];
  }

  /** The row a running clock was started under. */
  rule(id: string, version: number): DatedRule<T> | undefined {
    return this.rules.find((rule) => rule.id === id && rule.version === version);
  }

  /**
   * The clock that `trigger` starts at `at`: of the rules in force on that local day whose condition holds, the one
   * that falls due first. Name `stop` to ask about one step only; without it all steps of the trigger compete.
   *
   * @returns undefined when no rule applies: there is no deadline, which is not the same as being on time
   */
  select(trigger: string, at: Instant, facts: Facts, stop?: string): Deadline<T> | undefined {
    return this.#inForce(trigger, at, facts)
      .filter(({ rule }) => stop === undefined || rule.stop === stop)
      .reduce<Deadline<T> | undefined>(earlier, undefined);
  }

  /** Every clock that `trigger` starts at `at`: for each stop, the one that falls due first. */
  started(trigger: string, at: Instant, facts: Facts): readonly Deadline<T>[] {
    const byStop = new Map<string, Deadline<T>>();
    for (const deadline of this.#inForce(trigger, at, facts)) {
      byStop.set(deadline.rule.stop, earlier(byStop.get(deadline.rule.stop), deadline));
    }
    return [...byStop.values()];
  }

  /**
   * The deadline for one step over everything that happened so far: two regimes may run from different triggers, and
   * the one that falls due first binds.
   *
   * @param happened trigger → when; not happened yet: left out
   */
  binding(
    stop: string,
    happened: Readonly<Record<string, Instant | undefined>>,
    facts: Facts,
  ): Deadline<T> | undefined {
    let first: Deadline<T> | undefined;
    for (const [trigger, at] of Object.entries(happened)) {
      const deadline = at === undefined ? undefined : this.select(trigger, at, facts, stop);
      if (deadline !== undefined) first = earlier(first, deadline);
    }
    return first;
  }

  #inForce(trigger: string, at: Instant, facts: Facts): Deadline<T>[] {
    const day = zoned(at, this.calendar.zone).date;
    return this.#current
      .filter((rule) => rule.trigger === trigger && rule.validFrom <= day && day <= (rule.validTo ?? day))
      .filter((rule) => holds(rule.condition, facts))
      .map((rule) => ({ rule, from: at, due: dueAt(at, rule.term, this.calendar) }));
  }
}

function holds(condition: Condition | undefined, facts: Facts): boolean {
  return Object.entries(condition ?? {}).every(([name, codes]) => {
    const fact = facts[name];
    return fact !== undefined && codes.includes(fact);
  });
}

/** Ties go to the first in the book, so that the answer does not depend on anything else. */
function earlier<T>(a: Deadline<T> | undefined, b: Deadline<T>): Deadline<T> {
  return a === undefined || b.due < a.due ? b : a;
}
