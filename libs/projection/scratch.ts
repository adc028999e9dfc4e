import type { Position } from '#event-log';
import type { Target } from './advance.js';
import { chunks } from './chunks.js';
import type { Projection } from './projection.js';
import { compareText } from './text-order.js';
import { textOf, type Draft, type ReplaceOptions, type Views, type ViewWrite } from './views.js';

/**
 * Where a rebuild folds: one projection's documents as objects, without lists, which is quick. When they become too many
 * they move into a draft of the store, and the rebuild goes on there.
 */
export class Scratch<D> implements Target {
  readonly #documents = new Map<string, unknown>();
  #position: Position | undefined;
  #draft: Draft | undefined;

  constructor(
    private readonly projection: Projection<D>,
    private readonly views: Pick<Views, 'replace' | 'draft'>,
    private readonly limit: number,
  ) {}

  async checkpoint(): Promise<Position | undefined> {
    return this.#position;
  }

  async load<T>(projection: Projection<T>, keys: readonly string[]): Promise<Map<string, T>> {
    if (this.#draft !== undefined) return this.#draft.load(projection, keys);
    const found = new Map<string, T>();
    for (const key of keys) {
      const document = this.#documents.get(key);
      if (document !== undefined) found.set(key, document as T);
    }
    return found;
  }

  async write(write: ViewWrite): Promise<boolean> {
    if (this.#draft === undefined) {
      for (const [key, change] of write.changes) {
        if (change === undefined) this.#documents.delete(key);
        else this.#documents.set(key, change.document);
      }
      if (this.#documents.size > this.limit) this.#draft = await this.#moved(write);
    } else {
      await this.#draft.write(write);
    }
    this.#position = write.upTo;
    return true;
  }

  /** Puts the result in the place of what readers see. */
  async show(options?: ReplaceOptions): Promise<void> {
    if (this.#draft === undefined) await this.views.replace(this.projection, this.#inOrder(), this.#position, options);
    else await this.#draft.show(options);
  }

  /** For comparing: every document in the order of the keys. */
  async *all<T>(projection: Projection<T>): AsyncIterable<readonly [string, T]> {
    if (this.#draft !== undefined) yield* this.#draft.all(projection);
    // As a store would give them back: fields that JSON leaves out are no difference.
    else for (const [key, document] of this.#inOrder()) yield [key, JSON.parse(textOf(document)) as T];
  }

  async #moved(write: ViewWrite): Promise<Draft> {
    const draft = await this.views.draft(this.projection);
    for await (const some of chunks(this.#inOrder())) {
      const changes = some.map(
        ([key, document]) => [key, { document, terms: this.projection.index(document, key) }] as const,
      );
      await draft.write({ ...write, changes: new Map(changes) });
    }
    this.#documents.clear();
    return draft;
  }

  /** In key order: that is how a store lays them down, and it makes writing a third as long. */
  #inOrder(): [string, D][] {
    return [...this.#documents].sort(([a], [b]) => compareText(a, b)) as [string, D][];
  }
}
