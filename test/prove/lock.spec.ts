import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAccepted, licencesRefused, type LockFile, productionOf, sbomOf } from './lock.js';

const root = join(import.meta.dirname, '../..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;

describe('What the product is made of', () => {
  it('is licensed so that anybody may use it, and checked by its digest', () => {
    const parts = productionOf(lock);
    expect(parts.length).toBeGreaterThan(50);
    expect(licencesRefused(parts)).toEqual([]);
    expect(parts.filter(({ integrity }) => integrity === undefined)).toEqual([]);
  });

  it('would be noticed to be licensed otherwise', () => {
    const refused = ['GPL-3.0', 'AGPL-3.0-only', 'none', 'SEE LICENSE IN x', 'MIT AND GPL-2.0', 'SSPL-1.0 OR GPL-3.0'];
    expect(refused.filter(isAccepted)).toEqual([]);
    expect(['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC'].filter(isAccepted)).toHaveLength(3);
  });

  it('is written down as a bill of materials with every direct dependency', () => {
    const { components } = sbomOf(lock) as {
      components: { name: string; hashes: { alg: string; content: string }[] }[];
    };
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    for (const { hashes } of components) expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/);
  });
});
