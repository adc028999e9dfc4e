import type { Instant } from '#event-log';
import { inRegion, type Calendar } from './calendar.js';
import type { Condition, DatedRule, Deadline, Duty, Facts, Happened, Obligation, Traced } from './rule.js';
import { dueAt } from './term.js';
import { zoned, type LocalDate } from './zone.js';

/** The deadlines of one jurisdiction, and what it owes without one. Plain data in, pure answers out. */
export class RuleBook<T = unknown> {
  readonly #rules: Rows<DatedRule<T>>;
  readonly #duties: Rows<Duty<T>>;
  readonly #elsewhere = new Map<string, RuleBook<T>>();

  /**
   * @param duties rows of norms that set no term
   * @throws RangeError a row given twice, or whose validity ends before it begins
   */
  constructor(
    readonly rules: readonly DatedRule<T>[],
    readonly calendar: Calendar,
    readonly duties: readonly Duty<T>[] = [],
  ) {
    this.#rules = new Rows(rules);
    this.#duties = new Rows(duties);
    for (const { id } of duties) if (this.#rules.has(id)) throw new RangeError(`${id} has a term and has none`);
  }

  /** The row a running clock was started under. */
  rule(id: string, version: number): DatedRule<T> | undefined {
    return this.#rules.get(id, version);
  }

  /** The same rules on another calendar: one with decreed days of a deployment, say. */
  on(calendar: Calendar): RuleBook<T> {
    return new RuleBook(this.rules, calendar, this.duties);
  }

  /** The same rules where the free days of a region count; the book itself where the region has none of its own. */
  in(region: string): RuleBook<T> {
    let book = this.#elsewhere.get(region);
    if (book === undefined) {
      const calendar = inRegion(this.calendar, region);
      book = calendar === this.calendar ? this : this.on(calendar);
      this.#elsewhere.set(region, book);
    }
    return book;
  }

  /**
   * The clock that `trigger` starts at `at`: of the rules in force on that local day whose condition holds, the one
   * that falls due first. Name `stop` to ask about one step only; without it all steps of the trigger compete.
   *
   * @returns undefined when no rule applies: there is no deadline, which is not the same as being on time
   */
  select(trigger: string, at: Instant, facts: Facts, stop?: string): Deadline<T> | undefined {
    return this.#first(trigger, at, facts, stop);
  }

  /** Every clock that `trigger` starts at `at`: for each stop, the one that falls due first. */
  started(trigger: string, at: Instant, facts: Facts): readonly Deadline<T>[] {
    const byStop = new Map<string, Deadline<T>>();
    for (const deadline of this.#inForce(trigger, at, facts)) {
      byStop.set(deadline.rule.stop, earlier(byStop.get(deadline.rule.stop), deadline));
    }
    return [...byStop.values()];
  }

  /** What `trigger` makes somebody owe at `at` by norms that set no term. Never on time, never late. */
  obligations(trigger: string, at: Instant, facts: Facts): readonly Obligation<T>[] {
    return this.#duties.inForce(trigger, this.#day(at), facts).map((rule) => ({ rule, from: at }));
  }

  /**
   * The deadline for one step over everything that happened so far: two regimes may run from different triggers, and
   * the one that falls due first binds.
   *
   * @param running the row a clock for this step already runs under: it stands in for other versions of itself, and
   * where another row gives the same time, the clock stays with it
   */
  binding(stop: string, happened: Happened, facts: Facts, running?: DatedRule<T>): Deadline<T> | undefined {
    let first: Deadline<T> | undefined;
    const triggers = Object.entries(happened);
    if (running !== undefined)
      triggers.sort(([a], [b]) => Number(b === running.trigger) - Number(a === running.trigger));
    for (const [trigger, at] of triggers) {
      const deadline = at === undefined ? undefined : this.#first(trigger, at, facts, stop, running);
      if (deadline !== undefined) first = earlier(first, deadline);
    }
    return first;
  }

  /**
   * What new facts make of an open clock. The triggers stay where they were, and so does the version of its row; which
   * row applies is asked anew. Where the clock moves, what it was is kept in `before`; where no row applies to the new
   * facts it stays as it is, because nothing that was promised may vanish.
   *
   * @param happened everything that may have started a clock for this step; left out: its own trigger only
   */
  recomputed(
    clock: Deadline<T> & { readonly before?: readonly Deadline<T>[] },
    facts: Facts,
    happened: Happened = { [clock.rule.trigger]: clock.from },
  ): Traced<T> {
    const { rule, from, due, before = [] } = clock;
    const now = this.binding(rule.stop, happened, facts, rule);
    if (now === undefined || (now.rule === rule && now.due === due)) return { rule, from, due, before };
    return { ...now, before: [...before, { rule, from, due }] };
  }

  /**
   * The next period of a clock whose rule repeats. It begins where this one falls due, whenever the step was done, and
   * under the law and the facts of that moment.
   *
   * @returns undefined where the rule does not repeat, or no longer does
   */
  next({ rule, due }: Deadline<T>, facts: Facts): Deadline<T> | undefined {
    const period = rule.repeats === true ? this.select(rule.trigger, due, facts, rule.stop) : undefined;
    return period?.rule.repeats === true ? period : undefined;
  }

  #first(trigger: string, at: Instant, facts: Facts, stop?: string, running?: DatedRule<T>): Deadline<T> | undefined {
    return this.#inForce(trigger, at, facts, running)
      .filter(({ rule }) => stop === undefined || rule.stop === stop)
      .reduce<Deadline<T> | undefined>(earlier, undefined);
  }

  #inForce(trigger: string, at: Instant, facts: Facts, running?: DatedRule<T>): Deadline<T>[] {
    return this.#rules
      .inForce(trigger, this.#day(at), facts, running)
      .map((rule) => ({ rule, from: at, due: dueAt(at, rule.term, this.calendar) }));
  }

  #day(at: Instant): LocalDate {
    return zoned(at, this.calendar.zone).date;
  }
}

/** Rows by their trigger; new clocks start under the highest version of each. */
class Rows<R extends Duty> {
  readonly #versions = new Map<string, Map<number, R>>();
  readonly #byTrigger = new Map<string, R[]>();

  constructor(rows: readonly R[]) {
    for (const row of rows) {
      const { id, version, validFrom, validTo } = row;
      const versions = this.#versions.get(id) ?? new Map<number, R>();
      if (versions.has(version)) throw new RangeError(`rule ${id} given twice`);
      if (validTo !== undefined && validTo < validFrom) throw new RangeError(`${id} is never valid`);
      this.#versions.set(id, versions.set(version, row));
    }
    for (const versions of this.#versions.values()) {
      const latest = versions.get(Math.max(...versions.keys()));
      if (latest === undefined) continue;
      const rowsOf = this.#byTrigger.get(latest.trigger);
      if (rowsOf === undefined) this.#byTrigger.set(latest.trigger, [latest]);
      else rowsOf.push(latest);
    }
  }

  has(id: string): boolean {
    return this.#versions.has(id);
  }

  get(id: string, version: number): R | undefined {
    return this.#versions.get(id)?.get(version);
  }

  /** @param running stands in for other versions of itself, and comes first */
  inForce(trigger: string, day: LocalDate, facts: Facts, running?: R): R[] {
    const current = this.#byTrigger.get(trigger) ?? [];
    const rows = running === undefined ? current : [running, ...current.filter(({ id }) => id !== running.id)];
    return rows
      .filter((row) => row.trigger === trigger && row.validFrom <= day && day <= (row.validTo ?? day))
      .filter((row) => holds(row.condition, facts));
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
