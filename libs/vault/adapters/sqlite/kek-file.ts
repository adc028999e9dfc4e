import type { KeyObject } from 'node:crypto';
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
import { fingerprint, keyBytes, toKey } from '../../envelope.js';
import { LocalKms, newSecrets, type Secrets } from '../../kms.js';
import { VaultUnusable } from '../../port.js';

/** The file of the key-encryption key, in a directory of its own so that it can be a mount of its own. */
export const kekFile = (directory: string): string => join(directory, 'kek', 'kek.json');

/** The secrets of a deployment in two files, the newer of which counts: a rotation may have been cut off between them. */
export class FileKms extends LocalKms {
  #secrets: Secrets;
  #revision: number;

  /**
   * Reads the secrets from both places, or makes them when nothing was ever sealed with others. A place that is empty or
   * behind is filled from the other.
   * @param mayCreate whether the key store is empty
   * @throws VaultUnusable `kek-missing`, `kek-exposed`, `kek-unreadable` or `copies-disagree`
   */
  constructor(
    private readonly files: readonly string[],
    mayCreate: boolean,
  ) {
    super();
    const where = files.join(' or ');
    const found = files.map((file) => ({ file, text: read(file) }));
    const parsed = found.flatMap(({ file, text }) => (text === undefined ? [] : [parse(text, file)]));
    const [newest] = parsed.sort((a, b) => b.revision - a.revision);
    if (newest === undefined && !mayCreate) {
      throw new VaultUnusable('kek-missing', `there are keys, and no key-encryption key in ${where}`);
    }
    const { revision, secrets } = newest ?? { revision: 1, secrets: newSecrets() };
    if (parsed.some((other) => !belongTogether({ revision, secrets }, other))) {
      throw new VaultUnusable('copies-disagree', `the key-encryption keys of ${files.join(' and ')} are not the same`);
    }
    this.#secrets = secrets;
    this.#revision = revision;
    const text = written(revision, secrets);
    const isBehind = (known: string | undefined) => known === undefined || parse(known, where).revision < revision;
    for (const { file, text: known } of found) if (isBehind(known)) writeSecret(file, text);
  }

  /** What tells these secrets from those of another deployment, the present first: each version has its own. */
  get marks(): readonly [string, ...string[]] {
    const { current, keks, past, secret } = this.#secrets;
    const versions = [...keks].filter(([version]) => version !== current).map(([, kek]) => fingerprint(kek));
    const mark = (kek: string): string => `${kek}.${fingerprint(secret)}`;
    return [mark(fingerprint(kekOf(keks, current))), ...[...versions, ...past].map(mark)];
  }

  protected override get secrets(): Secrets {
    return this.#secrets;
  }

  protected override keep(secrets: Secrets): void {
    const revision = this.#revision + 1;
    for (const file of this.files) writeSecret(file, written(revision, secrets));
    this.#secrets = secrets;
    this.#revision = revision;
  }
}

/** The secrets as a file holds them; each change counts one further. */
interface Kept {
  readonly revision: number;
  readonly secrets: Secrets;
}

/** One secret, and the same keys where both have a version. */
const belongTogether = (newest: Kept, other: Kept): boolean =>
  newest.secrets.secret.equals(other.secrets.secret) &&
  [...newest.secrets.keks].every(([version, kek]) => other.secrets.keks.get(version)?.equals(kek) ?? true) &&
  (newest.revision !== other.revision ||
    written(1 + newest.revision, newest.secrets) === written(1 + newest.revision, other.secrets));

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

const encode = (key: KeyObject): string => key.export().toString('base64url');

function written(revision: number, { current, keks, past, secret }: Secrets): string {
  // A store that was never rotated is written as it was before there were rotations.
  if (revision === 1)
    return `${JSON.stringify({ v: 1, kekVersion: 1, kek: encode(kekOf(keks, 1)), secret: encode(secret) })}\n`;
  const keys = Object.fromEntries([...keks].map(([version, kek]) => [version, encode(kek)]));
  return `${JSON.stringify({ v: 2, revision, current, keks: keys, past, secret: encode(secret) })}\n`;
}

function kekOf(keks: Secrets['keks'], version: number): KeyObject {
  const kek = keks.get(version);
  if (kek === undefined) throw new Error(`no key-encryption key of version ${version}`);
  return kek;
}

function parse(text: string, where: string): Kept {
  try {
    const kept = JSON.parse(text) as Record<string, unknown>;
    const { v, kek, kekVersion = 1, revision = 1, current = kekVersion, keks = { 1: kek }, past = [] } = kept;
    const keys = new Map(Object.entries(keks as object).map(([version, key]) => [Number(version), decode(key)]));
    if ((v === 1 || v === 2) && keys.has(Number(current)) && Number.isInteger(revision) && Array.isArray(past)) {
      const secret = decode(kept['secret']);
      return {
        revision: Number(revision),
        secrets: { current: Number(current), keks: keys, past: past.map(String), secret },
      };
    }
  } catch {
    // Falls through to the one answer: the parser's own message would quote the secret.
  }
  throw new VaultUnusable('kek-unreadable', `the key-encryption key of ${where} is damaged`);
}

/** @throws RangeError not a key of the right length */
function decode(text: unknown): KeyObject {
  const bytes = Buffer.from(typeof text === 'string' ? text : '', 'base64url');
  if (bytes.length !== keyBytes) throw new RangeError('not a key');
  return toKey(bytes);
}
