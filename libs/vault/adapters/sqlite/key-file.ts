import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Fence, LiveKey, OfflineCopy, StoredKey } from '../../key-store.js';
import type { KeyOwner, VaultStatus } from '../../port.js';
import { columns, reconcile, zeros } from './reconcile.js';

/**
 * A destroyed key is overwritten, and its row stays: so "erased" can be told from "lost", and no backup brings it back. One
 * that is away (`destroyed` 2) is overwritten as well, and what others can read of it lies in `offline`. A fence of category
 * '' covers every category.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS key (
    id INTEGER PRIMARY KEY,
    dek_id TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    category TEXT NOT NULL,
    version INTEGER NOT NULL,
    kek_version INTEGER NOT NULL,
    destroyed INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    UNIQUE (subject, category, version)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS fence (
    subject TEXT NOT NULL,
    category TEXT NOT NULL,
    finished INTEGER NOT NULL,
    PRIMARY KEY (subject, category)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS away (
    subject TEXT NOT NULL,
    category TEXT NOT NULL,
    seq INTEGER NOT NULL,
    back INTEGER NOT NULL,
    PRIMARY KEY (subject, category)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS offline (
    dek_id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    copy BLOB NOT NULL,
    mark TEXT NOT NULL
  ) STRICT;`;

/** How long a copy that is being backed up is waited for. The event loop stands still meanwhile. */
const busyMs = 500;

/** One copy of the wrapped keys and of the fences: a SQLite file that keeps nothing of what was overwritten. */
export class KeyFile {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(readonly path: string) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'a', 0o600));
    this.#db = new DatabaseSync(path, { timeout: busyMs });
    this.#db.exec(
      'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY',
    );
    this.#db.exec(schema);
  }

  meta(name: string): string | undefined {
    return this.#prepare('SELECT value FROM meta WHERE name = ?').get(name)?.['value'] as string | undefined;
  }

  setMeta(name: string, value: string): void {
    this.#prepare('INSERT INTO meta VALUES (?, ?)').run(name, value);
  }

  /** Runs `work` in one durable transaction. */
  transaction<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  find(dekId: string): StoredKey | undefined {
    return stored(this.#prepare(`SELECT ${columns} FROM key WHERE dek_id = ?`).get(dekId));
  }

  /** The newest key of an owner. */
  current(owner: KeyOwner): StoredKey | undefined {
    const sql = `SELECT ${columns} FROM key WHERE subject = ? AND category = ? ORDER BY version DESC LIMIT 1`;
    return stored(this.#prepare(sql).get(owner.subject, owner.category));
  }

  insert({ dekId, owner, version, kekVersion, wrapped }: StoredKey & { readonly wrapped: Uint8Array }): void {
    this.#prepare(`INSERT INTO key (${columns}) VALUES (?, ?, ?, ?, ?, 0, ?)`).run(
      dekId,
      owner.subject,
      owner.category,
      version,
      kekVersion,
      wrapped,
    );
  }

  isFenced(owner: KeyOwner): boolean {
    const sql = "SELECT 1 FROM fence WHERE subject = ? AND category IN ('', ?)";
    return this.#prepare(sql).get(owner.subject, owner.category) !== undefined;
  }

  /** Records the fence as unfinished: until `finishFences`, keys behind it may still be somewhere in this file. */
  addFence({ subject, category = '' }: Fence): void {
    const sql = 'INSERT INTO fence VALUES (?, ?, 0) ON CONFLICT DO UPDATE SET finished = 0';
    this.#prepare(sql).run(subject, category);
  }

  /** Overwrites the keys behind a fence, here and put away. Their bytes are out of the file only after `scrub`. */
  destroy({ subject, category = '' }: Fence): number {
    const behind = `subject = ? AND (? = '' OR category = ?) AND destroyed <> 1`;
    const offline = `DELETE FROM offline WHERE dek_id IN (SELECT dek_id FROM key WHERE ${behind})`;
    this.#prepare(offline).run(subject, category, category);
    const sql = `UPDATE key SET destroyed = 1, wrapped = ${zeros} WHERE ${behind}`;
    return Number(this.#prepare(sql).run(subject, category, category).changes);
  }

  isAway(owner: KeyOwner): boolean {
    const sql = 'SELECT 1 FROM away WHERE subject = ? AND category = ? AND back = 0';
    return this.#prepare(sql).get(owner.subject, owner.category) !== undefined;
  }

  /** Counts one further each time, so that of two copies the later one is known. */
  markAway({ subject, category }: KeyOwner): void {
    const sql = `INSERT INTO away VALUES (?, ?, 1, 0)
      ON CONFLICT DO UPDATE SET seq = seq + back, back = 0`;
    this.#prepare(sql).run(subject, category);
  }

  liveKeys({ subject, category }: KeyOwner): readonly LiveKey[] {
    const sql = `SELECT ${columns} FROM key WHERE subject = ? AND category = ? AND destroyed = 0 ORDER BY id`;
    return this.#prepare(sql)
      .all(subject, category)
      .flatMap((row) => live(stored(row)) ?? []);
  }

  keepOffline({ dekId, copy, mark }: OfflineCopy): void {
    const sql = `INSERT OR REPLACE INTO offline SELECT k.dek_id, a.seq, ?, ? FROM key k
      JOIN away a ON a.subject = k.subject AND a.category = k.category WHERE k.dek_id = ?`;
    this.#prepare(sql).run(copy, mark, dekId);
  }

  /** Overwrites a key of which others can read what is kept. Its bytes are out of the file only after `scrub`. */
  takeOffline(dekId: string): void {
    const sql = `UPDATE key SET destroyed = 2, wrapped = ${zeros}
      WHERE dek_id = ? AND destroyed = 0 AND dek_id IN (SELECT dek_id FROM offline)`;
    this.#prepare(sql).run(dekId);
  }

  offline({ subject, category }: KeyOwner): readonly (OfflineCopy & { readonly key: StoredKey })[] {
    const sql = `SELECT ${columns}, copy, mark FROM key JOIN offline USING (dek_id)
      WHERE subject = ? AND category = ? AND destroyed = 2 ORDER BY id`;
    return this.#prepare(sql)
      .all(subject, category)
      .flatMap((row) => {
        const key = stored(row);
        if (key === undefined) return [];
        return [{ key, dekId: key.dekId, copy: row['copy'] as Uint8Array, mark: row['mark'] as string }];
      });
  }

  /** To be called in one transaction with the keys themselves. */
  markBack({ subject, category }: KeyOwner): void {
    this.#prepare('UPDATE away SET back = 1 WHERE subject = ? AND category = ?').run(subject, category);
  }

  putBack({ dekId, kekVersion, wrapped }: LiveKey): void {
    const sql = 'UPDATE key SET destroyed = 0, kek_version = ?, wrapped = ? WHERE dek_id = ? AND destroyed = 2';
    this.#prepare(sql).run(kekVersion, wrapped, dekId);
    this.#prepare('DELETE FROM offline WHERE dek_id = ?').run(dekId);
  }

  hasAway(): boolean {
    return this.#prepare('SELECT 1 FROM away WHERE back = 0').get() !== undefined;
  }

  keysBehind({ subject, category = '' }: Fence): { readonly live: number; readonly destroyed: number } {
    const sql = `SELECT count(*) AS n, coalesce(sum(destroyed = 1), 0) AS destroyed FROM key
      WHERE subject = ? AND (? = '' OR category = ?)`;
    const row = this.#prepare(sql).get(subject, category, category);
    const destroyed = Number(row?.['destroyed']);
    return { live: Number(row?.['n']) - destroyed, destroyed };
  }

  /** Live keys that an older key-encryption key wraps, `most` of them. */
  stale(version: number, most: number): readonly LiveKey[] {
    const sql = `SELECT ${columns} FROM key WHERE destroyed = 0 AND kek_version < ? ORDER BY id LIMIT ?`;
    return this.#prepare(sql)
      .all(version, most)
      .flatMap((row) => live(stored(row)) ?? []);
  }

  /** Puts another wrapping of a key in its place; one destroyed in the meantime stays so. */
  rewrap({ dekId, kekVersion, wrapped }: LiveKey): void {
    const sql = 'UPDATE key SET kek_version = ?, wrapped = ? WHERE dek_id = ? AND destroyed = 0';
    this.#prepare(sql).run(kekVersion, wrapped, dekId);
  }

  counts(version: number): Omit<VaultStatus, 'version'> {
    const count = (sql: string, ...values: readonly number[]): number =>
      Number(this.#prepare(sql).get(...values)?.['n']);
    return {
      keys: count('SELECT count(*) AS n FROM key WHERE destroyed = 0'),
      stale: count('SELECT count(*) AS n FROM key WHERE destroyed = 0 AND kek_version < ?', version),
      destroyed: count('SELECT count(*) AS n FROM key WHERE destroyed = 1'),
      away: count('SELECT count(*) AS n FROM key WHERE destroyed = 2'),
      fences: count('SELECT count(*) AS n FROM fence'),
    };
  }

  /**
   * Writes the log of changes back and cuts it off, so that no earlier content of a page is left in it.
   * @throws Error a reader is in the way
   */
  scrub(): void {
    const answer = this.#prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    if (answer?.['busy'] !== 0) throw new Error(`a reader keeps ${this.path} from being cleaned`);
  }

  hasUnfinishedFences(): boolean {
    return this.#prepare('SELECT 1 FROM fence WHERE finished = 0').get() !== undefined;
  }

  finishFences(): void {
    this.#prepare('UPDATE fence SET finished = 1 WHERE finished = 0').run();
  }

  /**
   * Brings this copy and another to the same content.
   * @returns whether the two now hold the same keys
   */
  reconcileWith(other: KeyFile): boolean {
    this.#prepare('ATTACH ? AS other').run(other.path);
    try {
      return reconcile(this.#db);
    } finally {
      this.#statements.clear();
      this.#db.exec('DETACH other');
    }
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

const live = (key: StoredKey | undefined): LiveKey | undefined =>
  key?.wrapped === undefined ? undefined : { ...key, wrapped: key.wrapped };

function stored(row: Record<string, unknown> | undefined): StoredKey | undefined {
  if (row === undefined) return undefined;
  return {
    dekId: row['dek_id'] as string,
    owner: { subject: row['subject'] as string, category: row['category'] as string },
    version: row['version'] as number,
    kekVersion: row['kek_version'] as number,
    wrapped: row['destroyed'] === 0 ? (row['wrapped'] as Uint8Array) : undefined,
    ...(row['destroyed'] === 2 ? { away: true } : {}),
  };
}
