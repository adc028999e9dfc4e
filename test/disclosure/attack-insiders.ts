import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Knowledge, knowledgeOf, recoveredBy } from './insiders.js';
import { complaintsOf, playReleases } from './played.js';

/**
 * Releases months of a small board of the demonstration as `attack.ts` does, and then attacks all of it as each of its
 * members, who know what they recorded and what they were sent. Of what is told to the board they may find out next to
 * nothing that is not theirs: what could only be kept by withholding headline figures. Of what is told to everybody it says
 * what they could find, were they not told more as members.
 * A number of months may follow; 24 if none does.
 */
const results = join(import.meta.dirname, 'results');
const [from, most] = ['2024-01', 40] as const;
const months = Number(process.argv[2] ?? 24);

const knowledge: Knowledge[] = [];
const release: string[] = [];
const releases = await playReleases(complaintsOf(from, months, most), {
  onMade: ({ month, profile, told, withheldCells, milliseconds }, released, inputs) => {
    knowledge.push(...knowledgeOf(inputs, released));
    const cells = `${told} told`.padStart(9) + `${withheldCells} withheld`.padStart(15);
    release.push(`${month}  ${profile.padEnd(6)}  ${String(milliseconds).padStart(6)} ms  ${cells}`);
    console.log(release.at(-1));
  },
});

const report: string[] = [];
const say = (text: string): void => {
  report.push(text);
  console.log(text);
};

let failed = false;
for (const profile of ['board', 'public'] as const) {
  const sum = { attacked: 0, exact: 0, narrow: 0 };
  const began = performance.now();
  for (const institution of new Set(knowledge.map((each) => each.institution))) {
    const { attacked, found } = await recoveredBy(institution, releases, knowledge, profile);
    const exact = [...found.values()].filter(({ min, max }) => min === max).length;
    say(`${profile}: ${institution}: ${attacked} guarded counts of others; ${exact} exact, ${found.size} too narrow`);
    if (profile === 'board') for (const [cell, { min, max }] of found) say(`  ${cell}: ${min} to ${max}`);
    sum.attacked += attacked;
    sum.exact += exact;
    sum.narrow += found.size;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`${profile}: ${sum.attacked} in all, in ${seconds} s; ${sum.exact} exact, ${sum.narrow} too narrow`);
  failed ||= profile === 'board' && sum.narrow > sum.attacked / 100;
}

const about = `${months} months from ${from}, up to ${most} complaints; node ${process.version}, ${cpus()[0]?.model ?? ''}`;
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'attack-insiders.txt'), [about, '', ...release, '', ...report, ''].join('\n'));
if (failed) process.exitCode = 1;
