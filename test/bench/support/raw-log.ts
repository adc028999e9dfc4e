import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** As much of an event as a table needs. */
export interface RawEvent {
  readonly id: string;
  readonly type: string;
  readonly dataText: string;
  readonly metadataText: string;
}

/**
 * The least code that puts the same bytes into the same tables at the same durability: what a log costs at best. It
 * trusts its caller with everything, checks no revision beyond the unique index, and forgets its streams on closing.
 */
export class RawLog {
  readonly #db: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #addStream: StatementSync;
  readonly #addType: StatementSync;
  readonly #stream: StatementSync;
  readonly #types = new Map<string, number>();
  #position = 0;

  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    this.#db.exec(`
      PRAGMA page_size = 8192;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA wal_autocheckpoint = 10000;
      PRAGMA cache_size = -65536;
      CREATE TABLE IF NOT EXISTS streams (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE IF NOT EXISTS types (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE IF NOT EXISTS events (
        position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL, type INTEGER NOT NULL,
        unplaced INTEGER NOT NULL, id TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX IF NOT EXISTS events_of_stream ON events (stream, revision);
      CREATE UNIQUE INDEX IF NOT EXISTS unplaced_events ON events (stream, id) WHERE unplaced = 1;
    `);
    this.#insert = this.#db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, 0, ?, ?, ?)');
    this.#addStream = this.#db.prepare('INSERT INTO streams (name) VALUES (?)');
    this.#addType = this.#db.prepare('INSERT INTO types (name) VALUES (?)');
    this.#stream = this.#db.prepare(
      'SELECT data, metadata FROM events WHERE stream = (SELECT key FROM streams WHERE name = ?) ORDER BY revision',
    );
    this.#stream.setReturnArrays(true);
  }

  /** Everything `work` inserts in one commit. */
  commit<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    const result = work();
    this.#db.exec('COMMIT');
    return result;
  }

  /** @returns its key */
  addStream(name: string): number {
    return Number(this.#addStream.run(name).lastInsertRowid);
  }

  /** @param revision of the new event @returns its position */
  insert(stream: number, revision: number, { id, type, dataText, metadataText }: RawEvent): number {
    let key = this.#types.get(type);
    if (key === undefined) {
      key = Number(this.#addType.run(type).lastInsertRowid);
      this.#types.set(type, key);
    }
    this.#position += 1;
    this.#insert.run(this.#position, stream, revision, key, id, dataText, metadataText);
    return this.#position;
  }

  /** The data and metadata texts of a stream's events, in order. */
  texts(stream: string): readonly (readonly [data: string, metadata: string])[] {
    return this.#stream.all(stream) as unknown as readonly (readonly [string, string])[];
  }

  /** Of every event, in the order of the log. */
  allTexts(): readonly (readonly [data: string, metadata: string])[] {
    const all = this.#db.prepare('SELECT data, metadata FROM events ORDER BY position');
    all.setReturnArrays(true);
    return all.all() as unknown as readonly (readonly [string, string])[];
  }

  close(): void {
    this.#db.close();
  }
}
