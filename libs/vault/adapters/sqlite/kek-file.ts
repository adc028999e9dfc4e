import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { keyBytes, randomKey, toKey } from '../../envelope.js';
import type { Secrets } from '../../key-vault.js';
import { VaultUnusable } from '../../port.js';

/** The file of the key-encryption key, in a directory of its own so that it can be a mount of its own. */
export const kekFile = (directory: string): string => join(directory, 'kek', 'kek.json');

/**
 * Reads the deployment's secrets from both places, or makes them when nothing was ever sealed with others.
 * One place that is empty is filled from the other.
 * @param mayCreate whether the key store is empty
 * @throws VaultUnusable `kek-missing`, `kek-exposed`, `kek-unreadable` or `copies-disagree`
 */
export function loadSecrets(files: readonly string[], mayCreate: boolean): Secrets {
  const found = files.map(read);
  const texts = new Set(found.filter((text) => text !== undefined));
  if (texts.size > 1) {
    throw new VaultUnusable('copies-disagree', `the key-encryption keys of ${files.join(' and ')} are not the same`);
  }
  const [known] = texts;
  if (known === undefined && !mayCreate) {
    throw new VaultUnusable('kek-missing', `there are keys, and no key-encryption key in ${files.join(' or ')}`);
  }
  const text = known ?? fresh();
  const secrets = parse(text, files.join(' or '));
  for (const [index, file] of files.entries()) if (found[index] === undefined) writeSecret(file, text);
  return secrets;
}

/** Writes a secret so that it is whole or not there, readable by the owner only, and durable. */
export function writeSecret(file: string, text: string): void {
  const directory = dirname(file);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  const draft = openSync(`${file}.new`, 'w', 0o600);
  writeSync(draft, text);
  fsyncSync(draft);
  closeSync(draft);
  renameSync(`${file}.new`, file);
  const entry = openSync(directory, 'r');
  fsyncSync(entry);
  closeSync(entry);
}

function read(file: string): string | undefined {
  let mode: number;
  try {
    ({ mode } = statSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new VaultUnusable('kek-unreadable', `cannot read ${file}`, { cause: error });
  }
  if ((mode & 0o077) !== 0) throw new VaultUnusable('kek-exposed', `others may read ${file}: set its mode to 0600`);
  return readFileSync(file, 'utf8');
}

function fresh(): string {
  const [kek, secret] = [randomKey(), randomKey()].map((key) => key.export().toString('base64url'));
  return `${JSON.stringify({ v: 1, kekVersion: 1, kek, secret })}\n`;
}

function parse(text: string, where: string): Secrets {
  try {
    const { v, kekVersion, kek, secret } = JSON.parse(text) as Record<string, unknown>;
    if (v === 1 && typeof kekVersion === 'number' && typeof kek === 'string' && typeof secret === 'string') {
      const keys = [Buffer.from(kek, 'base64url'), Buffer.from(secret, 'base64url')] as const;
      if (keys.every(({ length }) => length === keyBytes)) {
        return { kekVersion, kek: toKey(keys[0]), secret: toKey(keys[1]) };
      }
    }
  } catch {
    // Falls through to the one answer: the parser's own message would quote the secret.
  }
  throw new VaultUnusable('kek-unreadable', `the key-encryption key of ${where} is damaged`);
}
