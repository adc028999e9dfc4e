import type { Position } from '#event-log';
import type { Projection, Views } from '#projection';
import type { Bookmark } from './merge.js';

/** Where bookmarks are kept: with the views they are for, or in memory. */
export type BookmarkStore = Pick<Views, 'checkpoint' | 'write' | 'list'>;

const list = 'position';

/**
 * Where in a topic what lies behind a position begins, so that a reader that starts again need not read from the start.
 * They say what is true of the topic, whoever wrote them down.
 */
export class Bookmarks {
  readonly #projection: Projection<Bookmark>;
  /** Facts released since the last one was written. */
  #since = 0;

  /** @param every facts between two bookmarks */
  constructor(
    topic: string,
    private readonly partitions: number,
    private readonly store: BookmarkStore,
    private readonly every: number,
  ) {
    this.#projection = {
      name: `bookmarks/${topic}`,
      version: 1,
      types: [],
      keys: () => [],
      empty: () => this.#start,
      fold: (document) => document,
      index: ({ position }) => [[list, position ?? '']],
    };
  }

  /** The last one at or before a position. */
  async before(position: Position | undefined): Promise<Bookmark> {
    if (position === undefined) return this.#start;
    // Sorts behind the position itself, and before every later one.
    const after = `${position} `;
    const [found] = await this.store.list(this.#projection, list, { after, descending: true, limit: 1 });
    return found?.document ?? this.#start;
  }

  /** Written now and then; two readers that write at once do no harm. */
  async passed(facts: number, bookmark: () => Bookmark): Promise<void> {
    this.#since += facts;
    if (this.#since < this.every) return;
    this.#since = 0;
    const from = await this.store.checkpoint(this.#projection);
    const document = bookmark();
    const { position } = document;
    if (position === undefined || position <= (from ?? '')) return;
    const terms = this.#projection.index(document, position);
    const changes = new Map([[position, { document, terms }]]);
    await this.store.write({ projection: this.#projection, from, upTo: position, changes });
  }

  get #start(): Bookmark {
    return { position: undefined, offsets: Array.from({ length: this.partitions }, () => 0) };
  }
}
