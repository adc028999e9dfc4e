import { text } from './cells.js';
import type {
  Block,
  Cell,
  Column,
  Figure,
  Indicators,
  ReportDocument,
  Row,
  Section,
  Table,
  TableData,
} from './model.js';

/** A table of the document with where it stands: the unit every format keeps. */
export interface PlacedTable {
  readonly section: Section;
  readonly block: Figure | Table | Indicators;
  readonly id: string;
  readonly title: string;
  readonly data: TableData;
}

/** Every table of the document, in reading order; a figure counts by the table behind it. */
export function tablesOf(doc: ReportDocument): readonly PlacedTable[] {
  return doc.sections.flatMap((section) =>
    section.blocks.filter(hasTable).map((block) => ({
      section,
      block,
      id: block.id,
      title: block.title,
      data: block.kind === 'indicators' ? indicatorTable(block) : block.table,
    })),
  );
}

export const hasTable = (block: Block): block is Figure | Table | Indicators =>
  block.kind === 'figure' || block.kind === 'table' || block.kind === 'indicators';

/** The agreed indicators as an ordinary table: trend points become columns counted back from the current one. */
export function indicatorTable(block: Indicators): TableData {
  const { headings } = block;
  const points = block.rows[0]?.trend.length ?? 0;
  const trend: Column[] = Array.from({ length: points }, (_, index) => {
    const back = points - 1 - index;
    return { id: `trend-${back}`, label: back === 0 ? headings.trend : `${headings.trend} −${back}` };
  });
  return {
    rowHeading: headings.indicator,
    columns: [
      { id: 'value', label: headings.value },
      { id: 'previous', label: headings.previous },
      { id: 'yearBefore', label: headings.yearBefore },
      { id: 'change', label: headings.change },
      { id: 'target', label: headings.target },
      ...trend,
    ],
    rows: block.rows.map((row): Row => {
      const verdicts = [text(row.change.word), text(row.target.word)];
      const cells = [row.value, row.previous, row.yearBefore, ...verdicts, ...row.trend];
      return { id: row.id, label: row.label, ...(row.to === undefined ? {} : { to: row.to }), cells };
    }),
  };
}

/** The cells of one column, one a row, without the rows that sum up others. */
export function columnCells(data: TableData, column: string): readonly { readonly row: Row; readonly cell: Cell }[] {
  const index = data.columns.findIndex((candidate) => candidate.id === column);
  return data.rows.flatMap((row) => {
    const cell = row.cells[index];
    return row.total || !cell ? [] : [{ row, cell }];
  });
}
