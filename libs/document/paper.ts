import { chartSvg, iconSvg, sparklineSvg } from './charts/index.js';
import { cellText } from './cells.js';
import type { Block, Cell, Column, Indicators, ReportDocument, Row, TableData, Verdict, Words } from './model.js';
import { hasTable, indicatorTable } from './tables.js';

/** A sheet of paper holds this many columns beside the labels; wider tables go on under themselves. */
const widest = 13;

/** The document as the Typst template wants it: no decision left to take there but layout. Absent values are null. */
export function paperDocument(doc: ReportDocument): Readonly<Record<string, unknown>> {
  const { words } = doc;
  return {
    title: doc.title,
    subtitle: doc.subtitle,
    lang: doc.lang.split('-')[0],
    date: doc.issuedOn.split('-').map(Number),
    meta: doc.meta,
    classification: doc.classification,
    footer: { ...doc.footer, verify: doc.footer.verify ?? '' },
    page: words.page,
    sections: doc.sections.map((section) => ({
      id: section.id,
      title: section.number === undefined ? section.title : `${section.number}. ${section.title}`,
      newPage: section.newPage ?? false,
      blocks: section.blocks.map((block) => paperBlock(block, doc)),
    })),
    annexTitle: words.annex,
    annex: doc.sections
      .flatMap((section) => section.blocks)
      .filter(hasTable)
      .filter((block) => block.kind !== 'table')
      .map((block) => ({
        title: block.title,
        tables: paperTables(block.kind === 'indicators' ? historyOf(indicatorTable(block)) : block.table, words),
      })),
  };
}

/** The indicators' months alone: what stands before them is printed with the indicators. */
function historyOf(data: TableData): TableData {
  const months = (_: unknown, index: number): boolean => data.columns[index]?.id.startsWith('trend-') ?? false;
  return {
    ...data,
    columns: data.columns.filter(months),
    rows: data.rows.map((row) => ({ ...row, cells: row.cells.filter(months) })),
  };
}

function paperBlock(block: Block, doc: ReportDocument): Readonly<Record<string, unknown>> {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, lang: block.lang?.split('-')[0] ?? null };
    case 'list':
      return {
        kind: block.kind,
        title: block.title ?? null,
        ordered: block.ordered ?? false,
        items: block.items.map(({ text, to }) => ({ text, to: to ?? null })),
      };
    case 'note':
      return { ...block, title: block.title ?? null };
    case 'form':
      return { ...block };
    case 'table': {
      const { kind, title, description = null, table } = block;
      return { kind, title, description, tables: paperTables(table, doc.words) };
    }
    case 'figure': {
      const { kind, title, description, alt, caption = null } = block;
      return { kind, title, description, alt, caption, svg: chartSvg(block, doc, 'paper') };
    }
    case 'indicators':
      return paperIndicators(block, doc.words);
  }
}

function paperIndicators(block: Indicators, words: Words): Readonly<Record<string, unknown>> {
  const { kind, title, description = null, headings } = block;
  const verdict = ({ icon, word }: Verdict): unknown => ({ word, svg: iconSvg(icon) });
  return {
    kind,
    title,
    description,
    headings: [
      headings.indicator,
      headings.value,
      headings.previous,
      headings.yearBefore,
      headings.trend,
      headings.change,
      headings.target,
    ],
    rows: block.rows.map((row) => ({
      ...named(row),
      cells: [row.value, row.previous, row.yearBefore].map((cell) => paperCell(cell, words)),
      spark: sparklineSvg(row.trend),
      change: verdict(row.change),
      target: verdict(row.target),
    })),
  };
}

/** The name of a row, and where it leads. */
const named = ({ label, to }: { readonly label: string; readonly to?: string }) => ({
  label,
  ...(to === undefined ? {} : { to }),
});

/** A table in pieces no wider than the sheet; each repeats the labels of the rows. */
export function paperTables(data: TableData, words: Words): readonly PaperTable[] {
  const pieces = Math.max(1, Math.ceil(data.columns.length / widest));
  const wide = Math.ceil(data.columns.length / pieces);
  return Array.from({ length: pieces }, (_, piece) => {
    const from = piece * wide;
    const columns = data.columns.slice(from, from + wide);
    return {
      heading: data.rowHeading,
      columns: columns.map((column, index) => paperColumn(column, data.rows, from + index)),
      rows: data.rows.map((row) => ({
        ...named(row),
        total: row.total ?? false,
        cells: row.cells.slice(from, from + wide).map((cell) => paperCell(cell, words)),
      })),
    };
  });
}

export interface PaperTable {
  readonly heading: string;
  readonly columns: readonly { readonly label: string; readonly words: boolean }[];
  readonly rows: readonly { readonly label: string; readonly total: boolean; readonly cells: readonly PaperCell[] }[];
}

interface PaperCell {
  readonly kind: Cell['kind'];
  readonly text: string;
}

const paperColumn = (column: Column, rows: readonly Row[], index: number): PaperTable['columns'][number] => ({
  label: column.label,
  words: rows.some((row) => row.cells[index]?.kind === 'text'),
});

const paperCell = (cell: Cell, words: Words): PaperCell => ({
  kind: cell.kind,
  text: cellText(cell, words),
});

/** Every row of every table as the sheet prints it, in order: what a reader of the paper must be able to find. */
export function paperPieces(
  doc: ReportDocument,
): readonly { readonly id: string; readonly label: string; readonly cells: readonly string[] }[] {
  const rowsOf = (id: string, data: TableData): ReturnType<typeof paperPieces> =>
    paperTables(data, doc.words).flatMap((table) =>
      table.rows.map(({ label, cells }) => ({ id, label, cells: cells.map(({ text }) => text) })),
    );
  const tables = doc.sections.flatMap((section) => section.blocks).filter(hasTable);
  const inPlace = tables.flatMap((block) => {
    if (block.kind === 'figure') return [];
    if (block.kind === 'table') return rowsOf(block.id, block.table);
    return block.rows.map(({ label, value, previous, yearBefore, change, target }) => ({
      id: block.id,
      label,
      cells: [...[value, previous, yearBefore].map((cell) => cellText(cell, doc.words)), change.word, target.word],
    }));
  });
  const behind = tables.flatMap((block) => {
    if (block.kind === 'table') return [];
    return rowsOf(block.id, block.kind === 'indicators' ? historyOf(indicatorTable(block)) : block.table);
  });
  return [...inPlace, ...behind];
}
