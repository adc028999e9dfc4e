import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { ReleasedFigures } from '../../src/report/domain/releasing.js';
import { complaintsOf, type Made, playReleases, recovered } from './played.js';

/**
 * Releases 24 months of a small board of the demonstration, each to its members and to the public, and then attacks all
 * of it at once. Prints what each release took and left out, and what the attacker worked out, which has to be nothing.
 * Stopped half way it goes on with the month it was at.
 */
const results = join(import.meta.dirname, 'results');
const underWay = join('data', 'attack.json');
const [from, months, most] = ['2024-01', 24, 40] as const;

interface State {
  readonly releases: ReleasedFigures[];
  readonly made: Made[];
}

const state: State = existsSync(underWay)
  ? (JSON.parse(readFileSync(underWay, 'utf8')) as State)
  : { releases: [], made: [] };

await playReleases(complaintsOf(from, months, most), {
  known: state.releases,
  onMade: (made, released) => {
    state.releases.push(released);
    state.made.push(made);
    mkdirSync('data', { recursive: true });
    writeFileSync(underWay, JSON.stringify(state));
    console.log(line(made));
  },
});

function line({ month, profile, told, withheldCells, guarded, leftOut, milliseconds }: Made): string {
  const by = (how: string): number => leftOut.filter((each) => each.endsWith(how)).length;
  return [
    `${month}  ${profile.padEnd(6)}`,
    `${String(milliseconds).padStart(6)} ms`,
    `${told} told`.padStart(9),
    `${withheldCells} withheld`.padStart(13),
    `${guarded} guarded`.padStart(12),
    `tables merged ${by('merged')}, by quarter ${by('quarter')}, left out ${by('withheld')}`,
  ].join('  ');
}

const report: string[] = [];
const say = (text: string): void => {
  report.push(text);
  console.log(text);
};

let failed = false;
for (const profile of ['board', 'public'] as const) {
  const began = performance.now();
  const { attacked, found } = await recovered(state.releases, profile);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const exactly = [...found.values()].filter(({ min, max }) => min === max).length;
  say(`${profile}: ${attacked} guarded counts attacked in ${seconds} s; ${exactly} exact, ${found.size} too narrow`);
  for (const [cell, { min, max }] of found) say(`  ${cell}: ${min} to ${max}`);
  failed ||= found.size > 0;
}
say(`longest release: ${Math.max(...state.made.map(({ milliseconds }) => milliseconds))} ms`);

const about = `${months} months from ${from}, up to ${most} complaints; node ${process.version}, ${cpus()[0]?.model ?? ''}`;
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'attack.txt'), [about, '', ...state.made.map(line), '', ...report, ''].join('\n'));
rmSync(underWay, { force: true });
if (failed) process.exitCode = 1;
