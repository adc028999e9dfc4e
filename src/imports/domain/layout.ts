import { BadCell } from './cells.js';
import { columnOf, columnsOf, type ColumnName, type Kind } from './columns.js';
import { localStamp } from './dates.js';
import type { CellError, ErrorCode } from './errors.js';
import { type FieldRule, type Mapping, plainWord } from './mapping.js';

/** What one row says: a text for each field that has one, or what is wrong with its cell. */
export type Values = ReadonlyMap<string, string | BadCell>;

/** How the rows of a file are read. */
export interface Layout {
  readonly kind: Kind;
  /** Cells of a row. */
  readonly width: number;
  /** The fields the file has, in the order of the file or of its mapping. */
  readonly fields: readonly string[];
  readonly read: (cells: readonly string[]) => Values;
  /** What a field's column is called where people keep the list; the field itself, where it is called that. */
  readonly heading: (field: string) => string;
  /** What stands in the file for a field, as it stands there. */
  readonly raw: (field: string, cells: readonly string[]) => string;
}

/** A layout, or what is wrong with the header. */
export type Laid = { readonly layout: Layout } | { readonly errors: readonly CellError[] };

const wrong = (column: string, code: ErrorCode): CellError => ({ column, code });
const textAt = (cells: readonly string[], index: number): string => (cells[index] ?? '').trim();

/**
 * The layout of a file whose header names our own columns.
 * @param wanted the columns that must be there
 */
export function plainLayout(kind: Kind, header: readonly string[], wanted: readonly string[]): Laid {
  const columns = header.map((cell) => columnOf(kind, cell));
  const errors = [
    // Only its place is named: where the header is missing, this is somebody's data.
    ...columns.flatMap((name, index) => (name === undefined ? [wrong(`#${index + 1}`, 'unknown-column')] : [])),
    ...columns.flatMap((name, index) =>
      name !== undefined && columns.indexOf(name) < index ? [wrong(name, 'duplicate-column')] : [],
    ),
    ...wanted.filter((name) => !columns.includes(name)).map((name) => wrong(name, 'missing-column')),
  ];
  if (errors.length > 0) return { errors };
  const fields = columns.map((name) => name ?? '');
  const layout: Layout = {
    kind,
    width: columns.length,
    fields,
    read: (cells) =>
      new Map(fields.map((field, index) => [field, textAt(cells, index)] as const).filter(([, text]) => text !== '')),
    heading: (field) => field,
    raw: (field, cells) => textAt(cells, fields.indexOf(field)),
  };
  return { layout };
}

/** The layout of a file that an institution keeps its own way. */
export function mappedLayout(mapping: Mapping, header: readonly string[]): Laid {
  const names = header.map(plainWord);
  const rules = Object.entries(mapping.fields) as readonly (readonly [ColumnName, FieldRule])[];
  const ignored = new Set(mapping.ignore.map(plainWord));
  const places = (spellings: readonly string[] = []): readonly number[] => {
    const known = new Set(spellings.map(plainWord));
    return names.flatMap((name, index) => (known.has(name) ? [index] : []));
  };
  const found = rules.map(([field, rule]) => ({
    field,
    rule,
    cells: places(rule.from),
    clocks: places(rule.clock),
  }));
  const read = new Set(found.flatMap(({ cells, clocks }) => [...cells, ...clocks]));
  const errors = [
    ...names.flatMap((name, index) =>
      name === '' || read.has(index) || ignored.has(name) ? [] : [wrong(`#${index + 1}`, 'unknown-column')],
    ),
    ...found.flatMap(({ field, cells, clocks }) =>
      cells.length > 1 || clocks.length > 1 ? [wrong(field, 'duplicate-column')] : [],
    ),
    ...found.flatMap(({ field, rule, cells, clocks }) => {
      const missing =
        cells.length === 0 || (rule.clock !== undefined && clocks.length === 0 && rule.hour === undefined);
      return rule.from !== undefined && rule.optional !== true && missing ? [wrong(field, 'missing-column')] : [];
    }),
  ];
  if (errors.length > 0) return { errors };
  const blanks = new Set((mapping.blanks ?? []).map((text) => text.toLowerCase()));
  const filled = (cells: readonly string[], index: number | undefined): string | undefined => {
    const text = index === undefined ? '' : textAt(cells, index);
    return text === '' || blanks.has(text.toLowerCase()) ? undefined : text;
  };
  const readers = found
    .filter(({ rule, cells }) => rule.value !== undefined || cells.length > 0)
    .map(({ field, rule, cells: [at], clocks: [clock] }) => {
      const words = new Map(Object.entries(rule.values ?? {}).map(([word, code]) => [plainWord(word), code]));
      const text = (cells: readonly string[]) => told(rule, words, filled(cells, at), filled(cells, clock));
      return { field, at, clock, text };
    });
  const readerOf = new Map(readers.map((reader) => [reader.field as string, reader]));
  const layout: Layout = {
    kind: mapping.kind,
    width: header.length,
    fields: readers.map(({ field }) => field),
    read: (cells) =>
      new Map(
        readers.flatMap(({ field, text }) => {
          const value = orBad(() => text(cells));
          return value === undefined ? [] : [[field, value] as const];
        }),
      ),
    heading: (field) => mapping.fields[field as ColumnName]?.from?.[0] ?? field,
    raw: (field, cells) => {
      const { at, clock } = readerOf.get(field) ?? {};
      return [at, clock]
        .flatMap((index) => (index === undefined ? [] : [textAt(cells, index)]))
        .filter((text) => text !== '')
        .join(' ');
    },
  };
  return { layout };
}

/** @throws BadCell */
function told(
  { value, split, dates, hour, default: otherwise }: FieldRule,
  words: ReadonlyMap<string, string>,
  text: string | undefined,
  clock: string | undefined,
): string | undefined {
  if (value !== undefined || text === undefined) return value ?? otherwise;
  if (dates !== undefined) return localStamp(text, clock, { formats: dates, hour });
  const parts = split === undefined ? [text] : text.split(split).map((part) => part.trim());
  return parts.map((part) => (words.size === 0 ? part : wordIn(words, part))).join('|');
}

/** @throws BadCell nobody said what it means */
function wordIn(words: ReadonlyMap<string, string>, text: string): string {
  const code = words.get(plainWord(text));
  if (code === undefined) throw new BadCell('unknown-word');
  return code;
}

function orBad(read: () => string | undefined): string | BadCell | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadCell) return error;
    throw error;
  }
}

/** The columns a header of our own must have. @param owner what names the institution of a row, if the caller does not */
export const requiredIn = (kind: Kind, owner: string | undefined): readonly string[] =>
  Object.entries(columnsOf[kind])
    .filter(([name, { required }]) => required === true || name === owner)
    .map(([name]) => name);
