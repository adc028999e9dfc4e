import type { Run } from './database.js';

/**
 * Documents and terms belong to a generation. Of each projection at most one generation is shown, and at most one kept
 * for a roll back; a `draft` is being written, a `swept` one is on its way out.
 *
 * Texts are compared by their bytes (collation C, in UTF-8), which is the order of code points. Documents are text, not
 * jsonb: what comes back is what was written, and jsonb does not take every text that JSON can write.
 */
const tables = `
  CREATE TABLE generations (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL, version integer NOT NULL,
    state text COLLATE "C" NOT NULL CHECK (state IN ('draft', 'shown', 'kept', 'swept')),
    position text COLLATE "C");
  CREATE UNIQUE INDEX ON generations (name, version) WHERE state = 'shown';
  CREATE UNIQUE INDEX ON generations (name, version) WHERE state = 'kept';
  CREATE TABLE documents (
    generation integer NOT NULL, key text COLLATE "C" NOT NULL, body text COLLATE "C" NOT NULL,
    terms text COLLATE "C" NOT NULL,
    PRIMARY KEY (generation, key));
  CREATE TABLE terms (
    generation integer NOT NULL, list text COLLATE "C" NOT NULL, sort text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    PRIMARY KEY (generation, list, sort, key));`;

/** Makes the tables where they are missing; several processes may do so at once. */
export async function makeTables(run: Run, schema: string): Promise<void> {
  const { rows } = await run<{ encoding: string }>(`SELECT current_setting('server_encoding') AS encoding`);
  if (rows[0]?.encoding !== 'UTF8') throw new Error('views need a database whose encoding is UTF8');
  // Before the lock, so that a process without the right to make tables can use those that are there.
  if (await areMade(run, schema)) return;
  await run('BEGIN');
  await lock(run, [schema]);
  if (!(await areMade(run, schema))) await run(`CREATE SCHEMA IF NOT EXISTS ${schema}; ${tables}`);
  await run('COMMIT');
}

/** Reads the catalogue's tables: its functions may answer from a cache of before the lock. */
async function areMade(run: Run, schema: string): Promise<boolean> {
  const sql = `SELECT FROM pg_catalog.pg_tables WHERE schemaname = $1 AND tablename = 'terms'`;
  return (await run(sql, [schema])).rowCount === 1;
}

/** Holds what these names stand for until the transaction ends; always taken in one order. */
export async function lock(run: Run, names: readonly string[]): Promise<void> {
  await run(
    `SELECT pg_advisory_xact_lock(lock) FROM (
       SELECT DISTINCT hashtextextended(name, 0) AS lock FROM unnest($1::text[]) AS name ORDER BY lock) AS locks`,
    [names],
  );
}
