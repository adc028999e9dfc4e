import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { base64, fromBase64, sha256 } from './bytes.js';

/** What a key signs (C2SP signed-note): a log its checkpoints, a witness what it saw and when. */
export const keyTypes = { log: 0x01, witness: 0x04 } as const;
export type KeyType = (typeof keyTypes)[keyof typeof keyTypes];

/** A public key with the name it signs under. */
export interface VerifierKey {
  readonly name: string;
  /** Eight hex digits. */
  readonly id: string;
  readonly type: KeyType;
  /** 32 bytes, base64: the key itself, whatever its name. */
  readonly material: string;
  readonly verifies: (message: Uint8Array, signature: Uint8Array) => boolean;
}

/** A private key with its name. */
export interface Signer {
  readonly key: VerifierKey;
  readonly sign: (message: Uint8Array) => Buffer;
  /** As it is kept in a file: secret. */
  readonly secret: string;
}

/** A text is not a key of the kind that is wanted. The message holds nothing of it. */
export class KeyRefused extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'KeyRefused';
  }
}

/** How Ed25519 keys are wrapped in DER. */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const secretWord = 'PRIVATE+KEY+';

/** @throws KeyRefused a key name that a signature line could not hold */
export function newSigner(name: string, type: KeyType): Signer {
  const der = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
  return signerOf(name, type, der.subarray(privatePrefix.length));
}

/** @throws KeyRefused */
export function parseSigner(text: string): Signer {
  const line = text.trimEnd();
  if (!line.startsWith(secretWord)) throw new KeyRefused('not a private key');
  const { name, id, type, bytes } = partsOf(line.slice(secretWord.length));
  const signer = signerOf(name, type, bytes);
  if (signer.key.id !== id) throw new KeyRefused('a private key whose id is another one');
  return signer;
}

/**
 * A `vkey` of C2SP signed-note: `name+id+base64(type, key)`.
 * @throws KeyRefused
 */
export function parseVerifierKey(text: string): VerifierKey {
  const { name, id, type, bytes } = partsOf(text);
  const key = verifierOf(name, type, bytes);
  if (key.id !== id) throw new KeyRefused('a key whose id is another one');
  return key;
}

/** The `vkey` text. */
export const verifierKeyText = ({ name, id, type, material }: VerifierKey): string =>
  `${name}+${id}+${base64(Buffer.concat([Buffer.from([type]), Buffer.from(material, 'base64')]))}`;

/** Whether a signature line can hold a name. */
export const isKeyName = (name: string): boolean =>
  /^[^\s+]+$/u.test(name) && name.isWellFormed() && !control.test(name);

const control = /\p{Cc}/u;

/** A key in base64 may hold a plus, a name may not. */
function partsOf(text: string): { name: string; id: string; type: KeyType; bytes: Buffer } {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? [];
  const bytes = fromBase64(encoded);
  const type = Object.values(keyTypes).find((each) => each === bytes?.[0]);
  if (!isKeyName(name) || bytes?.length !== 33 || type === undefined) throw new KeyRefused('not an Ed25519 key');
  return { name, id, type, bytes: bytes.subarray(1) };
}

function verifierOf(name: string, type: KeyType, raw: Buffer): VerifierKey {
  if (!isKeyName(name)) throw new KeyRefused('a name with spaces or a plus');
  const key = createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
  return {
    name,
    id: sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([type]), raw])).toString('hex', 0, 4),
    type,
    material: base64(raw),
    verifies: (message, signature) => signature.length === 64 && verify(null, message, key, signature),
  };
}

function signerOf(name: string, type: KeyType, seed: Buffer): Signer {
  const secret: KeyObject = createPrivateKey({
    key: Buffer.concat([privatePrefix, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const raw = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
  const key = verifierOf(name, type, raw);
  return {
    key,
    sign: (message) => sign(null, message, secret),
    secret: `${secretWord}${name}+${key.id}+${base64(Buffer.concat([Buffer.from([type]), seed]))}\n`,
  };
}
