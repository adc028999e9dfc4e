import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SealedSection } from '#decider';
import { kmsContract } from '../../kms-contract.js';
import type { Vault } from '../../index.js';
import { filesHolding, filesIn } from '../../testing/bytes.js';
import { openIn } from '../../testing/opening.js';
import { sqliteVault } from './index.js';
import { FileKms, kekFile } from './kek-file.js';

const root = mkdtempSync(join(tmpdir(), 'vault-rotation-'));
afterAll(() => rmSync(root, { recursive: true }));

let kept = 0;
kmsContract('in two files', () => {
  kept += 1;
  return new FileKms([join(root, `${kept}-a`, 'kek.json'), join(root, `${kept}-b`, 'kek.json')], true);
});

const binding = { stream: 's', revision: 1, eventId: 'e', type: 'T', schema: 1, section: 'x' };

describe('rotating the key-encryption key', () => {
  let directory: string;
  let secondPath: string;
  const openVault = (): Vault => sqliteVault({ directory, secondPath, deployment: 'here', cachedKeys: 5 });
  const seal = async (vault: Vault, subject: string): Promise<SealedSection> => {
    const [section] = await vault.seal([{ owner: { subject, category: 'n' }, value: subject, binding }]);
    if (section === undefined) throw new Error('nothing was sealed');
    return section;
  };
  const kekOf = (place: string): string => readFileSync(kekFile(place), 'utf8');

  beforeEach(() => {
    kept += 1;
    directory = join(root, `${kept}-one`);
    secondPath = join(root, `${kept}-two`);
  });

  it('opens everything afterwards, whatever was sealed before, meanwhile and later', async () => {
    const vault = openVault();
    const sealed: [string, SealedSection][] = [];
    const more = async (name: string): Promise<void> => {
      sealed.push([name, await seal(vault, name)]);
    };
    for (let nth = 0; nth < 500; nth += 1) await more(`before-${nth}`);
    const old = JSON.parse(kekOf(directory)) as { kek: string };
    let going = true;
    const appending = (async () => {
      for (let nth = 0; going; nth += 1) await more(`meanwhile-${nth}`);
    })();
    const { version, rewrapped } = await vault.rotate();
    going = false;
    await appending;
    await more('later');
    expect(version).toBe(2);
    expect(rewrapped).toBeGreaterThanOrEqual(500);
    expect(sealed.length).toBeGreaterThan(501);
    expect(await vault.status()).toEqual({
      version: 2,
      keys: sealed.length,
      stale: 0,
      destroyed: 0,
      away: 0,
      fences: 0,
    });
    for (const [value, section] of sealed) expect(await openIn(vault, section, binding)).toEqual({ value });
    await vault.close();
    const again = openVault();
    for (const [value, section] of sealed) expect(await openIn(again, section, binding)).toEqual({ value });
    await again.close();
    expect(filesHolding(Buffer.from(old.kek, 'base64url'), filesIn(directory, secondPath))).toEqual([]);
    expect(kekOf(directory)).toBe(kekOf(secondPath));
  });

  it('brings back nobody who is erased while it goes on', async () => {
    const vault = openVault();
    const sections = await Promise.all(Array.from({ length: 400 }, (_, nth) => seal(vault, `s-${nth}`)));
    const rotating = vault.rotate();
    for (let nth = 0; nth < 400; nth += 40) {
      await vault.erase(`s-${nth}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await rotating;
    await vault.close();
    const again = openVault();
    for (const [nth, section] of sections.entries()) {
      expect(await openIn(again, section, binding)).toEqual(nth % 40 === 0 ? 'erased' : { value: `s-${nth}` });
    }
    expect(await again.status()).toMatchObject({ keys: 390, destroyed: 10, stale: 0 });
    await again.close();
  });

  it('cut off anywhere, opens everything and goes on where it was', async () => {
    const vault = openVault();
    const sections = await Promise.all(Array.from({ length: 20 }, (_, nth) => seal(vault, `s-${nth}`)));
    await vault.erase('s-3');
    await vault.close();
    const old = kekOf(directory);
    const kms = new FileKms([kekFile(directory), kekFile(secondPath)], false);
    await kms.rotate();
    // As if it had stopped between the two files, and some rows had been wrapped anew in the first copy alone.
    writeFileSync(kekFile(secondPath), old);
    const db = new DatabaseSync(join(directory, 'keys.db'));
    const rows = db.prepare('SELECT * FROM key WHERE destroyed = 0 LIMIT 7').all();
    for (const row of rows) {
      const name = (version: number) => ['dek', row['dek_id'], row['subject'], 'n', 1, version] as string[];
      const key = await kms.unwrap(1, name(1), row['wrapped'] as Uint8Array);
      const wrapped = await kms.wrap(2, name(2), key);
      db.prepare('UPDATE key SET kek_version = 2, wrapped = ? WHERE dek_id = ?').run(wrapped, String(row['dek_id']));
    }
    db.close();
    const again = openVault();
    expect(await again.status()).toEqual({ version: 2, keys: 19, stale: 12, destroyed: 1, away: 0, fences: 1 });
    expect(kekOf(directory)).toBe(kekOf(secondPath));
    expect(await again.rotate()).toEqual({ version: 2, rewrapped: 12 });
    for (const [nth, section] of sections.entries()) {
      expect(await openIn(again, section, binding)).toEqual(nth === 3 ? 'erased' : { value: `s-${nth}` });
    }
    await again.close();
  });

  it('refuses the keys of another deployment, rotated or not', async () => {
    await openVault().close();
    const other = new FileKms([join(root, 'other', 'kek.json')], true);
    await other.rotate();
    writeFileSync(kekFile(secondPath), readFileSync(join(root, 'other', 'kek.json')));
    expect(openVault).toThrow('are not the same');
    writeFileSync(kekFile(directory), readFileSync(join(root, 'other', 'kek.json')));
    expect(openVault).toThrow('was made with another key-encryption key');
  });
});
