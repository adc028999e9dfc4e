/**
 * The lines of a bundle, one JSON object each, in this order: manifest, checkpoints from the smallest, entries in log
 * order, end. A file that tells everything an auditor needs, and no more than the log itself tells.
 */
export type BundleLine = ManifestLine | CheckpointLine | EntryLine | EndLine;

export interface ManifestLine {
  readonly kind: 'manifest';
  readonly bundle: 1;
  /** Names the log. */
  readonly origin: string;
  /** `whole`: every event of the log. `streams`: those of some streams, each with a proof of its own. */
  readonly scope: 'whole' | 'streams';
  /** Of scope `streams`: which. */
  readonly streams?: readonly string[];
  readonly madeAt: string;
}

export interface CheckpointLine {
  readonly kind: 'checkpoint';
  /** The signed note. */
  readonly note: string;
  /** From the checkpoint before this one, base64; empty in the first. */
  readonly consistency: readonly string[];
}

/** An event, and the leaf it got. */
export interface EntryLine {
  readonly kind: 'entry';
  /** The text that was hashed; null for events younger than the tree. */
  readonly leaf: string | null;
  /** As the log holds it now; null where the log holds nothing. */
  readonly event: {
    readonly stream: string;
    readonly revision: number;
    readonly id: string;
    readonly type: string;
    readonly header: string;
    /** Null when the bytes were purged; their digest is in the leaf. */
    readonly data: string | null;
  } | null;
  /** Sections whose key was destroyed: their bytes are there, and nobody reads them any more. */
  readonly shredded?: readonly string[];
  /** Of scope `streams`: inclusion in the last checkpoint, base64. */
  readonly proof?: readonly string[];
}

export interface EndLine {
  readonly kind: 'end';
  /** How many entries there were: a file that was cut off does not pass. */
  readonly entries: number;
}
