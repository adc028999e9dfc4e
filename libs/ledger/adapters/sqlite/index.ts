import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Position } from '#event-log';
import type { LedgerStore, MovedLeaf, StoredCheckpoint, StoredLeaf } from '../../port.js';
import type { Hash, TreeNode } from '../../tree.js';

export interface SqliteLedgerOptions {
  /** The file; its folder is made when it is missing. */
  readonly path: string;
  /** Looks only, also while another process writes. The file must be there. */
  readonly readOnly?: boolean;
}

/** A store in a SQLite file of its own, apart from the log it is about. */
export function sqliteLedgerStore({ path, readOnly = false }: SqliteLedgerOptions): LedgerStore {
  if (!readOnly) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(path, { readOnly, timeout: 5_000 });
  try {
    return new SqliteStore(db, readOnly);
  } catch (error) {
    db.close();
    throw error;
  }
}

const schema = `
  PRAGMA page_size = 8192;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS leaves (
    "index" INTEGER PRIMARY KEY, position TEXT NOT NULL, event TEXT NOT NULL, leaf TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS leaf_of_event ON leaves (event);
  CREATE TABLE IF NOT EXISTS nodes (
    level INTEGER NOT NULL, "index" INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, "index")
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS checkpoints (
    size INTEGER PRIMARY KEY, signed_at INTEGER NOT NULL, cosigned INTEGER NOT NULL, note TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS cosigned_checkpoints ON checkpoints (size) WHERE cosigned;
  CREATE TABLE IF NOT EXISTS names (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/** Leaves one query reads at once. */
const page = 1_000;

class SqliteStore implements LedgerStore {
  readonly #sql: ReturnType<typeof prepare>;

  constructor(
    private readonly db: DatabaseSync,
    readOnly: boolean,
  ) {
    if (!readOnly) db.exec(schema);
    this.#sql = prepare(db);
  }

  get size(): number {
    return Number(this.#sql.size.get()?.['size']);
  }

  append(leaves: readonly StoredLeaf[], nodes: readonly TreeNode[]): void {
    this.#atOnce(() => {
      for (const { index, position, eventId, text } of leaves) this.#sql.addLeaf.run(index, position, eventId, text);
      for (const { level, index, hash } of nodes) this.#sql.addNode.run(level, index, hash);
    });
  }

  move(leaves: readonly MovedLeaf[]): void {
    this.#atOnce(() => {
      for (const { index, position } of leaves) this.#sql.move.run(position, index);
    });
  }

  leaf(index: number): StoredLeaf | undefined {
    const [leaf] = this.#page(index, index + 1);
    return leaf;
  }

  *leaves(from: number, until: number): Generator<StoredLeaf> {
    for (let at = from; at < until; at += page) yield* this.#page(at, Math.min(at + page, until));
  }

  indexOf(eventId: string): number | undefined {
    const row = this.#sql.indexOf.get(eventId);
    return row === undefined ? undefined : Number(row['index']);
  }

  node(level: number, index: number): Hash {
    const hash = this.#sql.node.get(level, index)?.['hash'];
    if (!(hash instanceof Uint8Array)) throw new Error(`no subtree ${level}/${index}`);
    return hash;
  }

  saveCheckpoint({ size, signedAt, cosigned, note }: StoredCheckpoint): void {
    this.#sql.saveCheckpoint.run(size, signedAt, cosigned ? 1 : 0, note);
  }

  latestCheckpoint(cosigned = false): StoredCheckpoint | undefined {
    return checkpointFrom((cosigned ? this.#sql.latestCosigned : this.#sql.latest).get());
  }

  checkpointFrom(size: number): StoredCheckpoint | undefined {
    return checkpointFrom(this.#sql.from.get(size));
  }

  *checkpoints(): Generator<StoredCheckpoint> {
    for (let next = this.checkpointFrom(0); next !== undefined; next = this.checkpointFrom(next.size + 1)) yield next;
  }

  remembered(name: string): string | undefined {
    const value = this.#sql.remembered.get(name)?.['value'];
    return typeof value === 'string' ? value : undefined;
  }

  remember(name: string, value: string): void {
    this.#sql.remember.run(name, value);
  }

  close(): void {
    this.db.close();
  }

  #atOnce(write: () => void): void {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      write();
      this.db.exec('COMMIT');
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  #page(from: number, until: number): readonly StoredLeaf[] {
    return this.#sql.leaves.all(from, until).map((row) => ({
      index: Number(row['index']),
      position: String(row['position']) as Position,
      eventId: String(row['event']),
      text: String(row['leaf']),
    }));
  }
}

function prepare(db: DatabaseSync): Record<Statement, StatementSync> {
  const prepared = Object.entries(statements).map(([name, sql]) => [name, db.prepare(sql)] as const);
  return Object.fromEntries(prepared) as Record<Statement, StatementSync>;
}

type Statement = keyof typeof statements;

const statements = {
  size: 'SELECT coalesce(max("index") + 1, 0) AS size FROM leaves',
  addLeaf: 'INSERT INTO leaves VALUES (?, ?, ?, ?)',
  addNode: 'INSERT INTO nodes VALUES (?, ?, ?)',
  move: 'UPDATE leaves SET position = ? WHERE "index" = ?',
  leaves: 'SELECT * FROM leaves WHERE "index" >= ? AND "index" < ? ORDER BY "index"',
  indexOf: 'SELECT "index" FROM leaves WHERE event = ? ORDER BY "index" LIMIT 1',
  node: 'SELECT hash FROM nodes WHERE level = ? AND "index" = ?',
  saveCheckpoint: 'INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?, ?)',
  latest: 'SELECT * FROM checkpoints ORDER BY size DESC LIMIT 1',
  latestCosigned: 'SELECT * FROM checkpoints WHERE cosigned ORDER BY size DESC LIMIT 1',
  from: 'SELECT * FROM checkpoints WHERE size >= ? ORDER BY size LIMIT 1',
  remembered: 'SELECT value FROM names WHERE name = ?',
  remember: 'INSERT OR REPLACE INTO names VALUES (?, ?)',
} as const;

function checkpointFrom(row: Record<string, unknown> | undefined): StoredCheckpoint | undefined {
  if (row === undefined) return undefined;
  const { size, signed_at: signedAt, cosigned, note } = row;
  return { size: Number(size), signedAt: Number(signedAt), cosigned: cosigned === 1, note: String(note) };
}
