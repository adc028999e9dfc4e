import type { Month } from '#terms';
import { draftOf, type Drafted } from './drafted.js';
import type { Inputs } from './inputs.js';
import type { Withheld } from './model.js';
import type { Profile } from './profiles.js';
import type { Draft, Expression } from './tally.js';

type Table = Draft['tables'][number];

/** The row that stands for those that were put together. */
export const mergedRow = 'merged';

/** A table of a draft by its path `section/table`. */
export function tableAt({ drafts }: Pick<Drafted, 'drafts'>, path: string): Table | undefined {
  const [section, table] = path.split('/');
  return drafts.find(({ id }) => id === section)?.tables.find(({ id }) => id === table);
}

/** Whether every row is a part of the last one, with its share: then some of them can be told as one. */
export const isBreakdown = ({ columns, rows }: Table): boolean =>
  columns.join() === 'count,share' && rows.at(-1)?.id === 'total';

function replaced(drafted: Drafted, path: string, table: Table): Drafted {
  const [section, id] = path.split('/');
  return {
    ...drafted,
    drafts: drafted.drafts.map((draft) =>
      draft.id === section ? { ...draft, tables: draft.tables.map((each) => (each.id === id ? table : each)) } : draft,
    ),
  };
}

/** Puts rows of a breakdown together: their sum is told, and none of them. */
export function merged(drafted: Drafted, { table: path, rows = [] }: Withheld): Drafted {
  const table = tableAt(drafted, path);
  const total = table?.rows.at(-1)?.cells[0];
  if (table === undefined || total === undefined || !('count' in total)) return drafted;
  const parts = table.rows.filter(({ id }) => rows.includes(id)).flatMap(({ cells }) => cells.slice(0, 1));
  const cell = `${mergedRow}/${path}@${/@(\d{4}-\d\d)/u.exec(total.count)?.[1] ?? ''}`;
  drafted.tally.sum(
    cell,
    parts.flatMap((part) => ('count' in part ? [part.count] : [])),
  );
  const others = table.rows.filter(({ id }) => !rows.includes(id));
  const row = { id: mergedRow, cells: [{ count: cell }, { ratio: [cell, total.count] as const }] };
  return replaced(drafted, path, { ...table, rows: [...others.slice(0, -1), row, ...others.slice(-1)] });
}

/** `2025-Q4` */
export const quarterOf = (month: Month): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

/** Whether a quarter ends with the month. */
export const endsQuarter = (month: Month): boolean => Number(month.slice(5, 7)) % 3 === 0;

/** Shows a table of the whole quarter in place of the month's. Before the quarter ends there is none to show. */
export function wholeTable(
  drafted: Drafted,
  { table: path }: Withheld,
  quarter: Inputs | undefined,
  profile: Profile,
): Drafted {
  if (quarter === undefined) return drafted;
  const { month } = quarter.cohort;
  const counted = draftOf(quarter, undefined, profile);
  const table = tableAt(counted, path);
  if (table === undefined || !isBreakdown(table)) return drafted;
  const named = (cell: string): string => cell.replace(`@${month}`, `@${quarterOf(month)}`);
  const rows = table.rows.map(({ id, cells }) => ({ id, cells: cells.map((each) => renamed(each, named)) }));
  const counts = table.rows.flatMap(({ cells }) => cells.flatMap((each) => ('count' in each ? [each.count] : [])));
  for (const cell of counts) drafted.tally.set(named(cell), counted.tally.get(cell));
  const [total, ...parts] = counts.map(named).reverse();
  if (total !== undefined) drafted.tally.sum(total, parts);
  return replaced(drafted, path, { ...table, rows });
}

function renamed(expression: Expression, named: (cell: string) => string): Expression {
  if ('count' in expression) return { count: named(expression.count) };
  if ('ratio' in expression) return { ratio: [named(expression.ratio[0]), named(expression.ratio[1])] };
  return expression;
}
