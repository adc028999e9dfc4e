import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync, readFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { toKey, unwrapKey } from '../../envelope.js';
import { Erased, ErasureIncomplete, type Vault } from '../../index.js';
import { filesHolding, filesIn } from '../../testing/bytes.js';
import { openIn } from '../../testing/opening.js';
import { sqliteVault } from './index.js';

const binding = { stream: 's', revision: 1, eventId: 'e', type: 'T', schema: 1, section: 'x' };
const testing = fileURLToPath(new URL('../../testing/', import.meta.url));

describe('an erasure in the SQLite vault', () => {
  let root: string;
  let directory: string;
  let secondPath: string;
  const openVault = (): Vault => sqliteVault({ directory, secondPath, deployment: 'here' });
  const sealFor = (vault: Vault, subjects: readonly string[], category = 'n') =>
    vault.seal(subjects.map((subject) => ({ owner: { subject, category }, value: subject, binding })));

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'vault-erasure-'));
    directory = join(root, 'one');
    secondPath = join(root, 'two');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** What the file holds of a key: the wrapped bytes, and from them the key itself. */
  const bytesOf = (dekId: string): { wrapped: Uint8Array; key: Uint8Array } => {
    const db = new DatabaseSync(join(directory, 'keys.db'), { readOnly: true });
    const row = db.prepare('SELECT * FROM key WHERE dek_id = ?').get(dekId);
    db.close();
    const { kek } = JSON.parse(readFileSync(join(directory, 'kek', 'kek.json'), 'utf8')) as { kek: string };
    const wrapped = row?.['wrapped'] as Uint8Array;
    const context = ['dek', dekId, String(row?.['subject']), String(row?.['category']), 1, 1];
    return { wrapped, key: unwrapKey(toKey(Buffer.from(kek, 'base64url')), context, wrapped).export() };
  };

  it('leaves no byte of the keys in any file, and keeps everybody else', async () => {
    const vault = openVault();
    const subjects = Array.from({ length: 400 }, (_, index) => `s-${index}`);
    const sections = [];
    // In several rounds, so that rows lie on many pages.
    for (let from = 0; from < subjects.length; from += 80) {
      sections.push(...(await sealFor(vault, subjects.slice(from, from + 80))));
    }
    const known = sections.map(({ dekId }) => bytesOf(dekId));
    const erased = subjects.map((_, index) => index % 3 !== 0);
    const before = filesIn(directory, secondPath);
    for (const { wrapped } of known) expect(filesHolding(wrapped, before).length).toBeGreaterThanOrEqual(2);
    for (const [index, subject] of subjects.entries()) if (erased[index]) await vault.erase(subject);
    const check = (): void => {
      const files = filesIn(directory, secondPath);
      for (const [index, { wrapped, key }] of known.entries()) {
        const holding = filesHolding(wrapped, files);
        if (erased[index]) expect(holding).toEqual([]);
        else expect(holding.length).toBeGreaterThanOrEqual(2);
        expect(filesHolding(key, files)).toEqual([]);
      }
    };
    check();
    await sealFor(vault, ['later-1', 'later-2']);
    for (const [index, section] of sections.entries()) {
      const expected = erased[index] ? 'erased' : { value: subjects[index] };
      expect(await openIn(vault, section, binding)).toEqual(expected);
    }
    await vault.close();
    check();
  });

  it('is remembered when the vault is opened again', async () => {
    const first = openVault();
    const [section] = await sealFor(first, ['s']);
    await first.erase('s');
    await first.close();
    const again = openVault();
    expect(section && (await openIn(again, section, binding))).toBe('erased');
    await expect(sealFor(again, ['s'], 'm')).rejects.toThrow(Erased);
    await again.close();
  });

  it.each(['one', 'two'])('wins over a copy from before it, put back as copy %s', async (copy) => {
    const first = openVault();
    const [section] = await sealFor(first, ['s']);
    const { wrapped } = bytesOf(section?.dekId ?? '');
    await first.close();
    cpSync(join(root, copy), join(root, 'old'), { recursive: true });
    const second = openVault();
    await second.erase('s');
    await second.close();
    rmSync(join(root, copy), { recursive: true });
    cpSync(join(root, 'old'), join(root, copy), { recursive: true });
    expect(filesHolding(wrapped, filesIn(directory, secondPath))).toHaveLength(1);
    const third = openVault();
    expect(section && (await openIn(third, section, binding))).toBe('erased');
    expect(filesHolding(wrapped, filesIn(directory, secondPath))).toEqual([]);
    await third.close();
  });

  it('survives the loss of either copy', async () => {
    for (const lost of [() => directory, () => secondPath]) {
      const vault = openVault();
      const [kept] = await sealFor(vault, ['kept']);
      await vault.erase('gone');
      await vault.close();
      rmSync(lost(), { recursive: true });
      const again = openVault();
      expect(kept && (await openIn(again, kept, binding))).toEqual({ value: 'kept' });
      await expect(sealFor(again, ['gone'])).rejects.toThrow(Erased);
      await again.close();
    }
  });

  it('is reported as incomplete while a reader holds old pages, and is finished by erasing again', async () => {
    const vault = openVault();
    const [section] = await sealFor(vault, ['s']);
    const { wrapped } = bytesOf(section?.dekId ?? '');
    const reader = new DatabaseSync(join(secondPath, 'keys.db'), { readOnly: true });
    reader.exec('BEGIN; SELECT count(*) FROM key');
    await expect(vault.erase('s')).rejects.toThrow(ErasureIncomplete);
    expect(section && (await openIn(vault, section, binding))).toBe('erased');
    await expect(sealFor(vault, ['s'])).rejects.toThrow(Erased);
    expect(filesHolding(wrapped, filesIn(directory))).toEqual([]);
    expect(filesHolding(wrapped, filesIn(secondPath))).not.toEqual([]);
    reader.exec('ROLLBACK');
    reader.close();
    await expect(vault.erase('s')).resolves.toEqual({ destroyed: 0 });
    expect(filesHolding(wrapped, filesIn(directory, secondPath))).toEqual([]);
    await vault.close();
  });

  it('that was cut off after the fence is finished when the vault is opened', async () => {
    const vault = openVault();
    const [section] = await sealFor(vault, ['s']);
    const { wrapped } = bytesOf(section?.dekId ?? '');
    await vault.close();
    const db = new DatabaseSync(join(directory, 'keys.db'));
    db.exec("INSERT INTO fence VALUES ('s', '', 0)");
    db.close();
    const again = openVault();
    expect(section && (await openIn(again, section, binding))).toBe('erased');
    expect(filesHolding(wrapped, filesIn(directory, secondPath))).toEqual([]);
    await again.close();
  });

  it('is done wholly or not at all, wherever a kill hits', async () => {
    const subjects = Array.from({ length: 200 }, (_, index) => `s-${index}`);
    const first = openVault();
    const sections = await sealFor(first, subjects);
    const known = sections.map(({ dekId }) => bytesOf(dekId));
    await first.close();
    const answered = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      const left = subjects.filter((subject) => !answered.has(subject));
      const args = [`--import=${testing}typescript.mjs`, `${testing}erasing-child.ts`, directory, secondPath, ...left];
      const child = spawn(process.execPath, ['--conditions=source', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.split('\n').length > 2 + round * 5) child.kill('SIGKILL');
      });
      await once(child, 'close');
      const lines = output.split('\n').slice(0, -1);
      expect(lines.length).toBeGreaterThan(0);
      for (const subject of lines) answered.add(subject);
      const vault = openVault();
      const files = filesIn(directory, secondPath);
      for (const [index, section] of sections.entries()) {
        const subject = subjects[index] ?? '';
        const opened = await openIn(vault, section, binding);
        if (answered.has(subject)) expect(opened).toBe('erased');
        const holding = filesHolding(known[index]?.wrapped ?? Buffer.alloc(60), files);
        if (opened === 'erased') expect(holding).toEqual([]);
        else expect([opened.value, holding.length]).toEqual([subject, 2]);
      }
      await vault.close();
    }
    expect(answered.size).toBeLessThan(subjects.length);
  });

  it('is incomplete, not done, when one copy cannot be written', async () => {
    const vault = openVault();
    const [section] = await sealFor(vault, ['s']);
    const blocker = new DatabaseSync(join(secondPath, 'keys.db'));
    blocker.exec('BEGIN IMMEDIATE');
    await expect(vault.erase('s')).rejects.toThrow(ErasureIncomplete);
    await expect(sealFor(vault, ['s'])).rejects.toThrow(Erased);
    blocker.exec('ROLLBACK');
    blocker.close();
    await vault.close();
    const again = openVault();
    expect(section && (await openIn(again, section, binding))).toBe('erased');
    await again.close();
  });

  it('puts nothing about the person into the files but the fence', async () => {
    const vault = openVault();
    writeFileSync(join(root, 'control'), 'a canary name');
    await vault.seal([{ owner: { subject: 's', category: 'n' }, value: 'a canary name', binding }]);
    expect(filesHolding(Buffer.from('a canary name'), filesIn(directory, secondPath))).toEqual([]);
    expect(filesHolding(Buffer.from('a canary name'), filesIn(root))).toEqual([join(root, 'control')]);
    await vault.close();
  });
});
