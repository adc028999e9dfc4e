import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { SealedSection } from '#decider';
import { type Binding, Tampered } from './port.js';

/**
 * The only module that touches a cipher. Everywhere else deals in keys and in sealed forms.
 *
 * Keys are key objects: Node takes longer to make one of bytes than to seal a section with it. Their bytes lie outside
 * of the JavaScript heap, and are overwritten when the object is collected.
 */

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
/** Node takes tags of 4 bytes and more unless it is told the length, on both sides. */
const tagBytes = 16;

/** Bytes of a data key and of a key-encryption key. */
export const keyBytes = 32;
/** Bytes of a wrapped data key: IV, key, tag. */
export const wrappedBytes = ivBytes + keyBytes + tagBytes;

/** A data key in the clear. Lives in memory only. */
export interface DataKey {
  readonly dekId: string;
  readonly version: number;
  readonly key: KeyObject;
}

export const randomKey = (): KeyObject => toKey(randomBytes(keyBytes));

/**
 * Seals a JSON value. The value is bound to its place in the log, to its key and to this deployment.
 * @throws TypeError the value has no JSON form
 */
export function sealValue(key: DataKey, deployment: string, binding: Binding, value: unknown): SealedSection {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError('a section without a JSON form cannot be sealed');
  const { iv, ct, tag } = encrypt(key.key, sectionAad(key, deployment, binding), Buffer.from(text));
  const encoded = { iv: iv.toString('base64url'), ct: ct.toString('base64url'), tag: tag.toString('base64url') };
  return { v: 1, dekId: key.dekId, dekVersion: key.version, ...encoded };
}

/**
 * Opens what `sealValue` made.
 * @throws Tampered bytes, place, key or deployment differ from what was sealed
 */
export function openValue(key: DataKey, deployment: string, binding: Binding, section: SealedSection): unknown {
  if ((section.v as number) !== 1 || section.dekId !== key.dekId || section.dekVersion !== key.version) {
    throw new Tampered();
  }
  const box = { iv: decode(section.iv), ct: decode(section.ct), tag: decode(section.tag) };
  return JSON.parse(decrypt(key.key, sectionAad(key, deployment, binding), box).toString()) as unknown;
}

/** Wraps a data key under the key-encryption key, bound to `context` (whose it is): `wrappedBytes` long. */
export function wrapKey(kek: KeyObject, context: readonly (string | number)[], key: KeyObject): Uint8Array {
  const bytes = key.export();
  const { iv, ct, tag } = encrypt(kek, lengthPrefixed(context), bytes);
  bytes.fill(0);
  return Buffer.concat([iv, ct, tag]);
}

/** @throws Tampered the wrapped bytes, their context or the key-encryption key are not the ones they were made with */
export function unwrapKey(kek: KeyObject, context: readonly (string | number)[], wrapped: Uint8Array): KeyObject {
  if (wrapped.length !== wrappedBytes) throw new Tampered();
  const bytes = Buffer.from(wrapped);
  const box = {
    iv: bytes.subarray(0, ivBytes),
    ct: bytes.subarray(ivBytes, -tagBytes),
    tag: bytes.subarray(-tagBytes),
  };
  return toKey(decrypt(kek, lengthPrefixed(context), box));
}

/** HMAC-SHA-256 (base64url) under a key derived from `secret` for this purpose alone. Purposes are few, named in code. */
export function macFor(secret: KeyObject, purpose: string, text: string): string {
  return createHmac('sha256', macKey(secret, purpose)).update(text).digest('base64url');
}

/** Derived keys by secret and purpose. Weak, so that they are gone with the key they were derived from. */
const macKeys = new WeakMap<KeyObject, Map<string, KeyObject>>();

function macKey(secret: KeyObject, purpose: string): KeyObject {
  const known = macKeys.get(secret) ?? new Map<string, KeyObject>();
  macKeys.set(secret, known);
  let key = known.get(purpose);
  if (key === undefined) {
    key = toKey(Buffer.from(hkdfSync('sha256', secret, '', lengthPrefixed(['mac', purpose]), keyBytes)));
    known.set(purpose, key);
  }
  return key;
}

/** What a key is recognised by without giving anything of it away. */
export const fingerprint = (key: KeyObject): string => macFor(key, 'fingerprint', '');

/** The key of these bytes, which are overwritten: the object has a copy of its own. */
export function toKey(bytes: Uint8Array): KeyObject {
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

interface Box {
  readonly iv: Buffer;
  readonly ct: Buffer;
  readonly tag: Buffer;
}

function encrypt(key: KeyObject, aad: Uint8Array, plaintext: Uint8Array): Box {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  cipher.setAAD(aad);
  const ct = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { iv, ct, tag: cipher.getAuthTag() };
}

function decrypt(key: KeyObject, aad: Uint8Array, box: Box): Buffer {
  if (box.iv.length !== ivBytes || box.tag.length !== tagBytes) throw new Tampered();
  const decipher = createDecipheriv(algorithm, key, box.iv, { authTagLength: tagBytes });
  decipher.setAAD(aad);
  decipher.setAuthTag(box.tag);
  try {
    return Buffer.concat([decipher.update(box.ct), decipher.final()]);
  } catch {
    throw new Tampered();
  }
}

function sectionAad(key: DataKey, deployment: string, binding: Binding): Uint8Array {
  const { stream, revision, eventId, type, schema, section } = binding;
  return lengthPrefixed([stream, revision, eventId, type, schema, section, 1, key.dekId, key.version, deployment]);
}

/** Fields one after the other, each behind its length: no two lists of fields give the same bytes. */
function lengthPrefixed(fields: readonly (string | number)[]): Buffer {
  const texts = fields.map(String);
  const bytes = Buffer.alloc(texts.reduce((sum, text) => sum + 4 + Buffer.byteLength(text), 0));
  let at = 0;
  for (const text of texts) {
    const length = bytes.write(text, at + 4);
    bytes.writeUInt32BE(length, at);
    at += 4 + length;
  }
  return bytes;
}

/** Base64url, and only the one spelling of it: the decoder alone would skip characters it does not know. */
function decode(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new Tampered();
  return bytes;
}
