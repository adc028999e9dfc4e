import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files below the directories that hold `needle`, as it is or as hex or base64 text. */
export function filesHolding(needle: Uint8Array, ...directories: readonly string[]): readonly string[] {
  const bytes = Buffer.from(needle);
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  const forms = [
    bytes,
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    base64,
    bytes.toString('base64url'),
  ];
  return directories
    .flatMap((directory) => readdirSync(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const content = readFileSync(path);
      return forms.some((form) => content.includes(form));
    });
}
