import { spawnSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import { cellText, hiddenMark } from './cells.js';
import { checkDocument } from './check.js';
import { csvColumns } from './csv.js';
import type { ReportDocument } from './model.js';
import { paperPieces } from './paper.js';
import { readModel, type Reading, type Status } from './reading.js';
import { tablesOf } from './tables.js';
import { readSheets } from './xlsx-read.js';
import { sheetColumns, sheetText } from './xlsx.js';

/** The files made of one document; those that are there are read. */
export interface Files {
  readonly html?: string;
  readonly csv?: string;
  readonly json?: string;
  readonly xlsx?: Uint8Array;
  /** Read with `pdftotext`; where the machine has none, this is skipped. */
  readonly pdf?: Uint8Array;
}

/**
 * Reads every figure back from every file and says where one differs from the document: nothing, if all formats hold the
 * same numbers. Text cells are not compared, numbers, withheld and unmeasured cells are.
 * @throws BadDocument, Error when a file is not of its format
 */
export function readBack(doc: ReportDocument, files: Files): readonly string[] {
  const model = readModel(doc).filter(isFigure);
  return [
    ...(files.html === undefined ? [] : compare('html', model, readHtml(files.html))),
    ...(files.html === undefined ? [] : strayMarks(model, readPictures(files.html))),
    ...(files.csv === undefined ? [] : compare('csv', model, readCsv(files.csv))),
    ...(files.json === undefined ? [] : compare('json', model, readJson(files.json))),
    ...(files.xlsx === undefined ? [] : compare('xlsx', model, readXlsx(files.xlsx, doc))),
    ...(files.pdf === undefined ? [] : missingInPdf(files.pdf, doc)).map((row) => `pdf: ${row} is not there`),
  ];
}

const isFigure = (reading: Reading): boolean => reading.status !== 'published' || reading.value !== null;
const place = ({ figure, row, column }: Pick<Reading, 'figure' | 'row' | 'column'>): string =>
  `${figure}/${row}/${column}`;

function compare(format: string, model: readonly Reading[], found: readonly Reading[]): string[] {
  const told = (reading: Reading): string =>
    [reading.status, reading.value, reading.numerator, reading.denominator, reading.low, reading.high].join(' ');
  const there = new Map(found.filter(isFigure).map((reading) => [place(reading), told(reading)]));
  const wanted = new Map(model.map((reading) => [place(reading), told(reading)]));
  return [
    ...[...wanted]
      .filter(([at, says]) => there.get(at) !== says)
      .map(([at, says]) => `${format}: ${at} is ${there.get(at) ?? 'missing'}, not ${says}`),
    ...[...there.keys()].filter((at) => !wanted.has(at)).map((at) => `${format}: ${at} is not in the document`),
  ];
}

/** A picture need not draw every cell, but what it draws must be there, and published. */
const strayMarks = (model: readonly Reading[], marks: readonly Mark[]): string[] => {
  const values = new Map(model.map((reading) => [place(reading), reading.value]));
  return marks
    .filter((mark) => values.get(place(mark)) !== mark.value)
    .map((mark) => `picture: ${place(mark)} is drawn as ${mark.value}`);
};

type Mark = Pick<Reading, 'figure' | 'row' | 'column' | 'value'>;

/**
 * The cells of every table of a page. Where a page shows a table twice, both have to agree.
 * @throws Error when they do not
 */
export function readHtml(html: string): readonly Reading[] {
  const found = new Map<string, Reading>();
  let figure = '';
  let row = '';
  for (const { name, attributes } of openings(html)) {
    const get = (key: string): string | undefined => attributes.get(`data-${key}`);
    if (name === 'table') figure = get('figure') ?? '';
    if (name === 'tr') row = get('row') ?? '';
    if (name !== 'td' || get('status') === undefined) continue;
    const numbers = ['value', 'numerator', 'denominator', 'low', 'high'].map((key) => numberOf(get(key)));
    const [value = null, numerator = null, denominator = null, low = null, high = null] = numbers;
    const status = statusNamed(get('status'));
    const reading = { figure, row, column: get('column') ?? '', status, value, numerator, denominator, low, high };
    const before = found.get(place(reading));
    if (before && JSON.stringify(before) !== JSON.stringify(reading))
      throw new Error(`${place(reading)} is shown in two ways`);
    found.set(place(reading), reading);
  }
  return [...found.values()];
}

/** What the pictures of a page draw: the cells whose number decides the size or the words of something in them. */
export function readPictures(html: string): readonly Mark[] {
  const found: Mark[] = [];
  let figure = '';
  for (const { name, attributes } of openings(html)) {
    if (name === 'figure') figure = attributes.get('data-figure') ?? '';
    if (name !== 'g') continue;
    const value = numberOf(attributes.get('data-value'));
    const [row, column] = [attributes.get('data-row'), attributes.get('data-column')];
    if (row !== undefined && column !== undefined && value !== null) found.push({ figure, row, column, value });
  }
  return found;
}

function* openings(
  html: string,
): Iterable<{ readonly name: string; readonly attributes: ReadonlyMap<string, string> }> {
  for (const [, name = '', inside = ''] of html.matchAll(/<(figure|table|tr|td|g)\b((?:[^>"]|"[^"]*")*)>/g)) {
    yield {
      name,
      attributes: new Map([...inside.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', text = '']) => [key, text])),
    };
  }
}

/** @throws Error when the text is not the long table */
export function readCsv(csv: string): readonly Reading[] {
  const [head, ...lines]: readonly string[][] = parse(csv);
  if (head?.join() !== csvColumns.join()) throw new Error('not the long table of a document');
  return lines.map((line) => {
    const get = (name: (typeof csvColumns)[number]): string => line[csvColumns.indexOf(name)] ?? '';
    return {
      figure: get('figure'),
      row: get('row'),
      column: get('column'),
      status: statusNamed(get('status')),
      value: numberOf(get('value')),
      numerator: numberOf(get('numerator')),
      denominator: numberOf(get('denominator')),
      low: numberOf(get('low')),
      high: numberOf(get('high')),
    };
  });
}

/** @throws BadDocument, SyntaxError */
export function readJson(json: string): readonly Reading[] {
  const doc = JSON.parse(json) as ReportDocument;
  checkDocument(doc);
  return readModel(doc);
}

/**
 * The cells of a workbook. Sheets carry labels, not ids: the document says which is which, the workbook what they hold.
 * @throws Error when a sheet, a row or a column is not where the document puts it
 */
export function readXlsx(workbook: Uint8Array, doc: ReportDocument): readonly Reading[] {
  const [, ...sheets] = readSheets(workbook);
  return tablesOf(doc).flatMap((table, index) => {
    const [head = [], ...lines] = sheets[index] ?? [];
    const columns = sheetColumns(table, doc);
    const expected = [table.data.rowHeading, ...columns.map(({ label }) => label)].map(sheetText);
    if (JSON.stringify(head) !== JSON.stringify(expected))
      throw new Error(`the sheet of ${table.id} has other columns`);
    return table.data.rows.flatMap((row, line) => {
      const held = lines[line] ?? [];
      if (held[0] !== sheetText(row.label)) throw new Error(`the sheet of ${table.id} has other rows`);
      return table.data.columns.map((column, position): Reading => {
        const at = (part: string): number | string | null =>
          held[columns.findIndex((one) => one.column === column.id && one.part === part) + 1] ?? null;
        const numeric = (part: string): number | null => {
          const one = columns.some((candidate) => candidate.column === column.id && candidate.part === part)
            ? at(part)
            : null;
          return typeof one === 'number' ? one : null;
        };
        const cell = row.cells[position];
        const shown = at('value');
        const words = cell?.kind === 'unmeasured' ? sheetText(cellText(cell, doc.words)) : undefined;
        const status: Status =
          shown === hiddenMark ? 'hidden' : shown !== null && shown === words ? 'unmeasured' : 'published';
        const [value, numerator, denominator] = [numeric('value'), numeric('numerator'), numeric('denominator')];
        const [low, high] = [numeric('low'), numeric('high')];
        return { figure: table.id, row: row.id, column: column.id, status, value, numerator, denominator, low, high };
      });
    });
  });
}

/** The table rows that the text of the PDF does not hold whole and in order; nothing where there is no `pdftotext`. */
export function missingInPdf(pdf: Uint8Array, doc: ReportDocument): readonly string[] {
  const run = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, maxBuffer: 1 << 26 });
  if (run.error) return [];
  const bare = (text: string): string => text.replace(/\s+/g, '');
  const text = bare(run.stdout.toString('utf8'));
  let from = 0;
  return paperPieces(doc).flatMap(({ id, label, cells }) => {
    const wanted = bare([label, ...cells].join(''));
    const at = text.indexOf(wanted, from);
    if (at >= 0) from = at + wanted.length;
    return at >= 0 ? [] : [`${id}: "${[label, ...cells].join(' | ')}"`];
  });
}

const numberOf = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text));

function statusNamed(text: string | undefined): Status {
  if (text === 'published' || text === 'hidden' || text === 'unmeasured') return text;
  throw new Error(`"${text}" is no status`);
}
