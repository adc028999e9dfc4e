import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** `full` also survives a power cut: for checkpoints that cannot be made again. */
export type Durability = 'normal' | 'full';

/**
 * Documents and terms belong to a generation; `projections` says which generation a projection shows. A replacement is
 * written under a generation of its own and shown by one update; `kept` says what it replaced, if that is to be kept.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS generations (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, version INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS projections (
    name TEXT NOT NULL, version INTEGER NOT NULL, generation INTEGER NOT NULL, position TEXT,
    PRIMARY KEY (name, version)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS kept (
    name TEXT NOT NULL, version INTEGER NOT NULL, generation INTEGER NOT NULL, position TEXT,
    PRIMARY KEY (name, version)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS documents (
    projection INTEGER NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, terms TEXT NOT NULL,
    PRIMARY KEY (projection, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS terms (
    projection INTEGER NOT NULL, list TEXT NOT NULL, sort TEXT NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (projection, list, sort, key)) WITHOUT ROWID;`;

/** A connection with its statements prepared once. */
export class Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(
    private readonly path: string,
    durability: Durability,
  ) {
    this.#database = new DatabaseSync(path);
    // A checkpoint every 64 MB of WAL: a page that many writes touch is then copied into the file once.
    // Some of what is deleted must be gone: its place is overwritten, here, and in the WAL by `scrub`.
    this.#database
      .exec(`PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durability};
      PRAGMA wal_autocheckpoint = 16384; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; ${tables}`);
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** @returns how many rows it changed */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).changes);
  }

  /** `Row` names the columns the statement selects. */
  one<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined;
  }

  many<Row>(sql: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#prepared(sql).all(...values) as Row[];
  }

  /** Rows of one moment, streamed over a connection of their own. */
  *stream<Row>(sql: string, ...values: SQLInputValue[]): Generator<Row> {
    const reader = new DatabaseSync(this.path, { readOnly: true });
    try {
      for (const row of reader.prepare(sql).iterate(...values)) yield row as Row;
    } finally {
      reader.close();
    }
  }

  /** All of `work` or nothing. Takes the write lock at once, so that what it reads is what it changes. */
  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk may have rolled it back already; the first error is the one to tell.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Writes the WAL back and cuts it off, so that no earlier content of a page is left in it.
   * @throws Error a reader is in the way
   */
  scrub(): void {
    const answer = this.one<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
    if (answer?.busy !== 0) throw new Error(`a reader keeps ${this.path} from being cleaned`);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}
