import { countFrom, sha256 } from '../bytes.js';
import { parseCheckpoint } from '../checkpoint.js';
import type { Divergence } from '../guard.js';
import { keyTypes, parseVerifierKey, type VerifierKey } from '../keys.js';
import type { Ledger, Sealed } from '../ledger.js';
import { verifyNote } from '../note.js';
import { requestText } from './request.js';

/** How it stands with one witness. */
export interface WitnessState {
  readonly url: string;
  /** The name it signs under, once it is known. */
  readonly name?: string;
  /** The largest size it signed. */
  readonly size: number;
  /** Why it signs nothing at present. */
  readonly held?: 'away' | 'does-not-know-this-log' | 'misbehaves';
}

/** What came of asking. */
export type Asked = Divergence | undefined;

/** Milliseconds a witness may take. One that does not answer stops nothing but its own signatures. */
const patience = 4_000;
/** Answers are a few lines. */
const mostBytes = 64 * 1024;

/**
 * One witness as a log sees it. Its key is taken from its own word the first time and never changes again: what counts is
 * the key the auditors have in their policies, and a false one only means cosignatures nobody trusts.
 */
export class WitnessClient {
  #held: WitnessState['held'];
  #key: VerifierKey | undefined;

  /** @param url up to the last slash of `…/add-checkpoint` */
  constructor(
    readonly url: string,
    private readonly ledger: Ledger,
  ) {
    const known = ledger.remembered(`witness ${url}`);
    if (known !== undefined) this.#key = parseVerifierKey(known);
  }

  get state(): WitnessState {
    const held = this.#held === undefined ? {} : { held: this.#held };
    return { url: this.url, size: this.#size, ...(this.#key === undefined ? {} : { name: this.#key.name }), ...held };
  }

  /** Compares what the witness last saw with the tree as it stands. A witness that is away says nothing. */
  async compare(signal: AbortSignal): Promise<Asked> {
    return this.#trying(async () => {
      const hash = sha256(this.ledger.origin).toString('hex');
      const { status, body } = await this.#send(`/${hash}/checkpoint`, signal);
      if (status === 404) return undefined;
      const seen = parseCheckpoint(body);
      // Only what this log signed itself can be held against it.
      if (status !== 200 || verifyNote(seen.note, [this.ledger.key]).length === 0) throw new Error('not a checkpoint');
      if (seen.origin !== this.ledger.origin) throw new Error('of another log');
      if (seen.size > this.ledger.size) return 'witness-ahead';
      return this.ledger.extends(seen) ? undefined : 'witness-differs';
    });
  }

  /** Has a checkpoint signed, unless it is signed already. */
  async ask(checkpoint: Sealed, signal: AbortSignal): Promise<Asked> {
    if (this.#held === undefined && this.#size >= checkpoint.size) return undefined;
    return this.#trying(async () => {
      const key = (this.#key ??= await this.#introduced(signal));
      // A second time when the witness remembers another size than this log does.
      for (let attempt = 1; attempt <= 2; attempt += 1) {
        const old = this.#size;
        const consistency = this.ledger.consistency(old, checkpoint.size);
        const request = requestText({ old, consistency, checkpoint });
        const { status, body } = await this.#send('/add-checkpoint', signal, request);
        switch (status) {
          case 200:
            if (!this.ledger.cosigned(checkpoint.size, body, [key]).includes(key)) throw new Error('not signed');
            this.#size = checkpoint.size;
            return undefined;
          case 409: {
            const size = countFrom(body.trimEnd());
            if (size === undefined) throw new Error('not a size');
            if (size > this.ledger.size) return 'witness-ahead';
            this.#size = size;
            // It knows a later one already: the next will do.
            if (size > checkpoint.size) return undefined;
            break;
          }
          case 422:
            return 'witness-differs';
          case 403:
          case 404:
            this.#held = 'does-not-know-this-log';
            return undefined;
          default:
            throw new Error(`status ${status}`);
        }
      }
      return undefined;
    });
  }

  get #size(): number {
    return Number(this.ledger.remembered(`witnessed ${this.url}`) ?? 0);
  }

  set #size(size: number) {
    this.ledger.remember(`witnessed ${this.url}`, String(size));
  }

  async #introduced(signal: AbortSignal): Promise<VerifierKey> {
    const { body } = await this.#send('/key', signal);
    const key = parseVerifierKey(body.trimEnd());
    if (key.type !== keyTypes.witness) throw new Error('not the key of a witness');
    this.ledger.remember(`witness ${this.url}`, body.trimEnd());
    return key;
  }

  async #trying(work: () => Promise<Asked>): Promise<Asked> {
    try {
      this.#held = undefined;
      return await work();
    } catch (error) {
      this.#held = isAway(error) ? 'away' : 'misbehaves';
      return undefined;
    }
  }

  async #send(path: string, signal: AbortSignal, body?: string): Promise<{ status: number; body: string }> {
    const response = await fetch(`${this.url}${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body, headers: { 'content-type': 'text/plain; charset=utf-8' } }),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > mostBytes) throw new Error('too long an answer');
    return { status: response.status, body: Buffer.from(bytes).toString('utf8') };
  }
}

/** `fetch` fails with a TypeError when nobody answers, and with a DOMException when nobody answers in time. */
const isAway = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'name' in error &&
  ['TypeError', 'AbortError', 'TimeoutError'].includes(String(error.name));
