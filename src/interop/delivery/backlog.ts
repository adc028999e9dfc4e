import type { Position } from '#event-log';
import type { Projection, Views } from '#projection';

/** A fact on its way to one subscription. */
export interface Delivery {
  /** The fact's. */
  readonly id: string;
  readonly type: string;
  /** Facts of one stream are sent one after the other. */
  readonly stream: string;
  readonly position: string;
  /** What is sent, byte for byte the same each time. */
  readonly body: string;
  /** How often it was tried in vain. */
  readonly tried: number;
  /** Not before this instant. */
  readonly next?: string;
  /** Why the last try was in vain: a code. */
  readonly why?: string;
}

/** How a subscription fares. */
export interface Tally {
  readonly taken: number;
  readonly lastTaken?: string;
  /** Of the last try of all: when, and why it was in vain, if it was. */
  readonly lastTry?: string;
  readonly lastWhy?: string;
  /** The revision of the subscription up to which what was asked for is carried out. */
  readonly carriedOut: number;
}

type Document = (Delivery & { readonly state: 'waiting' | 'dead' }) | (Tally & { readonly state: 'tally' });

/** What durable state is kept in: the store in which policies remember how far they came, too. */
export type BacklogStore = Pick<Views, 'checkpoint' | 'get' | 'list' | 'count' | 'write' | 'drop'>;

const tallyKey = 'tally';
const nothing: Tally = { taken: 0, carriedOut: 0 };
const page = 500;

/**
 * The documents of a subscription: a tally, and what waits and what was given up, in the order of the log. The checkpoint
 * says how far facts were taken in. Nothing is folded into it: the deliverer writes it.
 */
const documentsOf = (webhook: string): Projection<Document> => ({
  name: `webhook/${webhook}`,
  version: 1,
  types: [],
  keys: () => [],
  empty: () => ({ state: 'tally', ...nothing }),
  fold: (document) => document,
  index: (document) => (document.state === 'tally' ? [] : [[document.state, document.position]]),
});

/** What is shown of a subscription's deliveries. */
export interface Standing {
  readonly tally: Tally;
  readonly waiting: number;
  readonly dead: number;
}

/** How a subscription fares, for whoever looks. */
export async function standingOf(store: BacklogStore, webhook: string): Promise<Standing> {
  const documents = documentsOf(webhook);
  const [tally, waiting, dead] = await Promise.all([
    store.get(documents, tallyKey),
    store.count(documents, 'waiting'),
    store.count(documents, 'dead'),
  ]);
  return { tally: tally?.state === 'tally' ? tally : nothing, waiting, dead };
}

/** What was given up, the oldest first. */
export async function deadOf(
  store: BacklogStore,
  webhook: string,
  range: { readonly limit: number; readonly after?: string },
): Promise<readonly { readonly delivery: Delivery; readonly cursor: string }[]> {
  const listed = await store.list(documentsOf(webhook), 'dead', range);
  return listed.flatMap(({ document, cursor }) => (document.state === 'dead' ? [{ delivery: document, cursor }] : []));
}

/** Whether this fact was given up. */
export async function isDead(store: BacklogStore, webhook: string, fact: string): Promise<boolean> {
  return (await store.get(documentsOf(webhook), fact))?.state === 'dead';
}

/**
 * What waits for one subscription, in memory and, first, in the store. Has one writer. Each change is durable before it
 * is answered, and is in one write with how far facts were taken in.
 */
export class Backlog {
  readonly #documents: Projection<Document>;
  readonly #waiting = new Map<string, Delivery[]>();
  #size = 0;
  #tally = nothing;
  #saved: Position | undefined;
  /** Writes go one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly store: BacklogStore,
    webhook: string,
    private readonly since: Position,
  ) {
    this.#documents = documentsOf(webhook);
  }

  /** @param since where facts are taken in from, as long as none were */
  static async open(store: BacklogStore, webhook: string, since: Position): Promise<Backlog> {
    const backlog = new Backlog(store, webhook, since);
    await backlog.#load();
    return backlog;
  }

  /** How far facts were taken in. */
  get cursor(): Position {
    return this.#saved ?? this.since;
  }

  get size(): number {
    return this.#size;
  }

  get carriedOut(): number {
    return this.#tally.carriedOut;
  }

  /** The first of each stream: what may be sent, once its time has come. */
  *heads(): IterableIterator<Delivery> {
    for (const [first] of this.#waiting.values()) if (first !== undefined) yield first;
  }

  /** Takes facts in, and with them everything up to a position. */
  take(deliveries: readonly Delivery[], upTo: Position): Promise<void> {
    return this.#change(async () => {
      await this.#write(
        deliveries.map((each) => [each.id, { ...each, state: 'waiting' }]),
        upTo,
      );
      for (const each of deliveries) this.#add(each);
    });
  }

  /** It was taken. */
  taken({ stream, id }: Delivery, at: string): Promise<void> {
    return this.#change(async () => {
      const { taken, carriedOut } = this.#tally;
      const tally = { taken: taken + 1, lastTaken: at, lastTry: at, carriedOut };
      await this.#write([[id, undefined], tallied(tally)]);
      this.#tally = tally;
      this.#remove(stream, id);
    });
  }

  /** It is not sent: nobody may be told of it. Asked for again by `rewind`, it comes again. */
  pass({ stream, id }: Delivery): Promise<void> {
    return this.#change(async () => {
      await this.#write([[id, undefined]]);
      this.#remove(stream, id);
    });
  }

  /** A try was in vain. Without `next` it is given up. */
  failed(delivery: Delivery, at: string, why: string, next: string | undefined): Promise<void> {
    return this.#change(async () => {
      const tried = delivery.tried + 1;
      const after = { ...fresh(delivery), tried, why, ...(next === undefined ? {} : { next }) };
      const tally = { ...this.#tally, lastTry: at, lastWhy: why };
      await this.#write([[after.id, { ...after, state: next === undefined ? 'dead' : 'waiting' }], tallied(tally)]);
      this.#tally = tally;
      if (next === undefined) this.#remove(after.stream, after.id);
      else this.#replace(after);
    });
  }

  /** Goes back to a position: everything behind it is taken in, and sent, again. */
  rewind(after: Position, revision: number): Promise<void> {
    return this.#change(async () => {
      const tally = { ...this.#tally, carriedOut: revision };
      const behind = [...(await this.#all('waiting')), ...(await this.#all('dead'))].filter(
        ({ position }) => position > after,
      );
      const to = after < this.cursor ? after : this.cursor;
      await this.#write([...behind.map(({ id }) => [id, undefined] as const), tallied(tally)], to);
      this.#tally = tally;
      for (const { stream, id } of behind) this.#remove(stream, id);
    });
  }

  /** What was given up waits again, before what is younger of its stream; what was not, does not. */
  revive(fact: string, revision: number): Promise<void> {
    return this.#change(async () => {
      const tally = { ...this.#tally, carriedOut: revision };
      const found = await this.store.get(this.#documents, fact);
      if (found?.state !== 'dead') {
        await this.#write([tallied(tally)]);
      } else {
        const again = fresh(found);
        await this.#write([[fact, { ...again, state: 'waiting' }], tallied(tally)]);
        this.#add(again);
      }
      this.#tally = tally;
    });
  }

  /** Forgets everything. */
  forget(): Promise<void> {
    return this.#change(() => this.store.drop(this.#documents));
  }

  async #load(): Promise<void> {
    this.#saved = await this.store.checkpoint(this.#documents);
    const tally = await this.store.get(this.#documents, tallyKey);
    if (tally?.state === 'tally') this.#tally = tally;
    for (const delivery of await this.#all('waiting')) this.#add(delivery);
  }

  async #all(list: 'waiting' | 'dead') {
    const found: Extract<Document, { readonly state: 'waiting' | 'dead' }>[] = [];
    for (let after: string | undefined; ;) {
      const listed = await this.store.list(this.#documents, list, {
        limit: page,
        ...(after !== undefined && { after }),
      });
      for (const { document } of listed) if (document.state !== 'tally') found.push(document);
      after = listed.at(-1)?.cursor;
      if (listed.length < page || after === undefined) return found;
    }
  }

  #change<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #write(changed: readonly (readonly [key: string, document: Document | undefined])[], upTo = this.cursor) {
    const terms = (document: Document, key: string) => this.#documents.index(document, key);
    const changes = new Map(
      changed.map(([key, document]) => [key, document && { document, terms: terms(document, key) }]),
    );
    const written = await this.store.write({ projection: this.#documents, from: this.#saved, upTo, changes });
    if (!written) throw new BacklogMoved();
    this.#saved = upTo;
  }

  #add(delivery: Delivery): void {
    const line = this.#waiting.get(delivery.stream) ?? [];
    const at = line.findIndex(({ position }) => position > delivery.position);
    line.splice(at < 0 ? line.length : at, 0, delivery);
    this.#waiting.set(delivery.stream, line);
    this.#size += 1;
  }

  #replace(delivery: Delivery): void {
    const line = this.#waiting.get(delivery.stream) ?? [];
    const at = line.findIndex(({ id }) => id === delivery.id);
    if (at >= 0) line[at] = delivery;
  }

  #remove(stream: string, id: string): void {
    const line = this.#waiting.get(stream) ?? [];
    const at = line.findIndex((each) => each.id === id);
    if (at < 0) return;
    line.splice(at, 1);
    this.#size -= 1;
    if (line.length === 0) this.#waiting.delete(stream);
  }
}

/** As it was before it was tried. */
const fresh = ({ id, type, stream, position, body }: Delivery): Delivery => ({
  ...{ id, type, stream, position, body, tried: 0 },
});

const tallied = (tally: Tally): readonly [string, Document] => [tallyKey, { ...tally, state: 'tally' }];

/** Somebody else writes this backlog: it is read anew. */
export class BacklogMoved extends Error {
  constructor() {
    super('the backlog is not where it was');
    this.name = 'BacklogMoved';
  }
}
