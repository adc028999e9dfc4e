import { hashFrom } from '../bytes.js';
import type { EntryLine } from '../bundle/lines.js';
import type { Checkpoint } from '../checkpoint.js';
import { type Leaf, leafOf, leafText, leafTextHash, parseLeaf } from '../leaf.js';
import { Growing, verifyInclusion } from '../tree.js';
import { expectRoot } from './checkpoints.js';
import { Unsound } from './codes.js';

type StoredEvent = NonNullable<EntryLine['event']>;

/** What was seen of the entries. */
export interface Counts {
  /** Entries with a leaf. */
  readonly leaves: number;
  /** Events younger than the tree. */
  readonly tail: number;
  /** Leaves younger than the last checkpoint with a quorum: for these nobody but the log itself vouches. */
  readonly unsealed: number;
  /** Leaves with sections nobody reads any more. */
  readonly shredded: readonly number[];
  /** Leaves whose bytes are gone. */
  readonly purged: readonly number[];
}

/** Checks entries one by one. */
export interface EntryCheck {
  /** @throws Unsound */
  add(entry: EntryLine): void;
  /** @throws Unsound */
  end(): Counts;
}

/** What checks of both scopes have in common: event against leaf, and the histories. */
abstract class Entries implements EntryCheck {
  protected leaves = 0;
  #tail = 0;
  #unsealed = 0;
  readonly #shredded: number[] = [];
  readonly #purged: number[] = [];
  readonly #revisions = new Map<string, number>();

  /** @param vouched size of the last checkpoint with a quorum */
  constructor(private readonly vouched: number) {}

  abstract add(entry: EntryLine): void;

  end(): Counts {
    return {
      ...{ leaves: this.leaves, tail: this.#tail, unsealed: this.#unsealed },
      ...{ shredded: this.#shredded, purged: this.#purged },
    };
  }

  /**
   * What is wrong with an event that is not the one of its leaf. Returns where only its bytes were purged.
   * @throws Unsound
   */
  protected explain(event: StoredEvent, text: string, leaf: Leaf): void {
    const { leafIndex, payloadDigest } = leaf;
    const now = made(event, leafIndex);
    if (now === undefined) return altered(leafIndex);
    if (event.data !== null && now.payloadDigest !== payloadDigest) {
      throw new Unsound('payload-altered', leafIndex, `${event.stream} ${event.revision}`);
    }
    if (leafText({ ...now, payloadDigest }) !== text) altered(leafIndex);
    this.#purged.push(leafIndex);
  }

  /** An event with its leaf, both as they should be. */
  protected sound(event: StoredEvent, leafIndex: number, { shredded }: EntryLine): void {
    if (shredded !== undefined && shredded.length > 0) this.#shredded.push(leafIndex);
    if (leafIndex >= this.vouched) this.#unsealed += 1;
    this.follow(event, leafIndex);
    this.leaves += 1;
  }

  protected younger(event: StoredEvent): void {
    this.follow(event, this.leaves + this.#tail);
    this.#tail += 1;
  }

  /** Every history counts up from 1. */
  private follow({ stream, revision }: StoredEvent, at: number): void {
    const expected = (this.#revisions.get(stream) ?? 0) + 1;
    if (revision !== expected) throw new Unsound('revision-gap', at, `${stream}: ${revision} en vez de ${expected}`);
    this.#revisions.set(stream, revision);
  }
}

function altered(at: number): never {
  throw new Unsound('header-altered', at, 'no es lo que se firmó');
}

/** The leaf an event gives today; undefined when its header is no JSON any more. */
function made({ stream, revision, id, type, header, data }: StoredEvent, at: number): Leaf | undefined {
  try {
    return leafOf({ stream, revision, id, type, metadataText: header, dataText: data ?? '' }, at);
  } catch {
    return undefined;
  }
}

/** The usual case, without reading the leaf as JSON: what was hashed is what the event gives today. */
function isLeafOf(event: StoredEvent | null, text: string, at: number): event is StoredEvent {
  const leaf = event === null || event.data === null ? undefined : made(event, at);
  return leaf !== undefined && leafText(leaf) === text;
}

/** Every event of the log: the tree is made anew and compared with every checkpoint. */
export class WholeLog extends Entries {
  readonly #tree = new Growing();
  readonly #expected: readonly (readonly [Checkpoint, 'tree-altered' | 'fork'])[];
  #next = 0;
  /** Set at the first event that is not the one of its leaf: what follows only says how that came. */
  #lost: Lost | undefined;
  #ended = false;

  /** @param seen a checkpoint from elsewhere, which has to be of this log as well */
  constructor(checkpoints: readonly Checkpoint[], vouched: number, seen: Checkpoint | undefined) {
    super(vouched);
    const own = checkpoints.map((each) => [each, 'tree-altered'] as const);
    const others = seen === undefined ? [] : [[seen, 'fork'] as const];
    this.#expected = [...own, ...others].sort(([a], [b]) => a.size - b.size);
    this.#rootsUpTo();
  }

  add(entry: EntryLine): void {
    if (this.#lost !== undefined) return this.#lost.add(entry);
    const { leaf: text, event } = entry;
    if (text === null) {
      if (event === null) throw new Unsound('bundle-malformed', this.leaves, 'una línea sin nada');
      this.#ended = true;
      return this.younger(event);
    }
    if (this.#ended) throw new Unsound('bundle-malformed', this.leaves, 'una hoja después del final');
    const whole = isLeafOf(event, text, this.leaves) ? event : this.#explained(entry, text);
    if (whole === undefined) return;
    this.#tree.add(leafTextHash(text));
    this.sound(whole, this.leaves, entry);
    this.#rootsUpTo();
  }

  /** @returns the event, where only its bytes were purged; undefined where log and tree part here */
  #explained(entry: EntryLine, text: string): StoredEvent | undefined {
    const leaf = parseLeaf(text);
    if (leaf === undefined) throw new Unsound('tree-altered', this.leaves, 'una hoja no se entiende');
    if (leaf.leafIndex !== this.leaves) throw new Unsound('reordered', this.leaves, `hoja ${leaf.leafIndex}`);
    const { event } = entry;
    if (event?.id === leaf.eventId) {
      this.explain(event, text, leaf);
      return event;
    }
    this.#lost = new Lost(this.leaves);
    this.#lost.add(entry);
    return undefined;
  }

  override end(): Counts {
    this.#lost?.end();
    const [short] = this.#expected[this.#next] ?? [];
    if (short !== undefined) throw new Unsound('truncated', this.leaves, `se firmó hasta ${short.size}`);
    return super.end();
  }

  /** Compares the root wherever somebody signed it. */
  #rootsUpTo(): void {
    for (let next = this.#expected[this.#next]; next?.[0].size === this.#tree.size; next = this.#expected[this.#next]) {
      expectRoot(next[0], this.#tree.root, next[1]);
      this.#next += 1;
    }
  }
}

/** From the first place on where log and tree are apart: what came instead of what. */
class Lost {
  readonly #leaves: string[] = [];
  readonly #events: (string | undefined)[] = [];

  constructor(private readonly at: number) {}

  add({ leaf, event }: EntryLine): void {
    const text = leaf === null ? undefined : parseLeaf(leaf);
    if (text !== undefined) this.#leaves.push(text.eventId);
    this.#events.push(event?.id);
  }

  end(): never {
    const [wanted = ''] = this.#leaves;
    const [found] = this.#events;
    if (this.#events.every((id) => id === undefined)) throw new Unsound('truncated', this.at, wanted);
    if (!this.#events.includes(wanted)) throw new Unsound('missing', this.at, wanted);
    if (found === undefined || this.#leaves.includes(found)) throw new Unsound('reordered', this.at, wanted);
    throw new Unsound('inserted', this.at, found);
  }
}

/** Some streams: each event is tied to the last checkpoint by a proof of its own. */
export class SomeStreams extends Entries {
  /** By stream, where its last event lies in the tree; beyond the tree once one of them has no leaf. */
  readonly #reached = new Map<string, number>();

  constructor(
    private readonly streams: readonly string[],
    private readonly last: Checkpoint,
    vouched: number,
  ) {
    super(vouched);
  }

  add(entry: EntryLine): void {
    const { leaf: text, event, proof = [] } = entry;
    if (event === null || !this.streams.includes(event.stream)) {
      throw new Unsound('bundle-malformed', this.leaves, 'una línea que no se pidió');
    }
    if (text === null) {
      this.#reached.set(event.stream, Infinity);
      return this.younger(event);
    }
    const leaf = parseLeaf(text);
    if (leaf === undefined) throw new Unsound('not-included', this.leaves, 'una hoja no se entiende');
    this.#after(event.stream, leaf.leafIndex);
    if (!isLeafOf(event, text, leaf.leafIndex)) this.explain(event, text, leaf);
    const path = proof.map(hashFrom).filter((hash): hash is Buffer => hash !== undefined);
    const { size, root } = this.last;
    const whole = path.length === proof.length;
    if (!whole || !verifyInclusion(leafTextHash(text), leaf.leafIndex, size, path, root)) {
      throw new Unsound('not-included', leaf.leafIndex, leaf.eventId);
    }
    this.sound(event, leaf.leafIndex, entry);
  }

  /** A history lies in the tree in its own order, and what has no leaf yet comes last. */
  #after(stream: string, leafIndex: number): void {
    const reached = this.#reached.get(stream) ?? -1;
    if (leafIndex <= reached) throw new Unsound(reached === Infinity ? 'inserted' : 'reordered', leafIndex, stream);
    this.#reached.set(stream, leafIndex);
  }
}
