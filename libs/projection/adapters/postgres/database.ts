import pg from 'pg';
import { ViewsUnavailable } from '../../views.js';

/** Runs one statement; `Row` names the columns it gives back. */
export type Run = <Row extends object = never>(
  sql: string,
  values?: readonly unknown[],
) => Promise<{ readonly rows: Row[]; readonly rowCount: number | null }>;

/** Rows handed over at a time by a stream. */
const fetched = 1_000;
/** How long to wait for a connection, in milliseconds. */
const connectMs = 5_000;

export interface DatabaseSettings {
  /** `full`: a write resolves when it is on disk. */
  readonly durability: 'normal' | 'full';
  /** At most. */
  readonly connections: number;
}

/** A pool of connections, whose tables are made when they are first needed. */
export class Database {
  readonly #pool: pg.Pool;
  readonly #config: pg.ClientConfig;
  #ready: Promise<void> | undefined;

  constructor(
    connection: string | pg.ClientConfig,
    schema: string,
    { durability, connections }: DatabaseSettings,
    private readonly setUp: (run: Run) => Promise<void>,
  ) {
    const given = typeof connection === 'string' ? { connectionString: connection } : connection;
    // Rows are found by their keys here: a plan that reads a whole table for them comes of figures not yet gathered.
    const settings = [`search_path=${schema}`, 'enable_hashjoin=off', 'enable_mergejoin=off'];
    if (durability === 'normal') settings.push('synchronous_commit=off');
    const options = [given.options ?? '', ...settings.map((setting) => `-c ${setting}`)].join(' ');
    this.#config = { keepAlive: true, connectionTimeoutMillis: connectMs, ...given, options };
    this.#pool = new pg.Pool({ ...this.#config, max: connections });
    // A connection that breaks is replaced by the pool; who uses it hears of it there. Unheard, it would end the process.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** @throws ViewsUnavailable it does not answer, or not to us */
  readonly query: Run = (sql, values) => this.#with((run) => run(sql, values));

  /**
   * All of `work` or nothing.
   * @throws ViewsUnavailable as `query`; whether the work was done is then unknown
   */
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return this.#with(async (run) => {
      await run('BEGIN');
      const result = await work(run);
      await run('COMMIT');
      return result;
    });
  }

  /** Rows of one moment, over a connection of their own. */
  async *stream<Row extends object>(sql: string, values: readonly unknown[]): AsyncGenerator<Row> {
    await this.#made();
    const client = await this.#connect();
    const run = runOn(client);
    let whole = false;
    try {
      await run('BEGIN READ ONLY');
      await run(`DECLARE stream CURSOR FOR ${sql}`, values);
      for (;;) {
        const { rows } = await run<Row>(`FETCH ${fetched} FROM stream`);
        yield* rows;
        if (rows.length < fetched) break;
      }
      await run('COMMIT');
      whole = true;
    } finally {
      // Left before its end: the transaction goes with the connection.
      client.release(!whole);
    }
  }

  /**
   * Calls `heard` for every notice on a channel, until the connection is lost or `end` is called.
   * @throws ViewsUnavailable as `query`
   */
  async listen(channel: string, heard: () => void, lost: () => void): Promise<() => Promise<void>> {
    const client = new pg.Client(this.#config);
    client.on('error', () => undefined);
    client.on('end', lost);
    client.on('notification', heard);
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw understood(error);
    }
    return () => client.end().catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #with<T>(work: (run: Run) => Promise<T>): Promise<T> {
    await this.#made();
    return this.#using(work);
  }

  /** Made once; tried again after it failed, since the database may come later. */
  #made(): Promise<void> {
    this.#ready ??= this.#using(this.setUp).catch((error: unknown) => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #using<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const client = await this.#connect();
    let broken = false;
    try {
      return await work(runOn(client));
    } catch (error) {
      // Nobody else may meet an open transaction or a dead connection.
      broken = await client.query('ROLLBACK').then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw understood(error, true);
    }
  }
}

const runOn =
  (client: pg.ClientBase): Run =>
  async (sql, values) => {
    try {
      return await client.query(sql, values as unknown[] | undefined);
    } catch (error) {
      throw understood(error);
    }
  };

/** SQLSTATE of wrong credentials, of a database that does not exist, and of one we have no right to. */
const refusals = /^(28|3D|42501)/;
/** SQLSTATE of a lost connection, of too many of them, and of a server that is coming up or going down. */
const outages = /^(08|53300|57P0)/;

/** What an error of `pg` means to those who use views. `connecting`: nothing was asked yet. */
function understood(error: unknown, connecting = false): unknown {
  const code = codeOf(error);
  const isAnswer = error instanceof pg.DatabaseError;
  if (isAnswer && refusals.test(code)) return new ViewsUnavailable('refused', code, { cause: error });
  // What is no answer of the server is a connection that failed, whatever the words.
  if (isAnswer && !connecting && !outages.test(code)) return error;
  return new ViewsUnavailable('unreachable', code, { cause: error });
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'no connection';
