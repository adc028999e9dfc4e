import { deriveId } from '#decider';
import type { Facts, LadderRung } from '#terms';
import type { Milestone } from './milestones.js';
import { deadlines, ladderOf } from './use.js';

/**
 * A clock as an event keeps it: complete in itself, with the version of its rule and the rungs of its ladder, so that no
 * later change of rule, ladder or calendar moves it.
 */
export interface Clock {
  readonly clock: string;
  readonly rule: string;
  readonly version: number;
  /** The step that meets it: a milestone. */
  readonly waitsFor: string;
  /** Whose turn it is. */
  readonly institution: string;
  /** When what started it happened. */
  readonly from: string;
  readonly due: string;
  /** Whom it calls when nothing happens, in order; none for imported history. */
  readonly rungs: readonly Rung[];
}

/** One call of a clock: 1, 2, 3 … */
export type Rung = LadderRung;

/** What a clock that starts now is about. */
export interface Starting {
  readonly country: string;
  readonly happened: Milestone;
  /** When it happened. */
  readonly at: string;
  /** What the rules ask about: risk, urgency. */
  readonly facts: Facts;
  /** Whose turn it is now. */
  readonly institution: string;
  /** What the ids of the clocks are made from. */
  readonly commandId: string;
  /** History brought in from elsewhere calls nobody. */
  readonly imported: boolean;
  /** Where business days are counted; left out: by the national calendar only. */
  readonly district?: string;
}

/** The clocks that what happened starts, one for each step it waits for; none is not an error: "no deadline". */
export function startClocks(starting: Starting): readonly Clock[] {
  const { country, happened, at, facts, institution, commandId, imported, district } = starting;
  return deadlines(country, happened, at, facts, district).map((deadline) => ({
    clock: deriveId(commandId, deadline.rule.id),
    rule: deadline.rule.id,
    version: deadline.rule.version,
    waitsFor: deadline.rule.stop,
    institution,
    from: deadline.from,
    due: deadline.due,
    rungs: imported ? [] : ladderOf(country, deadline),
  }));
}
