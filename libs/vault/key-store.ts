import type { KeyOwner, VaultStatus } from './port.js';

/** A data key as it is kept: wrapped, or destroyed. A destroyed key stays known by its id, so that it is never "lost". */
export interface StoredKey {
  readonly dekId: string;
  readonly owner: KeyOwner;
  readonly version: number;
  readonly kekVersion: number;
  /** Undefined once destroyed, or while it is away. */
  readonly wrapped: Uint8Array | undefined;
  /** It was put away: it can come back. */
  readonly away?: true;
}

/** A key that is in use. */
export type LiveKey = StoredKey & { readonly wrapped: Uint8Array };

/** What is left here of a key that was put away. */
export interface OfflineCopy {
  readonly dekId: string;
  /** The key as only somebody else can read it. */
  readonly copy: Uint8Array;
  /** A digest of that under the deployment's secret: nobody put another key in its place. */
  readonly mark: string;
}

/** A record that somebody's keys were erased; without a category, all of them, also those never made. */
export interface Fence {
  readonly subject: string;
  readonly category?: string;
}

/** Why somebody has no key. */
export type NoKey = 'erased' | 'away';

/**
 * Where wrapped keys and fences are kept; what an adapter of the vault has to bring. Every call is one step that no
 * other call can come between.
 */
export interface KeyStore {
  find(dekId: string): StoredKey | undefined;
  /** Whether `provide` would have to make a key for this owner. */
  lacks(owner: KeyOwner): boolean;
  /**
   * The key of each owner, in order; missing ones are made and durable on every copy when this returns.
   * Fenced owners get `'erased'`, those whose keys are away `'away'`, and no key.
   * @throws VaultUnusable `not-durable`: some copy did not take the keys
   */
  provide(owners: readonly KeyOwner[], make: (owner: KeyOwner) => LiveKey): readonly (LiveKey | NoKey)[];
  /**
   * Fences in every copy, and destroys nothing yet.
   * @throws ErasureIncomplete
   */
  fence(fence: Fence): void;
  /**
   * Fences, then destroys, in every copy.
   * @returns how many keys were destroyed
   * @throws ErasureIncomplete
   */
  erase(fence: Fence): number;
  isErased(owner: KeyOwner): boolean;
  /** Keys behind this fence, in the copy where most of them are live. */
  keysBehind(fence: Fence): { readonly live: number; readonly destroyed: number };
  isAway(owner: KeyOwner): boolean;
  /**
   * Records in every copy that the keys of these owners are away, before any of them is.
   * @throws ErasureIncomplete
   */
  markAway(owners: readonly KeyOwner[]): void;
  /** The keys of an owner that are here. */
  liveKeys(owner: KeyOwner): readonly LiveKey[];
  /**
   * Keeps what others can read in every copy, and only then overwrites the keys themselves; those destroyed meanwhile stay so.
   * @throws ErasureIncomplete
   */
  takeOffline(copies: readonly OfflineCopy[]): void;
  /** What is left of the keys of an owner that are away. */
  offline(owner: KeyOwner): readonly (OfflineCopy & { readonly key: StoredKey })[];
  /**
   * Records in every copy that the keys of these owners are back, with the keys.
   * @throws ErasureIncomplete
   */
  bringBack(owners: readonly KeyOwner[], keys: readonly LiveKey[]): void;
  /** Some live keys wrapped under a version before `version`, `most` of them; none in any copy: empty. */
  stale(version: number, most: number): readonly LiveKey[];
  /** Puts the new wrapping of keys in the place of the old one, in every copy; keys destroyed meanwhile stay so. */
  rewrap(keys: readonly LiveKey[]): void;
  /** Leaves nothing of what was overwritten in any file. @throws Error a reader is in the way: try again */
  scrub(): void;
  counts(version: number): Omit<VaultStatus, 'version'>;
  close(): void;
}
