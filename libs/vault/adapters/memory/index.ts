import { randomKey } from '../../envelope.js';
import type { Fence, KeyStore, LiveKey, StoredKey } from '../../key-store.js';
import { KeyVault } from '../../key-vault.js';
import type { KeyOwner, Vault } from '../../port.js';

/** A vault that forgets everything with the process: for tests and for trying things out. */
export function memoryVault(options: { readonly deployment?: string } = {}): Vault {
  const secrets = { kek: randomKey(), kekVersion: 1, secret: randomKey() };
  return new KeyVault(new MemoryKeyStore(), secrets, options.deployment ?? 'memory');
}

class MemoryKeyStore implements KeyStore {
  readonly #keys = new Map<string, StoredKey>();
  readonly #current = new Map<string, string>();
  readonly #fences: Fence[] = [];

  find(dekId: string): StoredKey | undefined {
    return this.#keys.get(dekId);
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

  erase(fence: Fence): number {
    this.#fences.push(fence);
    const doomed = [...this.#keys.values()].filter((key) => isLive(key) && covers(fence, key.owner));
    for (const key of doomed) this.#keys.set(key.dekId, { ...key, wrapped: undefined });
    return doomed.length;
  }

  isErased(owner: KeyOwner): boolean {
    return this.#fences.some((fence) => covers(fence, owner));
  }

  close(): void {}
}

const isLive = (key: StoredKey): key is LiveKey => key.wrapped !== undefined;

const covers = (fence: Fence, owner: KeyOwner): boolean =>
  fence.subject === owner.subject && (fence.category === undefined || fence.category === owner.category);
