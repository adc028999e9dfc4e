import type { Fence, KeyStore, LiveKey, NoKey, OfflineCopy, StoredKey } from '../../key-store.js';
import type { Kms } from '../../kms.js';
import { KeyVault, type VaultOptions } from '../../key-vault.js';
import type { KeyOwner, Vault, VaultStatus } from '../../port.js';
import { MemoryKms } from './memory-kms.js';

export { MemoryKms };

/** A vault that forgets everything with the process: for tests and for trying things out. */
export function memoryVault(options: VaultOptions & { readonly deployment?: string; readonly kms?: Kms } = {}): Vault {
  const { deployment = 'memory', kms = new MemoryKms() } = options;
  return new KeyVault(new MemoryKeyStore(), kms, deployment, options);
}

class MemoryKeyStore implements KeyStore {
  readonly #keys = new Map<string, StoredKey>();
  readonly #current = new Map<string, string>();
  readonly #fences: Fence[] = [];
  readonly #away = new Set<string>();
  readonly #offline = new Map<string, OfflineCopy>();

  find(dekId: string): StoredKey | undefined {
    return this.#keys.get(dekId);
  }

  lacks(owner: KeyOwner): boolean {
    return !this.isErased(owner) && !this.isAway(owner) && !this.#current.has(nameOf(owner));
  }

  provide(owners: readonly KeyOwner[], make: (owner: KeyOwner) => LiveKey): readonly (LiveKey | NoKey)[] {
    return owners.map((owner) => {
      if (this.isErased(owner)) return 'erased';
      if (this.isAway(owner)) return 'away';
      const name = nameOf(owner);
      const known = this.#keys.get(this.#current.get(name) ?? '');
      if (known !== undefined && isLive(known)) return known;
      const made = make(owner);
      this.#keys.set(made.dekId, made);
      this.#current.set(name, made.dekId);
      return made;
    });
  }

  fence(fence: Fence): void {
    this.#fences.push(fence);
  }

  erase(fence: Fence): number {
    this.fence(fence);
    const doomed = [...this.#keys.values()].filter((key) => covers(fence, key.owner) && !isDestroyed(key));
    for (const { dekId, owner, version, kekVersion } of doomed) {
      this.#keys.set(dekId, { dekId, owner, version, kekVersion, wrapped: undefined });
      this.#offline.delete(dekId);
    }
    return doomed.length;
  }

  isErased(owner: KeyOwner): boolean {
    return this.#fences.some((fence) => covers(fence, owner));
  }

  keysBehind(fence: Fence): { readonly live: number; readonly destroyed: number } {
    const behind = [...this.#keys.values()].filter((key) => covers(fence, key.owner));
    const destroyed = behind.filter(isDestroyed).length;
    return { live: behind.length - destroyed, destroyed };
  }

  isAway(owner: KeyOwner): boolean {
    return this.#away.has(nameOf(owner));
  }

  markAway(owners: readonly KeyOwner[]): void {
    for (const owner of owners) this.#away.add(nameOf(owner));
  }

  liveKeys(owner: KeyOwner): readonly LiveKey[] {
    return this.#live().filter((key) => nameOf(key.owner) === nameOf(owner));
  }

  takeOffline(copies: readonly OfflineCopy[]): void {
    for (const offline of copies) {
      const key = this.#keys.get(offline.dekId);
      if (key?.wrapped === undefined) continue;
      this.#offline.set(offline.dekId, offline);
      this.#keys.set(offline.dekId, { ...key, wrapped: undefined, away: true });
    }
  }

  offline(owner: KeyOwner): readonly (OfflineCopy & { readonly key: StoredKey })[] {
    return [...this.#offline.values()].flatMap((offline) => {
      const key = this.#keys.get(offline.dekId);
      return key !== undefined && nameOf(key.owner) === nameOf(owner) ? [{ ...offline, key }] : [];
    });
  }

  bringBack(owners: readonly KeyOwner[], keys: readonly LiveKey[]): void {
    for (const { dekId, owner, version, kekVersion, wrapped } of keys) {
      if (this.#offline.delete(dekId)) this.#keys.set(dekId, { dekId, owner, version, kekVersion, wrapped });
    }
    for (const owner of owners) this.#away.delete(nameOf(owner));
  }

  stale(version: number, most: number): readonly LiveKey[] {
    return this.#live()
      .filter(({ kekVersion }) => kekVersion < version)
      .slice(0, most);
  }

  rewrap(keys: readonly LiveKey[]): void {
    for (const key of keys) {
      if (this.#keys.get(key.dekId)?.wrapped !== undefined) this.#keys.set(key.dekId, key);
    }
  }

  scrub(): void {}

  counts(version: number): Omit<VaultStatus, 'version'> {
    const keys = this.#live().length;
    const destroyed = [...this.#keys.values()].filter(isDestroyed).length;
    const fences = new Set(this.#fences.map((fence) => JSON.stringify([fence.subject, fence.category]))).size;
    return { keys, stale: this.stale(version, keys).length, destroyed, away: this.#offline.size, fences };
  }

  close(): void {}

  #live(): readonly LiveKey[] {
    return [...this.#keys.values()].filter(isLive);
  }
}

const nameOf = ({ subject, category }: KeyOwner): string => JSON.stringify([subject, category]);

const isDestroyed = ({ wrapped, away }: StoredKey): boolean => wrapped === undefined && away === undefined;

const isLive = (key: StoredKey): key is LiveKey => key.wrapped !== undefined;

const covers = (fence: Fence, owner: KeyOwner): boolean =>
  fence.subject === owner.subject && (fence.category === undefined || fence.category === owner.category);
