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
  readonly #shredded: number[] = [];
  readonly #purged: number[] = [];
  readonly #revisions = new Map<string, number>();

  abstract add(entry: EntryLine): void;

  end(): Counts {
    return { leaves: this.leaves, tail: this.#tail, shredded: this.#shredded, purged: this.#purged };
  }

  /** @throws Unsound */
  protected compare(event: StoredEvent, text: string, leaf: Leaf, { shredded }: EntryLine): void {
    const { leafIndex } = leaf;
    const { stream, revision, id, type, header, data } = event;
    const stored = { stream, revision, id, type, metadataText: header };
    if (data === null) {
      this.#purged.push(leafIndex);
      const { payloadDigest } = leaf;
      if (leafText({ ...made({ ...stored, dataText: '' }, leafIndex), payloadDigest }) !== text) altered(leafIndex);
    } else {
      const now = made({ ...stored, dataText: data }, leafIndex);
      if (now.payloadDigest !== leaf.payloadDigest)
        throw new Unsound('payload-altered', leafIndex, `${stream} ${revision}`);
      if (leafText(now) !== text) altered(leafIndex);
    }
    if (shredded !== undefined && shredded.length > 0) this.#shredded.push(leafIndex);
    this.follow(event, leafIndex);
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

/** @throws Unsound a header that is no JSON any more */
function made(event: Parameters<typeof leafOf>[0], at: number): Leaf {
  try {
    return leafOf(event, at);
  } catch {
    return altered(at);
  }
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
  constructor(checkpoints: readonly Checkpoint[], seen: Checkpoint | undefined) {
    super();
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
    const leaf = parseLeaf(text);
    if (leaf === undefined) throw new Unsound('tree-altered', this.leaves, 'una hoja no se entiende');
    if (this.#ended) throw new Unsound('bundle-malformed', this.leaves, 'una hoja después del final');
    if (leaf.leafIndex !== this.leaves) throw new Unsound('reordered', this.leaves, `hoja ${leaf.leafIndex}`);
    if (event?.id !== leaf.eventId) {
      this.#lost = new Lost(this.leaves);
      return this.#lost.add(entry);
    }
    this.compare(event, text, leaf, entry);
    this.#tree.add(leafTextHash(text));
    this.leaves += 1;
    this.#rootsUpTo();
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
  constructor(
    private readonly streams: readonly string[],
    private readonly last: Checkpoint,
  ) {
    super();
  }

  add(entry: EntryLine): void {
    const { leaf: text, event, proof = [] } = entry;
    if (event === null || !this.streams.includes(event.stream)) {
      throw new Unsound('bundle-malformed', this.leaves, 'una línea que no se pidió');
    }
    if (text === null) return this.younger(event);
    const leaf = parseLeaf(text);
    if (leaf === undefined) throw new Unsound('not-included', this.leaves, 'una hoja no se entiende');
    this.compare(event, text, leaf, entry);
    const path = proof.map(hashFrom).filter((hash): hash is Buffer => hash !== undefined);
    const { size, root } = this.last;
    const whole = path.length === proof.length;
    if (!whole || !verifyInclusion(leafTextHash(text), leaf.leafIndex, size, path, root)) {
      throw new Unsound('not-included', leaf.leafIndex, leaf.eventId);
    }
    this.leaves += 1;
  }
}
