import { jurisdiction } from '../../protocol/index.js';

/** A clock as far as it is judged. */
export interface Judged {
  readonly due: string;
  readonly metAt?: string;
  readonly droppedAt?: string;
}

export const states = ['in-time', 'late', 'overdue', 'pending', 'dropped'] as const;
export type State = (typeof states)[number];

/** Those that say whether the deadline was kept. */
export const decided = ['in-time', 'late', 'overdue'] as const satisfies readonly State[];

/**
 * Where a clock stands at the cut-off. Done at the very due instant is in time. What became pointless before it was due
 * was neither kept nor broken; what became pointless after that had been broken already.
 */
export function stateOf({ due, metAt, droppedAt }: Judged, cutoff: string): State {
  if (metAt !== undefined) return metAt <= due ? 'in-time' : 'late';
  if (droppedAt !== undefined) return droppedAt <= due ? 'dropped' : 'overdue';
  return due < cutoff ? 'overdue' : 'pending';
}

/** The step that meets a rule's clocks: what they are known by, whatever the country calls its rules. */
export const stopOf = (country: string, rule: string, version: number): string | undefined =>
  jurisdiction(country).rules.rule(rule, version)?.stop;
