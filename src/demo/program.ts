import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Digest (hexadecimal) of the program in these folders: every script in them, compiled or not, without its tests.
 * Any change counts, because too much of the program has a part in a record to tell what has none.
 */
export function programDigest(folders: readonly string[] = program): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const path of scriptsIn(folder)) {
      const content = readFileSync(join(folder, path));
      hash.update(`${path}\n${content.length}\n`).update(content);
    }
  }
  return hash.digest('hex');
}

/** `src` and `libs`, where this file lies in them; or in `dist`, what was compiled from them. */
const program = ['..', '../../libs'].map((up) => join(import.meta.dirname, up));

const script = /\.(ts|tsx|js)$/;
const besides = /\.(spec|d)\.|(^|\/)(testing|specs)(\/|\.)/;

const scriptsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && script.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !besides.test(path))
    .sort();
