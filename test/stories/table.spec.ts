import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const upTo = (letter: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);

/** The rows of the table: who or what, and the files that tell it. */
const rows = readFileSync(join(here, 'README.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, row, what, told] = /^\| ([AP]\d+) +\| (.+?) +\| (.+?) +\|$/u.exec(line) ?? [];
    if (row === undefined || what === undefined || told === undefined) return [];
    return [{ row, what, files: [...told.matchAll(/`([^`]+)`/gu)].map(([, file = '']) => file) }];
  });

const specs = new Set(
  readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.spec.ts')),
);

describe('The table of stories', () => {
  it('has every actor and every programme once, in order', () => {
    expect(rows.map(({ row }) => row)).toEqual([...upTo('A', 30), ...upTo('P', 12)]);
  });

  it.each(rows)('tells $row, $what, in files that are there', ({ files }) => {
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !specs.has(file))).toEqual([]);
  });

  it('leaves out no story that says in its name whose it is', () => {
    const told = new Map(rows.map(({ row, files }) => [row, files]));
    const named = [...specs].flatMap((file) => {
      const [, row] = /\/([AP]\d+)b?\.spec\.ts$/u.exec(file) ?? [];
      return row === undefined ? [] : [{ file, row }];
    });
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ file, row }) => !told.get(row)?.includes(file))).toEqual([]);
  });
});
