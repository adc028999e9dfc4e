import {
  type Clock,
  type EventLog,
  type Feed,
  handle,
  type Handled,
  type Request,
  type Sealer,
  type StateCache,
} from '#event-log';
import { Refusal } from '#decider';
import type { Ledgers } from './audit/ledger/ledgers.js';
import { deciders } from './capabilities.js';
import type { Views } from '#projection';
import type { Fact } from '#publishing';
import type { MintGrant, Vault } from '#vault';

/** What a mode gives the product to run on. Capabilities see this and never an adapter. */
export interface Platform {
  readonly log: EventLog;
  /** The second log: who saw which personal data. Nothing but audit reads it. */
  readonly reads: EventLog;
  /** Made from the log, or read from a broker. */
  readonly facts: Feed<Fact>;
  readonly views: Views;
  /** Where policies remember how far they came; not thrown away with the views. */
  readonly checkpoints: Views;
  /**
   * Digests that persons are found by, which must go when they are erased: in every mode a file of this process alone, of
   * which no backup and no database server keeps a copy.
   */
  readonly index: Views;
  readonly vault: Vault;
  /** Proves that neither log was altered. Absent where a process is not told where it is. */
  readonly ledger?: Ledgers;
  /** The one right to make grants for the vault: whoever decides who may read what uses it, and nobody else. */
  readonly mintGrant: MintGrant;
  readonly sealer: Sealer;
  readonly cache: StateCache;
  readonly clock: Clock;
  /** The store holds demonstration data and runs, or ran, on a simulated clock. */
  readonly demo: boolean;
  /** Has the store hold demonstration data from now on, durably, before any of it is written. */
  markDemo(): Promise<void>;
  readonly software: string;
  close(): Promise<void>;
}

/** The injection token of the platform. */
export const PLATFORM = Symbol('platform');

const byCategory = new Map(deciders.map((decider) => [decider.category, decider]));

/**
 * Sends a command to the decider of its category, the way every command goes.
 * @throws Refusal and whatever `handle` throws
 */
export function send(platform: Platform, category: string, request: Request<unknown>): Promise<Handled> {
  const decider = byCategory.get(category);
  if (decider === undefined) throw new Refusal('command/unknown-category', 'nobody handles this', 'unknown');
  return handle(platform, decider, request);
}
