import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Position } from '#event-log';
import { chunks, chunkSize } from '../../chunks.js';
import type { Projection } from '../../projection.js';
import {
  checkExpected,
  cursorOf,
  readCursor,
  textOf,
  type Draft,
  type Expected,
  type Listed,
  type ListRange,
  type ReplaceOptions,
  type Views,
  type ViewWrite,
} from '../../views.js';
import { compareText } from '../../text-order.js';
import { Waiters } from '../../waiters.js';
import { Generation, insertDocument, insertTerm } from './generation.js';
import { Store, type Durability } from './store.js';

export interface SqliteViewsOptions {
  /** A file; made when missing. */
  readonly path: string;
  /** Default `normal`: views can be rebuilt, so the last writes may be lost with the power, never torn. */
  readonly durability?: Durability;
}

/** Views in a SQLite file: documents as JSON text, and an index of the lists they stand in. */
export function sqliteViews(options: SqliteViewsOptions): Views {
  return new SqliteViews(new Store(options.path, options.durability ?? 'normal'));
}

interface ShownRow {
  readonly generation: number;
  readonly position: Position | null;
}
interface DocumentRow {
  readonly key: string;
  readonly body: string;
}
interface Place {
  readonly list: string;
  readonly sort: string;
  readonly key: string;
}
interface ListedRow extends DocumentRow {
  readonly sort: string;
}

/** Another process may write the checkpoint that is waited for. */
const pollMs = 100;
// Inside the statement, so that it reads the generation and its documents at one moment.
const shown = '(SELECT generation FROM projections WHERE name = ? AND version = ?)';
const kept = '(SELECT generation FROM kept WHERE name = ? AND version = ?)';

// From the front, so that whole pages of the file fall free.
const sweepDocuments = `DELETE FROM documents WHERE projection = ? AND key IN
  (SELECT key FROM documents WHERE projection = ? ORDER BY key LIMIT ?)`;
const sweepTerms = `DELETE FROM terms WHERE projection = ? AND (list, sort, key) IN
  (SELECT list, sort, key FROM terms WHERE projection = ? ORDER BY list, sort, key LIMIT ?)`;

class SqliteViews implements Views {
  readonly #waiters = new Waiters(pollMs);

  constructor(private readonly store: Store) {}

  async checkpoint(projection: Projection): Promise<Position | undefined> {
    return this.#shown(projection)?.position ?? undefined;
  }

  async load<D>(projection: Projection<D>, keys: readonly string[], expected?: Expected): Promise<Map<string, D>> {
    const now = this.#shown(projection);
    checkExpected(now?.position ?? undefined, expected);
    return now === undefined ? new Map<string, D>() : new Generation(this.store, now.generation).load(keys);
  }

  async write(write: ViewWrite): Promise<boolean> {
    const [written] = await this.writeAll([write]);
    return written === true;
  }

  async writeAll(writes: readonly ViewWrite[]): Promise<readonly boolean[]> {
    if (writes.length === 0) return [];
    const written = this.store.transaction(() => writes.map((write) => this.#write(write)));
    if (written.includes(true)) this.#waiters.wake();
    return written;
  }

  #write({ projection, from, upTo, changes }: ViewWrite): boolean {
    const now = this.#shown(projection);
    if ((now?.position ?? undefined) !== from) return false;
    const generation = now?.generation ?? this.#newGeneration(projection);
    new Generation(this.store, generation).apply(changes);
    this.#show(projection, generation, upTo);
    return true;
  }

  async get<D>(projection: Projection<D>, key: string): Promise<D | undefined> {
    const row = this.store.one<{ body: string }>(
      `SELECT body FROM documents WHERE projection = ${shown} AND key = ?`,
      projection.name,
      projection.version,
      key,
    );
    return row === undefined ? undefined : (JSON.parse(row.body) as D);
  }

  async list<D>(projection: Projection<D>, list: string, range: ListRange): Promise<readonly Listed<D>[]> {
    const [than, order] = range.descending === true ? ['<', 'DESC'] : ['>', 'ASC'];
    const cursor = range.after === undefined ? undefined : readCursor(range.after);
    const [where, behind] =
      cursor === undefined
        ? ['', []]
        : cursor.key === undefined
          ? [`AND t.sort ${than} ?`, [cursor.sort]]
          : [`AND (t.sort, t.key) ${than} (?, ?)`, [cursor.sort, cursor.key]];
    const rows = this.store.many<ListedRow>(
      `SELECT t.sort, t.key, d.body FROM terms t JOIN documents d ON d.projection = t.projection AND d.key = t.key
       WHERE t.projection = ${shown} AND t.list = ? ${where} ORDER BY t.sort ${order}, t.key ${order} LIMIT ?`,
      projection.name,
      projection.version,
      list,
      ...behind,
      range.limit,
    );
    return rows.map(({ sort, key, body }) => ({
      key,
      sort,
      document: JSON.parse(body) as D,
      cursor: cursorOf(sort, key),
    }));
  }

  async count(projection: Projection, list: string): Promise<number> {
    const row = this.store.one<{ n: number }>(
      `SELECT count(*) AS n FROM terms WHERE projection = ${shown} AND list = ?`,
      projection.name,
      projection.version,
      list,
    );
    return row?.n ?? 0;
  }

  async *all<D>(projection: Projection<D>): AsyncIterable<readonly [string, D]> {
    yield* this.#stream<D>(shown, projection.name, projection.version);
  }

  async *#stream<D>(generation: string, ...values: (string | number)[]): AsyncIterable<readonly [string, D]> {
    const sql = `SELECT key, body FROM documents WHERE projection = ${generation} ORDER BY key`;
    for (const { key, body } of this.store.stream<DocumentRow>(sql, ...values)) {
      yield [key, JSON.parse(body) as D] as const;
    }
  }

  async replace<D>(
    projection: Projection<D>,
    documents: AsyncIterable<readonly [string, D]> | Iterable<readonly [string, D]>,
    upTo: Position | undefined,
    options?: ReplaceOptions,
  ): Promise<void> {
    const fresh = this.store.transaction(() => this.#newGeneration(projection));
    const terms: Place[] = [];
    for await (const some of chunks(documents)) {
      this.store.transaction(() => {
        for (const [key, document] of some) {
          const places = projection.index(document, key);
          this.store.run(insertDocument, fresh, key, textOf(document), JSON.stringify(places));
          for (const [list, sort] of places) terms.push({ list, sort, key });
        }
      });
    }
    // In the order of the table, so that every page of the file is written once.
    terms.sort((a, b) => compareText(a.list, b.list) || compareText(a.sort, b.sort) || compareText(a.key, b.key));
    for await (const some of chunks(terms)) {
      this.store.transaction(() => {
        for (const { list, sort, key } of some) this.store.run(insertTerm, fresh, list, sort, key);
      });
    }
    await this.#replaced(projection, fresh, upTo, options);
  }

  async draft(projection: Projection): Promise<Draft> {
    const fresh = new Generation(
      this.store,
      this.store.transaction(() => this.#newGeneration(projection)),
    );
    let position: Position | undefined;
    return {
      checkpoint: async () => position,
      load: async (_projection, keys) => fresh.load(keys),
      write: async ({ upTo, changes }) => {
        this.store.transaction(() => fresh.apply(changes));
        position = upTo;
        await nextTurn();
        return true;
      },
      all: () => this.#stream('?', fresh.id),
      show: (options) => this.#replaced(projection, fresh.id, position, options),
    };
  }

  async rollBack(projection: Projection): Promise<boolean> {
    const sql = 'SELECT generation, position FROM kept WHERE name = ? AND version = ?';
    const kept = this.store.one<ShownRow>(sql, projection.name, projection.version);
    if (kept !== undefined) await this.#replaced(projection, kept.generation, kept.position ?? undefined);
    return kept !== undefined;
  }

  async drop(projection: Projection): Promise<void> {
    this.store.transaction(() => {
      this.#forgetKept(projection);
      this.store.run('DELETE FROM projections WHERE name = ? AND version = ?', projection.name, projection.version);
    });
    await this.#sweep(projection);
  }

  async scrub(): Promise<void> {
    this.store.scrub();
  }

  async reached(projection: Projection, position: Position, timeoutMs: number): Promise<boolean> {
    return this.#waiters.until(() => (this.#shown(projection)?.position ?? '') >= position, timeoutMs);
  }

  async close(): Promise<void> {
    this.store.close();
  }

  #shown({ name, version }: Projection): ShownRow | undefined {
    return this.store.one<ShownRow>(
      'SELECT generation, position FROM projections WHERE name = ? AND version = ?',
      name,
      version,
    );
  }

  #show({ name, version }: Projection, generation: number, position: Position | undefined): void {
    this.store.run(
      `INSERT INTO projections (name, version, generation, position) VALUES (?, ?, ?, ?)
       ON CONFLICT (name, version) DO UPDATE SET generation = excluded.generation, position = excluded.position`,
      name,
      version,
      generation,
      position ?? null,
    );
  }

  async #replaced(
    projection: Projection,
    generation: number,
    upTo: Position | undefined,
    { keepOld = false }: ReplaceOptions = {},
  ): Promise<void> {
    this.store.transaction(() => {
      this.#forgetKept(projection);
      if (keepOld) this.#keep(projection);
      this.#show(projection, generation, upTo);
    });
    this.#waiters.wake();
    await this.#sweep(projection);
  }

  /** Notes what readers see now as what a roll back shows. */
  #keep({ name, version }: Projection): void {
    this.store.run(
      `INSERT OR REPLACE INTO kept (name, version, generation, position)
       SELECT name, version, generation, position FROM projections WHERE name = ? AND version = ?`,
      name,
      version,
    );
  }

  #forgetKept({ name, version }: Projection): void {
    this.store.run('DELETE FROM kept WHERE name = ? AND version = ?', name, version);
  }

  #newGeneration({ name, version }: Projection): number {
    const sql = 'INSERT INTO generations (name, version) VALUES (?, ?) RETURNING id';
    const row = this.store.one<{ id: number }>(sql, name, version);
    if (row === undefined) throw new Error('no generation was made');
    return row.id;
  }

  /** Deletes what no reader can see any more: replaced generations, and those of replacements that never ended. */
  async #sweep({ name, version }: Projection): Promise<void> {
    const unseen = this.store.many<{ id: number }>(
      `SELECT id FROM generations WHERE name = ? AND version = ? AND id IS NOT ${shown} AND id IS NOT ${kept}`,
      name,
      version,
      name,
      version,
      name,
      version,
    );
    for (const { id } of unseen) {
      for (const sql of [sweepTerms, sweepDocuments]) {
        while (this.store.run(sql, id, id, chunkSize) > 0) await nextTurn();
      }
      this.store.run('DELETE FROM generations WHERE id = ?', id);
    }
  }
}
