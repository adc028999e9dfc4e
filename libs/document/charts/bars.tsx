import type { JSX } from 'preact';
import { isMeasured } from '../cells.js';
import type { BarChart, Cell, Row, StackedChart, StepChart, TableData } from '../model.js';
import {
  accent,
  columnLabel,
  type Frame,
  ink,
  Label,
  Mark,
  paper,
  ramp,
  round,
  scale,
  Svg,
  textWidth,
  Withheld,
} from './draw.js';
import {
  boxSwatch,
  drawnRows,
  legend,
  onFill,
  partFill,
  type Strip,
  StripLabel,
  strips,
  targetLabel,
  targetSwatch,
  withheldSwatches,
} from './rows.js';

/** What a chart component is given. */
export interface ChartProps<C> {
  readonly frame: Frame;
  readonly title: string;
  readonly alt: string;
  readonly data: TableData;
  readonly chart: C;
}

/** Finds a row's cell by column; a column that is not there counts as not measured. */
export const cellAt =
  (data: TableData) =>
  (row: Row, column: string): Cell =>
    row.cells[data.columns.findIndex((candidate) => candidate.id === column)] ?? { kind: 'unmeasured' };

/** Horizontal bars on a common base line, each with its number after it. */
export function Bars(props: ChartProps<BarChart>): JSX.Element {
  return <PlainBars {...props} count={props.chart.value} />;
}

/** The steps of a process: bars on a common base line over the length of the longest, with count and share. */
export function Steps(props: ChartProps<StepChart>): JSX.Element {
  return <PlainBars {...props} count={props.chart.count} share={props.chart.share} track />;
}

function PlainBars(
  props: Omit<ChartProps<unknown>, 'chart'> & {
    readonly count: string;
    readonly share?: string | undefined;
    readonly track?: boolean;
  },
): JSX.Element {
  const { frame, data, count, share } = props;
  const at = cellAt(data);
  const rows = drawnRows(data);
  const after = (row: Row): string =>
    [count, ...(share === undefined ? [] : [share])]
      .map((column) => at(row, column))
      .map((cell) => (isMeasured(cell) ? cell.text : cell.kind === 'hidden' ? '··' : ''))
      .filter((text) => text !== '')
      .join(' · ');
  const cells = rows.map((row) => at(row, count));
  const values = cells.filter(isMeasured).map((cell) => cell.value);
  const right = Math.max(40, ...rows.map((row) => textWidth(after(row)) + 14));
  const key = legend(frame, withheldSwatches(frame, cells), 0);
  const layout = strips(frame, rows, key.height + 2, right);
  return (
    <Svg {...props} height={layout.bottom}>
      {key.drawn}
      {layout.strips.map((strip, index) => {
        const cell = cells[index] ?? { kind: 'unmeasured' };
        const x = scale([Math.min(0, ...values), Math.max(0, ...values)], [strip.x, strip.x + strip.width]);
        return (
          <>
            <StripLabel strip={strip} frame={frame} />
            {props.track && isMeasured(cell) && (
              <Box strip={strip} from={strip.x} to={strip.x + strip.width} fill={paper} faint />
            )}
            <Mark row={strip.row} column={count} cell={cell}>
              {isMeasured(cell) ? (
                <>
                  <Box strip={strip} from={x(Math.min(0, cell.value))} to={x(Math.max(0, cell.value))} fill={ramp[1]} />
                  <Label
                    x={(props.track ? strip.x + strip.width : x(Math.max(0, cell.value))) + 6}
                    y={strip.y + 12}
                    bold
                  >
                    {after(strip.row)}
                  </Label>
                </>
              ) : (
                <Withheld frame={frame} cell={cell} {...boxOf(strip)} />
              )}
            </Mark>
          </>
        );
      })}
      <BaseLine strips={layout.strips} values={values} />
    </Svg>
  );
}

/** Bars of 100 %. A bar with one part withheld is not drawn to scale at all: the rest would tell. */
export function Stacked(props: ChartProps<StackedChart>): JSX.Element {
  const { frame, data, chart } = props;
  const at = cellAt(data);
  const rows = drawnRows(data);
  const solid = chart.parts.filter((part) => part !== chart.hatched);
  const fillOf = (part: string): string =>
    part === chart.hatched ? `url(#${frame.id}-hatch)` : partFill(solid.indexOf(part));
  const targets = chart.target === undefined ? [] : rows.map((row) => at(row, chart.target ?? ''));
  const key = legend(
    frame,
    [
      ...chart.parts.map((part) => boxSwatch(columnLabel(data.columns, part), fillOf(part))),
      ...(chart.target === undefined ? [] : [targetSwatch(targetLabel(data.columns, chart.target, targets))]),
      ...withheldSwatches(
        frame,
        rows.flatMap((row) => chart.parts.map((part) => at(row, part))),
      ),
    ],
    0,
  );
  const layout = strips(frame, rows, key.height + 6, 4);
  return (
    <Svg {...props} height={layout.bottom}>
      {key.drawn}
      {layout.strips.map((strip, index) => {
        const target = targets[index];
        const x = scale([0, 1], [strip.x, strip.x + strip.width]);
        return (
          <>
            <StripLabel strip={strip} frame={frame} />
            <Parts
              frame={frame}
              strip={strip}
              parts={chart.parts}
              cell={(part) => at(strip.row, part)}
              fillOf={fillOf}
            />
            {isMeasured(target) && (
              <Mark row={strip.row} column={chart.target ?? ''} cell={target}>
                <rect
                  x={round(x(Math.min(1, Math.max(0, target.value))) - 2)}
                  y={round(strip.y - 4)}
                  width={4}
                  height={strip.height + 8}
                  fill={accent}
                  stroke={paper}
                  stroke-width={1}
                />
              </Mark>
            )}
          </>
        );
      })}
    </Svg>
  );
}

function Parts(props: {
  readonly frame: Frame;
  readonly strip: Strip;
  readonly parts: readonly string[];
  readonly cell: (part: string) => Cell;
  readonly fillOf: (part: string) => string;
}): JSX.Element {
  const { frame, strip, parts, cell, fillOf } = props;
  const cells = parts.map(cell);
  const kept = cells.find((one) => one.kind === 'hidden') ?? cells.find((one) => !isMeasured(one));
  if (kept) return <Withheld frame={frame} cell={kept} {...boxOf(strip)} />;
  const sizes = cells.map((one) => (isMeasured(one) ? Math.max(0, one.value) : 0));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  if (whole === 0) return <Box strip={strip} from={strip.x} to={strip.x + strip.width} fill={paper} faint />;
  let from = strip.x;
  return (
    <>
      {parts.map((part, index) => {
        const one = cells[index];
        const width = ((sizes[index] ?? 0) / whole) * strip.width;
        const start = from;
        from += width;
        if (!isMeasured(one) || width === 0) return null;
        const fill = fillOf(part);
        return (
          <Mark row={strip.row} column={part} cell={one}>
            <Box strip={strip} from={start} to={start + width} fill={fill} />
            {textWidth(one.text) + 4 <= width && (
              <Label
                x={start + width / 2}
                y={strip.y + 12}
                anchor="middle"
                fill={onFill(fill)}
                halo={fill.startsWith('url')}
              >
                {one.text}
              </Label>
            )}
          </Mark>
        );
      })}
    </>
  );
}

const boxOf = ({ x, y, width, height }: Strip): Pick<Strip, 'x' | 'y' | 'width' | 'height'> => ({
  x,
  y,
  width,
  height,
});

function Box(props: {
  readonly strip: Strip;
  readonly from: number;
  readonly to: number;
  readonly fill: string;
  readonly faint?: boolean;
}): JSX.Element {
  const { strip, from, to, fill, faint } = props;
  return (
    <rect
      x={round(from)}
      y={round(strip.y)}
      width={round(Math.max(0, to - from))}
      height={strip.height}
      fill={fill}
      stroke={faint ? ramp[3] : ink}
      stroke-width={1}
    />
  );
}

function BaseLine({
  strips: all,
  values,
}: {
  readonly strips: readonly Strip[];
  readonly values: readonly number[];
}): JSX.Element | null {
  const first = all[0];
  const last = all.at(-1);
  if (!first || !last) return null;
  const x = round(scale([Math.min(0, ...values), Math.max(0, ...values)], [first.x, first.x + first.width])(0));
  if (values.length === 0) return null;
  return (
    <line x1={x} y1={round(first.y - 3)} x2={x} y2={round(last.y + last.height + 3)} stroke={ink} stroke-width={1.5} />
  );
}
