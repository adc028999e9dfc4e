import type { Position } from '#event-log';
import { chunkSize } from '../../chunks.js';
import type { Projection } from '../../projection.js';
import { projectionId } from '../../status.js';
import type { Run } from './database.js';
import { lock } from './schema.js';

/** What a projection shows: which generation, and where it stands. */
export interface Shown {
  readonly id: number;
  position: Position | undefined;
}

const ofProjection = 'name = $1 AND version = $2';

/**
 * Holds the projections until the transaction ends: whoever writes or swaps does this first. Readers hold nothing and
 * wait for nobody.
 */
export const lockProjections = (run: Run, schema: string, projections: readonly Projection[]): Promise<void> =>
  lock(
    run,
    projections.map((projection) => `${schema}/${projectionId(projection)}`),
  );

/** What they show, by `name@version`; one that shows nothing yet begins, empty. They must be locked. */
export async function shownGenerations(run: Run, projections: readonly Projection[]): Promise<Map<string, Shown>> {
  const distinct = new Map(projections.map((projection) => [projectionId(projection), projection]));
  const { rows } = await run<{ id: number; name: string; version: number; position: Position | null }>(
    `SELECT id, name, version, position FROM generations
     JOIN unnest($1::text[], $2::int[]) AS wanted (name, version) USING (name, version) WHERE state = 'shown'`,
    [[...distinct.values()].map(({ name }) => name), [...distinct.values()].map(({ version }) => version)],
  );
  const found = new Map<string, Shown>();
  for (const { id, name, version, position } of rows) {
    found.set(`${name}@${version}`, { id, position: position ?? undefined });
  }
  for (const [id, projection] of distinct) {
    if (!found.has(id)) found.set(id, { id: await newGeneration(run, projection, 'shown'), position: undefined });
  }
  return found;
}

/** An empty generation that nobody sees. */
export const newDraft = (run: Run, projection: Projection): Promise<number> => newGeneration(run, projection, 'draft');

async function newGeneration(run: Run, { name, version }: Projection, state: 'draft' | 'shown'): Promise<number> {
  const { rows } = await run<{ id: number }>(
    'INSERT INTO generations (name, version, state) VALUES ($1, $2, $3) RETURNING id',
    [name, version, state],
  );
  if (rows[0] === undefined) throw new Error('no generation was made');
  return rows[0].id;
}

/**
 * Keeps a draft from being swept until the transaction ends.
 * @throws Error another replacement or a drop has thrown it away
 */
export async function assertDraft(run: Run, draft: number): Promise<void> {
  const { rowCount } = await run(`SELECT 1 FROM generations WHERE id = $1 AND state = 'draft' FOR SHARE`, [draft]);
  if (rowCount !== 1) throw new Error('this draft was thrown away: the projection was replaced or dropped meanwhile');
}

/** Shows a draft in the place of what is shown. The projection must be locked. */
export async function show(
  run: Run,
  { name, version }: Projection,
  draft: number,
  upTo: Position | undefined,
  keepOld: boolean,
): Promise<void> {
  await assertDraft(run, draft);
  await run(`UPDATE generations SET state = 'swept' WHERE ${ofProjection} AND state = 'kept'`, [name, version]);
  await run(`UPDATE generations SET state = $3 WHERE ${ofProjection} AND state = 'shown'`, [
    name,
    version,
    keepOld ? 'kept' : 'swept',
  ]);
  await run(`UPDATE generations SET state = 'shown', position = $2 WHERE id = $1`, [draft, upTo]);
  // Older ones were broken off, or are overtaken. A younger one is on its way to replace this one.
  await run(`UPDATE generations SET state = 'swept' WHERE ${ofProjection} AND state = 'draft' AND id < $3`, [
    name,
    version,
    draft,
  ]);
}

/** Shows what is kept in the place of what is shown. The projection must be locked. */
export async function rollBack(run: Run, { name, version }: Projection): Promise<boolean> {
  const kept = await run(`SELECT FROM generations WHERE ${ofProjection} AND state = 'kept'`, [name, version]);
  if (kept.rowCount !== 1) return false;
  for (const [from, to] of [
    ['shown', 'swept'],
    ['kept', 'shown'],
  ]) {
    await run(`UPDATE generations SET state = $4 WHERE ${ofProjection} AND state = $3`, [name, version, from, to]);
  }
  return true;
}

// By their place in the table: no plan can go wrong with that, whatever is known of the table.
const sweeps = ['terms', 'documents'].map(
  (table) => `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM ${table} WHERE generation = $1 LIMIT ${chunkSize}))`,
);

/** Deletes what no reader can see any more, in small transactions. */
export async function sweep(run: Run, { name, version }: Projection): Promise<void> {
  const { rows } = await run<{ id: number }>(`SELECT id FROM generations WHERE ${ofProjection} AND state = 'swept'`, [
    name,
    version,
  ]);
  for (const { id } of rows) {
    for (const sql of sweeps) while (((await run(sql, [id])).rowCount ?? 0) > 0);
    await run('DELETE FROM generations WHERE id = $1', [id]);
  }
}
