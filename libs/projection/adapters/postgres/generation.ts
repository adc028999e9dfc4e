import type { Position } from '#event-log';
import type { Term } from '../../projection.js';
import { textOf, type Changes } from '../../views.js';
import type { Run } from './database.js';

/** Rows as columns, which is how a statement takes many of them at once. */
type Columns = readonly [generation: number[], ...texts: string[][]];

const columns = (texts: number): Columns => [[], ...Array.from({ length: texts }, () => [])];

function add([generations, ...texts]: Columns, generation: number, ...values: readonly string[]): void {
  generations.push(generation);
  for (const [at, value] of values.entries()) texts[at]?.push(value);
}

/** Terms and documents that go and that come never meet, so one statement does it all. */
const store = `
  WITH gone_terms AS (
    DELETE FROM terms USING unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS gone (generation, list, sort, key)
    WHERE (terms.generation, terms.list, terms.sort, terms.key) = (gone.generation, gone.list, gone.sort, gone.key)),
  gone_documents AS (
    DELETE FROM documents USING unnest($5::int[], $6::text[]) AS gone (generation, key)
    WHERE (documents.generation, documents.key) = (gone.generation, gone.key)),
  new_terms AS (
    INSERT INTO terms (generation, list, sort, key)
    SELECT * FROM unnest($7::int[], $8::text[], $9::text[], $10::text[]) ON CONFLICT DO NOTHING)
  INSERT INTO documents (generation, key, body, terms)
  SELECT * FROM unnest($11::int[], $12::text[], $13::text[], $14::text[])
  ON CONFLICT (generation, key) DO UPDATE SET body = excluded.body, terms = excluded.terms`;

/**
 * Writes documents of several generations, and moves them in their lists. To be called in a transaction that keeps
 * other writers of these generations out.
 * @throws Unfoldable a document has no JSON form
 */
export async function apply(run: Run, changes: ReadonlyMap<number, Changes>): Promise<void> {
  const [goneTerms, goneDocuments, newTerms, documents] = [columns(3), columns(1), columns(3), columns(3)];
  const before = await termsBefore(run, changes);
  for (const [generation, changed] of changes) {
    for (const [key, change] of changed) {
      const old = before.get(placeOf(generation, key));
      const terms = JSON.stringify(change?.terms ?? []);
      if (change !== undefined) add(documents, generation, key, textOf(change.document), terms);
      else if (old !== undefined) add(goneDocuments, generation, key);
      if (old === terms) continue;
      const [left, come] = [
        termSet(old === undefined ? [] : (JSON.parse(old) as Term[])),
        termSet(change?.terms ?? []),
      ];
      for (const [id, [list, sort]] of left) if (!come.has(id)) add(goneTerms, generation, list, sort, key);
      for (const [id, [list, sort]] of come) if (!left.has(id)) add(newTerms, generation, list, sort, key);
    }
  }
  const rows = [goneTerms, goneDocuments, newTerms, documents];
  if (rows.some(([generations]) => generations.length > 0)) await run(store, rows.flat());
}

const placeOf = (generation: number, key: string): string => `${generation} ${key}`;

const termSet = (terms: readonly Term[]): Map<string, Term> =>
  new Map(terms.map((term) => [JSON.stringify(term), term]));

/** The lists in which the documents that will change stand now. */
async function termsBefore(run: Run, changes: ReadonlyMap<number, Changes>): Promise<Map<string, string>> {
  const touched = columns(1);
  for (const [generation, changed] of changes) for (const key of changed.keys()) add(touched, generation, key);
  if (touched[0].length === 0) return new Map();
  const { rows } = await run<{ generation: number; key: string; terms: string }>(
    `SELECT generation, key, terms FROM documents
     JOIN unnest($1::int[], $2::text[]) AS touched (generation, key) USING (generation, key)`,
    touched,
  );
  return new Map(rows.map(({ generation, key, terms }) => [placeOf(generation, key), terms]));
}

/**
 * The documents of the generation `chosen` (SQL over `values`) that exist among `keys`, and its checkpoint: as they were
 * at one moment.
 */
export async function load<D>(
  run: Run,
  keys: readonly string[],
  chosen: string,
  values: readonly unknown[],
): Promise<{ readonly documents: Map<string, D>; readonly position: Position | undefined }> {
  const { rows } = await run<{ key: string | null; body: string; position: Position | null }>(
    `SELECT key, body, position FROM generations
     LEFT JOIN documents ON generation = id AND key = ANY ($${values.length + 1}::text[]) WHERE ${chosen}`,
    [...values, keys],
  );
  const documents = new Map<string, D>();
  for (const { key, body } of rows) if (key !== null) documents.set(key, JSON.parse(body) as D);
  return { documents, position: rows[0]?.position ?? undefined };
}
