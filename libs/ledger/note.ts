import { base64, fromBase64 } from './bytes.js';
import { isKeyName, keyTypes, type Signer, type VerifierKey } from './keys.js';

/** A line under a note, as it was read: whose it claims to be. */
export interface SignatureLine {
  readonly name: string;
  /** Eight hex digits. */
  readonly id: string;
  readonly signature: Buffer;
}

/** A text and the signatures under it (C2SP signed-note). Nothing in it is to be believed before `verifyNote`. */
export interface Note {
  /** With its last newline. */
  readonly body: string;
  readonly signatures: readonly SignatureLine[];
}

/** Somebody known signed a note. */
export interface Verified {
  readonly key: VerifierKey;
  /** Of a witness: when it looked, in seconds since 1970. */
  readonly time?: number;
}

/** A note that says nothing: not one at all, or with a line that a known key did not make. */
export class NoteRefused extends Error {
  constructor(
    readonly reason: 'malformed' | 'bad-signature',
    detail: string,
    /** Whose signature it claims to be. */
    readonly by?: VerifierKey,
  ) {
    super(detail);
    this.name = 'NoteRefused';
  }
}

/** At least 16 must be taken (C2SP); a thousand would be an attack. */
const mostSignatures = 64;
const dash = '\u2014 ';

/** @throws NoteRefused `malformed` */
export function parseNote(text: string): Note {
  // Control characters could show a reader something else than what is signed.
  if (!text.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(text)) refuse('characters a note may not have');
  if (!text.endsWith('\n')) refuse('a note ends with a newline');
  const split = text.lastIndexOf('\n\n');
  if (split < 0) refuse('no signatures');
  const lines = text.slice(split + 2, -1).split('\n');
  if (lines.length > mostSignatures) refuse('too many signatures');
  return { body: text.slice(0, split + 1), signatures: lines.map(parseSignature) };
}

/** @throws NoteRefused `malformed` */
export function parseSignature(line: string): SignatureLine {
  const [name = '', encoded = '', ...more] = line.startsWith(dash) ? line.slice(dash.length).split(' ') : [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes === undefined || bytes.length < 5 || more.length > 0) refuse('not a signature line');
  return { name, id: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
}

export const signatureText = ({ name, id, signature }: SignatureLine): string =>
  `${dash}${name} ${base64(Buffer.concat([Buffer.from(id, 'hex'), signature]))}`;

export const noteText = ({ body, signatures }: Note): string =>
  `${body}\n${signatures.map((each) => `${signatureText(each)}\n`).join('')}`;

/**
 * Who of those known signed a note, each once. Lines of others say nothing, even under a known name.
 * @throws NoteRefused `bad-signature` a known key's line is not its own: then the whole note is worth nothing
 */
export function verifyNote({ body, signatures }: Note, known: readonly VerifierKey[]): readonly Verified[] {
  const verified = new Map<VerifierKey, Verified>();
  for (const { name, id, signature } of signatures) {
    const key = known.find((each) => each.name === name && each.id === id);
    if (key === undefined) continue;
    const found = verifySignature(key, body, signature);
    if (found === undefined) throw new NoteRefused('bad-signature', `a signature of ${name} that is not its own`, key);
    if (!verified.has(key)) verified.set(key, found);
  }
  return [...verified.values()];
}

function verifySignature(key: VerifierKey, body: string, signature: Buffer): Verified | undefined {
  if (key.type === keyTypes.log) return key.verifies(Buffer.from(body), signature) ? { key } : undefined;
  if (signature.length !== timeBytes + 64) return undefined;
  const time = signature.readBigUInt64BE();
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  if (!key.verifies(cosigned(body, time), signature.subarray(timeBytes))) return undefined;
  return { key, time: Number(time) };
}

/** Signs a body as a log. */
export const signed = (body: string, { key, sign }: Signer): SignatureLine => ({
  name: key.name,
  id: key.id,
  signature: sign(Buffer.from(body)),
});

/**
 * Signs a checkpoint's body as a witness (C2SP tlog-cosignature, Ed25519).
 * @param time seconds since 1970
 */
export function cosign(body: string, { key, sign }: Signer, time: number): SignatureLine {
  const stamp = Buffer.alloc(timeBytes);
  stamp.writeBigUInt64BE(BigInt(time));
  const signature = Buffer.concat([stamp, sign(cosigned(body, BigInt(time)))]);
  return { name: key.name, id: key.id, signature };
}

const timeBytes = 8;
const cosigned = (body: string, time: bigint): Buffer => Buffer.from(`cosignature/v1\ntime ${time}\n${body}`);

function refuse(detail: string): never {
  throw new NoteRefused('malformed', detail);
}
