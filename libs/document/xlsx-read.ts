import { unzip } from './zip.js';

/** What a cell of a sheet holds. */
export type SheetValue = number | string | null;

/**
 * The sheets of a workbook in order, as rows of values; only what `renderXlsx` writes is understood.
 * @throws Error when it is not such a workbook
 */
export function readSheets(workbook: Uint8Array): readonly (readonly (readonly SheetValue[])[])[] {
  const files = unzip(workbook);
  const strings = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inside = '']) =>
    unescape([...inside.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => text).join('')),
  );
  const sheets: SheetValue[][][] = [];
  for (let number = 1; ; number += 1) {
    const xml = files.get(`xl/worksheets/sheet${number}.xml`);
    if (xml === undefined) break;
    sheets.push(
      [...xml.matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, inside = '']) => readRow(inside, strings)),
    );
  }
  if (sheets.length === 0) throw new Error('a workbook without sheets');
  return sheets;
}

function readRow(xml: string, strings: readonly string[]): SheetValue[] {
  const row: SheetValue[] = [];
  for (const [, attributes = '', inside = ''] of xml.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const column = columnNumber(/\br="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? '');
    const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1];
    if (inside.includes('<f')) throw new Error('a formula, where none may be');
    while (row.length < column) row.push(null);
    if (value === undefined) continue;
    row[column - 1] = / t="s"/.test(attributes) ? (strings[Number(value)] ?? null) : Number(value);
  }
  return row;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescape = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
    decimal !== undefined
      ? String.fromCodePoint(Number(decimal))
      : hex !== undefined
        ? String.fromCodePoint(parseInt(hex, 16))
        : (signs[name ?? ''] ?? whole),
  );
