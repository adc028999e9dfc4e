import type { Metadata } from '#event-log';
import type { ReadEvents } from '../../reads.js';
import type { Difference } from '../domain/replay.js';

/** A history up to a moment, and how the thing stood then. */
export interface AuditedHistory {
  readonly kind: string;
  readonly id: string;
  /** By what was known, by what had happened, or up to a position: they are not the same past. */
  readonly mode: 'now' | 'position' | 'known' | 'happened' | 'both';
  /** Events in the record today. */
  readonly recorded: number;
  /** Events within the moment asked for. */
  readonly shown: number;
  /** As the views would have shown it; null before it began. */
  readonly state: object | null;
  /** As they were recorded, but for who recorded them: a name that means nobody. Personal sections are sealed. */
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

/** Somebody opened a sealed section, was shown it in a list, or was refused: `type` says which. */
export type ReadAnswer = Partial<Omit<ReadEvents['SectionOpened'], 'stream' | 'purpose'>> &
  Pick<ReadEvents['Refused'], 'stream' | 'purpose'> & {
    readonly type: string;
    readonly actor: string;
    readonly at: string;
    /** Of a list: which, and how many lines it had. */
    readonly what?: string;
    readonly lines?: number;
  };
