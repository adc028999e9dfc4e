import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataCategories } from './index.js';

const src = join(import.meta.dirname, '../..');

/** The kinds of data that rules seal under, as the sources name them. */
function sealedUnder(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/(?<!\.spec)\.tsx?$/.test(entry.name) || !/domain$/.test(entry.parentPath)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    const named = [
      ...text.matchAll(/\bpersonal\([^,()]+, '([^']+)'/g),
      ...text.matchAll(/subject: [^,]+, category: '([^']+)', clear/g),
    ];
    for (const [, category = ''] of named) found.set(category, [...(found.get(category) ?? []), entry.name]);
  }
  return found;
}

it('names every kind of data that is sealed anywhere, so that each can be read and erased by itself', () => {
  const codes: readonly string[] = dataCategories.entries.map(({ code }) => code);
  const used = sealedUnder();
  expect([...used.keys()]).toEqual(expect.arrayContaining(['identity', 'narrative', 'risk', 'contact']));
  expect([...used].filter(([category]) => !codes.includes(category))).toEqual([]);
});

it('has keys of their own for people who are not the one a case is about', () => {
  const codes: readonly string[] = dataCategories.entries.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['aggressor', 'children', 'reporter']));
});
