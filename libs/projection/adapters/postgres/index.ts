import type { ClientConfig } from 'pg';
import type { Views } from '../../views.js';
import { Database, type DatabaseSettings } from './database.js';
import { makeViews, type ReadableView } from './readable.js';
import { makeTables } from './schema.js';
import { PostgresViews } from './views.js';

export type { ColumnType, ReadableView } from './readable.js';

export interface PostgresViewsOptions {
  /** A URL (`postgres://…`), or host, port, database, user and password as `pg` takes them. */
  readonly connection: string | ClientConfig;
  /** Where the tables are: lower case letters, digits and `_`; made when missing. Default `projections`. */
  readonly schema?: string;
  /**
   * Default `normal`: views can be rebuilt, so the last writes may be lost when the server crashes, never torn. `full`
   * waits for the disk: for checkpoints that cannot be made again.
   */
  readonly durability?: 'normal' | 'full';
  /** Connections at most, beside one that waits for notices. Default 10. */
  readonly connections?: number;
}

/**
 * Views in a PostgreSQL database (encoding UTF8), which several processes may write and read at once. Connects when it
 * is first used; while the database is away every call throws ViewsUnavailable, and succeeds when it is back.
 */
export function postgresViews({
  connection,
  schema = 'projections',
  durability = 'normal',
  connections = 10,
}: PostgresViewsOptions): Views {
  const database = open(connection, schema, { durability, connections });
  return new PostgresViews(database, schema);
}

export interface ReadableOptions extends Omit<PostgresViewsOptions, 'connections' | 'durability'> {
  /** The schema the SQL views are made in. Default `views`. */
  readonly into?: string;
  readonly views: readonly ReadableView[];
}

/**
 * Makes an SQL view with typed columns of each projection, for those who read with other tools. It shows what the
 * projection shows, through every rebuild and roll back. All or none; to be called at every start.
 * @throws ViewsUnavailable the database is away, or does not let us make views
 * @throws Error the columns cannot be named; or somebody's own views depend on columns that are to go
 */
export async function makeReadable({
  connection,
  schema = 'projections',
  into = 'views',
  views,
}: ReadableOptions): Promise<void> {
  const database = open(connection, schema, { durability: 'full', connections: 1 });
  try {
    await database.transaction((run) => makeViews(run, schema, identifier(into), views));
  } finally {
    await database.close();
  }
}

const open = (connection: string | ClientConfig, schema: string, settings: DatabaseSettings): Database =>
  new Database(connection, identifier(schema), settings, (run) => makeTables(run, schema));

function identifier(name: string): string {
  if (!/^[a-z_][a-z0-9_]{0,40}$/.test(name)) throw new Error('not a name of a schema');
  return name;
}
