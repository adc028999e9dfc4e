import type { Comparison, Contest, Run } from './contest.js';
import { reaches } from './contest.js';
import { type Machine, quiet } from './machine.js';

export const machineLine = ({ cores, model, platform, node, sqlite, commit }: Machine): string =>
  `${cores} cores, ${model}, ${platform}, node ${node}, sqlite ${sqlite}, commit ${commit}`;

/** What a bench found on one disk, as text. */
export function shown({ bench, disk, options, runs, comparisons }: Contest): string {
  const busy = runs.filter(({ idle }) => idle.some((share) => share < quiet));
  return [
    `\n${bench}, disk ${disk.name}`,
    ...aligned(runs.map(figuresOf)),
    '',
    ...aligned([
      ['', 'median', 'lowest – highest', 'goal', ''],
      ...comparisons.map((each) => line(each, options.quick)),
    ]),
    ...(busy.length === 0 ? [] : [`  the machine was busy: ${[...new Set(busy.map(({ name }) => name))].join('; ')}`]),
  ].join('\n');
}

const figuresOf = ({ name, figures }: Run): readonly string[] => [
  name,
  Object.entries(figures)
    .map(([figure, value]) => `${figure} ${number(value)}`)
    .join('  '),
];

/** Whether a goal is reached is not said of a quick run: its counts are too small for that. */
function line(comparison: Comparison, quick: boolean): readonly string[] {
  const { what, value, low, high, unit, goal } = comparison;
  const range = low === high ? '' : `${number(low)} – ${number(high)}`;
  const wanted = goal === undefined ? '' : 'least' in goal ? `≥ ${number(goal.least)}` : `≤ ${number(goal.most)}`;
  const met = quick ? undefined : reaches(comparison);
  return [what, `${number(value)} ${unit}`, range, wanted, met === undefined ? '' : met ? 'reached' : 'NOT REACHED'];
}

/** Three figures are as many as anybody can trust. */
const number = (value: number): string =>
  Number.isNaN(value) ? '–' : Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 3 });

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>((widest, row) => {
    for (const [column, text] of row.entries()) widest[column] = Math.max(widest[column] ?? 0, text.length);
    return widest;
  }, []);
  return rows.map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
