import type { SealedSection } from '#decider';
import type { Grant, MintGrant } from './grant.js';

/** Whose data, and which of their keys: erasing goes by person, or by person and category. */
export interface KeyOwner {
  readonly subject: string;
  readonly category: string;
}

/** Everything a sealed section is bound to. Length-prefixed into the AAD, in this order. */
export interface Binding {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly schema: number;
  readonly section: string;
}

/** Turns the bytes of a key into what only somebody else can read, or back. */
export type Reseal = (bytes: Uint8Array) => Promise<Uint8Array>;

/**
 * Keeps the data keys of persons apart from the log, so that erasing a key erases what it sealed.
 *
 * A key is durable on two paths before `seal` answers. An erased person never gets a new key.
 */
export interface Vault {
  /**
   * Seals JSON values; makes the keys that are missing, durably, first.
   * @throws Erased when the person (or this category) was erased
   * @throws KeysAway
   * @throws KmsUnavailable a key was needed that is not in memory
   */
  seal(
    sections: readonly { readonly owner: KeyOwner; readonly value: unknown; readonly binding: Binding }[],
  ): Promise<readonly SealedSection[]>;
  /**
   * Opens a section under a grant that this vault's own minter made.
   * @returns the value, or `'erased'` when its key is gone for ever
   * @throws NotGranted the grant does not cover the category or the stream, or nobody with the right to has made it
   * @throws Tampered the bytes or their place are not what was sealed
   * @throws KeysAway its key was put away, and is not here
   * @throws KeyMissing no such key was ever here: the vault is older than the log, or the section is of another store
   */
  open(section: SealedSection, binding: Binding, grant: Grant): Promise<{ readonly value: unknown } | 'erased'>;
  /**
   * The first half of `erase`: from now on nothing of the person, or of the category, opens and nothing is sealed. The
   * keys are still there, until `erase` destroys them.
   * @throws ErasureIncomplete
   */
  fence(subject: string, category?: string): Promise<void>;
  /**
   * Destroys the keys of a person, or of one category, and fences them: recorded as erased, never made again.
   * @returns how many keys this call destroyed; erasing again is harmless and answers 0
   * @throws ErasureIncomplete some copy may still hold a key; the fence stands where it could be written, call again
   */
  erase(subject: string, category?: string): Promise<{ readonly destroyed: number }>;
  /**
   * Puts keys away: what is left of them here only `seal`'s owner can read. From now on nothing of these opens, nothing is
   * sealed and no key is made for them, until they are brought back. Doing it again finishes what was cut off.
   * @returns how many keys of theirs are away now
   * @throws ErasureIncomplete some copy may still hold a key; call again
   */
  putAway(owners: readonly KeyOwner[], seal: Reseal): Promise<{ readonly keys: number }>;
  /**
   * Takes keys back into use that were put away; for whoever was not away, nothing changes.
   * @param open undoes what `seal` did
   * @returns how many keys came back
   * @throws Tampered what was kept of a key is not what was put away; then none came back
   */
  bringBack(owners: readonly KeyOwner[], open: Reseal): Promise<{ readonly keys: number }>;
  isAway(owner: KeyOwner): Promise<boolean>;
  /**
   * The right to make grants for this vault, given out once: to whoever composes the process, for its decision point.
   * @throws NotGranted somebody has it already
   */
  mintGrants(): MintGrant;
  isErased(subject: string, category: string): Promise<boolean>;
  /**
   * How many keys of a person, or of one category, some copy still holds, here or put away, and how many were destroyed.
   * An erasure may be certified when none is live.
   */
  keysOf(subject: string, category?: string): Promise<{ readonly live: number; readonly destroyed: number }>;
  /** HMAC-SHA-256 (base64url) under the deployment's secret; `purpose` separates uses. */
  mac(purpose: string, text: string): Promise<string>;
  /**
   * The same for what is searched by: let through at a steady pace, since whoever could ask for millions would find every
   * short value by trying them all.
   * @throws TooMany
   */
  blind(purpose: string, text: string): Promise<string>;
  /**
   * The same under a person's own key, for digests of bodies that hold their data. Makes the key if missing.
   * @throws Erased
   * @throws KeysAway
   */
  macUnder(owner: KeyOwner, purpose: string, text: string): Promise<string>;
  /**
   * Has every data key wrapped under a new key-encryption key, while the vault is in use, then lets go of the older ones.
   * Cut off, it goes on where it was when it is called again.
   * @returns the version in use, and how many keys were wrapped anew
   */
  rotate(): Promise<{ readonly version: number; readonly rewrapped: number }>;
  status(): Promise<VaultStatus>;
  close(): Promise<void>;
}

/** What a vault holds, in numbers. */
export interface VaultStatus {
  /** Of the key-encryption key. */
  readonly version: number;
  readonly keys: number;
  /** Keys among them that an older version wraps: a rotation was cut off. */
  readonly stale: number;
  readonly destroyed: number;
  /** Neither destroyed nor here: somebody else can bring them back. */
  readonly away: number;
  readonly fences: number;
}

export class Erased extends Error {
  constructor(readonly category: string) {
    super('this data was erased');
    this.name = 'Erased';
  }
}

/** The key was put away: for whoever is here it is as if the data were erased, until somebody brings it back. */
export class KeysAway extends Erased {
  constructor(category: string) {
    super(category);
    this.message = 'the key of this data was put away';
    this.name = 'KeysAway';
  }
}

export class NotGranted extends Error {
  constructor(readonly category: string) {
    super(`no grant for category ${category}`);
    this.name = 'NotGranted';
  }
}

export class Tampered extends Error {
  constructor() {
    super('the sealed bytes, or their place, are not what was sealed');
    this.name = 'Tampered';
  }
}

/** No key of this id was ever in this vault. */
export class KeyMissing extends Error {
  constructor(readonly dekId: string) {
    super(`the vault has never held the key ${dekId}`);
    this.name = 'KeyMissing';
  }
}

/** An erasure, or a putting away, that did not reach every copy. Nothing may be certified; calling again goes on with it. */
export class ErasureIncomplete extends Error {
  constructor(
    readonly copy: string,
    options?: ErrorOptions,
  ) {
    super(`the erasure is not complete: ${copy}`, options);
    this.name = 'ErasureIncomplete';
  }
}

/** The vault cannot be opened, or cannot make keys durable. Nothing was sealed. */
export class VaultUnusable extends Error {
  constructor(
    readonly reason:
      | 'kek-missing'
      | 'kek-wrong'
      | 'kek-exposed'
      | 'kek-unreadable'
      | 'other-deployment'
      | 'copies-disagree'
      | 'same-path'
      | 'not-durable',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'VaultUnusable';
  }
}
