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
    const { month, profile, milliseconds } = made;
    console.log(`${month}  ${profile.padEnd(6)} ${line(made)}  ${String(milliseconds).padStart(6)} ms`);
  },
});

function line({ told, withheldCells, guarded, leftOut }: Made): string {
  const by = (how: string): number => leftOut.filter((each) => each.endsWith(how)).length;
  return [
    `${told} told`.padStart(9),
    `${withheldCells} withheld`.padStart(13),
    `${guarded} guarded`.padStart(12),
    `tables merged ${by('merged')}, by quarter ${by('quarter')}, left out ${by('withheld')}`,
  ].join('  ');
}

let failed = false;
const attacks = [];
for (const profile of ['board', 'public'] as const) {
  const began = performance.now();
  const { attacked, found } = await recovered(state.releases, profile);
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  const exactly = [...found.values()].filter(({ min, max }) => min === max).length;
  attacks.push({ profile, attacked, exactly, tooNarrow: found.size, seconds });
  console.log(
    `\n${profile}: ${attacked} guarded counts attacked in ${seconds} s; ${exactly} found exactly, ${found.size} too narrowly`,
  );
  for (const [cell, { min, max }] of found) console.log(`  ${cell}: ${min} to ${max}`);
  failed ||= found.size > 0;
}

mkdirSync(results, { recursive: true });
const longest = Math.max(...state.made.map(({ milliseconds }) => milliseconds));
const figures = {
  from,
  months,
  mostComplaints: most,
  cpu: cpus()[0]?.model,
  node: process.version,
  longestRelease: longest,
  attacks,
  releases: state.made,
};
writeFileSync(join(results, 'attack.json'), `${JSON.stringify(figures, null, 2)}\n`);
rmSync(underWay, { force: true });
console.log(`\nlongest release: ${longest} ms`);
if (failed) process.exitCode = 1;
