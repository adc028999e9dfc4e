import type { LedgerStore, MovedLeaf, StoredCheckpoint, StoredLeaf } from '../../port.js';
import type { Hash, TreeNode } from '../../tree.js';

/** A store that ends with its process: for tests, and for trees made to look something up. */
export function memoryLedgerStore(): LedgerStore {
  return new MemoryStore();
}

class MemoryStore implements LedgerStore {
  readonly #leaves: StoredLeaf[] = [];
  readonly #levels: Hash[][] = [];
  readonly #byEvent = new Map<string, number>();
  readonly #names = new Map<string, string>();
  #checkpoints: StoredCheckpoint[] = [];

  get size(): number {
    return this.#leaves.length;
  }

  append(leaves: readonly StoredLeaf[], nodes: readonly TreeNode[]): void {
    for (const leaf of leaves) {
      if (!this.#byEvent.has(leaf.eventId)) this.#byEvent.set(leaf.eventId, leaf.index);
      this.#leaves.push(leaf);
    }
    for (const { level, index, hash } of nodes) (this.#levels[level] ??= [])[index] = hash;
  }

  move(leaves: readonly MovedLeaf[]): void {
    for (const { index, position } of leaves) {
      const leaf = this.#leaves[index];
      if (leaf !== undefined) this.#leaves[index] = { ...leaf, position };
    }
  }

  leaf(index: number): StoredLeaf | undefined {
    return this.#leaves[index];
  }

  leaves(from: number, until: number): Iterable<StoredLeaf> {
    return this.#leaves.slice(from, until);
  }

  indexOf(eventId: string): number | undefined {
    return this.#byEvent.get(eventId);
  }

  node(level: number, index: number): Hash {
    const hash = this.#levels[level]?.[index];
    if (hash === undefined) throw new Error(`no subtree ${level}/${index}`);
    return hash;
  }

  saveCheckpoint(checkpoint: StoredCheckpoint): void {
    const others = this.#checkpoints.filter(({ size }) => size !== checkpoint.size);
    this.#checkpoints = [...others, checkpoint].sort((a, b) => a.size - b.size);
  }

  latestCheckpoint(cosigned = false): StoredCheckpoint | undefined {
    return this.#checkpoints.findLast((each) => each.cosigned || !cosigned);
  }

  checkpointFrom(least: number): StoredCheckpoint | undefined {
    return this.#checkpoints.find(({ size }) => size >= least);
  }

  checkpoints(): Iterable<StoredCheckpoint> {
    return this.#checkpoints;
  }

  remembered(name: string): string | undefined {
    return this.#names.get(name);
  }

  remember(name: string, value: string): void {
    this.#names.set(name, value);
  }

  close(): void {}
}
