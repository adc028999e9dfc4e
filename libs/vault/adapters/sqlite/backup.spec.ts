import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIn } from '../../testing/opening.js';
import { backupVault, deploymentOf, readFences, sqliteVault, verifyVault } from './index.js';

const binding = { stream: 's', revision: 1, eventId: 'e', type: 'T', schema: 1, section: 'x' };

describe('a copy of a vault in use', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'vault-backup-'));
    mkdirSync(join(root, 'copy'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const openAt = (one: string, two: string) =>
    sqliteVault({ directory: join(root, one), secondPath: join(root, two), deployment: 'here' });

  it('is a vault itself, with every key that was there and every erasure', async () => {
    const vault = openAt('one', 'two');
    const subjects = Array.from({ length: 300 }, (_, index) => `p-${index}`);
    const seal = (names: readonly string[]) =>
      vault.seal(names.map((subject) => ({ owner: { subject, category: 'n' }, value: subject, binding })));
    const sections = await seal(subjects);
    await vault.erase('p-7');
    await vault.erase('p-8', 'n');
    const copying = backupVault(join(root, 'one'), join(root, 'copy'));
    const later = seal(subjects.map((subject) => `${subject}-later`));
    const { files, keys, fences } = await copying;
    await later;
    await vault.close();
    expect(files).toEqual(['keys.db', 'kek/kek.json']);
    expect(keys).toBeGreaterThanOrEqual(298);
    expect(fences).toBe(2);
    expect(readdirSync(join(root, 'copy')).sort()).toEqual(['kek', 'keys.db']);
    for (const file of files) expect(statSync(join(root, 'copy', file)).mode & 0o777).toBe(0o600);
    expect(readFences(join(root, 'copy'))).toEqual([{ subject: 'p-7' }, { subject: 'p-8', category: 'n' }]);
    expect(deploymentOf(join(root, 'copy'))).toBe('here');
    const restored = openAt('copy', 'copy-second');
    for (const [index, section] of sections.entries()) {
      const expected = index === 7 || index === 8 ? 'erased' : { value: subjects[index] };
      expect(await openIn(restored, section, binding)).toEqual(expected);
    }
    await restored.close();
  });

  it('is not made over another vault, nor of nothing', async () => {
    await openAt('one', 'two').close();
    await expect(backupVault(join(root, 'one'), join(root, 'two'))).rejects.toThrow('EEXIST');
    await expect(backupVault(join(root, 'nowhere'), join(root, 'copy'))).rejects.toThrow();
    expect(readFences(join(root, 'nowhere'))).toEqual([]);
    expect(deploymentOf(join(root, 'nowhere'))).toBeUndefined();
  });

  it('does not verify when it was cut', async () => {
    await openAt('one', 'two').close();
    await backupVault(join(root, 'one'), join(root, 'copy'));
    expect(verifyVault(join(root, 'copy'))).toEqual({ keys: 0, fences: 0 });
    truncateSync(join(root, 'copy', 'keys.db'), 8192);
    expect(() => verifyVault(join(root, 'copy'))).toThrow();
  });
});
