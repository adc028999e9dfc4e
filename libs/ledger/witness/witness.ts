import { sha256 } from '../bytes.js';
import type { SignedCheckpoint } from '../checkpoint.js';
import type { Signer, VerifierKey } from '../keys.js';
import { cosign, NoteRefused, noteText, signatureText, verifyNote } from '../note.js';
import { emptyRoot, sameHash, verifyConsistency } from '../tree.js';
import type { WitnessRecord } from './record.js';
import { parseRequest, type WitnessRequest } from './request.js';

/** What a witness says to a request, as HTTP has it. */
export interface WitnessAnswer {
  /** 409: the body is the size the witness knows; 422: the tree is not what it was. */
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly type: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  /** Of 200: signature lines. */
  readonly body: string;
}

export interface WitnessOptions {
  readonly signer: Signer;
  /** The logs it looks after: origin and key have one name. */
  readonly logs: readonly VerifierKey[];
  readonly record: WitnessRecord;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Signs that a log only ever grew (C2SP tlog-witness). It sees sizes and hashes, and nobody's data; what it signs says no
 * more than: at this time, this tree held everything I ever signed.
 */
export class Witness {
  constructor(private readonly options: WitnessOptions) {}

  get key(): VerifierKey {
    return this.options.signer.key;
  }

  /** Answers the body of an `add-checkpoint` request. The new checkpoint is on disk before this returns. */
  addCheckpoint(body: string): WitnessAnswer {
    let request: WitnessRequest;
    try {
      request = parseRequest(body);
    } catch (error) {
      if (error instanceof NoteRefused) return text(400, error.message);
      throw error;
    }
    const { checkpoint } = request;
    const keys = this.options.logs.filter(({ name }) => name === checkpoint.origin);
    if (keys.length === 0) return text(404, 'this witness does not look after this log');
    if (!isSigned(checkpoint, keys)) return text(403, 'no signature of the log');
    if (request.old > checkpoint.size) return text(400, 'old is more than the size of the checkpoint');
    return this.options.record.replace(checkpoint.origin, (last) => this.#decide(request, last)).answer;
  }

  /** The last checkpoint it signed of the log whose origin has this SHA-256 (hex), with its cosignature. */
  latest(originHash: string): string | undefined {
    const origin = this.options.logs.find(({ name }) => sha256(name).toString('hex') === originHash)?.name;
    const last = origin === undefined ? undefined : this.options.record.last(origin);
    return last === undefined ? undefined : noteText(last.note);
  }

  #decide(
    { old, consistency, checkpoint }: WitnessRequest,
    last: SignedCheckpoint | undefined,
  ): { readonly answer: WitnessAnswer; readonly note?: string } {
    const known = last?.size ?? 0;
    if (old !== known) return { answer: { status: 409, type: 'text/x.tlog.size', body: `${known}\n` } };
    const { size, root, note } = checkpoint;
    if (!verifyConsistency(known, size, consistency, last?.root ?? emptyRoot, root)) {
      const same = known === size && last !== undefined && !sameHash(last.root, root);
      return { answer: text(422, same ? 'another root at the same size' : 'not shown to be the same tree, grown') };
    }
    const line = cosign(note.body, this.options.signer, Math.floor(this.options.now() / 1_000));
    const ofLog = note.signatures.filter(({ name }) => name === checkpoint.origin);
    return {
      answer: text(200, signatureText(line)),
      note: noteText({ body: note.body, signatures: [...ofLog, line] }),
    };
  }
}

function isSigned({ note }: SignedCheckpoint, keys: readonly VerifierKey[]): boolean {
  try {
    return verifyNote(note, keys).length > 0;
  } catch (error) {
    if (error instanceof NoteRefused) return false;
    throw error;
  }
}

const text = (status: WitnessAnswer['status'], body: string): WitnessAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${body}\n`,
});
