import type { Block, Cell, Figure, ReportDocument, Row, Table } from '#document';

/**
 * The document for reading: rows of which nothing at all may be said are named in one line below, so that withheld bars
 * and lines do not fill the page. Files for spreadsheets keep them as rows.
 */
export const gathered = (document: ReportDocument): ReportDocument => ({
  ...document,
  sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.flatMap(shortened) })),
});

/** What the id of a figure is followed by in the id of the table of what could not be drawn of it. */
export const besideBars = '-beside';

const isWithheld = (cells: readonly Cell[]): boolean =>
  cells.length > 0 && cells.every(({ kind }) => kind === 'hidden');

const reserved = (rows: readonly Row[]): string =>
  `Reservadas por pocos casos (··): ${rows.map(({ label }) => label).join('; ')}.`;

/** A matrix keeps its rows: an empty one there is a route nobody uses. */
function shortened(block: Block): readonly Block[] {
  if (block.kind !== 'table' && (block.kind !== 'figure' || block.chart.kind === 'matrix')) return [block];
  const { rows } = block.table;
  const away = rows.filter(({ cells }) => isWithheld(cells));
  // One line for one row saves nothing.
  if (away.length === 0 || (away.length < 2 && away.length < rows.length)) {
    return block.kind === 'figure' ? withoutBars(block) : [block];
  }
  const table = { ...block.table, rows: rows.filter((row) => !away.includes(row)) };
  if (table.rows.length === 0) return [{ kind: 'note', tone: 'plain', title: block.title, text: reserved(away) }];
  if (block.kind === 'table') {
    return [{ ...block, table } satisfies Table, { kind: 'note', tone: 'plain', text: reserved(away) }];
  }
  const caption = [block.caption, reserved(away)].filter((text) => text !== undefined).join(' ');
  return withoutBars({ ...block, table, caption });
}

/** A bar of parts of which one is withheld cannot be drawn: what is known of it goes into a table of its own. */
function withoutBars(figure: Figure): readonly Block[] {
  const { chart, table } = figure;
  if (chart.kind !== 'stacked') return [figure];
  const parts = new Set(chart.parts);
  const isDrawn = ({ cells }: Row): boolean =>
    !cells.some(({ kind }, index) => kind === 'hidden' && parts.has(table.columns[index]?.id ?? ''));
  const known = table.rows.filter((row) => !isDrawn(row));
  if (known.length === 0) return [figure];
  const beside: Table = {
    kind: 'table',
    id: `${figure.id}${besideBars}`,
    title: 'Con algún dato reservado: sin barra',
    table: { ...table, rows: known },
  };
  const drawn = table.rows.filter(isDrawn);
  return drawn.length === 0
    ? [{ ...beside, title: figure.title }]
    : [{ ...figure, table: { ...table, rows: drawn } }, beside];
}
