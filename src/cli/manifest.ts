import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Failed } from './console.js';
import { writeDurably } from './files.js';

/** What a backup directory says of itself. Written last: a directory without it is no backup. */
export interface Manifest {
  readonly v: 1;
  readonly kind: 'log' | 'vault';
  /** The same in the two halves that were made together. */
  readonly backup: string;
  readonly software: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Position of the last event; null when there is none. Only in a copy of the log. */
  readonly head?: string | null;
  /** Only in a copy of the vault. */
  readonly deployment?: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  /** Relative to the directory, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

const name = 'manifest.json';

/** Measures the files and writes the manifest. */
export async function writeManifest(
  directory: string,
  paths: readonly string[],
  about: Omit<Manifest, 'v' | 'files'>,
): Promise<void> {
  const files: ManifestFile[] = [];
  for (const path of paths) files.push(await measure(directory, path));
  writeDurably(join(directory, name), `${JSON.stringify({ v: 1, ...about, files }, null, 2)}\n`);
}

/**
 * Reads a manifest and compares every file with it.
 * @throws Failed there is none, it is of the other kind, or a file is not what was written
 */
export async function checkedManifest(directory: string, kind: Manifest['kind']): Promise<Manifest> {
  const manifest = readManifest(directory);
  if (manifest.kind !== kind) {
    throw new Failed(`${directory} es una copia ${manifest.kind === 'log' ? 'del registro' : 'de las llaves'}.`);
  }
  for (const file of manifest.files) {
    if (!existsSync(join(directory, file.path))) throw new Failed(`falta ${file.path} en la copia ${directory}.`);
    const found = await measure(directory, file.path);
    if (found.bytes !== file.bytes || found.sha256 !== file.sha256) {
      throw new Failed(`${file.path} de la copia ${directory} está dañado: no coincide con lo que se copió.`);
    }
  }
  return manifest;
}

function readManifest(directory: string): Manifest {
  const path = join(directory, name);
  if (!existsSync(path)) throw new Failed(`${directory} no es una copia completa: falta ${name}.`);
  let manifest: Partial<Manifest>;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest>;
  } catch {
    throw new Failed(`${path} está dañado.`);
  }
  if (manifest.v !== 1) throw new Failed(`${path} es de otra versión del programa.`);
  if (!isWhole(manifest)) throw new Failed(`${path} está dañado.`);
  return manifest;
}

function isWhole(manifest: Partial<Manifest>): manifest is Manifest {
  const { kind, startedAt, finishedAt, counts, files } = manifest;
  return (
    (kind === 'log' || kind === 'vault') &&
    typeof startedAt === 'string' &&
    typeof finishedAt === 'string' &&
    typeof counts === 'object' &&
    Array.isArray(files) &&
    // A manifest may have been changed on its way: it must not lead out of its directory.
    files.every(({ path }: ManifestFile) => typeof path === 'string' && /^\w[\w.-]*(\/\w[\w.-]*){0,2}$/.test(path))
  );
}

async function measure(directory: string, path: string): Promise<ManifestFile> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(directory, path)), hash);
  return { path, bytes: statSync(join(directory, path)).size, sha256: hash.digest('hex') };
}
