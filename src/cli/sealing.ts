import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import { linesOfAge } from '#vault';
import { Failed } from './console.js';
import { sync } from './files.js';
import { checkedManifest, type Manifest, writeManifest } from './manifest.js';

type WebStream = Parameters<typeof Readable.fromWeb>[0];

/** What a sealed file is called: the name it has when it is opened, and this. */
const ending = '.age';

/**
 * Whom backups are sealed to: the age public keys in the file `CHASKI_BACKUP_RECIPIENTS`, one a line, at least two, so that
 * one lost key is not a lost backup.
 * @returns undefined where none is set
 * @throws Failed there are not two different ones
 */
export function recipientsFrom(env: NodeJS.ProcessEnv): readonly string[] | undefined {
  const path = env['CHASKI_BACKUP_RECIPIENTS'];
  if (!path) return undefined;
  const recipients = [...new Set(linesOf(path))];
  if (recipients.length < 2 || recipients.some((each) => !each.startsWith('age1'))) {
    throw new Failed(`${path} debe tener al menos dos claves públicas de age (age1…), una por línea.`);
  }
  return recipients;
}

/** The lines of a file that say something. @throws Failed there is no such file */
function linesOf(path: string): readonly string[] {
  if (!existsSync(path)) throw new Failed(`no existe ${path}.`);
  return linesOfAge(readFileSync(path, 'utf8'));
}

/**
 * Seals files of one directory into another. Whoever has one of the recipients' private keys can open them.
 * @returns the names of the sealed files
 * @throws Failed a recipient is no age key
 */
export async function sealFiles(
  from: string,
  to: string,
  files: readonly string[],
  recipients: readonly string[],
): Promise<readonly string[]> {
  const sealing = new Encrypter();
  try {
    for (const recipient of recipients) sealing.addRecipient(recipient);
  } catch (error) {
    throw new Failed('una de las claves públicas de las copias no es de age.', { cause: error });
  }
  for (const file of files) {
    await through(join(from, file), join(to, `${file}${ending}`), (content) => sealing.encrypt(content));
  }
  return files.map((file) => `${file}${ending}`);
}

/**
 * A half of a backup ready to be restored: itself, or opened into a directory of its own where it is sealed.
 * @param identity path of a file with the private key of one of its recipients
 * @throws Failed it is damaged, it is sealed and there is no key, or the key is of nobody it is sealed to
 */
export async function openedCopy(
  directory: string,
  kind: Manifest['kind'],
  identity: string | undefined,
  into: string,
): Promise<string> {
  const manifest = await checkedManifest(directory, kind);
  const { files, ...about } = manifest;
  if (!files.some(({ path }) => path.endsWith(ending))) return directory;
  if (identity === undefined) throw new Failed(`${directory} está cifrada: indique la clave privada (--identity).`);
  const opening = new Decrypter();
  try {
    for (const line of linesOf(identity)) opening.addIdentity(line);
  } catch (error) {
    throw new Failed(`${identity} no tiene una clave privada de age.`, { cause: error });
  }
  const opened = files.map(({ path }) => path.slice(0, -ending.length));
  for (const path of opened) {
    try {
      await through(join(directory, `${path}${ending}`), join(into, path), (content) => opening.decrypt(content));
    } catch (error) {
      throw new Failed(`${identity} no abre la copia ${directory}.`, { cause: error });
    }
  }
  await writeManifest(into, opened, about);
  return into;
}

/** Has a file go through `change` into a new one that only its owner may read. What is half done is not left. */
async function through(
  from: string,
  to: string,
  change: (content: ReadableStream<Uint8Array>) => Promise<ReadableStream<Uint8Array>>,
): Promise<void> {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  try {
    const changed = await change(Readable.toWeb(createReadStream(from)) as ReadableStream<Uint8Array>);
    await pipeline(Readable.fromWeb(changed as WebStream), createWriteStream(to, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  }
  sync(to);
  sync(dirname(to));
}
