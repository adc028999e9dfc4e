import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below the directories as it is now: path → bytes. */
export function filesIn(...directories: readonly string[]): ReadonlyMap<string, Buffer> {
  const entries = directories.flatMap((directory) => readdirSync(directory, { recursive: true, withFileTypes: true }));
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path, readFileSync(path)]));
}

/** The paths of the files that hold `needle`, as it is or as hex or base64 text. */
export function filesHolding(needle: Uint8Array, files: ReadonlyMap<string, Buffer>): readonly string[] {
  const bytes = Buffer.from(needle);
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  const hex = bytes.toString('hex');
  const forms = [bytes, hex, hex.toUpperCase(), base64, bytes.toString('base64url')];
  return [...files].filter(([, content]) => forms.some((form) => content.includes(form))).map(([path]) => path);
}
