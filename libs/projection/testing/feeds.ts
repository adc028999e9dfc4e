import type { Entry, Feed, Page, Position, ReadRange } from '#event-log';

/** A feed that hands out small pages and counts how it is used. */
export class WatchedFeed implements Feed {
  /** Finite reads begun. */
  reads = 0;
  /** Followers there are now. */
  following = 0;
  /** Entries handed to followers. */
  followed = 0;

  constructor(
    private readonly feed: Feed,
    private readonly pageSize = 1_000,
  ) {}

  readAll(range?: ReadRange): AsyncIterable<Page<Entry>> {
    this.reads += 1;
    return this.#split(this.feed.readAll(range));
  }

  async *follow(
    after: Position | undefined,
    signal: AbortSignal,
    types?: readonly string[],
  ): AsyncIterable<Page<Entry>> {
    this.following += 1;
    try {
      for await (const page of this.#split(this.feed.follow(after, signal, types))) {
        this.followed += page.events.length;
        yield page;
      }
    } finally {
      this.following -= 1;
    }
  }

  head(): Promise<Position | undefined> {
    return this.feed.head();
  }

  async *#split(pages: AsyncIterable<Page<Entry>>): AsyncIterable<Page<Entry>> {
    for await (const { events, upTo } of pages) {
      for (let at = 0; at < events.length || at === 0; at += this.pageSize) {
        const part = events.slice(at, at + this.pageSize);
        yield { events: part, upTo: at + this.pageSize >= events.length ? upTo : (part.at(-1)?.position ?? upTo) };
      }
    }
  }
}

/** Waits, turn by turn, until it is so: for what a test cannot await. */
export async function eventually(so: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise(setImmediate);
}
