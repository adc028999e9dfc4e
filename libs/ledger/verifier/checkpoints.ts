import { hashFrom } from '../bytes.js';
import type { CheckpointLine } from '../bundle/lines.js';
import { type Checkpoint, parseCheckpoint, type SignedCheckpoint } from '../checkpoint.js';
import { keyTypes, type VerifierKey } from '../keys.js';
import { NoteRefused, type Verified, verifyNote } from '../note.js';
import type { TrustPolicy } from '../policy.js';
import { type Hash, sameHash, verifyConsistency } from '../tree.js';
import { Unsound } from './codes.js';

/** A checkpoint that enough witnesses signed. */
export interface Cosigned extends Checkpoint {
  readonly cosigners: readonly VerifierKey[];
  /** The oldest and the youngest of their signatures, in seconds since 1970; undefined where nobody has to sign. */
  readonly time: number | undefined;
  readonly youngest: number | undefined;
}

/** Reads checkpoints from the smallest, and keeps what they say. */
export class Checkpoints {
  readonly #all: Checkpoint[] = [];
  #cosigned: Cosigned | undefined;

  constructor(
    private readonly policy: TrustPolicy,
    private readonly origin: string,
  ) {}

  get all(): readonly Checkpoint[] {
    return this.#all;
  }

  get last(): Checkpoint | undefined {
    return this.#all.at(-1);
  }

  /** The largest with a quorum. */
  get cosigned(): Cosigned | undefined {
    return this.#cosigned;
  }

  /** @throws Unsound */
  add({ note, consistency }: CheckpointLine): void {
    const before = this.last;
    const checkpoint = read(note, before?.size ?? 0);
    const verified = this.verify(checkpoint);
    const { size, root } = checkpoint;
    if (before !== undefined) {
      if (size === before.size && !sameHash(root, before.root)) {
        throw new Unsound('fork', size, 'dos raíces para el mismo tamaño');
      }
      if (size <= before.size) throw new Unsound('bundle-malformed', size, 'los cierres no están en orden');
      const proof = consistency.map(hashFrom).filter((hash): hash is Buffer => hash !== undefined);
      const whole = proof.length === consistency.length;
      if (!whole || !verifyConsistency(before.size, size, proof, before.root, root)) {
        throw new Unsound('consistency', size, `no continúa el cierre de ${before.size}`);
      }
    }
    this.#all.push(checkpoint);
    const witnesses = verified.filter(({ key }) => key.type === keyTypes.witness);
    const cosigners = witnesses.map(({ key }) => key);
    if (!this.policy.quorum(cosigners)) return;
    const times = witnesses.map(({ time = 0 }) => time).sort((a, b) => a - b);
    this.#cosigned = { ...checkpoint, cosigners, time: times[0], youngest: times.at(-1) };
  }

  /**
   * Whose signatures of a checkpoint hold.
   * @throws Unsound
   */
  verify({ origin, size, note }: SignedCheckpoint): readonly Verified[] {
    const logs = this.policy.logs.filter(({ name }) => name === origin);
    if (origin !== this.origin || logs.length === 0) throw new Unsound('unknown-log', size, origin);
    try {
      const verified = verifyNote(note, [...logs, ...this.policy.witnesses]);
      if (verified.some(({ key }) => key.type === keyTypes.log)) return verified;
    } catch (error) {
      if (!(error instanceof NoteRefused) || error.by === undefined) throw error;
      const finding = error.by.type === keyTypes.log ? 'log-signature' : 'cosignature';
      throw new Unsound(finding, size, error.by.name);
    }
    throw new Unsound('log-signature', size, 'falta');
  }
}

/** @throws Unsound */
function read(note: string, at: number): SignedCheckpoint {
  try {
    return parseCheckpoint(note);
  } catch (error) {
    if (!(error instanceof NoteRefused)) throw error;
    throw new Unsound('bundle-malformed', at, 'un cierre no se entiende');
  }
}

/**
 * Compares a checkpoint somebody kept with those of the bundle.
 * @returns whether there is one of its size; else only the leaves can tell
 * @throws Unsound it says more, or something else
 */
export function compareSeen(seen: Checkpoint, all: readonly Checkpoint[]): boolean {
  const last = all.at(-1)?.size ?? 0;
  if (seen.size > last) throw new Unsound('rolled-back', seen.size, `el paquete llega hasta ${last}`);
  const same = all.find(({ size }) => size === seen.size);
  if (same !== undefined) expectRoot(seen, same.root, 'fork');
  return same !== undefined;
}

/** @throws Unsound a root that is another one */
export function expectRoot(checkpoint: Checkpoint, root: Hash, finding: 'tree-altered' | 'fork'): void {
  if (!sameHash(root, checkpoint.root)) throw new Unsound(finding, checkpoint.size, 'otra raíz');
}
