import type { JSX } from 'preact';
import { isMeasured } from '../cells.js';
import type { DotChart } from '../model.js';
import {
  accent,
  axisFormat,
  columnLabel,
  type Frame,
  ink,
  Label,
  Mark,
  paper,
  quiet,
  ramp,
  round,
  scale,
  Svg,
  textWidth,
  ticks,
  Withheld,
} from './draw.js';
import {
  cellAt,
  type ChartProps,
  boxSwatch,
  drawnRows,
  legend,
  StripLabel,
  strips,
  type Swatch,
  targetLabel,
  targetSwatch,
  withheldSwatches,
} from './rows.js';

/** Per row a dot at the middle, a bar from low to high, a thick tick at the target; the middle printed at the end. */
export function Dots(props: ChartProps<DotChart>): JSX.Element {
  const { frame, data, chart } = props;
  const at = cellAt(data);
  const rows = drawnRows(data);
  const columns = [chart.middle, chart.low, chart.high, ...(chart.target === undefined ? [] : [chart.target])];
  const values = rows.flatMap((row) => columns.map((column) => at(row, column))).filter(isMeasured);
  const marks = ticks(
    Math.min(0, ...values.map((cell) => cell.value)),
    Math.max(0, ...values.map((cell) => cell.value)),
  );
  const domain = [marks[0] ?? 0, marks.at(-1) ?? 1] as const;
  const middles = rows.map((row) => at(row, chart.middle));
  const targets = chart.target === undefined ? [] : rows.map((row) => at(row, chart.target ?? ''));
  const key = legend(
    frame,
    [
      dotSwatch(columnLabel(data.columns, chart.middle)),
      boxSwatch(`${columnLabel(data.columns, chart.low)} – ${columnLabel(data.columns, chart.high)}`, ramp[2]),
      ...(chart.target === undefined ? [] : [targetSwatch(targetLabel(data.columns, chart.target, targets))]),
      ...withheldSwatches(frame, middles),
    ],
    0,
  );
  const right = Math.max(40, ...middles.filter(isMeasured).map((cell) => textWidth(cell.text) + 14));
  const layout = strips(frame, rows, key.height + 6, right);
  return (
    <Svg {...props} height={layout.bottom + 16}>
      {key.drawn}
      {layout.strips[0] && (
        <Axis
          frame={frame}
          marks={marks}
          format={axisFormat(values, frame.locale)}
          x={layout.strips[0].x}
          width={layout.strips[0].width}
          top={layout.strips[0].y - 4}
          bottom={layout.bottom - 4}
        />
      )}
      {layout.strips.map((strip) => {
        const x = scale(domain, [strip.x, strip.x + strip.width]);
        const mid = strip.y + strip.height / 2;
        const [middle, low, high] = [chart.middle, chart.low, chart.high].map((column) => at(strip.row, column));
        const target = chart.target === undefined ? undefined : at(strip.row, chart.target);
        return (
          <>
            <StripLabel strip={strip} frame={frame} />
            {isMeasured(low) && isMeasured(high) && isMeasured(middle) && (
              <Mark row={strip.row} column={chart.low} cell={low}>
                <Mark row={strip.row} column={chart.high} cell={high}>
                  <rect
                    x={round(Math.min(x(low.value), x(high.value)))}
                    y={round(mid - 5)}
                    width={round(Math.abs(x(high.value) - x(low.value)))}
                    height={10}
                    fill={ramp[2]}
                    stroke={ink}
                    stroke-width={1}
                  />
                </Mark>
              </Mark>
            )}
            {!isMeasured(middle) && (
              <Withheld
                frame={frame}
                cell={middle ?? { kind: 'unmeasured' }}
                x={strip.x}
                y={strip.y}
                width={strip.width}
                height={strip.height}
              />
            )}
            {isMeasured(target) && (
              <Mark row={strip.row} column={chart.target ?? ''} cell={target}>
                <rect
                  x={round(x(target.value) - 2)}
                  y={round(strip.y - 3)}
                  width={4}
                  height={strip.height + 6}
                  fill={accent}
                  stroke={paper}
                  stroke-width={1}
                />
              </Mark>
            )}
            {isMeasured(middle) && (
              <Mark row={strip.row} column={chart.middle} cell={middle}>
                <circle
                  cx={round(x(middle.value))}
                  cy={round(mid)}
                  r={5.5}
                  fill={ramp[0]}
                  stroke={paper}
                  stroke-width={1.5}
                />
                <Label x={strip.x + strip.width + 8} y={mid + 4} bold>
                  {middle.text}
                </Label>
              </Mark>
            )}
          </>
        );
      })}
    </Svg>
  );
}

const dotSwatch = (label: string): Swatch => ({
  label,
  draw: (x, y) => <circle cx={x + 7} cy={y - 4} r={5.5} fill={ramp[0]} />,
});

function Axis(props: {
  readonly frame: Frame;
  readonly marks: readonly number[];
  readonly format: (value: number) => string;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}): JSX.Element {
  const { marks, top, bottom } = props;
  const x = scale([marks[0] ?? 0, marks.at(-1) ?? 1], [props.x, props.x + props.width]);
  return (
    <>
      {marks.map((mark, index) => (
        <>
          <line
            x1={round(x(mark))}
            y1={round(top)}
            x2={round(x(mark))}
            y2={round(bottom)}
            stroke={ramp[3]}
            stroke-width={1}
          />
          <Label x={x(mark)} y={bottom + 14} anchor={index === 0 ? 'start' : 'middle'} fill={quiet} size={11}>
            {props.format(mark)}
          </Label>
        </>
      ))}
    </>
  );
}
