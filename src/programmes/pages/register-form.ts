import { centsOf } from '../../pages/forms.js';
import type { Filled } from '../../pages/parts.js';
import type { Field, Fields, Values } from '../domain/register-fields.js';

/** How many lines of a table a form offers beside those that are filled in. */
export const spareRows = 4;

export const rowField = (name: string, row: number, column: string): string => `${name}.${row}.${column}`;

const list = (value: Filled[string]): readonly string[] => [value ?? []].flat().filter((each) => each !== '');

const text = (value: Filled[string]): string => list(value)[0]?.trim() ?? '';

/** The values a form was filled in with. What cannot be read stays as it was written, for the check to name it. */
export const valuesOfForm = (fields: Fields, filled: Filled): Values =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = field.kind === 'rows' ? rowsOfForm(name, field, filled) : valueOfForm(field, filled[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );

function valueOfForm({ kind }: Field, value: Filled[string]): unknown {
  switch (kind) {
    case 'many':
    case 'organizations':
    case 'districts':
      return list(value).length === 0 ? undefined : list(value);
    case 'codes':
    case 'staff': {
      const codes = text(value)
        .split(/\s+/u)
        .filter((each) => each !== '');
      return codes.length === 0 ? undefined : codes;
    }
    case 'count':
    case 'number':
      return /^-?\d+([.,]\d+)?$/u.test(text(value)) ? Number(text(value).replace(',', '.')) : blankOr(text(value));
    case 'cents':
      return /^\d{1,11}([.,]\d{1,2})?$/u.test(text(value)) ? centsOf(text(value)) : blankOr(text(value));
    case 'ageBand':
    case 'agreement':
    case 'code':
    case 'currency':
    case 'day':
    case 'district':
    case 'happened':
    case 'line':
    case 'one':
    case 'organization':
    case 'project':
    case 'rows':
      return blankOr(text(value));
  }
}

const blankOr = (written: string): string | undefined => (written === '' ? undefined : written);

/** The lines that have anything in them, in their order. */
function rowsOfForm(name: string, { columns }: Field, filled: Filled): readonly Values[] | undefined {
  const numbers = Object.keys(filled).flatMap((key) => {
    const [of, row] = key.split('.');
    return of === name && row !== undefined && /^\d{1,3}$/u.test(row) ? [Number(row)] : [];
  });
  const rows = [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map((row) => {
      const own = Object.keys(columns).map((column) => [column, filled[rowField(name, row, column)]] as const);
      return valuesOfForm(columns as Fields, Object.fromEntries(own));
    })
    .filter((row) => Object.keys(row).length > 0);
  return rows.length === 0 ? undefined : rows;
}

/** The other way: what a form shows of values that are there. */
export const formOf = (fields: Fields, values: Values): Filled =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { kind, columns }]): readonly (readonly [string, Filled[string]])[] => {
      const value = values[name];
      if (value === undefined) return [];
      if (kind === 'rows') {
        return (value as readonly Values[]).flatMap((row, index) =>
          Object.entries(formOf(columns as Fields, row)).map(
            ([column, each]) => [rowField(name, index, column), each] as const,
          ),
        );
      }
      if (kind === 'codes' || kind === 'staff') return [[name, (value as readonly string[]).join(' ')]];
      if (kind === 'cents') return [[name, (Number(value) / 100).toFixed(2)]];
      return [
        [name, typeof value === 'string' || typeof value === 'number' ? String(value) : (value as readonly string[])],
      ];
    }),
  );
