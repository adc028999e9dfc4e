import type { JSX } from 'preact';
import { isMeasured } from '../cells.js';
import type { Cell, Column, MatrixChart, Row } from '../model.js';
import {
  type Frame,
  HiddenDots,
  ink,
  Label,
  Lines,
  Mark,
  paper,
  quiet,
  ramp,
  round,
  Svg,
  textWidth,
  wrap,
} from './draw.js';
import { type ChartProps, legend, onFill, withheldSwatches } from './rows.js';

const rowHeight = 24;

/** The table as a grid: the darker, the more, and the number printed in every cell that may be printed. */
export function Matrix(props: ChartProps<MatrixChart>): JSX.Element {
  const { frame, data, chart } = props;
  const labelWidth = Math.round(frame.width * 0.27);
  const cellWidth = (frame.width - labelWidth - 2) / Math.max(1, data.columns.length);
  const inner = data.rows
    .filter((row) => !row.total)
    .flatMap((row) => row.cells.filter((_, index) => !data.columns[index]?.total));
  const measured = inner.filter(isMeasured);
  // Shares are read against the whole; counts against the largest of them.
  const most = measured.some((cell) => cell.kind === 'ratio') ? 1 : Math.max(0, ...measured.map((cell) => cell.value));
  const key = legend(
    frame,
    withheldSwatches(
      frame,
      data.rows.flatMap((row) => row.cells),
    ),
    0,
  );
  const heads = data.columns.map((column) => wrap(column.label, cellWidth - 2, 3, 11));
  const turned = data.columns.some((column, index) => broken(column, heads[index] ?? []));
  const headHeight = turned
    ? Math.min(120, Math.max(...data.columns.map((column) => textWidth(column.label, 11) * 0.75)) + 14)
    : Math.max(1, ...heads.map((lines) => lines.length)) * 14 + 6;
  const top = key.height + 18 + headHeight;
  return (
    <Svg {...props} height={top + data.rows.length * rowHeight + 4}>
      {key.drawn}
      <Label x={labelWidth} y={key.height + 12} fill={quiet}>
        {`${chart.columnHeading}`}
      </Label>
      <Label x={labelWidth - 8} y={top - 7} anchor="end" fill={quiet}>
        {data.rowHeading}
      </Label>
      {data.columns.map((column, index) => {
        const x = labelWidth + (index + 0.5) * cellWidth;
        return turned ? (
          <Label x={x + 2} y={top - 6} turn={-48} size={11} bold={column.total === true}>
            {wrap(column.label, headHeight / 0.75, 1, 11)[0] ?? ''}
          </Label>
        ) : (
          <Lines
            x={x}
            y={top - 6 - ((heads[index]?.length ?? 1) - 1) * 14}
            lines={heads[index] ?? []}
            anchor="middle"
            bold={column.total === true}
          />
        );
      })}
      {data.rows.map((row, index) => (
        <GridRow
          frame={frame}
          row={row}
          columns={data.columns}
          y={top + index * rowHeight}
          labelWidth={labelWidth}
          cellWidth={cellWidth}
          most={most}
        />
      ))}
    </Svg>
  );
}

/** Whether a heading lost letters by being put on lines: then it is written slantwise. */
const broken = (column: Column, lines: readonly string[]): boolean => lines.join(' ') !== column.label;

function GridRow(props: {
  readonly frame: Frame;
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly y: number;
  readonly labelWidth: number;
  readonly cellWidth: number;
  readonly most: number;
}): JSX.Element {
  const { frame, row, columns, y, labelWidth, cellWidth } = props;
  return (
    <>
      <Label x={labelWidth - 8} y={y + 16} anchor="end" bold={row.total === true}>
        {wrap(row.label, labelWidth - 10, 1)[0] ?? ''}
      </Label>
      {row.cells.map((cell, index) => {
        const column = columns[index];
        const total = row.total === true || column?.total === true;
        const fill = fillOf(frame, cell, total, props.most);
        return (
          <Mark row={row} column={column?.id ?? ''} cell={cell}>
            <rect
              x={round(labelWidth + index * cellWidth + 1)}
              y={round(y + 1)}
              width={round(cellWidth - 2)}
              height={rowHeight - 2}
              fill={fill}
              stroke={total ? 'none' : quiet}
              stroke-width={1}
              {...(cell.kind === 'unmeasured' && { 'stroke-dasharray': '3 3' })}
            />
            {cell.kind === 'hidden' ? (
              <HiddenDots x={labelWidth + (index + 0.5) * cellWidth} y={y + rowHeight / 2} />
            ) : (
              <Label
                x={labelWidth + (index + 0.5) * cellWidth}
                y={y + 16}
                anchor="middle"
                bold={total}
                fill={onFill(fill)}
              >
                {cell.kind === 'unmeasured' ? '' : cell.text}
              </Label>
            )}
          </Mark>
        );
      })}
    </>
  );
}

function fillOf(frame: Frame, cell: Cell, total: boolean, most: number): string {
  if (cell.kind === 'hidden') return `url(#${frame.id}-hatch)`;
  if (!isMeasured(cell) || total || cell.value <= 0 || most <= 0) return paper;
  // Four equal steps of the largest: an eye tells four shades of grey apart, not more.
  const step = Math.min(3, Math.floor((cell.value / most) * 4));
  return ramp[3 - step] ?? ink;
}
