import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

function cruise(...paths: readonly string[]): { readonly ok: boolean; readonly text: string } {
  const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const run = spawnSync(process.execPath, [command, ...paths, '--config', '.dependency-cruiser.cjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  return { ok: run.status === 0, text: `${run.stdout}${run.stderr}` };
}

describe('the arrows of the design', () => {
  it('hold everywhere', () => {
    const { ok, text } = cruise('src', 'libs', 'test');
    expect(text).toContain('no dependency violations found');
    expect(ok).toBe(true);
  });

  it('are seen when they are broken', () => {
    const folder = mkdtempSync(join(root, 'src/cases/domain/planted-'));
    try {
      writeFileSync(
        join(folder, 'planted.ts'),
        [
          `import { readFileSync } from 'node:fs';`,
          `import { sqliteLog } from '#event-log/sqlite';`,
          `import { reportOf } from '../../../report/report.js';`,
          `export const planted = [readFileSync, sqliteLog, reportOf];`,
        ].join('\n'),
      );
      const { ok, text } = cruise('src/cases');
      expect(ok).toBe(false);
      for (const rule of ['domain-is-pure', 'adapters-only-in-modes', 'capabilities-meet-at-published']) {
        expect(text).toContain(rule);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
