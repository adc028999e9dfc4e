import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const rows = readFileSync(join(root, 'deploy/asvs.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line));

describe('The checklist of ASVS', () => {
  it('shows every item by a file that is there, or says that it is not met', () => {
    expect(rows.length).toBeGreaterThan(25);
    const dead = rows.flatMap((row) =>
      [...row.matchAll(/`([\w./-]+\.(?:ts|tsx|md))`/g)]
        .map(([, file = '']) => file)
        .filter((file) => !existsSync(join(root, file)))
        .map((file) => `${row.split('|')[1]?.trim()}: ${file}`),
    );
    expect(dead).toEqual([]);
    const silent = rows.filter((row) => !/`[\w./-]+\.(ts|tsx|md)`/.test(row) && !/not met: \w/i.test(row));
    expect(silent).toEqual([]);
  });
});
