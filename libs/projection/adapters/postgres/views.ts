import type { Position } from '#event-log';
import { chunks } from '../../chunks.js';
import type { Projection } from '../../projection.js';
import { projectionId } from '../../status.js';
import {
  checkExpected,
  cursorOf,
  readCursor,
  type Changes,
  type Draft,
  type Expected,
  type Listed,
  type ListRange,
  type ReplaceOptions,
  type Views,
  type ViewWrite,
} from '../../views.js';
import type { Database, Run } from './database.js';
import { apply, load } from './generation.js';
import { assertDraft, lockProjections, newDraft, rollBack, show, shownGenerations, sweep } from './generations.js';
import { Watch } from './watch.js';

interface DocumentRow {
  readonly key: string;
  readonly body: string;
}
interface ListedRow extends DocumentRow {
  readonly sort: string;
}

// Inside the statement, so that it reads the generation and its documents at one moment.
const isShown = `name = $1 AND version = $2 AND state = 'shown'`;
const shown = `(SELECT id FROM generations WHERE ${isShown})`;
const named = ({ name, version }: Projection): [string, number] => [name, version];

/** Views in PostgreSQL tables: several processes may read and write them. */
export class PostgresViews implements Views {
  readonly #watch: Watch;

  constructor(
    private readonly database: Database,
    private readonly channel: string,
  ) {
    this.#watch = new Watch(
      () => this.#checkpoints(),
      (heard, lost) => database.listen(channel, heard, lost),
    );
  }

  async checkpoint(projection: Projection): Promise<Position | undefined> {
    const sql = `SELECT position FROM generations WHERE ${isShown}`;
    const { rows } = await this.database.query<{ position: Position | null }>(sql, named(projection));
    return rows[0]?.position ?? undefined;
  }

  async load<D>(projection: Projection<D>, keys: readonly string[], expected?: Expected): Promise<Map<string, D>> {
    const { documents, position } = await load<D>(this.database.query, keys, isShown, named(projection));
    checkExpected(position, expected);
    return documents;
  }

  async write(write: ViewWrite): Promise<boolean> {
    const [written] = await this.writeAll([write]);
    return written === true;
  }

  async writeAll(writes: readonly ViewWrite[]): Promise<readonly boolean[]> {
    if (writes.length === 0) return [];
    const projections = writes.map(({ projection }) => projection);
    const written = await this.database.transaction(async (run) => {
      await lockProjections(run, this.channel, projections);
      const generations = await shownGenerations(run, projections);
      const changed = new Map<number, Changes>();
      const answers = writes.map(({ projection, from, upTo, changes }) => {
        const generation = generations.get(projectionId(projection));
        if (generation === undefined || generation.position !== from) return false;
        generation.position = upTo;
        changed.set(generation.id, new Map([...(changed.get(generation.id) ?? []), ...changes]));
        return true;
      });
      await apply(run, changed);
      if (changed.size > 0) {
        const moved = [...generations.values()].filter(({ id }) => changed.has(id));
        await this.#move(run, moved);
      }
      return answers;
    });
    if (written.includes(true)) this.#watch.wake();
    return written;
  }

  async get<D>(projection: Projection<D>, key: string): Promise<D | undefined> {
    const sql = `SELECT body FROM documents WHERE generation = ${shown} AND key = $3`;
    const { rows } = await this.database.query<{ body: string }>(sql, [...named(projection), key]);
    return rows[0] === undefined ? undefined : (JSON.parse(rows[0].body) as D);
  }

  async list<D>(projection: Projection<D>, list: string, range: ListRange): Promise<readonly Listed<D>[]> {
    const [than, order] = range.descending === true ? ['<', 'DESC'] : ['>', 'ASC'];
    const cursor = range.after === undefined ? undefined : readCursor(range.after);
    const [where, behind] =
      cursor === undefined
        ? ['', []]
        : cursor.key === undefined
          ? [`AND sort ${than} $5`, [cursor.sort]]
          : [`AND (sort, key) ${than} ($5, $6)`, [cursor.sort, cursor.key]];
    const { rows } = await this.database.query<ListedRow>(
      `SELECT sort, key, body FROM terms JOIN documents USING (generation, key)
       WHERE generation = ${shown} AND list = $3 ${where} ORDER BY sort ${order}, key ${order} LIMIT $4`,
      [...named(projection), list, range.limit, ...behind],
    );
    return rows.map(({ sort, key, body }) => ({
      key,
      sort,
      document: JSON.parse(body) as D,
      cursor: cursorOf(sort, key),
    }));
  }

  async count(projection: Projection, list: string): Promise<number> {
    const sql = `SELECT count(*)::int AS n FROM terms WHERE generation = ${shown} AND list = $3`;
    const { rows } = await this.database.query<{ n: number }>(sql, [...named(projection), list]);
    return rows[0]?.n ?? 0;
  }

  all<D>(projection: Projection<D>): AsyncIterable<readonly [string, D]> {
    return this.#stream<D>(shown, named(projection));
  }

  async *#stream<D>(generation: string, values: readonly unknown[]): AsyncIterable<readonly [string, D]> {
    const sql = `SELECT key, body FROM documents WHERE generation = ${generation} ORDER BY key`;
    for await (const { key, body } of this.database.stream<DocumentRow>(sql, values)) {
      yield [key, JSON.parse(body) as D] as const;
    }
  }

  async replace<D>(
    projection: Projection<D>,
    documents: AsyncIterable<readonly [string, D]> | Iterable<readonly [string, D]>,
    upTo: Position | undefined,
    options?: ReplaceOptions,
  ): Promise<void> {
    const fresh = await newDraft(this.database.query, projection);
    for await (const some of chunks(documents)) {
      const changes = some.map(
        ([key, document]) => [key, { document, terms: projection.index(document, key) }] as const,
      );
      await this.#fill(fresh, new Map(changes));
    }
    await this.#show(projection, fresh, upTo, options);
  }

  async draft(projection: Projection): Promise<Draft> {
    const fresh = await newDraft(this.database.query, projection);
    let position: Position | undefined;
    return {
      checkpoint: async () => position,
      load: async <D>(_projection: Projection<D>, keys: readonly string[]) =>
        (await load<D>(this.database.query, keys, 'id = $1', [fresh])).documents,
      write: async ({ upTo, changes }) => {
        await this.#fill(fresh, changes);
        position = upTo;
        return true;
      },
      all: () => this.#stream('$1', [fresh]),
      show: (options) => this.#show(projection, fresh, position, options),
    };
  }

  async rollBack(projection: Projection): Promise<boolean> {
    const rolled = await this.database.transaction(async (run) => {
      await lockProjections(run, this.channel, [projection]);
      return (await rollBack(run, projection)) && this.#notify(run);
    });
    this.#watch.wake();
    await sweep(this.database.query, projection);
    return rolled;
  }

  async drop(projection: Projection): Promise<void> {
    await this.database.transaction(async (run) => {
      await lockProjections(run, this.channel, [projection]);
      await run(`UPDATE generations SET state = 'swept' WHERE name = $1 AND version = $2`, named(projection));
    });
    await sweep(this.database.query, projection);
  }

  async scrub(): Promise<void> {
    await this.database.query('VACUUM documents');
    await this.database.query('VACUUM terms');
  }

  reached(projection: Projection, position: Position, timeoutMs: number): Promise<boolean> {
    return this.#watch.until(projectionId(projection), position, timeoutMs);
  }

  async close(): Promise<void> {
    await this.#watch.close();
    await this.database.close();
  }

  async #checkpoints(): Promise<ReadonlyMap<string, Position>> {
    const sql = `SELECT name || '@' || version AS id, position FROM generations
      WHERE state = 'shown' AND position IS NOT NULL`;
    const { rows } = await this.database.query<{ id: string; position: Position }>(sql);
    return new Map(rows.map(({ id, position }) => [id, position]));
  }

  async #move(run: Run, moved: readonly { readonly id: number; readonly position: Position | undefined }[]) {
    await run(
      `WITH moved AS (
         UPDATE generations SET position = moved.position
         FROM unnest($1::int[], $2::text[]) AS moved (id, position) WHERE generations.id = moved.id)
       SELECT pg_notify($3, '')`,
      [moved.map(({ id }) => id), moved.map(({ position }) => position), this.channel],
    );
  }

  /** Other processes hear of it when the transaction is done. */
  async #notify(run: Run): Promise<true> {
    await run(`SELECT pg_notify($1, '')`, [this.channel]);
    return true;
  }

  /** Writes into a draft. Need not be on disk before `#show` is, whose commit comes behind it in the same record. */
  async #fill(draft: number, changes: Changes): Promise<void> {
    await this.database.transaction(async (run) => {
      await run('SET LOCAL synchronous_commit = off');
      await assertDraft(run, draft);
      await apply(run, new Map([[draft, changes]]));
    });
  }

  async #show(
    projection: Projection,
    draft: number,
    upTo: Position | undefined,
    { keepOld = false }: ReplaceOptions = {},
  ): Promise<void> {
    await this.database.transaction(async (run) => {
      await lockProjections(run, this.channel, [projection]);
      await show(run, projection, draft, upTo, keepOld);
      await this.#notify(run);
    });
    this.#watch.wake();
    await sweep(this.database.query, projection);
  }
}
