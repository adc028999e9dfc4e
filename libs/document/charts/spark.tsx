import type { JSX } from 'preact';
import { isMeasured } from '../cells.js';
import type { Cell, IconName } from '../model.js';
import { accent, ink, paper, quiet, ramp, round, scale, Stroke } from './draw.js';

const width = 92;
const height = 26;

/**
 * A line small enough for a table, oldest point first. It says nothing its row does not, so it is hidden from screen
 * readers. Points that may not be drawn leave a gap.
 */
export function Sparkline({ cells }: { readonly cells: readonly Cell[] }): JSX.Element {
  const values = cells.filter(isMeasured).map((cell) => cell.value);
  const x = scale([0, Math.max(1, cells.length - 1)], [4, width - 6]);
  const y = scale([Math.min(...values, 0), Math.max(...values, 0)], [height - 4, 4]);
  const last = cells.at(-1);
  const line = cells
    .map((cell, index) =>
      isMeasured(cell) ? `${isMeasured(cells[index - 1]) ? 'L' : 'M'}${round(x(index))} ${round(y(cell.value))}` : '',
    )
    .join('');
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <line x1={2} y1={height - 2} x2={width - 2} y2={height - 2} stroke={ramp[3]} stroke-width={1} />
      <Stroke d={line} stroke={ramp[1]} width={1.8} />
      {isMeasured(last) && <circle cx={round(x(cells.length - 1))} cy={round(y(last.value))} r={3} fill={ramp[0]} />}
    </svg>
  );
}

/** A shape beside a word; told apart by form, so that grey print keeps it. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
      {shape(name)}
    </svg>
  );
}

function shape(name: IconName): JSX.Element {
  switch (name) {
    case 'up':
      return <path d="M8 2L15 14H1Z" fill={accent} />;
    case 'down':
      return <path d="M8 14L1 2H15Z" fill={accent} />;
    case 'steady':
      return <path d="M1 8c2.3-5 4.7-5 7 0s4.7 5 7 0" fill="none" stroke={quiet} stroke-width={2.2} />;
    case 'met':
      return <path d="M2 8.5L6.5 13L14 3.5" fill="none" stroke={ink} stroke-width={2.8} />;
    case 'missed':
      return <path d="M3 3L13 13M13 3L3 13" fill="none" stroke={accent} stroke-width={2.8} />;
    case 'varies':
      return (
        <>
          <circle cx={8} cy={8} r={6.5} fill={paper} stroke={ink} stroke-width={1.6} />
          <path d="M8 1.5A6.5 6.5 0 0 1 8 14.5Z" fill={ink} />
        </>
      );
    case 'none':
      return <path d="M3 8H13" fill="none" stroke={quiet} stroke-width={2.2} />;
  }
}
