import type { Fence, KeyStore, LiveKey, StoredKey } from '../../key-store.js';
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

  find(dekId: string): StoredKey | undefined {
    return this.#keys.get(dekId);
  }

  lacks(owner: KeyOwner): boolean {
    return !this.isErased(owner) && !this.#current.has(JSON.stringify([owner.subject, owner.category]));
  }

  provide(owners: readonly KeyOwner[], make: (owner: KeyOwner) => LiveKey): readonly (LiveKey | 'erased')[] {
    return owners.map((owner) => {
      if (this.isErased(owner)) return 'erased';
      const name = JSON.stringify([owner.subject, owner.category]);
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
    const doomed = this.#live().filter((key) => covers(fence, key.owner));
    for (const key of doomed) this.#keys.set(key.dekId, { ...key, wrapped: undefined });
    return doomed.length;
  }

  isErased(owner: KeyOwner): boolean {
    return this.#fences.some((fence) => covers(fence, owner));
  }

  keysBehind(fence: Fence): { readonly live: number; readonly destroyed: number } {
    const behind = [...this.#keys.values()].filter((key) => covers(fence, key.owner));
    const live = behind.filter(isLive).length;
    return { live, destroyed: behind.length - live };
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
    const fences = new Set(this.#fences.map((fence) => JSON.stringify([fence.subject, fence.category]))).size;
    return { keys, stale: this.stale(version, keys).length, destroyed: this.#keys.size - keys, fences };
  }

  close(): void {}

  #live(): readonly LiveKey[] {
    return [...this.#keys.values()].filter(isLive);
  }
}

const isLive = (key: StoredKey): key is LiveKey => key.wrapped !== undefined;

const covers = (fence: Fence, owner: KeyOwner): boolean =>
  fence.subject === owner.subject && (fence.category === undefined || fence.category === owner.category);
