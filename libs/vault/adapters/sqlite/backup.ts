import { chmodSync, closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Fence } from '../../key-store.js';
import { kekFile, writeSecret } from './kek-file.js';

export const keysFile = (directory: string): string => join(directory, 'keys.db');

/** What a copy of a vault holds. */
export interface VaultCopy {
  /** Paths of its files, relative to the directory. */
  readonly files: readonly string[];
  /** Keys that are not destroyed. */
  readonly keys: number;
  readonly fences: number;
}

/**
 * Copies one directory of a vault while it is in use: the keys as they are at one instant, and the key-encryption key.
 * The copy is itself a vault directory.
 * @param to an existing directory without a vault
 * @throws Error there is no vault, or the copy does not verify
 */
export async function backupVault(directory: string, to: string): Promise<VaultCopy> {
  const [from, copy] = [keysFile(directory), keysFile(to)];
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    closeSync(openSync(copy, 'wx', 0o600));
    // One reading of the file: with each new key the copy would otherwise begin anew.
    source.exec('BEGIN; SELECT 1 FROM meta');
    await backup(source, copy, { rate: 10_000 });
  } finally {
    source.close();
  }
  // A copy is one file: no write-ahead log beside it that could be left behind.
  const made = new DatabaseSync(copy);
  made.exec('PRAGMA journal_mode=DELETE');
  made.close();
  chmodSync(copy, 0o600);
  writeSecret(kekFile(to), readFileSync(kekFile(directory), 'utf8'));
  return { files: ['keys.db', 'kek/kek.json'], ...verifyVault(to) };
}

/**
 * Checks that the files of a vault directory are whole, without its secrets.
 * @throws Error they are not
 */
export function verifyVault(directory: string): { readonly keys: number; readonly fences: number } {
  return reading(directory, (db) => {
    const answer = db.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
    if (answer !== 'ok') throw new Error(`${keysFile(directory)} is damaged`);
    const count = (sql: string): number => Number(db.prepare(sql).get()?.['n']);
    return {
      keys: count('SELECT count(*) AS n FROM key WHERE destroyed = 0'),
      fences: count('SELECT count(*) AS n FROM fence'),
    };
  });
}

/** The deployment a vault directory belongs to; undefined when there is no vault in it. */
export function deploymentOf(directory: string): string | undefined {
  if (!existsSync(keysFile(directory))) return undefined;
  return reading(directory, (db) => {
    const row = db.prepare("SELECT value FROM meta WHERE name = 'deployment'").get();
    return row?.['value'] as string | undefined;
  });
}

/** The erasures a vault directory knows of; none when there is no vault in it. */
export function readFences(directory: string): readonly Fence[] {
  if (!existsSync(keysFile(directory))) return [];
  return reading(directory, (db) =>
    db
      .prepare('SELECT subject, category FROM fence ORDER BY subject, category')
      .all()
      .map((row) => {
        const [subject, category] = [row['subject'] as string, row['category'] as string];
        return category === '' ? { subject } : { subject, category };
      }),
  );
}

function reading<T>(directory: string, read: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(keysFile(directory), { readOnly: true, timeout: 5_000 });
  try {
    return read(db);
  } finally {
    db.close();
  }
}
