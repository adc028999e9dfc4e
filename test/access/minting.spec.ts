import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(import.meta.dirname, '../../src');
const holding = (word: RegExp): readonly string[] =>
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.|testing\//.test(file))
    .filter((file) => word.test(readFileSync(join(src, file), 'utf8')))
    .sort();

/** Those who hold what is no case's: each says beside it why the decision point is not asked. */
const besides = ['cli/restore-drill.ts', 'interop/delivery/secrets.ts'];

it('grants for cases, referrals and programmes are made by the decision point alone, and opened in one place', () => {
  const known = new Set(['modes/write-side.ts', 'people/access/access.ts', 'platform.ts', ...besides]);
  expect(holding(/\bmintGrants?\b/).filter((file) => !known.has(file))).toEqual([]);
  expect(holding(/\bvault\.open\(/).filter((file) => file !== 'requests.ts' && !besides.includes(file))).toEqual([]);
});
