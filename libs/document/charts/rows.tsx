import type { ComponentChildren, JSX } from 'preact';
import { hiddenMark, isMeasured } from '../cells.js';
import type { Cell, Column, Row, TableData, Words } from '../model.js';
import {
  accent,
  columnLabel,
  type Frame,
  ink,
  Label,
  Lines,
  lineHeight,
  quiet,
  ramp,
  round,
  textWidth,
  wrap,
} from './draw.js';

/** A horizontal strip for one row: its label, and the box its bar is drawn in. */
export interface Strip {
  readonly row: Row;
  readonly lines: readonly string[];
  readonly labelX: number;
  readonly labelY: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const barHeight = 16;
const gap = 10;
/** Under this width the label stands over its bar, not beside it: a phone. */
const narrow = 520;

/** Strips from `top` down, leaving `right` free for what is printed after the bars; `bottom` is where they end. */
export function strips(
  frame: Frame,
  rows: readonly Row[],
  top: number,
  right: number,
): { readonly strips: readonly Strip[]; readonly bottom: number } {
  const above = frame.width < narrow;
  const labelWidth = above ? 0 : Math.round(frame.width * 0.3);
  let y = top;
  const placed = rows.map((row): Strip => {
    const lines = wrap(row.label, above ? frame.width - 8 : labelWidth - 10);
    const over = above ? lines.length * lineHeight + 2 : Math.max(0, (lines.length * lineHeight - barHeight) / 2);
    const strip = {
      row,
      lines,
      labelX: above ? 0 : labelWidth - 8,
      labelY: above ? y + lineHeight - 3 : y + over + barHeight / 2 + 4 - ((lines.length - 1) * lineHeight) / 2,
      x: above ? 1 : labelWidth,
      y: y + over,
      width: frame.width - (above ? 1 : labelWidth) - right,
      height: barHeight,
    };
    y = strip.y + barHeight + (above ? 0 : over) + gap;
    return strip;
  });
  return { strips: placed, bottom: y };
}

export const StripLabel = ({ strip, frame }: { readonly strip: Strip; readonly frame: Frame }): JSX.Element => (
  <Lines x={strip.labelX} y={strip.labelY} lines={strip.lines} anchor={frame.width < narrow ? 'start' : 'end'} />
);

/** An entry of the legend: what a swatch means. */
export interface Swatch {
  readonly label: string;
  readonly draw: (x: number, y: number) => ComponentChildren;
}

export const boxSwatch = (label: string, fill: string, dashed = false): Swatch => ({
  label,
  draw: (x, y) => (
    <rect
      x={x + 0.5}
      y={y - 9.5}
      width={14}
      height={10}
      fill={fill}
      stroke={dashed ? quiet : ink}
      stroke-width={1}
      {...(dashed && { 'stroke-dasharray': '3 3' })}
    />
  ),
});

export const targetSwatch = (label: string): Swatch => ({
  label,
  draw: (x, y) => <rect x={x + 5} y={y - 12} width={4} height={15} fill={accent} />,
});

/** Says what the hatch and the dashes mean, where a chart has them. */
export function withheldSwatches(frame: Frame, cells: readonly Cell[]): readonly Swatch[] {
  const words: Pick<Words, 'unmeasured' | 'hidden'> = frame.words;
  return [
    ...(cells.some((cell) => cell.kind === 'hidden')
      ? [boxSwatch(`${hiddenMark} ${words.hidden}`, `url(#${frame.id}-hatch)`)]
      : []),
    ...(cells.some((cell) => cell.kind === 'unmeasured') ? [boxSwatch(words.unmeasured, '#FFFFFF', true)] : []),
  ];
}

/** A legend of one or more lines; `height` is what it takes up. */
export function legend(
  frame: Frame,
  swatches: readonly Swatch[],
  top: number,
): { readonly height: number; readonly drawn: JSX.Element } {
  let x = 0;
  let line = 0;
  const drawn = swatches.map((swatch) => {
    const wide = 20 + textWidth(swatch.label) + 14;
    if (x > 0 && x + wide > frame.width) {
      x = 0;
      line += 1;
    }
    const y = top + 12 + line * 18;
    const at = x;
    x += wide;
    return (
      <>
        {swatch.draw(at, y)}
        <Label x={at + 20} y={y}>
          {swatch.label}
        </Label>
      </>
    );
  });
  return { height: swatches.length === 0 ? 0 : (line + 1) * 18 + 8, drawn: <>{drawn}</> };
}

/** The label of a target in the legend, with its value where all rows share one. */
export function targetLabel(columns: readonly Column[], column: string, cells: readonly Cell[]): string {
  const texts = new Set(cells.filter(isMeasured).map((cell) => cell.text));
  const [only] = texts;
  const label = columnLabel(columns, column);
  return texts.size === 1 && only !== undefined ? `${label}: ${only}` : label;
}

/** Fill of the n-th of several parts, and the colour that can be read on it. */
export const partFill = (index: number): string => ramp[index % ramp.length] ?? ink;
export const onFill = (fill: string): string => (fill === ramp[0] || fill === ramp[1] ? '#FFFFFF' : ink);

/** The rows a chart draws: those that do not sum up others. */
export const drawnRows = (data: TableData): readonly Row[] => data.rows.filter((row) => !row.total);

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

/** The place of a strip, for what fills it. */
export const boxOf = ({ x, y, width, height }: Strip): Pick<Strip, 'x' | 'y' | 'width' | 'height'> => ({
  x,
  y,
  width,
  height,
});

/** A bar, or a part of one, from one place of its strip to another. */
export function Box(props: {
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
