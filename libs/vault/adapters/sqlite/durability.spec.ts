import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { SealedSection } from '#decider';
import type { Binding, Vault, VaultUnusable } from '../../index.js';
import { openIn } from '../../testing/opening.js';
import { sqliteVault } from './index.js';

const binding = { stream: 's', revision: 1, eventId: 'e', type: 'T', schema: 1, section: 'x' };
const testing = fileURLToPath(new URL('../../testing/', import.meta.url));

describe('the SQLite vault', () => {
  let root: string;
  let directory: string;
  let secondPath: string;
  const openVault = (deployment = 'here'): Vault => sqliteVault({ directory, secondPath, deployment });
  const sealFor = async (vault: Vault, subject: string): Promise<SealedSection> => {
    const [section] = await vault.seal([{ owner: { subject, category: 'n' }, value: subject, binding }]);
    if (section === undefined) throw new Error('nothing was sealed');
    return section;
  };
  const sql = (path: string, text: string): void => {
    const db = new DatabaseSync(join(path, 'keys.db'));
    db.exec(text);
    db.close();
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'vault-durable-'));
    directory = join(root, 'one');
    secondPath = join(root, 'two');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('opens everything again, and keeps its digests', async () => {
    const vault = openVault();
    const section = await sealFor(vault, 'p');
    const digest = await vault.mac('purpose', 'text');
    const under = await vault.macUnder({ subject: 'p', category: 'n' }, 'purpose', 'text');
    await vault.close();
    const again = openVault();
    expect(await openIn(again, section, binding)).toEqual({ value: 'p' });
    expect((await sealFor(again, 'p')).dekId).toBe(section.dekId);
    expect(await again.mac('purpose', 'text')).toBe(digest);
    expect(await again.macUnder({ subject: 'p', category: 'n' }, 'purpose', 'text')).toBe(under);
    await again.close();
  });

  it('holds every key whose section was handed out, wherever a kill hits', async () => {
    const handedOut: { section: SealedSection; binding: Binding }[] = [];
    for (let round = 0; round < 6; round += 1) {
      const child = spawn(
        process.execPath,
        [
          '--conditions=source',
          `--import=${testing}typescript.mjs`,
          `${testing}sealing-child.ts`,
          directory,
          secondPath,
          `round-${round}`,
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let output = '';
      child.stdout.setEncoding('utf8');
      child.stdout.on('data', (text: string) => {
        output += text;
        // Never at the same place of a round: after a different number of answers each time.
        if (output.split('\n').length > 5 + round * 7) child.kill('SIGKILL');
      });
      await once(child, 'close');
      const lines = output.split('\n').slice(0, -1);
      expect(lines.length).toBeGreaterThan(4);
      handedOut.push(...lines.map((line) => JSON.parse(line) as { section: SealedSection; binding: Binding }));
      // Either copy must do alone, and the two must agree again.
      const copies = [directory, secondPath];
      if (round % 3 > 0) rmSync(copies[(round % 3) - 1] ?? '', { recursive: true });
      const vault = openVault();
      for (const one of handedOut) {
        expect(await openIn(vault, one.section, one.binding)).toEqual({ value: one.binding.revision });
      }
      await vault.close();
    }
  });

  it('copies a key that only one file got, and refuses files that differ', async () => {
    const vault = openVault();
    const sections = [await sealFor(vault, 'p'), await sealFor(vault, 'q')];
    await vault.close();
    sql(directory, "DELETE FROM key WHERE subject = 'p'");
    sql(secondPath, "DELETE FROM key WHERE subject = 'q'");
    const again = openVault();
    for (const section of sections) expect(await openIn(again, section, binding)).toHaveProperty('value');
    await again.close();
    sql(secondPath, "UPDATE key SET wrapped = randomblob(60) WHERE subject = 'p'");
    expect(openVault).toThrow(expect.objectContaining({ reason: 'copies-disagree' }) as VaultUnusable);
  });

  it('makes no new key when its two files hold different ones for a person', async () => {
    const vault = openVault();
    await sealFor(vault, 'p');
    await vault.close();
    sql(secondPath, "UPDATE key SET dek_id = 'another'");
    expect(openVault).toThrow(expect.objectContaining({ reason: 'copies-disagree' }) as VaultUnusable);
  });

  it('seals nothing while the second copy cannot be written, and goes on when it can', async () => {
    const vault = openVault();
    const blocker = new DatabaseSync(join(secondPath, 'keys.db'));
    blocker.exec('BEGIN IMMEDIATE');
    await expect(sealFor(vault, 'p')).rejects.toThrow(
      expect.objectContaining({ reason: 'not-durable' }) as VaultUnusable,
    );
    blocker.exec('ROLLBACK');
    blocker.close();
    const section = await sealFor(vault, 'p');
    await vault.close();
    rmSync(directory, { recursive: true });
    const again = openVault();
    expect(await openIn(again, section, binding)).toEqual({ value: 'p' });
    await again.close();
  });

  it('says when the key-encryption key is another one, is missing, damaged or open to others', async () => {
    const vault = openVault();
    await sealFor(vault, 'p');
    await vault.close();
    const files = [directory, secondPath].map((path) => join(path, 'kek', 'kek.json'));
    const [original = ''] = files.map((path) => readFileSync(path, 'utf8'));
    const opening = (reason: string): void =>
      expect(openVault).toThrow(expect.objectContaining({ reason }) as VaultUnusable);
    const other = { ...(JSON.parse(original) as object), kek: Buffer.alloc(32, 1).toString('base64url') };
    for (const file of files) writeFileSync(file, JSON.stringify(other));
    opening('kek-wrong');
    writeFileSync(files[0] ?? '', original);
    opening('copies-disagree');
    for (const file of files) writeFileSync(file, original.slice(0, 60));
    opening('kek-unreadable');
    for (const file of files) rmSync(file);
    opening('kek-missing');
    expect(files.map((file) => existsSync(file))).toEqual([false, false]);
    writeFileSync(files[1] ?? '', original, { mode: 0o644 });
    opening('kek-exposed');
    chmodSync(files[1] ?? '', 0o600);
    await openVault().close();
    expect(readFileSync(files[0] ?? '', 'utf8')).toBe(original);
  });

  it('refuses the vault of another deployment, and one directory for both copies', async () => {
    await openVault().close();
    expect(() => openVault('there')).toThrow(expect.objectContaining({ reason: 'other-deployment' }) as VaultUnusable);
    expect(() => sqliteVault({ directory, secondPath: directory, deployment: 'here' })).toThrow(
      expect.objectContaining({ reason: 'same-path' }) as VaultUnusable,
    );
  });

  it('lets nobody else read its files', async () => {
    const vault = openVault();
    await sealFor(vault, 'p');
    for (const path of [directory, secondPath]) {
      expect(statSync(join(path, 'kek')).mode & 0o777).toBe(0o700);
      for (const file of ['keys.db', 'keys.db-wal', 'kek/kek.json']) {
        expect(statSync(join(path, file)).mode & 0o777).toBe(0o600);
      }
    }
    await vault.close();
  });

  it('works on with more keys than it keeps in memory', async () => {
    const vault = sqliteVault({ directory, secondPath, deployment: 'here', cachedKeys: 3 });
    const owners = Array.from({ length: 20 }, (_, index) => ({ subject: `p-${index}`, category: 'n' }));
    const sections = await vault.seal(owners.map((owner) => ({ owner, value: owner.subject, binding })));
    for (const [index, section] of sections.entries()) {
      expect(await openIn(vault, section, binding)).toEqual({ value: `p-${index}` });
    }
    await vault.close();
  });

  it('does not let a wrapped key be given to somebody else', async () => {
    const vault = openVault();
    const section = await sealFor(vault, 'p');
    await vault.close();
    for (const path of [directory, secondPath]) sql(path, "UPDATE key SET subject = 'q'");
    const again = openVault();
    await expect(openIn(again, section, binding)).rejects.toThrow('not what was sealed');
    await again.close();
  });
});
