import type { Calendar, Override } from './calendar.js';
import { addDays } from './zone.js';

/** What is wrong with a file of decreed days, row by row. The first row is 1; 0 is the file as a whole. */
export class BadOverrides extends Error {
  constructor(readonly problems: readonly { readonly row: number; readonly problem: string }[]) {
    super(problems.map(({ row, problem }) => (row === 0 ? problem : `row ${row}: ${problem}`)).join('\n'));
    this.name = 'BadOverrides';
  }
}

/**
 * Reads decreed days from JSON: a list of `{kind: "add" | "remove", date, name, source, region?}`.
 *
 * Every fault is told at once. A field nobody knows is a fault as well: a misspelt `region` would make a local day
 * free everywhere.
 * @throws BadOverrides
 */
export function readOverrides(text: string, { covers }: Pick<Calendar, 'covers'>): readonly Override[] {
  const rows = parsed(text);
  const seen = new Map<string, number>();
  const problems = rows.flatMap((row, index) => {
    const found = faults(row, covers);
    if (found.length === 0) {
      const { date, region = '' } = row as Override;
      const first = seen.get(`${date} ${region}`);
      if (first === undefined) seen.set(`${date} ${region}`, index + 1);
      else found.push(`the same day as row ${first}`);
    }
    return found.map((problem) => ({ row: index + 1, problem }));
  });
  if (problems.length > 0) throw new BadOverrides(problems);
  return rows as readonly Override[];
}

function parsed(text: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadOverrides([{ row: 0, problem: `not JSON: ${(error as Error).message}` }]);
  }
  if (!Array.isArray(value)) throw new BadOverrides([{ row: 0, problem: 'not a list' }]);
  return value;
}

const fields = ['kind', 'date', 'name', 'source', 'region'];

function faults(row: unknown, covers: Calendar['covers']): string[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return ['not an object'];
  const found: string[] = [];
  const value = row as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(value)) if (!fields.includes(name)) found.push(`no field is called "${name}"`);
  if (value['kind'] !== 'add' && value['kind'] !== 'remove') found.push('kind must be "add" or "remove"');
  for (const name of ['name', 'source']) if (!isText(value[name])) found.push(`${name} is missing`);
  if (value['region'] !== undefined && !isText(value['region'])) found.push('region must be the beginning of a code');
  const { date } = value;
  if (!isDate(date)) found.push('date must be a day of the calendar, YYYY-MM-DD');
  else if (date < covers.from || date > covers.to) found.push(`date is not from ${covers.from} to ${covers.to}`);
  return found;
}

const isText = (value: unknown): value is string => typeof value === 'string' && /\S/.test(value);

function isDate(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    return addDays(value, 0) === value;
  } catch {
    return false;
  }
}
