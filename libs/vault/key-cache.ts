import type { DataKey } from './envelope.js';
import type { KeyOwner } from './port.js';

interface Cached {
  readonly owner: KeyOwner;
  readonly key: DataKey;
}

/** Data keys in the clear, least recently used out first. What is erased is let go at once. */
export class KeyCache {
  readonly #keys = new Map<string, Cached>();
  /** Subject → category → the id of the key new sections are sealed with. */
  readonly #current = new Map<string, Map<string, string>>();

  constructor(private readonly capacity: number) {}

  byId(dekId: string): DataKey | undefined {
    const cached = this.#keys.get(dekId);
    if (cached === undefined) return undefined;
    this.#keys.delete(dekId);
    this.#keys.set(dekId, cached);
    return cached.key;
  }

  /** Known only when the store has said that this key is the owner's current one. */
  current(owner: KeyOwner): DataKey | undefined {
    const dekId = this.#current.get(owner.subject)?.get(owner.category);
    return dekId === undefined ? undefined : this.byId(dekId);
  }

  add(owner: KeyOwner, key: DataKey, current: boolean): void {
    this.#keys.delete(key.dekId);
    this.#keys.set(key.dekId, { owner, key });
    if (current) {
      const categories = this.#current.get(owner.subject) ?? new Map<string, string>();
      this.#current.set(owner.subject, categories.set(owner.category, key.dekId));
    }
    const oldest = this.#keys.keys().next();
    if (this.#keys.size > this.capacity && !oldest.done) this.#forget(oldest.value);
  }

  drop(subject: string, category?: string): void {
    for (const [dekId, { owner }] of this.#keys) {
      if (owner.subject === subject && (category === undefined || owner.category === category)) {
        this.#forget(dekId);
      }
    }
  }

  clear(): void {
    this.#keys.clear();
    this.#current.clear();
  }

  #forget(dekId: string): void {
    const owner = this.#keys.get(dekId)?.owner;
    this.#keys.delete(dekId);
    if (owner === undefined) return;
    const categories = this.#current.get(owner.subject);
    if (categories?.get(owner.category) === dekId) categories.delete(owner.category);
    if (categories?.size === 0) this.#current.delete(owner.subject);
  }
}
