import type { KeyObject } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import { toKey } from './envelope.js';
import type { OfflineCopy } from './key-store.js';
import type { Kms } from './kms.js';
import { type KeyOwner, type Reseal, Tampered } from './port.js';

/** What a key is put away as. Whoever holds the other key and the record can read the data without this program. */
interface Written {
  readonly v: 1;
  readonly deployment: string;
  readonly dekId: string;
  readonly subject: string;
  readonly category: string;
  readonly version: number;
  /** 32 bytes, base64url. */
  readonly key: string;
}

/** Which key it is: all but its bytes. */
export interface KeyName {
  readonly dekId: string;
  readonly owner: KeyOwner;
  readonly version: number;
}

const named = (deployment: string, { dekId, owner, version }: KeyName): Omit<Written, 'key'> => ({
  ...{ v: 1, deployment, dekId },
  ...{ subject: owner.subject, category: owner.category, version },
});

/** Resealed, and marked with a digest that only this deployment can make. */
export async function copyOf(
  kms: Pick<Kms, 'mac'>,
  deployment: string,
  name: KeyName,
  key: KeyObject,
  seal: Reseal,
): Promise<OfflineCopy> {
  const { dekId } = name;
  const raw = key.export();
  const written = Buffer.from(JSON.stringify({ ...named(deployment, name), key: raw.toString('base64url') }));
  try {
    const copy = await seal(written);
    return { dekId, copy, mark: await markOf(kms, dekId, copy) };
  } finally {
    raw.fill(0);
    written.fill(0);
  }
}

/** @throws Tampered it is another key, of another person or of another store */
export async function keyIn(
  kms: Pick<Kms, 'mac'>,
  deployment: string,
  { key: name, copy, mark }: OfflineCopy & { readonly key: KeyName },
  open: Reseal,
): Promise<KeyObject> {
  if ((await markOf(kms, name.dekId, copy)) !== mark) throw new Tampered();
  const written = await open(copy);
  const { key, ...rest } = JSON.parse(Buffer.from(written).toString()) as Written;
  written.fill(0);
  if (JSON.stringify(rest) !== JSON.stringify(named(deployment, name))) throw new Tampered();
  return toKey(Buffer.from(key, 'base64url'));
}

const markOf = (kms: Pick<Kms, 'mac'>, dekId: string, copy: Uint8Array): Promise<string> =>
  kms.mac('offline-copy', JSON.stringify([dekId, Buffer.from(copy).toString('base64url')]));

/** The lines of a file of age that are keys: neither empty nor said to its reader. */
export const linesOfAge = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/**
 * Makes bytes readable to any of these recipients (`age1…`), whose other halves are not here.
 * @throws Error there is none, or one is no public key of age
 */
export function ageSealed(recipients: readonly string[]): Reseal {
  if (recipients.length === 0) throw new Error('nobody could read it');
  const sealing = new Encrypter();
  for (const recipient of recipients) sealing.addRecipient(recipient);
  return (bytes) => sealing.encrypt(bytes);
}

/**
 * Reads what was made readable to one of these identities (`AGE-SECRET-KEY-1…`).
 * @throws Error one is no private key of age
 */
export function ageOpened(identities: readonly string[]): Reseal {
  const opening = new Decrypter();
  for (const identity of identities) opening.addIdentity(identity);
  return (bytes) => opening.decrypt(bytes);
}
