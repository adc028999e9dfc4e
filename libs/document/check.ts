import type { Cell, Chart, ReportDocument, TableData } from './model.js';
import { tablesOf } from './tables.js';

/** The document contradicts itself; `faults` says where, one line each. */
export class BadDocument extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`the document cannot be rendered: ${faults.join('; ')}`);
    this.name = 'BadDocument';
  }
}

const anchor = /^[A-Za-z][A-Za-z0-9-]*$/;

/**
 * Refuses a document no renderer could keep its word on: ids used twice, ragged tables, charts of columns that are not
 * there, numbers that are not finite, ratios that do not divide, links that lead nowhere.
 * @throws BadDocument
 */
export function checkDocument(doc: ReportDocument): void {
  const faults: string[] = [];
  if (!anchor.test(doc.id)) faults.push(`"${doc.id}" is not an id`);
  if (!/^\d{4}-\d\d-\d\d$/.test(doc.issuedOn)) faults.push('issuedOn is not a date');
  const blocks = doc.sections.flatMap((section) => section.blocks);
  const sections = doc.sections.map((section) => section.id);
  const ids = [...sections, ...blocks.flatMap((block) => ('id' in block ? [block.id] : []))];
  faults.push(...badIds('document', ids));
  for (const block of blocks) {
    if (block.kind === 'indicators' && new Set(block.rows.map((row) => row.trend.length)).size > 1) {
      faults.push(`${block.id}: histories of different lengths`);
    }
    if (block.kind === 'list') faults.push(...lost('a list', block.items, sections));
  }
  for (const { id, data, block } of tablesOf(doc)) {
    faults.push(...tableFaults(id, data), ...lost(id, data.rows, sections));
    if (block.kind !== 'figure') continue;
    if (block.alt.trim() === '') faults.push(`${id}: a picture without words for who cannot see it`);
    faults.push(...chartFaults(id, block.chart, data));
  }
  if (!texts(doc).every(writable)) faults.push('a text holds a character that no file can carry');
  if (faults.length > 0) throw new BadDocument(faults);
}

const lost = (
  from: string,
  links: readonly { readonly to?: string }[],
  sections: readonly string[],
): readonly string[] =>
  links.flatMap(({ to }) =>
    to === undefined || sections.includes(to) ? [] : [`${from} links to "${to}", which is no section`],
  );

/** XML has no way to write most control characters, nor half a pair of surrogates; U+FFFD says a text is broken already. */
const writable = (text: string): boolean => !/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffd-\uffff]/u.test(text);

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

function badIds(where: string, ids: readonly string[]): string[] {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...twice.map((id) => `${where}: id "${id}" is used twice`),
    ...ids.filter((id) => !anchor.test(id)).map((id) => `${where}: "${id}" is not an id`),
  ];
}

function tableFaults(id: string, data: TableData): string[] {
  const repeated = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);
  const twice = [...repeated(data.columns.map((column) => column.id)), ...repeated(data.rows.map((row) => row.id))];
  return [
    ...twice.map((name) => `${id}: "${name}" is used twice`),
    ...data.rows.flatMap((row) => [
      ...(row.cells.length === data.columns.length
        ? []
        : [`${id}/${row.id}: ${row.cells.length} cells for ${data.columns.length} columns`]),
      ...row.cells.flatMap((cell) => cellFaults(cell).map((fault) => `${id}/${row.id}: ${fault}`)),
    ]),
  ];
}

function cellFaults(cell: Cell): string[] {
  // The types forbid it, but a document may come from a file: a withheld cell must carry nothing but its kind.
  if (cell.kind === 'hidden') return Object.keys(cell).length === 1 ? [] : ['a hidden cell carries more than its kind'];
  if (cell.kind === 'unmeasured') return cell.text === '' ? ['an unmeasured cell without words'] : [];
  if (cell.kind === 'text') return [];
  const numbers = [cell.value, ...(cell.interval ? [cell.interval.low, cell.interval.high] : [])];
  if (cell.kind === 'ratio') numbers.push(cell.numerator, cell.denominator);
  if (!numbers.every(Number.isFinite)) return ['a number is not finite'];
  if (cell.kind === 'ratio' && Math.abs(cell.value * cell.denominator - cell.numerator) > 1e-6 * cell.denominator) {
    return ['a ratio is not its numerator over its denominator'];
  }
  return [];
}

/** The columns a chart is drawn from. */
export function chartColumns(chart: Chart): readonly string[] {
  switch (chart.kind) {
    case 'line':
      return [chart.value, ...(chart.limits ? [chart.limits.low, chart.limits.centre, chart.limits.high] : [])];
    case 'bars':
      return [chart.value];
    case 'stacked':
      return [...chart.parts, ...(chart.hatched ? [chart.hatched] : []), ...(chart.target ? [chart.target] : [])];
    case 'matrix':
      return [];
    case 'steps':
      return [chart.count, ...(chart.share ? [chart.share] : [])];
    case 'dots':
      return [chart.middle, chart.low, chart.high, ...(chart.target ? [chart.target] : [])];
  }
}

function chartFaults(id: string, chart: Chart, data: TableData): string[] {
  const known = new Set(data.columns.map((column) => column.id));
  const faults = chartColumns(chart)
    .filter((column) => !known.has(column))
    .map((column) => `${id}: no column "${column}" to draw`);
  if (chart.kind === 'stacked' && chart.parts.length > 4) faults.push(`${id}: more than four parts in a bar`);
  if (chart.kind === 'stacked' && chart.hatched && !chart.parts.includes(chart.hatched)) {
    faults.push(`${id}: the hatched part is not one of the parts`);
  }
  if (chart.kind === 'line' && data.rows.length > 24) faults.push(`${id}: more than 24 points in a line`);
  return faults;
}
