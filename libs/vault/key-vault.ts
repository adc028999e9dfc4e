import { randomUUID } from 'node:crypto';
import type { SealedSection } from '#decider';
import { type DataKey, macFor, openValue, randomKey, sealValue } from './envelope.js';
import { type Grant, GrantBook, type MintGrant } from './grant.js';
import { KeyCache } from './key-cache.js';
import type { Fence, KeyStore, LiveKey, NoKey, OfflineCopy, StoredKey } from './key-store.js';
import type { Kms, WrappingContext } from './kms.js';
import { copyOf, keyIn } from './offline.js';
import { Pace, type PaceOptions } from './pace.js';
import {
  type Binding,
  Erased,
  KeyMissing,
  type KeyOwner,
  KeysAway,
  type Reseal,
  type Vault,
  type VaultStatus,
} from './port.js';

interface Waiting {
  readonly owners: readonly KeyOwner[];
  use(keys: readonly (DataKey | NoKey)[]): void;
  reject(reason: unknown): void;
}

export interface VaultOptions {
  /** Data keys kept unwrapped in memory; 10 000 unless told. */
  readonly cachedKeys?: number;
  /** How fast digests for searching are given out; 500 a second, 2 000 at once, unless told. */
  readonly searching?: PaceOptions;
}

/** A document number of eight digits takes more than two days to find by trying. */
const usualPace: PaceOptions = { perSecond: 500, burst: 2_000 };

/** How many keys are wrapped anew before others get their turn. */
const batch = 200;

/** The vault over any key store: what is the same in every adapter. */
export class KeyVault implements Vault {
  readonly #cache: KeyCache;
  readonly #grants = new GrantBook();
  readonly #searching: Pace;
  #waiting: Waiting[] = [];

  constructor(
    private readonly store: KeyStore,
    private readonly kms: Kms,
    private readonly deployment: string,
    { cachedKeys = 10_000, searching = usualPace }: VaultOptions = {},
  ) {
    this.#cache = new KeyCache(cachedKeys);
    this.#searching = new Pace(searching);
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
    this.#assertHere(owner);
    if (stored.wrapped === undefined || this.store.isErased(owner)) return 'erased';
    const key = this.#cache.byId(section.dekId) ?? (await this.#unwrap(stored as LiveKey));
    // Put away, or erased, while the key was on its way.
    this.#assertHere(owner);
    if (key === undefined || this.store.isErased(owner)) return 'erased';
    return { value: openValue(key, this.deployment, binding, section) };
  }

  async fence(subject: string, category?: string): Promise<void> {
    try {
      this.store.fence(fenceOf(subject, category));
    } finally {
      this.#cache.drop(subject, category);
    }
  }

  async erase(subject: string, category?: string): Promise<{ readonly destroyed: number }> {
    try {
      return { destroyed: this.store.erase(fenceOf(subject, category)) };
    } finally {
      this.#cache.drop(subject, category);
    }
  }

  async keysOf(subject: string, category?: string): Promise<{ readonly live: number; readonly destroyed: number }> {
    return this.store.keysBehind(fenceOf(subject, category));
  }

  async putAway(owners: readonly KeyOwner[], seal: Reseal): Promise<{ readonly keys: number }> {
    try {
      this.store.markAway(owners);
    } finally {
      for (const { subject, category } of owners) this.#cache.drop(subject, category);
    }
    const copies: OfflineCopy[] = [];
    for (const key of owners.flatMap((owner) => this.store.liveKeys(owner))) {
      copies.push(await copyOf(this.kms, this.deployment, key, await this.#unwrapped(key), seal));
    }
    this.store.takeOffline(copies);
    return { keys: owners.reduce((sum, owner) => sum + this.store.offline(owner).length, 0) };
  }

  async bringBack(owners: readonly KeyOwner[], open: Reseal): Promise<{ readonly keys: number }> {
    const away = owners.filter((owner) => this.store.isAway(owner));
    const kekVersion = await this.kms.current();
    const keys: LiveKey[] = [];
    for (const offline of away.flatMap((owner) => this.store.offline(owner))) {
      const moved = { ...offline.key, kekVersion };
      const key = await keyIn(this.kms, this.deployment, offline, open);
      keys.push({ ...moved, wrapped: await this.kms.wrap(kekVersion, wrappingContext(moved), key) });
    }
    this.store.bringBack(away, keys);
    return { keys: keys.length };
  }

  async isAway(owner: KeyOwner): Promise<boolean> {
    return this.store.isAway(owner);
  }

  mintGrants(): MintGrant {
    return this.#grants.minter();
  }

  async isErased(subject: string, category: string): Promise<boolean> {
    return this.store.isErased({ subject, category });
  }

  mac(purpose: string, text: string): Promise<string> {
    return this.kms.mac(purpose, text);
  }

  async blind(purpose: string, text: string): Promise<string> {
    await this.#searching.turn();
    return this.kms.mac(purpose, text);
  }

  async macUnder(owner: KeyOwner, purpose: string, text: string): Promise<string> {
    return this.#withKeys([owner], (keys) => macFor(keyAt(keys, 0).key, purpose, text));
  }

  async rotate(): Promise<{ readonly version: number; readonly rewrapped: number }> {
    const before = await this.kms.current();
    // A rotation that was cut off is finished rather than begun anew.
    const version = this.store.counts(before).stale > 0 ? before : await this.kms.rotate();
    let rewrapped = 0;
    for (;;) {
      const stale = this.store.stale(version, batch);
      if (stale.length === 0) break;
      this.store.rewrap(await Promise.all(stale.map((key) => this.#rewrapped(key, version))));
      rewrapped += stale.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.store.scrub();
    await this.kms.retire();
    return { version, rewrapped };
  }

  async status(): Promise<VaultStatus> {
    const version = await this.kms.current();
    return { version, ...this.store.counts(version) };
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
      const useLive = (keys: readonly (DataKey | NoKey)[]): void => resolve(use(refuseWithout(owners, keys)));
      const cached = owners.flatMap((owner) => this.#cache.current(owner) ?? []);
      if (cached.length === owners.length) return useLive(cached);
      this.#waiting.push({ owners, use: useLive, reject });
      if (this.#waiting.length === 1) setImmediate(() => void this.#provideAll());
    });
  }

  async #provideAll(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const owners = waiting.flatMap((one) => one.owners);
      const made = await this.#make(owners);
      const stored = this.store.provide(owners, (owner) => keyFor(owner, made));
      const unwrapped = await Promise.all(
        stored.map(async (key) => (typeof key === 'string' ? key : this.#unwrap(key, true))),
      );
      let next = 0;
      for (const one of waiting) {
        const own = unwrapped.slice(next, (next += one.owners.length));
        try {
          // Asked again in the turn of its use: an erasure may have come while a key was unwrapped.
          one.use(one.owners.map((owner, at) => this.#without(owner) ?? own[at] ?? 'erased'));
        } catch (error) {
          one.reject(error);
        }
      }
    } catch (error) {
      for (const one of waiting) one.reject(error);
    }
  }

  /** New keys for those who have none, wrapped before the store is asked to take them. */
  async #make(owners: readonly KeyOwner[]): Promise<ReadonlyMap<string, LiveKey>> {
    const lacking = new Map(owners.filter((owner) => this.store.lacks(owner)).map((owner) => [nameOf(owner), owner]));
    if (lacking.size === 0) return new Map();
    const kekVersion = await this.kms.current();
    const made = [...lacking].map(async ([name, owner]) => {
      const named = { dekId: randomUUID(), owner, version: 1, kekVersion };
      const wrapped = await this.kms.wrap(kekVersion, wrappingContext(named), randomKey());
      return [name, { ...named, wrapped }] as const;
    });
    return new Map(await Promise.all(made));
  }

  /** Undefined when it was destroyed, or wrapped anew and destroyed, while it was on its way. */
  async #unwrap(stored: LiveKey, current = false): Promise<DataKey | undefined> {
    const known = this.#cache.byId(stored.dekId);
    if (known !== undefined) {
      this.#cache.add(stored.owner, known, current);
      return known;
    }
    const { dekId, version, owner } = stored;
    const key = { dekId, version, key: await this.#unwrapped(stored) };
    if (this.#without(owner) !== undefined) return undefined;
    this.#cache.add(owner, key, current);
    return key;
  }

  /** A rotation may retire the version a key was read under: then its row says another by now. */
  async #unwrapped(stored: LiveKey): Promise<DataKey['key']> {
    try {
      return await this.kms.unwrap(stored.kekVersion, wrappingContext(stored), stored.wrapped);
    } catch (error) {
      const now = this.store.find(stored.dekId);
      if (now?.wrapped === undefined || now.kekVersion === stored.kekVersion) throw error;
      return this.kms.unwrap(now.kekVersion, wrappingContext(now), now.wrapped);
    }
  }

  /** @throws KeysAway */
  #assertHere(owner: KeyOwner): void {
    if (this.#without(owner) === 'away') throw new KeysAway(owner.category);
  }

  /** Why this owner has no key to use; an erasure counts for more. */
  #without(owner: KeyOwner): NoKey | undefined {
    if (this.store.isErased(owner)) return 'erased';
    return this.store.isAway(owner) ? 'away' : undefined;
  }

  async #rewrapped(stored: LiveKey, kekVersion: number): Promise<LiveKey> {
    const key = await this.kms.unwrap(stored.kekVersion, wrappingContext(stored), stored.wrapped);
    const moved = { ...stored, kekVersion };
    return { ...moved, wrapped: await this.kms.wrap(kekVersion, wrappingContext(moved), key) };
  }
}

const fenceOf = (subject: string, category: string | undefined): Fence =>
  category === undefined ? { subject } : { subject, category };

const nameOf = ({ subject, category }: KeyOwner): string => JSON.stringify([subject, category]);

function keyFor(owner: KeyOwner, made: ReadonlyMap<string, LiveKey>): LiveKey {
  const key = made.get(nameOf(owner));
  if (key === undefined) throw new Error('no key was made for an owner without one');
  return key;
}

function refuseWithout(owners: readonly KeyOwner[], keys: readonly (DataKey | NoKey)[]): readonly DataKey[] {
  return keys.map((key, at) => {
    if (key === 'erased') throw new Erased(owners[at]?.category ?? '');
    if (key === 'away') throw new KeysAway(owners[at]?.category ?? '');
    return key;
  });
}

function keyAt(keys: readonly DataKey[], at: number): DataKey {
  const key = keys[at];
  if (key === undefined) throw new Error(`no key for section ${at}`);
  return key;
}

/** A wrapped key cannot be given to another person, category or version. */
function wrappingContext(key: Omit<StoredKey, 'wrapped'>): WrappingContext {
  return ['dek', key.dekId, key.owner.subject, key.owner.category, key.version, key.kekVersion];
}
