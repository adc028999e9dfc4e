import type { JSX } from 'preact';
import { cellText, hiddenMark } from './cells.js';
import type { Cell, TableData, Words } from './model.js';
import { statusOf } from './reading.js';

/** A table of the model; on a phone its rows become cards, or it scrolls inside its own box. */
export function DataTable(props: {
  readonly id: string;
  readonly title: string;
  readonly data: TableData;
  readonly words: Words;
  readonly narrow: 'cards' | 'scroll';
}): JSX.Element {
  const { id, title, data, words, narrow } = props;
  const table = (
    <table class={`report-table report-${narrow}`} role="table" aria-label={title} data-figure={id}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {data.rowHeading}
          </th>
          {data.columns.map((column) => (
            <th role="columnheader" scope="col" class={column.total ? 'report-total' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {data.rows.map((row) => (
          <tr role="row" data-row={row.id} class={row.total ? 'report-total' : undefined}>
            <th role="rowheader" scope="row">
              <RowLabel row={row} />
            </th>
            {row.cells.map((cell, index) => {
              const column = data.columns[index];
              return column ? (
                <NumberCellView cell={cell} column={column.id} label={column.label} words={words} />
              ) : null;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (narrow === 'cards') return table;
  return (
    <div class="report-box" role="region" aria-label={title} tabIndex={0}>
      {table}
    </div>
  );
}

/** The name of a row: where something says what it counts, a link to that. */
export const RowLabel = ({ row }: { readonly row: { readonly label: string; readonly to?: string } }): JSX.Element =>
  row.to === undefined ? <>{row.label}</> : <a href={`#${row.to}`}>{row.label}</a>;

/** A cell with everything it publishes as data attributes; a withheld one has nothing to give. */
export function NumberCellView(props: {
  readonly cell: Cell;
  readonly column: string;
  readonly label: string;
  readonly words: Words;
}): JSX.Element {
  const { cell, column, label, words } = props;
  const isNumber = cell.kind === 'number' || cell.kind === 'ratio';
  return (
    <td
      role="cell"
      data-label={label}
      data-column={column}
      data-status={statusOf(cell)}
      class={cell.kind === 'text' ? undefined : `report-${cell.kind}`}
      {...(isNumber && { 'data-value': String(cell.value) })}
      {...(isNumber &&
        cell.interval && { 'data-low': String(cell.interval.low), 'data-high': String(cell.interval.high) })}
      {...(cell.kind === 'ratio' && {
        'data-numerator': String(cell.numerator),
        'data-denominator': String(cell.denominator),
      })}
    >
      {cell.kind === 'hidden' ? (
        <>
          <span aria-hidden="true">{hiddenMark}</span>
          <span class="report-unseen">{words.hidden}</span>
        </>
      ) : (
        cellText(cell, words)
      )}
    </td>
  );
}
