import type { Position, RecordedEvent } from '#event-log';
import { checkpointBody, type Checkpoint, parseCheckpoint, type SignedCheckpoint } from './checkpoint.js';
import { type Signer, type VerifierKey, verifierKeyText } from './keys.js';
import { leafOf, leafText, leafTextHash } from './leaf.js';
import { noteText, parseSignature, signed, type SignatureLine, verifyNote } from './note.js';
import type { LedgerStore, MovedLeaf, StoredCheckpoint, StoredLeaf } from './port.js';
import { type Proof } from './proof-file.js';
import { consistencyProof, Growing, type Hash, inclusionProof, rootAt, type TreeNode } from './tree.js';

/** A checkpoint of this log, and when this machine signed it. */
export interface Sealed extends SignedCheckpoint {
  /** The signed note, as it is kept. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly signedAt: number;
}

/** What looks at a tree: no key, and nothing is written. */
export class LedgerReader {
  constructor(protected readonly store: LedgerStore) {}

  /** The public key of the log (`vkey`), for trust policies and witnesses; undefined before its first start. */
  get verifierKey(): string | undefined {
    return this.store.remembered('key');
  }

  /** How many events have a leaf. */
  get size(): number {
    return this.store.size;
  }

  /** The last event that has a leaf; undefined while there is none. */
  get position(): Position | undefined {
    return this.store.leaf(this.size - 1)?.position;
  }

  get latest(): Sealed | undefined {
    return sealedFrom(this.store.latestCheckpoint());
  }

  /** The last that somebody beside the log signed. */
  get latestCosigned(): Sealed | undefined {
    return sealedFrom(this.store.latestCheckpoint(true));
  }

  /** Every checkpoint, from the smallest. */
  *checkpoints(): Generator<Sealed> {
    for (const stored of this.store.checkpoints()) yield opened(stored);
  }

  leaf(index: number): StoredLeaf | undefined {
    return this.store.leaf(index);
  }

  leaves(from: number, until: number): Iterable<StoredLeaf> {
    return this.store.leaves(from, until);
  }

  indexOf(eventId: string): number | undefined {
    return this.store.indexOf(eventId);
  }

  /**
   * The leaf that vouches for an event of the log, or fails to: of an event that took the place of another, or came in
   * later, the one of its place.
   * @returns undefined: the event is younger than the tree
   */
  leafFor({ id, position }: Pick<RecordedEvent, 'id' | 'position'>): StoredLeaf | undefined {
    const place = this.#upTo(position);
    const at = this.store.leaf(place - 1);
    if (at?.position === position) return at;
    // Of a record that was moved, the leaves may not know their new positions yet.
    const index = this.indexOf(id);
    return this.store.leaf(index ?? place);
  }

  /** @throws Error the tree was never of that size */
  rootAt(size: number): Hash {
    return rootAt(this.#node, size);
  }

  /** @throws RangeError */
  inclusion(index: number, size: number): readonly Hash[] {
    return inclusionProof(this.#node, index, Math.min(size, this.size));
  }

  /** @throws RangeError */
  consistency(first: number, second: number): readonly Hash[] {
    if (second > this.size) throw new RangeError(`the tree has only ${this.size} leaves`);
    return consistencyProof(this.#node, first, second);
  }

  /**
   * That an event is in the log, against the first checkpoint that has it.
   * @returns undefined: no such event, or no checkpoint has it yet
   */
  proofOf(eventId: string): Proof | undefined {
    const index = this.indexOf(eventId);
    const checkpoint = index === undefined ? undefined : sealedFrom(this.store.checkpointFrom(index + 1));
    if (index === undefined || checkpoint === undefined) return undefined;
    return { index, inclusion: this.inclusion(index, checkpoint.size), checkpoint };
  }

  /** The first checkpoint that has everything up to a place of the log; undefined while none does. */
  covering(position: Position): Sealed | undefined {
    const { position: last } = this;
    if (last === undefined || last < position) return undefined;
    return sealedFrom(this.store.checkpointFrom(this.#upTo(position)));
  }

  close(): void {
    this.store.close();
  }

  readonly #node = (level: number, index: number): Hash => this.store.node(level, index);

  /** How many leaves lie up to a position: leaves are in log order. */
  #upTo(position: Position): number {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const at = this.store.leaf(middle)?.position;
      if (at !== undefined && at <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The tree of one log: one leaf an event, in log order, and checkpoints signed with the log's own key. */
export class Ledger extends LedgerReader {
  #tree: Growing;

  constructor(
    store: LedgerStore,
    private readonly signer: Signer,
  ) {
    super(store);
    const key = verifierKeyText(signer.key);
    // For those who look without the private key.
    if (this.verifierKey !== key) store.remember('key', key);
    this.#tree = new Growing(store.size, (level, index) => store.node(level, index));
  }

  /** The name of the log, and of its key. */
  get origin(): string {
    return this.signer.key.name;
  }

  get key(): VerifierKey {
    return this.signer.key;
  }

  /** Gives these events their leaves: the next of the log, in order. */
  add(events: readonly RecordedEvent[]): void {
    if (events.length === 0) return;
    const leaves: StoredLeaf[] = [];
    const nodes: TreeNode[] = [];
    for (const event of events) {
      const index = this.#tree.size;
      const text = leafText(leafOf(event, index));
      leaves.push({ index, position: event.position, eventId: event.id, text });
      nodes.push(...this.#tree.add(leafTextHash(text)));
    }
    try {
      this.store.append(leaves, nodes);
    } catch (error) {
      // What is not on disk is not in the tree either.
      this.#tree = new Growing(this.store.size, (level, index) => this.store.node(level, index));
      throw error;
    }
  }

  /**
   * Signs how the tree stands, when it has grown since.
   * @param now milliseconds since 1970
   * @returns what is new; undefined when nothing is
   */
  seal(now: number): Sealed | undefined {
    const { size, root } = this.#tree;
    if (size === 0 || this.store.latestCheckpoint()?.size === size) return undefined;
    const body = checkpointBody({ origin: this.origin, size, root });
    const note = noteText({ body, signatures: [signed(body, this.signer)] });
    this.store.saveCheckpoint({ size, signedAt: now, note, cosigned: false });
    return this.latest;
  }

  /**
   * Adds what witnesses wrote under the checkpoint of a size. Lines of keys that are not known are left out.
   * @returns which of the known keys signed
   * @throws NoteRefused a line is malformed, or not of the key it names
   */
  cosigned(size: number, lines: string, known: readonly VerifierKey[]): readonly VerifierKey[] {
    const checkpoint = sealedFrom(this.store.checkpointFrom(size));
    if (checkpoint?.size !== size) throw new RangeError(`no checkpoint of size ${size}`);
    const { note, signedAt } = checkpoint;
    const added = lines
      .split('\n')
      .filter((line) => line !== '')
      .map(parseSignature);
    const keys = verifyNote({ body: note.body, signatures: added }, known).map(({ key }) => key);
    const isOf = ({ name, id }: VerifierKey, line: SignatureLine): boolean => line.name === name && line.id === id;
    // A second look takes the place of the first: it is the younger one.
    const others = note.signatures.filter((line) => !keys.some((key) => isOf(key, line)));
    const fresh = keys.flatMap((key) => added.filter((line) => isOf(key, line)).slice(0, 1));
    const signatures = [...others, ...fresh];
    this.store.saveCheckpoint({
      size,
      signedAt,
      note: noteText({ ...note, signatures }),
      cosigned: signatures.length > 1,
    });
    return keys;
  }

  /** Has leaves know where their events are now, in the log the record was moved to. */
  moved(leaves: readonly MovedLeaf[]): void {
    this.store.move(leaves);
  }

  /** Whether somebody else's view of this log is a beginning of the tree that stands here. */
  extends({ origin, size, root }: Checkpoint): boolean {
    return origin === this.origin && size <= this.size && Buffer.compare(this.rootAt(size), root) === 0;
  }

  remembered(name: string): string | undefined {
    return this.store.remembered(name);
  }

  remember(name: string, value: string): void {
    this.store.remember(name, value);
  }
}

const sealedFrom = (stored: StoredCheckpoint | undefined): Sealed | undefined =>
  stored === undefined ? undefined : opened(stored);

const opened = ({ note, signedAt }: StoredCheckpoint): Sealed => ({ ...parseCheckpoint(note), text: note, signedAt });
