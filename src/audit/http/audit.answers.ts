import type { Metadata } from '#event-log';
import type { ReadEvents } from '../../reads.js';
import type { Difference } from '../domain/replay.js';

/** A history up to a moment, and how the thing stood then. */
export interface AuditedHistory {
  readonly kind: string;
  readonly id: string;
  /** Events in the record today. */
  readonly recorded: number;
  /** Events within the moment asked for. */
  readonly shown: number;
  /** As the views would have shown it; null before it began. */
  readonly state: object | null;
  /** As they were recorded; personal sections are sealed. */
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly revision: number;
    readonly position: string;
    readonly metadata: Metadata;
    readonly data: object;
  }[];
}

/** A field that changed, and the event that changed it. */
export interface CausedDifference extends Difference {
  readonly revision: number;
  readonly type: string;
  readonly eventId: string;
}

/** Somebody opened a sealed section. */
export type ReadAnswer = ReadEvents['SectionOpened'] & { readonly actor: string; readonly at: string };
