import type { JSX } from 'preact';
import { isMeasured } from '../cells.js';
import type { Cell, LineChart, NumberCell, RatioCell, Row } from '../model.js';
import {
  accent,
  axisFormat,
  columnLabel,
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
  scale,
  Stroke,
  Svg,
  textWidth,
  ticks,
  wrap,
} from './draw.js';
import { cellAt, type ChartProps, drawnRows, legend, withheldSwatches } from './rows.js';

interface Point {
  readonly row: Row;
  readonly cell: Cell;
  readonly x: number;
}

/** A line through time with its natural limits. A withheld or missing point leaves a gap: nothing is drawn across it. */
export function Line(props: ChartProps<LineChart>): JSX.Element {
  const { frame, data, chart } = props;
  const at = cellAt(data);
  const rows = drawnRows(data);
  const limits = chart.limits ? [chart.limits.high, chart.limits.centre, chart.limits.low] : [];
  const drawn = rows.flatMap((row) => [chart.value, ...limits].map((column) => at(row, column))).filter(isMeasured);
  const marks = ticks(Math.min(0, ...drawn.map((cell) => cell.value)), Math.max(0, ...drawn.map((cell) => cell.value)));
  const format = axisFormat(drawn, frame.locale);
  const key = legend(
    frame,
    withheldSwatches(
      frame,
      rows.map((row) => at(row, chart.value)),
    ),
    0,
  );
  const left = Math.max(...marks.map((mark) => textWidth(format(mark), 11))) + 8;
  const right = limits.length > 0 ? 104 : 34;
  const top = key.height + 22;
  const bottom = top + Math.min(200, Math.round(frame.width * 0.36));
  const x = scale([0, Math.max(1, rows.length - 1)], [left + 10, frame.width - right - 10]);
  const y = scale([marks[0] ?? 0, marks.at(-1) ?? 1], [bottom, top]);
  const points = rows.map((row, index): Point => ({
    row,
    cell: at(row, chart.value),
    x: rows.length === 1 ? x(0.5) : x(index),
  }));
  const limitPoints = (column: string): readonly Point[] =>
    points.map((point) => ({ ...point, cell: at(point.row, column) }));
  const bounds = (row: Row): readonly [number, number] => {
    const low = chart.limits && at(row, chart.limits.low);
    const high = chart.limits && at(row, chart.limits.high);
    return [isMeasured(low) ? low.value : -Infinity, isMeasured(high) ? high.value : Infinity];
  };
  const last = points.filter((point) => isMeasured(point.cell)).at(-1);
  return (
    <Svg {...props} height={bottom + 30}>
      {key.drawn}
      {marks.map((mark) => (
        <>
          <line
            x1={round(left)}
            y1={round(y(mark))}
            x2={round(frame.width - right)}
            y2={round(y(mark))}
            stroke={ramp[3]}
            stroke-width={1}
          />
          <Label x={left - 5} y={y(mark) + 4} anchor="end" fill={quiet} size={11}>
            {format(mark)}
          </Label>
        </>
      ))}
      <Months points={points} y={bottom} frame={frame} />
      {limits.map((column, index) => (
        <Stroke d={steps(limitPoints(column), y)} stroke={quiet} width={1.5} dashed={index !== 1} />
      ))}
      <LimitLabels
        frame={frame}
        x={frame.width - right + 4}
        y={y}
        limits={limits.map((column) => ({
          label: columnLabel(data.columns, column),
          cell: limitPoints(column)
            .filter((point) => isMeasured(point.cell))
            .at(-1)?.cell,
        }))}
      />
      <Stroke d={path(points, y)} stroke={ramp[1]} width={2} />
      {points.map((point) => (
        <Mark row={point.row} column={chart.value} cell={point.cell}>
          <Dot frame={frame} point={point} bounds={bounds(point.row)} y={y} bottom={bottom} label={point === last} />
        </Mark>
      ))}
    </Svg>
  );
}

function Dot(props: {
  readonly frame: Frame;
  readonly point: Point;
  readonly bounds: readonly [number, number];
  readonly y: (value: number) => number;
  readonly bottom: number;
  readonly label: boolean;
}): JSX.Element {
  const { frame, point, y, bottom } = props;
  const { cell, x } = point;
  if (!isMeasured(cell)) {
    const isHidden = cell.kind === 'hidden';
    return (
      <>
        <rect
          x={round(x - 6)}
          y={round(bottom - 18)}
          width={12}
          height={18}
          fill={isHidden ? `url(#${frame.id}-hatch)` : paper}
          stroke={quiet}
          stroke-width={1}
          {...(!isHidden && { 'stroke-dasharray': '3 3' })}
        />
        {isHidden && <HiddenDots x={x} y={bottom - 27} />}
      </>
    );
  }
  const [low, high] = props.bounds;
  const out = cell.value > high ? -1 : cell.value < low ? 1 : 0;
  const at = y(cell.value);
  return (
    <>
      {out === 0 ? (
        <circle cx={round(x)} cy={round(at)} r={props.label ? 4 : 2.6} fill={ramp[0]} />
      ) : (
        <path d={triangle(x, at, out)} fill={accent} stroke={paper} stroke-width={1} />
      )}
      {(props.label || out !== 0) && (
        <Label x={x} y={out === 1 ? at + 21 : at - 10} anchor="middle" bold halo>
          {cell.text}
        </Label>
      )}
    </>
  );
}

/** Points up (−1) above the upper limit, down (1) below the lower one. */
const triangle = (x: number, y: number, way: number): string =>
  `M${round(x - 7)} ${round(y - way * 5)}H${round(x + 7)}L${round(x)} ${round(y + way * 7)}Z`;

const height = (cell: NumberCell | RatioCell, y: (value: number) => number): number => round(y(cell.value));

function path(points: readonly Point[], y: (value: number) => number): string {
  return points
    .map(({ cell, x }, index) => {
      if (!isMeasured(cell)) return '';
      return `${isMeasured(points[index - 1]?.cell) ? 'L' : 'M'}${round(x)} ${height(cell, y)}`;
    })
    .join('');
}

/** A limit holds over the whole of its month: a level line, stepping half way between two points. */
function steps(points: readonly Point[], y: (value: number) => number): string {
  return points
    .map(({ cell, x }, index) => {
      if (!isMeasured(cell)) return '';
      const before = points[index - 1];
      const after = points[index + 1];
      const from = before ? (before.x + x) / 2 : x - 8;
      const to = after ? (after.x + x) / 2 : x + 8;
      const start = isMeasured(before?.cell) ? `V${height(cell, y)}` : `M${round(from)} ${height(cell, y)}`;
      return `${start}H${round(to)}`;
    })
    .join('');
}

/** As many month names as fit, always the last one. */
function Months({
  points,
  y,
  frame,
}: {
  readonly points: readonly Point[];
  readonly y: number;
  readonly frame: Frame;
}): JSX.Element {
  const widest = Math.max(0, ...points.map((point) => textWidth(point.row.label, 11))) + 10;
  const first = points[0];
  const last = points.at(-1);
  const span = first && last ? last.x - first.x : frame.width;
  const every = Math.max(1, Math.ceil((widest * Math.max(1, points.length - 1)) / Math.max(1, span)));
  return (
    <>
      {points.map((point, index) => {
        if ((points.length - 1 - index) % every !== 0) return null;
        return (
          <>
            <line x1={round(point.x)} y1={y} x2={round(point.x)} y2={y + 4} stroke={ink} stroke-width={1} />
            <Label x={point.x} y={y + 17} anchor="middle" size={11}>
              {point.row.label}
            </Label>
          </>
        );
      })}
    </>
  );
}

/** Names the limits at the right edge, pushed apart where they would overlap. */
function LimitLabels(props: {
  readonly frame: Frame;
  readonly x: number;
  readonly y: (value: number) => number;
  readonly limits: readonly { readonly label: string; readonly cell: Cell | undefined }[];
}): JSX.Element {
  let floor = -Infinity;
  return (
    <>
      {props.limits.map(({ label, cell }) => {
        if (!isMeasured(cell)) return null;
        const lines = wrap(`${label} ${cell.text}`, props.frame.width - props.x, 2);
        const at = Math.max(props.y(cell.value) + 4 - ((lines.length - 1) * 14) / 2, floor);
        floor = at + lines.length * 14;
        return <Lines x={props.x} y={at} lines={lines} />;
      })}
    </>
  );
}
