import type { JSX } from 'preact';
import { isMeasured } from '../cells.js';
import type { Cell, StackedChart } from '../model.js';
import { accent, columnLabel, type Frame, Label, Mark, paper, round, scale, Svg, textWidth, Withheld } from './draw.js';
import {
  Box,
  boxOf,
  boxSwatch,
  cellAt,
  type ChartProps,
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

/** Bars of 100 %. A bar with one part withheld is not drawn to scale at all: the rest would tell. */
export function Stacked(props: ChartProps<StackedChart>): JSX.Element {
  const { frame, data, chart } = props;
  const at = cellAt(data);
  const rows = drawnRows(data);
  const solid = chart.parts.filter((part) => part !== chart.hatched);
  const fillOf = (part: string): string =>
    part === chart.hatched ? `url(#${frame.id}-rules)` : partFill(solid.indexOf(part));
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
              avoid={isMeasured(target) ? x(target.value) : undefined}
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
  /** Where the target crosses the bar: no number is printed under it. */
  readonly avoid: number | undefined;
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
            <PartLabel
              y={strip.y + 12}
              from={start}
              to={start + width}
              avoid={props.avoid}
              text={one.text}
              fill={fill}
            />
          </Mark>
        );
      })}
    </>
  );
}

/** Prints a part's number in the part, beside the target line if that crosses it; not at all where it does not fit. */
function PartLabel(props: {
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly avoid: number | undefined;
  readonly text: string;
  readonly fill: string;
}): JSX.Element | null {
  const { from, to, avoid = -Infinity, text } = props;
  const crossed = avoid > from && avoid < to;
  const [start, end] = !crossed ? [from, to] : avoid - from > to - avoid ? [from, avoid - 3] : [avoid + 3, to];
  const wide = textWidth(text);
  if (wide + 4 > end - start) return null;
  // In the middle of its part where that is free, else as near to it as the line allows.
  const middle = Math.min(Math.max((from + to) / 2, start + wide / 2 + 2), end - wide / 2 - 2);
  return (
    <>
      {props.fill.startsWith('url') && (
        <rect
          x={round(middle - wide / 2 - 1)}
          y={round(props.y - 11)}
          width={round(wide + 2)}
          height={14}
          fill={paper}
        />
      )}
      <Label x={middle} y={props.y} anchor="middle" fill={onFill(props.fill)}>
        {text}
      </Label>
    </>
  );
}
