import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a file so that it is whole or not there, and on disk. Only its owner may read it. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const draft = openSync(`${path}.new`, 'w', 0o600);
  try {
    if (typeof content === 'string') writeSync(draft, content);
    else writeSync(draft, content);
    fsyncSync(draft);
  } finally {
    closeSync(draft);
  }
  renameSync(`${path}.new`, path);
  sync(dirname(path));
}

/** Copies a file with its mode, and has it on disk. */
export function copyDurably(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  copyFileSync(from, to);
  sync(to);
  sync(dirname(to));
}

/** Has what was written to a file, or the entries of a directory, on disk. */
export function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Moves entries of one directory to another on the same disk. */
export function moveEntries(from: string, to: string, entries: readonly string[]): void {
  for (const entry of entries) renameSync(join(from, entry), join(to, entry));
  sync(from);
  sync(to);
}

/** The names in a directory; none when it does not exist. */
export function entriesOf(directory: string): readonly string[] {
  return existsSync(directory) ? readdirSync(directory) : [];
}

/** A directory in which something is made ready beside its final place; whatever is found in it was cut off. */
export const stagingName = 'copying';
