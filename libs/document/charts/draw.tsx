import type { ComponentChildren, JSX } from 'preact';
import { cellText, hiddenMark, numberFormat } from '../cells.js';
import type { Cell, Column, Row, Words } from '../model.js';

/** Lightness steps that stay apart in grey print, dark to light. */
export const ramp = ['#12304F', '#2F6FA8', '#8FBCE0', '#D5DDE4'] as const;
/** Never alone: always with a shape of its own, a hatch or a thick line. */
export const accent = '#B3430B';
export const ink = '#12304F';
export const quiet = '#4A5A68';
export const paper = '#FFFFFF';
/** The shipped fonts first; a browser has its own. */
export const family = 'Report Sans, Report Sans Signs, Noto Sans, Segoe UI, Roboto, Helvetica, Arial, sans-serif';
export const fontSize = 12;
/** Mean width of a letter, in parts of the font size: no font can be measured on the server. */
const letter = 0.56;

/** What every chart is drawn with. Lengths are in units of the view box. */
export interface Frame {
  readonly id: string;
  readonly width: number;
  readonly locale: string;
  readonly words: Pick<Words, 'unmeasured' | 'hidden'>;
}

/** The picture: its name and description come first, for who cannot see it. */
export function Svg(props: {
  readonly frame: Frame;
  readonly height: number;
  readonly title: string;
  readonly alt: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { frame, title, alt, children } = props;
  const height = round(props.height);
  const names = `${frame.id}-title ${frame.id}-desc`;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${frame.width} ${height}`}
      width={frame.width}
      height={height}
      role="img"
      aria-labelledby={names}
      font-family={family}
      font-size={fontSize}
      fill={ink}
    >
      <title id={`${frame.id}-title`}>{title}</title>
      <desc id={`${frame.id}-desc`}>{alt}</desc>
      <defs>
        <Hatch id={`${frame.id}-hatch`} turn={45} />
        <Hatch id={`${frame.id}-rules`} turn={0} />
      </defs>
      {children}
    </svg>
  );
}

/** Slanting: withheld. Upright: "we do not know", which may be counted and so may be drawn to scale. */
function Hatch({ id, turn }: { readonly id: string; readonly turn: number }): JSX.Element {
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform={`rotate(${turn})`}>
      <rect width={6} height={6} fill={paper} />
      <line x1={3} y1={0} x2={3} y2={6} stroke={quiet} stroke-width={turn === 0 ? 1 : 1.6} />
    </pattern>
  );
}

/** The two dots of a withheld value on a plate of their own, so that the hatch does not swallow them. */
export const HiddenDots = ({ x, y }: { readonly x: number; readonly y: number }): JSX.Element => (
  <>
    <rect x={round(x - 9)} y={round(y - 7)} width={18} height={14} fill={paper} />
    <Label x={x} y={y + 6} anchor="middle" bold size={16}>
      {hiddenMark}
    </Label>
  </>
);

/** One line of text. */
export function Label(props: {
  readonly x: number;
  readonly y: number;
  readonly children: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly fill?: string;
  readonly size?: number;
  readonly turn?: number;
  readonly halo?: boolean;
}): JSX.Element {
  const { x, y, turn } = props;
  return (
    <text
      x={round(x)}
      y={round(y)}
      text-anchor={props.anchor ?? 'start'}
      {...(props.bold && { 'font-weight': 700 })}
      {...(props.fill && { fill: props.fill })}
      {...(props.size && { 'font-size': props.size })}
      {...(turn && { transform: `rotate(${turn} ${round(x)} ${round(y)})` })}
      {...(props.halo && { stroke: paper, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' })}
    >
      {props.children}
    </text>
  );
}

/** Lines of text one under the other; `y` is the base line of the first. */
export function Lines(props: {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
}): JSX.Element {
  return (
    <>
      {props.lines.map((line, index) => (
        <Label x={props.x} y={props.y + index * lineHeight} anchor={props.anchor ?? 'start'} bold={props.bold === true}>
          {line}
        </Label>
      ))}
    </>
  );
}

export const lineHeight = 14;

/** A group that carries the number drawn in it, so that a figure can be read back from the picture. */
export function Mark(props: {
  readonly row: Row;
  readonly column: string;
  readonly cell: Cell;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { cell } = props;
  const value = cell.kind === 'number' || cell.kind === 'ratio' ? { 'data-value': String(cell.value) } : {};
  return (
    <g data-row={props.row.id} data-column={props.column} {...value}>
      {props.children}
    </g>
  );
}

/** What stands where nothing may be drawn to scale: always the same size, so that the size says nothing. */
export function Withheld(props: {
  readonly frame: Frame;
  readonly cell: Cell;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}): JSX.Element {
  const { frame, cell, x, y, width, height } = props;
  const isHidden = cell.kind === 'hidden';
  return (
    <>
      <rect
        x={round(x)}
        y={round(y)}
        width={round(width)}
        height={round(height)}
        fill={isHidden ? `url(#${frame.id}-hatch)` : paper}
        stroke={quiet}
        stroke-width={1}
        {...(!isHidden && { 'stroke-dasharray': '3 3' })}
      />
      {isHidden ? (
        <HiddenDots x={x + width / 2} y={y + height / 2} />
      ) : (
        <Label x={x + width / 2} y={y + height / 2 + 4} anchor="middle">
          {cellText(cell, frame.words)}
        </Label>
      )}
    </>
  );
}

/** Two decimals are finer than any eye, and the same on every machine. */
export const round = (value: number): number => Math.round(value * 100) / 100;

export const textWidth = (text: string, size: number = fontSize): number => text.length * size * letter;

/** Breaks a label between words so that each line fits `width`; what does not fit in `most` lines ends in an ellipsis. */
export function wrap(text: string, width: number, most = 2, size: number = fontSize): readonly string[] {
  const room = Math.max(4, Math.floor(width / (size * letter)));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => (line.length > room ? `${line.slice(0, room - 1)}…` : line));
  const last = kept.at(-1);
  if (lines.length > most && last !== undefined && !last.endsWith('…')) {
    kept[kept.length - 1] = `${last.slice(0, room - 1).trimEnd()}…`;
  }
  return kept;
}

/** A straight scale from data to picture. A domain of no width draws in the middle. */
export function scale(domain: readonly [number, number], range: readonly [number, number]): (value: number) => number {
  const [from, to] = domain;
  const [start, end] = range;
  return (value) => (to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start));
}

/** Round numbers from 0 (or below) to at least `highest`, about `count` of them. */
export function ticks(lowest: number, highest: number, count = 4): readonly number[] {
  const span = highest - Math.min(0, lowest);
  // Below this there is nothing to tell apart, and the arithmetic runs out of digits.
  if (!(span > 1e-12)) return [0, 1];
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(Math.min(0, lowest) / step);
  const last = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Prints axis numbers: as percentages where the cells are ratios. */
export function axisFormat(cells: readonly Cell[], locale: string): (value: number) => string {
  const percent = cells.some((cell) => cell.kind === 'ratio');
  const format = numberFormat(locale, percent ? { style: 'percent' } : { maximumFractionDigits: 2 });
  return (value) => format.format(value);
}

/** The label of a column, or its id should it be missing. */
export const columnLabel = (columns: readonly Column[], id: string): string =>
  columns.find((column) => column.id === id)?.label ?? id;

/** A line through the picture; nothing at all where there is nothing to draw, for an empty path is not valid SVG. */
export const Stroke = (props: {
  readonly d: string;
  readonly stroke: string;
  readonly width: number;
  readonly dashed?: boolean;
}): JSX.Element | null =>
  props.d === '' ? null : (
    <path
      d={props.d}
      fill="none"
      stroke={props.stroke}
      stroke-width={props.width}
      stroke-linejoin="round"
      {...(props.dashed && { 'stroke-dasharray': '6 4' })}
    />
  );
