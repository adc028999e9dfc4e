import type { Position } from '#event-log';
import type { Hash, TreeNode } from './tree.js';

/** A leaf as it is kept: its text, and which event it was made from. */
export interface StoredLeaf {
  /** From 0. */
  readonly index: number;
  readonly position: Position;
  readonly eventId: string;
  /** What was hashed, byte for byte. */
  readonly text: string;
}

/** Where the event of a leaf is in the log the record was moved to. */
export type MovedLeaf = Pick<StoredLeaf, 'index' | 'position'>;

/** A checkpoint that was signed, with every cosignature it got since. */
export interface StoredCheckpoint {
  readonly size: number;
  /** Milliseconds since 1970, by this machine. */
  readonly signedAt: number;
  /** The signed note. */
  readonly note: string;
  /** Somebody beside the log signed it. */
  readonly cosigned: boolean;
}

/**
 * Where a tree and its checkpoints are kept. One process at a time writes. Every write is whole or not there, and on
 * disk when the call returns.
 */
export interface LedgerStore {
  /** How many leaves there are. */
  readonly size: number;
  /** Appends leaves, the first at index `size`, with the subtrees they complete. */
  append(leaves: readonly StoredLeaf[], nodes: readonly TreeNode[]): void;
  /** Gives leaves that are there other positions. */
  move(leaves: readonly MovedLeaf[]): void;
  leaf(index: number): StoredLeaf | undefined;
  /** Leaves in order, `until` not included. */
  leaves(from: number, until: number): Iterable<StoredLeaf>;
  /** Where the leaf of an event is; of the first one, where two streams have an event of that id. */
  indexOf(eventId: string): number | undefined;
  /** @throws Error no such subtree was ever complete */
  node(level: number, index: number): Hash;
  /** Adds a checkpoint, or takes the place of that of the same size. */
  saveCheckpoint(checkpoint: StoredCheckpoint): void;
  /** @param cosigned only of those that somebody else signed too */
  latestCheckpoint(cosigned?: boolean): StoredCheckpoint | undefined;
  /** The smallest of at least this size. */
  checkpointFrom(size: number): StoredCheckpoint | undefined;
  /** All, from the smallest. */
  checkpoints(): Iterable<StoredCheckpoint>;
  /** A note to oneself, which outlives the process. */
  remembered(name: string): string | undefined;
  remember(name: string, value: string): void;
  close(): void;
}
