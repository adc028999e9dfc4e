import pg from 'pg';
import type { Projection } from '../../projection.js';
import { projectionId } from '../../status.js';
import type { Run } from './database.js';
import { lock } from './schema.js';

/** `date` and `instant` read ISO 8601 texts; `json` is whatever stands there. What does not fit the type is NULL. */
export type ColumnType = 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'json';

/** A projection as an SQL view, whose columns are fields of its documents. */
export interface ReadableView {
  readonly projection: Projection;
  /** By field name. If not given: the fields of `projection.empty`, by the types of their values. */
  readonly columns?: Readonly<Record<string, ColumnType>>;
}

const quoted = (name: string): string => pg.escapeIdentifier(name);
const literal = (text: string): string => pg.escapeLiteral(text);

/** `openedAt` and `case-cards` as SQL writes names: `opened_at`, `case_cards`. */
const sqlName = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();

// One document that is not as expected must not make a query over all of them fail. A subtransaction, which catches
// that, forbids parallel workers: they are not allowed by default.
const helpers = (schema: string): string =>
  [
    ['as_object', 'jsonb', `CASE jsonb_typeof(value::jsonb) WHEN 'object' THEN value::jsonb END`],
    ['as_date', 'date', `CASE WHEN value ~ '^\\d{4}-\\d\\d-\\d\\d' THEN left(value, 10)::date END`],
    [
      'as_instant',
      'timestamptz',
      `CASE WHEN value ~ '^\\d{4}-\\d\\d-\\d\\dT.*(Z|[+-]\\d\\d:\\d\\d)$' THEN value::timestamptz END`,
    ],
  ]
    .map(
      ([name, type, expression]) => `
        CREATE OR REPLACE FUNCTION ${schema}.${name} (value text) RETURNS ${type} LANGUAGE plpgsql IMMUTABLE STRICT AS
        $$ BEGIN RETURN ${expression}; EXCEPTION WHEN data_exception THEN RETURN NULL; END $$;`,
    )
    .join('');

/** The value of a column, of `field`, which is jsonb. */
function valueOf(schema: string, field: string, type: ColumnType): string {
  switch (type) {
    case 'text':
      return `${field} #>> '{}'`;
    case 'number':
      return `CASE jsonb_typeof(${field}) WHEN 'number' THEN ${field}::numeric END`;
    case 'boolean':
      return `CASE jsonb_typeof(${field}) WHEN 'boolean' THEN ${field}::boolean END`;
    case 'date':
      return `${schema}.as_date(${field} #>> '{}')`;
    case 'instant':
      return `${schema}.as_instant(${field} #>> '{}')`;
    case 'json':
      return field;
  }
}

/** @throws Error the documents have no fields, or two columns would have one name */
function columnsOf({ projection, columns }: ReadableView): readonly (readonly [field: string, ColumnType])[] {
  const found = Object.entries(columns ?? derived(projection));
  if (found.length === 0) throw new Error(`documents of ${projectionId(projection)} have no fields to read`);
  const names = ['key', ...found.map(([field]) => sqlName(field))];
  if (new Set(names).size < names.length) throw new Error(`two columns of ${projectionId(projection)} have one name`);
  return found;
}

function derived(projection: Projection): Record<string, ColumnType> {
  const empty: unknown = projection.empty('');
  const fields = typeof empty === 'object' && empty !== null && !Array.isArray(empty) ? Object.entries(empty) : [];
  return Object.fromEntries(
    fields.map(([field, value]): [string, ColumnType] => {
      const type = typeof value;
      return [field, type === 'string' ? 'text' : type === 'number' || type === 'boolean' ? type : 'json'];
    }),
  );
}

/** The generation is looked up by every query, so that a swap or a roll back needs no change of the view. */
function selection(view: ReadableView, schema: string): string {
  const columns = columnsOf(view);
  const { name, version } = view.projection;
  const values = columns.map(
    ([field, type]) => `${valueOf(schema, `fields.${quoted(field)}`, type)} AS ${quoted(sqlName(field))}`,
  );
  return `SELECT document.key, ${values.join(', ')}
    FROM ${schema}.generations AS generation
    JOIN ${schema}.documents AS document ON document.generation = generation.id,
    LATERAL jsonb_to_record(${schema}.as_object(document.body))
      AS fields (${columns.map(([field]) => `${quoted(field)} jsonb`).join(', ')})
    WHERE generation.name = ${literal(name)} AND generation.version = ${version} AND generation.state = 'shown'`;
}

/** Makes or changes the SQL views in the schema `into`; one that is as it should be is left alone. */
export async function makeViews(run: Run, schema: string, into: string, views: readonly ReadableView[]): Promise<void> {
  const wanted = views.map((view) => ({
    name: `${into}.${quoted(sqlName(view.projection.name))}`,
    id: projectionId(view.projection),
    sql: selection(view, schema),
  }));
  await lock(run, [`${schema}/${into}`]);
  await run(`CREATE SCHEMA IF NOT EXISTS ${into}; ${helpers(schema)}`);
  for (const { name, id, sql } of wanted) {
    const { rows } = await run<{ same: boolean; note: string }>(
      `SELECT note, coalesce(obj_description(to_regclass($1), 'pg_class') = note, false) AS same
       FROM concat($2::text, ', ', md5($3)) AS note`,
      [name, id, sql],
    );
    if (rows[0] === undefined || rows[0].same) continue;
    await makeView(run, name, sql);
    await run(`COMMENT ON VIEW ${name} IS ${literal(rows[0].note)}`);
  }
}

/** In place where that can be done (columns were added at the end), which keeps what was granted; else anew. */
async function makeView(run: Run, name: string, sql: string): Promise<void> {
  await run('SAVEPOINT as_it_was');
  try {
    await run(`CREATE OR REPLACE VIEW ${name} AS ${sql}`);
  } catch (error) {
    const isOtherColumns = error instanceof pg.DatabaseError && error.code === '42P16';
    if (!isOtherColumns) throw error;
    await run(`ROLLBACK TO SAVEPOINT as_it_was; DROP VIEW ${name}; CREATE VIEW ${name} AS ${sql}`);
  }
}
