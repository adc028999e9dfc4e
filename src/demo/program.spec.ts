import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { programDigest } from './program.js';
import { independencia } from './boards/urban.js';
import { fingerprintOf } from './store.js';

describe('the program a demonstration was played by', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'program-'));
    write('demo/random.js', 'a');
    write('cases/domain/case.js', 'b');
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };

  it.each([
    ['changed', 'demo/random.js', 'c'],
    ['changed', 'cases/domain/case.js', 'c'],
    ['added', 'cases/domain/events.ts', ''],
  ])('is another when a script is %s: %s', (_, path, content) => {
    const before = programDigest([root]);
    expect(programDigest([root])).toBe(before);
    write(path, content);
    expect(programDigest([root])).not.toBe(before);
  });

  it('is the same with other tests', () => {
    const before = programDigest([root]);
    for (const path of ['cases/domain/case.spec.ts', 'cases/testing/fixtures.ts', 'a.js.map']) write(path, 'x');
    expect(programDigest([root])).toBe(before);
  });

  it('is this program, unless told otherwise, and part of what says whether a record can be used again', () => {
    const plan = { seed: 1, from: '2025-01', to: '2025-01', boards: [independencia] };
    expect(fingerprintOf(plan)).toBe(fingerprintOf(plan, programDigest()));
    expect(programDigest()).not.toBe(programDigest([root]));
    expect(fingerprintOf(plan)).not.toBe(fingerprintOf(plan, programDigest([root])));
  });
});
