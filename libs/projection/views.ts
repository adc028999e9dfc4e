import type { Position } from '#event-log';
import type { Projection, Term } from './projection.js';

/** A document and where the lists find it; `undefined` = deleted. */
export type Changes<D = unknown> = ReadonlyMap<
  string,
  { readonly document: D; readonly terms: readonly Term[] } | undefined
>;

export interface ListRange {
  /** Only sort texts greater (or, descending, smaller) than this cursor. */
  readonly after?: string;
  readonly limit: number;
  readonly descending?: boolean;
}

export interface Listed<D> {
  readonly key: string;
  readonly document: D;
  /** Pass as `after` to go on behind this one. */
  readonly cursor: string;
}

/** One write of the runner: the changed documents and the checkpoint together, or nothing. */
export interface ViewWrite {
  readonly projection: Projection<unknown>;
  /** The checkpoint the changes were computed from. */
  readonly from: Position | undefined;
  readonly upTo: Position;
  readonly changes: Changes;
}

/** Where documents and checkpoints are kept. Stored under `name@version`. */
export interface Views {
  checkpoint(projection: Projection<unknown>): Promise<Position | undefined>;
  /** The documents that exist among `keys`. */
  load<D>(projection: Projection<D>, keys: readonly string[]): Promise<Map<string, D>>;
  /**
   * Compare-and-set: writes when the checkpoint still is `from`.
   * @returns false when another runner was first; nothing was written
   */
  write(write: ViewWrite): Promise<boolean>;
  get<D>(projection: Projection<D>, key: string): Promise<D | undefined>;
  /** The documents of one list, in the order of their sort text (ties by key), in pages. */
  list<D>(projection: Projection<D>, list: string, range: ListRange): Promise<readonly Listed<D>[]>;
  /** How many documents stand in a list. */
  count(projection: Projection<unknown>, list: string): Promise<number>;
  /** Every document by key, streamed: for comparing, and for reports over everything. */
  all<D>(projection: Projection<D>): AsyncIterable<readonly [key: string, document: D]>;
  /** Replaces everything of a projection at once: readers see the old or the new, never a mixture. */
  replace<D>(
    projection: Projection<D>,
    documents: AsyncIterable<readonly [key: string, document: D]> | Iterable<readonly [key: string, document: D]>,
    upTo: Position | undefined,
  ): Promise<void>;
  /** Forgets documents and checkpoint. */
  drop(projection: Projection<unknown>): Promise<void>;
  /**
   * Resolves true once the checkpoint is at or after `position`, false after `timeoutMs`.
   */
  reached(projection: Projection<unknown>, position: Position, timeoutMs: number): Promise<boolean>;
  close(): Promise<void>;
}
