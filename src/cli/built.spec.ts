import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { newerThanBuilt } from './built.js';

describe('what was compiled', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'built-'));
    for (const path of ['src/main.ts', 'src/cases/a.spec.ts', 'libs/terms/styles.css']) write(path, 100);
    write('dist/src/main.js', 200);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** A file that was last changed so many seconds into time. */
  const write = (path: string, at: number): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
    utimesSync(join(root, path), at, at);
  };

  it('is used as long as nothing but tests is newer', () => {
    expect(newerThanBuilt(root)).toBeUndefined();
    write('src/cases/a.spec.ts', 300);
    expect(newerThanBuilt(root)).toBeUndefined();
  });

  it.each(['src/main.ts', 'src/cases/domain/new.tsx', 'libs/terms/styles.css'])('is stale when %s is newer', (path) => {
    write(path, 300);
    expect(newerThanBuilt(root)).toBe(path);
  });

  it('is missed when it is not there', () => {
    rmSync(join(root, 'dist'), { recursive: true });
    expect(() => newerThanBuilt(root)).toThrow('ENOENT');
  });
});
