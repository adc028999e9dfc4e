import type { JSX } from 'preact';
import { hiddenMark, isMeasured } from '../cells.js';
import type { BarChart, Row, StepChart } from '../model.js';
import { ink, Label, Mark, paper, ramp, round, scale, Svg, textWidth, Withheld } from './draw.js';
import {
  Box,
  boxOf,
  cellAt,
  type ChartProps,
  drawnRows,
  legend,
  type Strip,
  StripLabel,
  strips,
  withheldSwatches,
} from './rows.js';

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
      .map((cell) => (isMeasured(cell) ? cell.text : cell.kind === 'hidden' ? hiddenMark : ''))
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
            <BaseLine strip={strip} x={x(0)} />
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
    </Svg>
  );
}

const BaseLine = ({ strip, x }: { readonly strip: Strip; readonly x: number }): JSX.Element => (
  <line
    x1={round(x)}
    y1={round(strip.y - 3)}
    x2={round(x)}
    y2={round(strip.y + strip.height + 3)}
    stroke={ink}
    stroke-width={2}
  />
);
