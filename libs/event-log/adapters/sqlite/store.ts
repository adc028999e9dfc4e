import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { EncodedEvent } from '../../encoding.js';
import { place, type StreamSoFar } from '../../placing.js';
import type { Expected, Receipt } from '../../port.js';
import { positionOf, Recorded } from '../../recorded.js';
import { BoundedMap } from './bounded-map.js';
import { prepareSchema } from './schema.js';

/** When a commit counts as done: on disk, or handed to the operating system. */
export type Durability = 'full' | 'deferred';

/** Pages of write-ahead log before SQLite copies them into the file: 40 MB. Fewer would rewrite index pages too often. */
const checkpointPages = 10_000;

/** Where a stream is; `key` is undefined until its first event. */
interface Head {
  key: number | undefined;
  revision: number;
  sequence: number;
}

type Row = readonly [
  sequence: number,
  stream: number,
  revision: number,
  type: number,
  id: string,
  data: string,
  metadata: string,
];

const columns = 'position, stream, revision, type, id, data, metadata';

/** The file: its tables, its prepared statements, and what of them is kept in memory. The only writer of the file. */
export class Store {
  readonly #db: DatabaseSync;
  readonly #sql: Statements;
  readonly #heads = new BoundedMap<string, Head>(50_000);
  readonly #streamNames = new BoundedMap<number, string>(100_000);
  readonly #typeKeys = new Map<string, number>();
  readonly #typeNames: string[] = [];
  #sequence = 0;

  constructor(path: string, durability: Durability) {
    this.#db = new DatabaseSync(path, { timeout: 2_000 });
    try {
      this.#db.exec(`
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'};
        PRAGMA wal_autocheckpoint = ${checkpointPages};
        PRAGMA cache_size = -65536;
      `);
      prepareSchema(this.#db);
      this.#sql = prepare(this.#db);
      this.#reload();
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  /** How many events the log holds: the place of the last one. */
  get sequence(): number {
    return this.#sequence;
  }

  /**
   * Writes into the transaction, which the first write begins. Nothing counts before `commit`.
   * @throws Conflict, AppendRefused
   */
  append(stream: string, expected: Expected, events: readonly EncodedEvent[]): Receipt {
    const head = this.#head(stream);
    const ids = events.map(({ id }) => id);
    const { after, repeated } = place(stream, expected, ids, this.#soFar(head));
    const revision = after + events.length;
    if (repeated) return { stream, revision, position: positionOf(this.#sequenceAt(head, revision)) };
    if (!this.#db.isTransaction) this.#db.exec('BEGIN IMMEDIATE');
    const key = head.key ?? this.#addStream(stream, head);
    const unplaced = expected === 'any' ? 1 : 0;
    for (const { id, type, dataText, metadataText } of events) {
      const sequence = this.#sequence + 1;
      const typeKey = this.#typeKeys.get(type) ?? this.#addType(type);
      this.#sql.insert.run(sequence, key, head.revision + 1, typeKey, unplaced, id, dataText, metadataText);
      this.#sequence = head.sequence = sequence;
      head.revision += 1;
    }
    return { stream, revision, position: positionOf(head.sequence) };
  }

  /** Makes what was appended count. Answers whether there was anything. */
  commit(): boolean {
    if (!this.#db.isTransaction) return false;
    this.#db.exec('COMMIT');
    return true;
  }

  /** Forgets what was appended since the last commit. */
  rollback(): void {
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
    this.#reload();
  }

  revisionOf(stream: string): number {
    return this.#head(stream).revision;
  }

  /** Events of one stream with `after` < revision <= `until`. */
  readStream(stream: string, after: number, until: number): Recorded[] {
    const { key } = this.#head(stream);
    return key === undefined ? [] : this.#events(this.#sql.streamPage.all(key, after, until));
  }

  /** Up to `limit` events with `after` < sequence <= `until`, of these types if they are named. */
  readAll(after: number, until: number, limit: number, types?: readonly number[]): Recorded[] {
    const rows =
      types === undefined
        ? this.#sql.page.all(after, until, limit)
        : this.#sql.pageOfTypes.all(after, until, JSON.stringify(types), limit);
    return this.#events(rows);
  }

  /** The keys of those types that are in the log. */
  keysOf(types: readonly string[]): readonly number[] {
    return types.flatMap((type) => this.#typeKeys.get(type) ?? []);
  }

  /** Copies the write-ahead log into the file, which is then all there is, and on disk. */
  close(): void {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#db.close();
  }

  #events(rows: unknown): Recorded[] {
    return (rows as Row[]).map(
      ([sequence, stream, revision, type, id, data, metadata]) =>
        new Recorded(
          sequence,
          this.#streamNames.get(stream) ?? this.#loadStreamName(stream),
          revision,
          id,
          this.#typeNames[type] ?? '',
          data,
          metadata,
        ),
    );
  }

  #soFar(head: Head): StreamSoFar {
    const { key } = head;
    return {
      revision: head.revision,
      idsAfter: (revision, count) =>
        key === undefined ? [] : this.#sql.ids.all(key, revision, revision + count).map((row) => String(row['id'])),
      revisionOf: (id) => (key === undefined ? undefined : numberIn(this.#sql.unplaced.get(key, id), 'revision')),
    };
  }

  #head(stream: string): Head {
    let head = this.#heads.get(stream);
    if (head === undefined) {
      const key = numberIn(this.#sql.streamKey.get(stream), 'key');
      const last = key === undefined ? undefined : this.#sql.streamHead.get(key);
      head = { key, revision: numberIn(last, 'revision') ?? 0, sequence: numberIn(last, 'position') ?? 0 };
      if (key !== undefined) this.#heads.set(stream, head);
    }
    return head;
  }

  #sequenceAt(head: Head, revision: number): number {
    if (revision === head.revision || head.key === undefined) return head.sequence;
    return numberIn(this.#sql.sequence.get(head.key, revision), 'position') ?? 0;
  }

  #addStream(name: string, head: Head): number {
    const key = Number(this.#sql.addStream.run(name).lastInsertRowid);
    head.key = key;
    this.#heads.set(name, head);
    this.#streamNames.set(key, name);
    return key;
  }

  #addType(name: string): number {
    const key = Number(this.#sql.addType.run(name).lastInsertRowid);
    this.#typeKeys.set(name, key);
    this.#typeNames[key] = name;
    return key;
  }

  #loadStreamName(key: number): string {
    const name = String(this.#sql.streamName.get(key)?.['name']);
    this.#streamNames.set(key, name);
    return name;
  }

  /** What is in memory, from what is in the file. */
  #reload(): void {
    this.#heads.clear();
    this.#streamNames.clear();
    this.#typeKeys.clear();
    for (const row of this.#sql.types.all()) {
      this.#typeKeys.set(String(row['name']), Number(row['key']));
      this.#typeNames[Number(row['key'])] = String(row['name']);
    }
    this.#sequence = numberIn(this.#sql.head.get(), 'position') ?? 0;
  }
}

type Statements = ReturnType<typeof prepare>;

function prepare(db: DatabaseSync) {
  /** Rows as arrays: a third quicker than objects, and pages are what a replay is made of. */
  const rows = (sql: string): StatementSync => {
    const statement = db.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  const range = 'position > ? AND position <= ?';
  return {
    insert: db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    addStream: db.prepare('INSERT INTO streams (name) VALUES (?)'),
    addType: db.prepare('INSERT INTO types (name) VALUES (?)'),
    types: db.prepare('SELECT key, name FROM types'),
    head: db.prepare('SELECT max(position) AS position FROM events'),
    streamKey: db.prepare('SELECT key FROM streams WHERE name = ?'),
    streamName: db.prepare('SELECT name FROM streams WHERE key = ?'),
    streamHead: db.prepare('SELECT revision, position FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1'),
    sequence: db.prepare('SELECT position FROM events WHERE stream = ? AND revision = ?'),
    ids: db.prepare('SELECT id FROM events WHERE stream = ? AND revision > ? AND revision <= ? ORDER BY revision'),
    unplaced: db.prepare('SELECT revision FROM events WHERE stream = ? AND id = ? AND unplaced = 1'),
    page: rows(`SELECT ${columns} FROM events WHERE ${range} ORDER BY position LIMIT ?`),
    pageOfTypes: rows(
      `SELECT ${columns} FROM events WHERE ${range} AND type IN (SELECT value FROM json_each(?)) ORDER BY position LIMIT ?`,
    ),
    streamPage: rows(
      `SELECT ${columns} FROM events WHERE stream = ? AND revision > ? AND revision <= ? ORDER BY revision`,
    ),
  };
}

function numberIn(row: Record<string, unknown> | undefined, column: string): number | undefined {
  const value = row?.[column];
  return typeof value === 'number' ? value : undefined;
}
