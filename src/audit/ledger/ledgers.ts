import type { Position } from '#event-log';
import type { LedgerView } from '#ledger';

/** A checkpoint, as a report names it. */
export interface Covering {
  /** Events it covers. */
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

/** Where a report asks for the checkpoint it names. */
export interface Seals {
  /**
   * The first checkpoint that covers a place of the record, made now if there is none yet.
   * @returns undefined: nothing is signed at present, or nobody answers
   */
  covering(position: Position): Promise<Covering | undefined>;
}

/** The trees of both logs, as the product looks at them. */
export interface Ledgers extends Seals {
  readonly events: LedgerView;
  /** Of the second log: who read what. */
  readonly reads: LedgerView;
  /** What follows the logs and signs; nothing, where another process does. */
  readonly runners: Readonly<Record<string, (signal: AbortSignal) => Promise<void>>>;
  close(): void;
}
