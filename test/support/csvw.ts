/** What a description says that this checker holds a table to; the vocabulary of W3C CSVW. */
interface Description {
  readonly '@context': readonly [string, object];
  readonly url: string;
  readonly tableSchema: {
    readonly primaryKey: readonly string[];
    readonly columns: readonly {
      readonly name: string;
      readonly titles: Readonly<Record<string, string>>;
      readonly datatype: string | { readonly base: string; readonly format?: string };
      readonly required?: boolean;
      readonly null?: string;
      readonly separator?: string;
    }[];
  };
}

/** The texts of each datatype, after XML Schema. */
const lexical: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/u,
  boolean: /^(true|false|1|0)$/u,
  integer: /^[+-]?\d+$/u,
  number: /^([+-]?\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/u,
  gYearMonth: /^\d{4}-(0[1-9]|1[0-2])$/u,
  dateTimeStamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/u,
};

/** What a spreadsheet would run. */
const formula = /^[=+\-@\t\r\n]/u;

/** The rows of a CSV file, read character by character after RFC 4180. */
export function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const text = csv.replace(/^\uFEFF/u, '');
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted && character === '"' && text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
    else if (character === '"') quoted = !quoted;
    else if (quoted || !/[,\r\n]/u.test(character)) cell += character;
    else if (character === ',') [row, cell] = [[...row, cell], ''];
    else if (character === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
    }
  }
  return cell === '' && row.length === 0 ? rows : [...rows, [...row, cell]];
}

/** Every place where a table is not what its description says; empty where it is. */
export function faultsOf(csv: string, description: Description): readonly string[] {
  const { columns, primaryKey } = description.tableSchema;
  const [header = [], ...rows] = rowsOf(csv);
  const faults: string[] = [];
  if (description['@context'][0] !== 'http://www.w3.org/ns/csvw') faults.push('no context');
  if (header.length !== columns.length) faults.push(`header has ${header.length} cells, not ${columns.length}`);
  for (const [index, { titles }] of columns.entries()) {
    if (!Object.values(titles).includes(header[index] ?? '')) faults.push(`header ${index} is ${header[index]}`);
    if (!titles['es']) faults.push(`column ${index} has no Spanish title`);
  }
  const keys = new Set<string>();
  for (const [at, row] of rows.entries()) {
    if (row.length !== columns.length) faults.push(`row ${at} has ${row.length} cells`);
    for (const [index, { name, datatype, required, null: none, separator }] of columns.entries()) {
      const cell = row[index] ?? '';
      const { base, format } = typeof datatype === 'string' ? { base: datatype, format: undefined } : datatype;
      if (required === true && cell === '') faults.push(`row ${at}: ${name} is empty`);
      if (cell === none || cell === '') continue;
      for (const part of separator === undefined ? [cell] : cell.split(separator)) {
        if (lexical[base]?.test(part) !== true) faults.push(`row ${at}: ${name} is no ${base}: ${part}`);
        if (format !== undefined && !new RegExp(`^(?:${format})$`, 'u').test(part))
          faults.push(`row ${at}: ${name} is not like ${format}: ${part}`);
      }
      if (base === 'string' && formula.test(cell)) faults.push(`row ${at}: ${name} would be run: ${cell}`);
    }
    const key = JSON.stringify(primaryKey.map((name) => row[columns.findIndex((column) => column.name === name)]));
    if (keys.has(key)) faults.push(`row ${at} has the key of another: ${key}`);
    keys.add(key);
  }
  return faults;
}
