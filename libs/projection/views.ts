import type { Position } from '#event-log';
import type { Projection, Term } from './projection.js';
import { Unfoldable } from './status.js';

/** A document and where the lists find it; `undefined` = deleted. */
export type Changes<D = unknown> = ReadonlyMap<
  string,
  { readonly document: D; readonly terms: readonly Term[] } | undefined
>;

export interface ListRange {
  /**
   * A cursor: goes on behind that document. Or any text: only sort texts greater (descending: smaller) than it.
   */
  readonly after?: string;
  readonly limit: number;
  readonly descending?: boolean;
}

export interface Listed<D> {
  readonly key: string;
  readonly document: D;
  /** The text it is sorted by in this list. */
  readonly sort: string;
  /** Pass as `after` to go on behind this one. */
  readonly cursor: string;
}

/** Stands between sort text and key in a cursor; neither a sort text nor a list name may hold it. */
const separator = '\u001f';

/** The cursor of a document in a list. */
export const cursorOf = (sort: string, key: string): string => `${sort}${separator}${key}`;

/** What an `after` says: a sort text, and the key behind which to go on when it is a cursor. */
export function readCursor(after: string): { readonly sort: string; readonly key: string | undefined } {
  const at = after.indexOf(separator);
  return at < 0 ? { sort: after, key: undefined } : { sort: after.slice(0, at), key: after.slice(at + 1) };
}

/** UTF-8 bytes of a key, of a list's name and of a sort text, at most: they stand together in an index, which has limits. */
const textBytes = 800;

/** Is too long, holds U+0000, or half of a surrogate pair. */
const isUnfit = (text: string): boolean =>
  text.includes('\0') || !text.isWellFormed() || (text.length * 3 > textBytes && Buffer.byteLength(text) > textBytes);

/**
 * What every store takes: well-formed text of at most 800 bytes without U+0000, and no cursor separator in a term.
 * @throws Error naming what is wrong, without the text itself
 */
export function checkKey(key: string): string {
  if (key.length === 0 || isUnfit(key)) throw new Error('not a document key');
  return key;
}

/** @throws Error as `checkKey` does */
export function checkTerms(terms: readonly Term[]): readonly Term[] {
  for (const [list, sort] of terms) {
    for (const text of [list, sort]) {
      if (text.includes(separator) || isUnfit(text)) throw new Error('not a term');
    }
  }
  return terms;
}

/**
 * A document as stores keep it.
 * @throws Unfoldable it has no JSON form
 */
export function textOf(document: unknown): string {
  try {
    return JSON.stringify(document);
  } catch (error) {
    throw new Unfoldable(error);
  }
}

/** Where the documents of a read must stand: what is folded into them is written from there. */
export interface Expected {
  readonly checkpoint: Position | undefined;
}

/** Another runner was first, or the projection was replaced, rolled back or dropped. */
export class CheckpointMoved extends Error {
  constructor() {
    super('the checkpoint is not where it was');
    this.name = 'CheckpointMoved';
  }
}

/** @throws CheckpointMoved when `checkpoint` is not the one expected, if one is */
export function checkExpected(checkpoint: Position | undefined, expected: Expected | undefined): void {
  if (expected !== undefined && expected.checkpoint !== checkpoint) throw new CheckpointMoved();
}

/** One write of the runner: the changed documents and the checkpoint together, or nothing. */
export interface ViewWrite {
  readonly projection: Projection<unknown>;
  /** The checkpoint the changes were computed from. */
  readonly from: Position | undefined;
  readonly upTo: Position;
  readonly changes: Changes;
}

/**
 * A projection's documents on their way: written beside what readers see, and shown at once. Has one writer. One that is
 * never shown is thrown away with the next replacement.
 */
export interface Draft extends Pick<Views, 'checkpoint' | 'load' | 'write' | 'all'> {
  /** Puts it in the place of everything that readers saw. */
  show(options?: ReplaceOptions): Promise<void>;
}

export interface ReplaceOptions {
  /** Keeps what readers saw for `rollBack`, until the next replacement or `drop`. Default false: it is thrown away. */
  readonly keepOld?: boolean;
}

/** The database of the views could not answer. The outcome of a write is then unknown: its checkpoint tells. */
export class ViewsUnavailable extends Error {
  constructor(
    /** `refused`: it answers, but not to us (credentials, rights, no such database): waiting does not help. */
    readonly reason: 'unreachable' | 'refused',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`the views' database is ${reason === 'refused' ? 'closed to us' : 'unreachable'}: ${detail}`, options);
    this.name = 'ViewsUnavailable';
  }
}

/** Where documents and checkpoints are kept. Stored under `name@version`. */
export interface Views {
  checkpoint(projection: Projection<unknown>): Promise<Position | undefined>;
  /**
   * The documents that exist among `keys`.
   * @throws CheckpointMoved they do not stand at the checkpoint that is expected, if one is given
   */
  load<D>(projection: Projection<D>, keys: readonly string[], expected?: Expected): Promise<Map<string, D>>;
  /**
   * Compare-and-set: writes when the checkpoint still is `from`.
   * @returns false when another runner was first; nothing was written
   */
  write(write: ViewWrite): Promise<boolean>;
  /**
   * Several such writes at once, for the price of one: each goes through or not by its own checkpoint.
   * @returns an answer for each, in order
   * @throws when one of them cannot be stored; nothing was written
   */
  writeAll(writes: readonly ViewWrite[]): Promise<readonly boolean[]>;
  get<D>(projection: Projection<D>, key: string): Promise<D | undefined>;
  /**
   * The documents of one list, in the order of their sort text (ties by key; descending is the exact mirror), in pages.
   * Texts are ordered by code point, whatever the store.
   */
  list<D>(projection: Projection<D>, list: string, range: ListRange): Promise<readonly Listed<D>[]>;
  /** How many documents stand in a list. */
  count(projection: Projection<unknown>, list: string): Promise<number>;
  /**
   * Every document in the order of the keys, streamed: for comparing, and for reports over everything.
   * Shows one moment: what is written after the first step is not in it.
   */
  all<D>(projection: Projection<D>): AsyncIterable<readonly [key: string, document: D]>;
  /** Replaces everything of a projection at once: readers see the old or the new, never a mixture. Each key once. */
  replace<D>(
    projection: Projection<D>,
    documents: AsyncIterable<readonly [key: string, document: D]> | Iterable<readonly [key: string, document: D]>,
    upTo: Position | undefined,
    options?: ReplaceOptions,
  ): Promise<void>;
  /** For a replacement that is too large to be handed over as a whole: an empty draft. */
  draft(projection: Projection<unknown>): Promise<Draft>;
  /**
   * Shows again what the last replacement kept, at the checkpoint it had: runners go on from there. What readers saw
   * until now is thrown away.
   * @returns false when nothing was kept
   */
  rollBack(projection: Projection<unknown>): Promise<boolean>;
  /** Forgets documents and checkpoint, and what was kept. */
  drop(projection: Projection<unknown>): Promise<void>;
  /**
   * Leaves nothing behind of what was deleted. In files no byte of it is left when this resolves; a database server makes
   * the room free to be written over, and what its own logs and copies keep is its keeper's.
   * @throws Error a reader is in the way: try again
   */
  scrub(): Promise<void>;
  /**
   * Resolves true once the checkpoint is at or after `position`, false after `timeoutMs`.
   */
  reached(projection: Projection<unknown>, position: Position, timeoutMs: number): Promise<boolean>;
  close(): Promise<void>;
}
