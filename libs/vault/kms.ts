import type { KeyObject } from 'node:crypto';
import { fingerprint, macFor, randomKey, unwrapKey, wrapKey } from './envelope.js';
import { Tampered } from './port.js';

/** What a wrapped key is bound to: whose it is, and which version of the key-encryption key wrapped it. */
export type WrappingContext = readonly (string | number)[];

/**
 * Holds the key-encryption keys of a deployment and never gives one out: a file, an appliance, a service.
 *
 * Versions count from 1. Each call but `close` throws KmsUnavailable when it cannot be reached; nothing was done then.
 */
export interface Kms {
  /** The version new data keys are wrapped under. */
  current(): Promise<number>;
  /** Wraps a data key under a version: `wrappedBytes` long. */
  wrap(version: number, context: WrappingContext, key: KeyObject): Promise<Uint8Array>;
  /** @throws Tampered the bytes or their context are not what was wrapped, or that version is gone */
  unwrap(version: number, context: WrappingContext, wrapped: Uint8Array): Promise<KeyObject>;
  /** HMAC-SHA-256 (base64url) under a key derived for this label alone. No rotation changes it. */
  mac(label: string, text: string): Promise<string>;
  /** Makes the next version and has new keys wrapped under it; the older ones still unwrap. */
  rotate(): Promise<number>;
  /** Destroys every version before the current one. */
  retire(): Promise<void>;
}

/** The key-encryption keys cannot be reached now. Nothing was sealed or opened. */
export class KmsUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the key management does not answer', options);
    this.name = 'KmsUnavailable';
  }
}

/** The secrets of a deployment, 32 random bytes each, as a keeper holds them in memory. */
export interface Secrets {
  readonly current: number;
  /** Wrap the data keys, by version. */
  readonly keks: ReadonlyMap<number, KeyObject>;
  /** Fingerprints of the versions that were retired: a store made under one of them is still known as one's own. */
  readonly past: readonly string[];
  /** Under it go the digests that belong to no person. */
  readonly secret: KeyObject;
}

export const newSecrets = (): Secrets => ({
  current: 1,
  keks: new Map([[1, randomKey()]]),
  past: [],
  secret: randomKey(),
});

/** What every keeper that has the secrets in this process does alike. */
export abstract class LocalKms implements Kms {
  /** @throws KmsUnavailable */
  protected abstract get secrets(): Secrets;
  /** Makes other secrets the ones in use, durably where there is a place for it. */
  protected abstract keep(secrets: Secrets): void;

  async current(): Promise<number> {
    return this.secrets.current;
  }

  async wrap(version: number, context: WrappingContext, key: KeyObject): Promise<Uint8Array> {
    return wrapKey(this.#kek(version), context, key);
  }

  async unwrap(version: number, context: WrappingContext, wrapped: Uint8Array): Promise<KeyObject> {
    return unwrapKey(this.#kek(version), context, wrapped);
  }

  async mac(label: string, text: string): Promise<string> {
    return macFor(this.secrets.secret, label, text);
  }

  async rotate(): Promise<number> {
    const { current, keks, ...others } = this.secrets;
    const next = current + 1;
    this.keep({ ...others, current: next, keks: new Map([...keks, [next, randomKey()]]) });
    return next;
  }

  async retire(): Promise<void> {
    const { current, keks, past, secret } = this.secrets;
    const retired = [...keks].flatMap(([version, kek]) => (version === current ? [] : [fingerprint(kek)]));
    if (retired.length === 0) return;
    this.keep({ current, keks: new Map([[current, this.#kek(current)]]), past: [...past, ...retired], secret });
  }

  #kek(version: number): KeyObject {
    const kek = this.secrets.keks.get(version);
    if (kek === undefined) throw new Tampered();
    return kek;
  }
}
