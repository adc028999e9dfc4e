import { deriveId } from '#decider';
import type { Facts } from '#terms';
import type { Milestone } from './jurisdiction.js';
import { deadlines } from './use.js';

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

export interface Rung {
  /** 1, 2, 3 … */
  readonly rung: number;
  readonly role: string;
  readonly at: string;
}

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
}

/** The clocks that what happened starts, one for each step it waits for; none is not an error: "no deadline". */
export function startClocks(starting: Starting): readonly Clock[] {
  const { country, happened, at, facts, institution, commandId, imported } = starting;
  return deadlines(country, happened, at, facts).map(({ rule, from, due }) => ({
    clock: deriveId(commandId, rule.id),
    rule: rule.id,
    version: rule.version,
    waitsFor: rule.stop,
    institution,
    from,
    due,
    rungs: imported ? [] : rungsOf(from, due),
  }));
}

function rungsOf(from: string, due: string): readonly Rung[] {
  const start = Date.parse(from);
  const span = Date.parse(due) - start;
  return [
    ['OWNER', 0.5],
    ['SUPERVISOR', 1],
    ['COORDINATOR', 1.5],
  ].map(([role, fraction], index) => ({
    rung: index + 1,
    role: String(role),
    at: new Date(start + span * Number(fraction)).toISOString(),
  }));
}
