import type { Standing } from '../ledger/standing.js';

/** How far both logs are proved. */
export interface StandingAnswer {
  readonly events: Standing;
  readonly reads: Standing;
}

/** That an event is in the record. */
export interface ProofAnswer {
  readonly eventId: string;
  /** Its place, from 0. */
  readonly index: number;
  /** What was hashed: header fields, and the digest of the sealed bytes. */
  readonly leaf: string;
  /** Base64, from the leaf upwards. */
  readonly inclusion: readonly string[];
  /** The signed note the proof leads to. */
  readonly checkpoint: string;
  /** All of it as one file (C2SP tlog-proof). */
  readonly file: string;
}

/** That the record of one size is the beginning of that of another. */
export interface ConsistencyAnswer {
  readonly from: { readonly size: number; readonly root: string };
  readonly to: { readonly size: number; readonly root: string };
  readonly proof: readonly string[];
}
