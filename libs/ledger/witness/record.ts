import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseCheckpoint, type SignedCheckpoint } from '../checkpoint.js';

/** What a witness remembers: of every log the last checkpoint it signed. */
export interface WitnessRecord {
  last(origin: string): SignedCheckpoint | undefined;
  /**
   * Runs `decide` on the last checkpoint of a log and puts in its place what that answers with. Nothing comes between the
   * two, also from another process, and it is on disk when this returns: or of two requests at once the older could win,
   * and the log be led back.
   */
  replace<T extends { readonly note?: string }>(origin: string, decide: (last: SignedCheckpoint | undefined) => T): T;
  close(): void;
}

/** A record in a SQLite file. */
export function witnessRecord(path: string): WitnessRecord {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(path, { timeout: 5_000 });
  db.exec(`PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS seen (origin TEXT PRIMARY KEY, note TEXT NOT NULL) WITHOUT ROWID`);
  const find = db.prepare('SELECT note FROM seen WHERE origin = ?');
  const put = db.prepare('INSERT OR REPLACE INTO seen VALUES (?, ?)');
  const last = (origin: string): SignedCheckpoint | undefined => {
    const note = find.get(origin)?.['note'];
    return typeof note === 'string' ? parseCheckpoint(note) : undefined;
  };
  return {
    last,
    replace: (origin, decide) => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const decided = decide(last(origin));
        if (decided.note !== undefined) put.run(origin, decided.note);
        db.exec('COMMIT');
        return decided;
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => db.close(),
  };
}
