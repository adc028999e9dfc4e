import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deriveId, type Position } from '#event-log';
import { PersonIndex, personRows } from '../../../src/cases/http/person-index.js';
import type { Known } from '../../../src/cases/domain/names.js';
import { openStore } from '../support/store.js';

/**
 * How long it takes to look for somebody among a million persons. By hand, since it fills an index of gigabytes first:
 *
 *     npm run build && node --import ./test/bench/built.mjs test/bench/benches/persons.ts [persons]
 *
 * Names are made of syllables and as unequally frequent as real ones; years of birth are spread over seventy. Half of the
 * searches are for somebody who is there, written down otherwise or with a slip; half are for nobody.
 */
const count = Number(process.argv[2] ?? 1_000_000);
const searches = 2_000;
const batch = 5_000;

let seed = 7;
/** Mulberry32: a period long enough for every name to be drawn anew. */
const random = (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};
const whole = (below: number): number => Math.floor(random() * below);

const syllables =
  'qui,ma,ni,lla,mpa,hua,ri,pa,cho,que,con,do,ro,me,sa,la,za,ya,ti,to,cu,si,ña,ra,pe,go,be,da,fe,lo'.split(',');
const word = (index: number): string =>
  [index % 30, Math.floor(index / 30) % 30, Math.floor(index / 900) % 30].map((each) => syllables[each]).join('');
/** The first few are as frequent as all the rest together. */
const often = (below: number): number => Math.floor(below ** random()) - 1;

interface Person {
  readonly names: readonly string[];
  readonly year: number;
  readonly documentId: string;
}

const made = (): Person => ({
  names: [word(1_000 + often(900)), word(1_000 + often(900)), word(often(9_000)), word(often(9_000))],
  year: 1940 + whole(70),
  documentId: String(10_000_000 + whole(80_000_000)),
});

const known = ({ names, year, documentId }: Person): Known => ({ name: names.join(' '), documentId, years: [year] });

/** The same person at another counter: no document, the surnames first, one letter wrong, the year off by one. */
function otherwise({ names, year }: Person): Known {
  const [first = '', second = '', ...surnames] = names;
  const slipped = first.slice(0, 2) + first.slice(3);
  const near = year + whole(3) - 1;
  return { name: [...surnames, slipped, second].join(' '), years: [near - 1, near, near + 1] };
}

const folder = mkdtempSync(join(fileURLToPath(new URL('../../../', import.meta.url)), 'persons-'));
const platform = await openStore(folder, 'deferred');
try {
  const index = new PersonIndex(platform, () => undefined);
  const sample: { person: string; made: Person }[] = [];
  const began = performance.now();
  let from: Position | undefined;
  for (let at = 0; at < count; at += batch) {
    const changes = new Map<string, { document: object; terms: (readonly [string, string])[] }>();
    for (let n = at; n < Math.min(count, at + batch); n += 1) {
      const one = made();
      const person = deriveId('person', n);
      if (n % Math.ceil(count / searches) === 0) sample.push({ person, made: one });
      const terms = (await index.termsOf(known(one))).map((term) => [term, ''] as const);
      changes.set(person, { document: { person, case: person }, terms });
    }
    const upTo = String(at + batch).padStart(16, '0') as Position;
    await platform.index.write({ projection: personRows, from, upTo, changes });
    from = upTo;
  }
  const filled = (performance.now() - began) / 1_000;
  const times: number[] = [];
  let [there, found, strangers] = [0, 0, 0];
  for (let n = 0; n < searches; n += 1) {
    const one = n % 2 === 0 ? sample[whole(sample.length)] : undefined;
    const sought = one === undefined ? known(made()) : otherwise(one.made);
    const start = performance.now();
    const candidates = await index.find(sought, 6);
    times.push(performance.now() - start);
    if (one === undefined) strangers += candidates.length;
    else {
      there += 1;
      if (candidates.some(({ person }) => person === one.person)) found += 1;
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(2);
  const size = (statSync(join(folder, 'log', 'index.db')).size / 2 ** 30).toFixed(2);
  process.stdout.write(
    [
      `${count.toLocaleString('en')} persons, filled in ${filled.toFixed(0)} s, ${size} GiB`,
      `${searches.toLocaleString('en')} searches, milliseconds: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(0.9999)}`,
      `somebody who is there, written otherwise: ${found} of ${there} found; of strangers, ${(strangers / (searches - there)).toFixed(2)} shown`,
      '',
    ].join('\n'),
  );
} finally {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
}
