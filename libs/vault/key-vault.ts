import { type KeyObject, randomUUID } from 'node:crypto';
import type { SealedSection } from '#decider';
import { type DataKey, macFor, openValue, randomKey, sealValue, unwrapKey, wrapKey } from './envelope.js';
import { type Grant, GrantBook, type MintGrant } from './grant.js';
import { KeyCache } from './key-cache.js';
import type { KeyStore, LiveKey, StoredKey } from './key-store.js';
import { type Binding, Erased, KeyMissing, type KeyOwner, type Vault } from './port.js';

/** The two secrets of a deployment, 32 random bytes each. They live outside the key store. */
export interface Secrets {
  /** Wraps the data keys. */
  readonly kek: KeyObject;
  readonly kekVersion: number;
  /** Under it go the digests that belong to no person. */
  readonly secret: KeyObject;
}

interface Waiting {
  readonly owners: readonly KeyOwner[];
  use(keys: readonly (DataKey | 'erased')[]): void;
  reject(reason: unknown): void;
}

/** The vault over any key store: what is the same in every adapter. */
export class KeyVault implements Vault {
  readonly #cache: KeyCache;
  readonly #grants = new GrantBook();
  #waiting: Waiting[] = [];

  constructor(
    private readonly store: KeyStore,
    private readonly secrets: Secrets,
    private readonly deployment: string,
    cachedKeys = 10_000,
  ) {
    this.#cache = new KeyCache(cachedKeys);
  }

  async seal(
    sections: readonly { readonly owner: KeyOwner; readonly value: unknown; readonly binding: Binding }[],
  ): Promise<readonly SealedSection[]> {
    return this.#withKeys(
      sections.map(({ owner }) => owner),
      (keys) => sections.map(({ value, binding }, at) => sealValue(keyAt(keys, at), this.deployment, binding, value)),
    );
  }

  async open(section: SealedSection, binding: Binding, grant: Grant): Promise<{ readonly value: unknown } | 'erased'> {
    const stored = this.store.find(section.dekId);
    if (stored === undefined) throw new KeyMissing(section.dekId);
    const { owner } = stored;
    this.#grants.assertCovers(grant, owner.category, binding.stream);
    if (stored.wrapped === undefined || this.store.isErased(owner)) return 'erased';
    const key = this.#cache.byId(section.dekId) ?? this.#unwrap(stored as LiveKey);
    return { value: openValue(key, this.deployment, binding, section) };
  }

  async erase(subject: string, category?: string): Promise<{ readonly destroyed: number }> {
    try {
      return { destroyed: this.store.erase(category === undefined ? { subject } : { subject, category }) };
    } finally {
      this.#cache.drop(subject, category);
    }
  }

  mintGrants(): MintGrant {
    return this.#grants.minter();
  }

  async isErased(subject: string, category: string): Promise<boolean> {
    return this.store.isErased({ subject, category });
  }

  async mac(purpose: string, text: string): Promise<string> {
    return macFor(this.secrets.secret, purpose, text);
  }

  async macUnder(owner: KeyOwner, purpose: string, text: string): Promise<string> {
    return this.#withKeys([owner], (keys) => macFor(keyAt(keys, 0).key, purpose, text));
  }

  async close(): Promise<void> {
    this.#cache.clear();
    this.store.close();
  }

  /**
   * Hands keys to `use` in the same turn in which they were looked up, so that no erasure can come between.
   *
   * Callers of one turn share one transaction: a bulk load makes its keys by the hundred, not one by one.
   * @throws Erased when one of the owners is
   */
  #withKeys<T>(owners: readonly KeyOwner[], use: (keys: readonly DataKey[]) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const useLive = (keys: readonly (DataKey | 'erased')[]): void => resolve(use(refuseErased(owners, keys)));
      const cached = owners.flatMap((owner) => this.#cache.current(owner) ?? []);
      if (cached.length === owners.length) return useLive(cached);
      this.#waiting.push({ owners, use: useLive, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#provideAll());
    });
  }

  #provideAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const owners = waiting.flatMap((one) => one.owners);
      const stored = this.store.provide(owners, (owner) => this.#make(owner));
      let next = 0;
      for (const one of waiting) {
        const own = stored.slice(next, (next += one.owners.length));
        try {
          one.use(own.map((key) => (key === 'erased' ? key : this.#unwrap(key, true))));
        } catch (error) {
          one.reject(error);
        }
      }
    } catch (error) {
      for (const one of waiting) one.reject(error);
    }
  }

  #make(owner: KeyOwner): LiveKey {
    const named = { dekId: randomUUID(), owner, version: 1, kekVersion: this.secrets.kekVersion };
    return { ...named, wrapped: wrapKey(this.secrets.kek, wrappingContext(named), randomKey()) };
  }

  #unwrap(stored: LiveKey, current = false): DataKey {
    const key = this.#cache.byId(stored.dekId) ?? {
      dekId: stored.dekId,
      version: stored.version,
      key: unwrapKey(this.secrets.kek, wrappingContext(stored), stored.wrapped),
    };
    this.#cache.add(stored.owner, key, current);
    return key;
  }
}

function refuseErased(owners: readonly KeyOwner[], keys: readonly (DataKey | 'erased')[]): readonly DataKey[] {
  return keys.map((key, at) => {
    if (key === 'erased') throw new Erased(owners[at]?.category ?? '');
    return key;
  });
}

function keyAt(keys: readonly DataKey[], at: number): DataKey {
  const key = keys[at];
  if (key === undefined) throw new Error(`no key for section ${at}`);
  return key;
}

/** A wrapped key cannot be given to another person, category or version. */
function wrappingContext(key: Omit<StoredKey, 'wrapped'>): readonly (string | number)[] {
  return ['dek', key.dekId, key.owner.subject, key.owner.category, key.version, key.kekVersion];
}
