import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyDatabase } from './copies.js';
import { copyDurably, entriesOf } from './files.js';

/** Where in a copy of the record its ledger lies. */
export const ledgerPart = 'ledger';

/** What there is of each log, and of each name it was signed under before. */
const parts = { tree: 'ledger.db', key: 'key' } as const;

/**
 * Copies the trees of a ledger in use, with the keys they are signed with. To be called before the logs are copied: a tree
 * that is ahead of its log looks as if the log had been cut.
 * @param from the ledger's folder; nothing is copied where there is none
 * @returns the files, relative to `to`
 */
export async function copyLedger(from: string, to: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const folder of entriesOf(from).filter((entry) => existsSync(join(from, entry, parts.tree)))) {
    const there = join(ledgerPart, folder);
    mkdirSync(join(to, there), { recursive: true, mode: 0o700 });
    await copyDatabase(join(from, folder, parts.tree), join(to, there, parts.tree));
    copyDurably(join(from, folder, parts.key), join(to, there, parts.key));
    files.push(...Object.values(parts).map((part) => join(there, part)));
  }
  return files;
}

/** Whether a file of a copy of the record is the ledger's. */
export const isOfLedger = (path: string): boolean => path.startsWith(`${ledgerPart}/`);

/** What a ledger's folder holds, but for what restores left in it. */
export const foldersOf = (ledger: string): readonly string[] =>
  entriesOf(ledger).filter((entry) => existsSync(join(ledger, entry, parts.key)));
