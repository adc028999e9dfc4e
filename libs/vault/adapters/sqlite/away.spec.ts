import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { SealedSection } from '#decider';
import { ageOpened, ageSealed, ErasureIncomplete, KeysAway, type Reseal, type Vault } from '../../index.js';
import { filesHolding, filesIn } from '../../testing/bytes.js';
import { openIn } from '../../testing/opening.js';
import { backupVault, sqliteVault } from './index.js';

const binding = { stream: 's', revision: 1, eventId: 'e', type: 'T', schema: 1, section: 'x' };
const categories = ['n', 'm'];
const owners = categories.map((category) => ({ subject: 'p', category }));

describe('keys that are put away', () => {
  let root: string;
  let seal: Reseal;
  let open: Reseal;
  let vault: Vault;
  let sections: readonly SealedSection[];
  let known: readonly Uint8Array[];

  const at = (name: string): string => join(root, name);
  const openVault = (): Vault => sqliteVault({ directory: at('one'), secondPath: at('two'), deployment: 'here' });
  const database = <T>(copy: string, work: (db: DatabaseSync) => T): T => {
    const db = new DatabaseSync(join(at(copy), 'keys.db'));
    try {
      return work(db);
    } finally {
      db.close();
    }
  };
  const wrappedNow = (): readonly Uint8Array[] =>
    database('one', (db) =>
      db
        .prepare('SELECT wrapped FROM key WHERE destroyed = 0')
        .all()
        .map((row) => row['wrapped'] as Uint8Array),
    );
  /** Files in which one of these wrapped keys can be read. */
  const found = (): readonly string[] => {
    const files = filesIn(at('one'), at('two'));
    return known.flatMap((wrapped) => filesHolding(Buffer.from(wrapped), files));
  };
  const blocked = async (copy: string, work: () => Promise<unknown>): Promise<void> => {
    const blocker = new DatabaseSync(join(at(copy), 'keys.db'));
    blocker.exec('BEGIN IMMEDIATE');
    await expect(work()).rejects.toThrow(ErasureIncomplete);
    blocker.exec('ROLLBACK');
    blocker.close();
  };
  const isAway = async (): Promise<void> => {
    for (const section of sections) await expect(openIn(vault, section, binding)).rejects.toThrow(KeysAway);
  };
  const isBack = async (): Promise<void> => {
    for (const [nth, section] of sections.entries()) {
      expect(await openIn(vault, section, binding)).toEqual({ value: categories[nth] });
    }
  };
  const again = async (between: () => void = () => undefined): Promise<void> => {
    await vault.close();
    between();
    vault = openVault();
  };

  beforeAll(async () => {
    const identity = await generateX25519Identity();
    seal = ageSealed([await identityToRecipient(identity)]);
    open = ageOpened([identity]);
  });
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'vault-away-'));
    vault = openVault();
    sections = await vault.seal(owners.map((owner) => ({ owner, value: owner.category, binding })));
    known = wrappedNow();
    expect(known).toHaveLength(categories.length);
    expect(found()).not.toEqual([]);
  });
  afterEach(async () => {
    await vault.close();
    rmSync(root, { recursive: true });
  });

  it('leave no byte of their wrapping in any file, and come back by the other key alone', async () => {
    expect(await vault.putAway(owners, seal)).toEqual({ keys: 2 });
    expect(found()).toEqual([]);
    await isAway();
    await again();
    await isAway();
    const stranger = ageOpened([await generateX25519Identity()]);
    await expect(vault.bringBack(owners, stranger)).rejects.toThrow();
    await isAway();
    expect(await vault.bringBack(owners, open)).toEqual({ keys: 2 });
    await isBack();
    await again();
    await isBack();
  });

  it('go when a reader was in the way, the next time they are asked to', async () => {
    const reader = new DatabaseSync(join(at('two'), 'keys.db'), { readOnly: true });
    reader.exec('BEGIN; SELECT count(*) FROM key');
    await expect(vault.putAway(owners, seal)).rejects.toThrow(ErasureIncomplete);
    await isAway();
    expect(found()).not.toEqual([]);
    reader.exec('ROLLBACK');
    reader.close();
    expect(await vault.putAway(owners, seal)).toEqual({ keys: 2 });
    expect(found()).toEqual([]);
  });

  it.each(['one', 'two'])(
    'are neither lost nor half here when copy %s cannot be written, going or coming',
    async (copy) => {
      await blocked(copy, () => vault.putAway(owners, seal));
      await isAway();
      await vault.putAway(owners, seal);
      expect(found()).toEqual([]);
      await blocked(copy, () => vault.bringBack(owners, open));
      expect(await vault.bringBack(owners, open)).toEqual({ keys: 2 });
      await isBack();
      await again();
      await isBack();
    },
  );

  /** As if it had stopped there: what was done is undone again, copy by copy, back to that point. */
  const cuts: readonly (readonly [string, (live: ReadonlyMap<string, Uint8Array>) => void])[] = [
    ['before a key was overwritten in the second copy', (live) => putLive('two', live)],
    ['before a key was overwritten in either', (live) => [putLive('one', live), putLive('two', live)]],
    [
      'when what others can read lay in one copy alone',
      (live) => {
        putLive('one', live);
        putLive('two', live);
        database('two', (db) => db.exec('DELETE FROM offline'));
      },
    ],
  ];
  const putLive = (copy: string, live: ReadonlyMap<string, Uint8Array>): void =>
    database(copy, (db) => {
      const statement = db.prepare('UPDATE key SET destroyed = 0, wrapped = ? WHERE dek_id = ?');
      for (const [dekId, wrapped] of live) statement.run(wrapped, dekId);
    });

  it.each(cuts)('that were cut off %s are gone when the vault is opened', async (_, cut) => {
    const live = new Map(sections.map(({ dekId }, nth) => [dekId, known[nth] ?? new Uint8Array()]));
    await vault.putAway(owners, seal);
    await again(() => cut(live));
    await isAway();
    expect(found()).toEqual([]);
    await vault.bringBack(owners, open);
    await isBack();
  });

  it('that were only marked stay closed, and go with the next call', async () => {
    await vault.putAway(owners, seal);
    const live = new Map(sections.map(({ dekId }, nth) => [dekId, known[nth] ?? new Uint8Array()]));
    await again(() => {
      for (const copy of ['one', 'two']) {
        putLive(copy, live);
        database(copy, (db) => db.exec('DELETE FROM offline'));
      }
    });
    await isAway();
    expect(found()).not.toEqual([]);
    expect(await vault.putAway(owners, seal)).toEqual({ keys: 2 });
    expect(found()).toEqual([]);
  });

  it.each(['one', 'two'])('win over copy %s put back from before, and lose to having come back', async (copy) => {
    const put = (from: string) => () => {
      rmSync(at(copy), { recursive: true });
      cpSync(at(from), at(copy), { recursive: true });
    };
    await again(() => cpSync(at(copy), at('before'), { recursive: true }));
    await vault.putAway(owners, seal);
    await again(put('before'));
    await isAway();
    expect(found()).toEqual([]);
    await again(() => cpSync(at(copy), at('away'), { recursive: true }));
    await vault.bringBack(owners, open);
    await again(put('away'));
    await isBack();
    // Put away a second time, an older copy of what others can read does not count.
    await vault.putAway(owners, seal);
    await again(put('away'));
    await isAway();
    await vault.bringBack(owners, open);
    await isBack();
  });

  it('are in a backup as they are here: to be brought back, not to be read', async () => {
    await vault.putAway(owners, seal);
    mkdirSync(at('copy'));
    await backupVault(at('one'), at('copy'));
    const files = filesIn(at('copy'));
    expect(known.flatMap((wrapped) => filesHolding(Buffer.from(wrapped), files))).toEqual([]);
    const restored = sqliteVault({ directory: at('copy'), secondPath: at('copy-two'), deployment: 'here' });
    for (const section of sections) await expect(openIn(restored, section, binding)).rejects.toThrow(KeysAway);
    await restored.bringBack(owners, open);
    for (const [nth, section] of sections.entries()) {
      expect(await openIn(restored, section, binding)).toEqual({ value: categories[nth] });
    }
    await restored.close();
  });

  it('are erased wherever they are', async () => {
    await vault.putAway(owners, seal);
    expect(await vault.erase('p')).toEqual({ destroyed: 2 });
    expect(await vault.keysOf('p')).toEqual({ live: 0, destroyed: 2 });
    for (const copy of ['one', 'two']) {
      expect(database(copy, (db) => db.prepare('SELECT count(*) AS n FROM offline').get())).toEqual({ n: 0 });
    }
    await again();
    expect(await vault.bringBack(owners, open)).toEqual({ keys: 0 });
    for (const section of sections) expect(await openIn(vault, section, binding)).toBe('erased');
  });
});
