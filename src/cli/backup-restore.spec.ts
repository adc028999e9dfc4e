import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyCheckpoint } from '#policy';
import { reactions } from '../capabilities.js';
import { openEmbedded } from '../modes/embedded.js';
import { assertNotRestoring, storeAt, type StoreLayout, StoreMisplaced, storeFrom } from '../modes/store.js';
import { main as backup } from './backup.js';
import type { Console } from './console.js';
import { main as restore } from './restore.js';
import { contentsOf, runTool, snapshotOf, Writer } from './testing/store-in-use.js';

describe('a backup, and restoring it', () => {
  let root: string;
  let env: NodeJS.ProcessEnv;
  let store: StoreLayout;
  let said: string[];
  const at = (...names: string[]): string => join(root, ...names);
  const quiet: Console = {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    progress: () => undefined,
  };
  const restoreCopy = (...more: string[]) =>
    restore(['--from', at('b', 'log'), '--vault-from', at('b', 'keys'), ...more], env, quiet);
  const backupCopy = (name = 'b') => backup(['--to', at(name, 'log'), '--vault-to', at(name, 'keys')], env, quiet);

  /** A store with some events, whose writer was killed. Answers the streams it holds at least. */
  const storeOf = async (count: number, prefix = 'thing'): Promise<readonly string[]> => {
    const writer = new Writer(env, prefix);
    await writer.until(count);
    await writer.kill();
    return writer.acknowledged;
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'backup-'));
    env = { CHASKI_DATA: at('data', 'log'), CHASKI_VAULT: at('data', 'vault'), CHASKI_VAULT_COPY: at('data', 'copy') };
    store = storeFrom(env);
    said = [];
    // Only a demonstration is copied without being sealed.
    mkdirSync(store.data, { recursive: true });
    writeFileSync(store.demoMarker, '{"from":"2026-03-09T15:00:00.000Z"}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('taken while a server writes holds all that was acknowledged before, and every key', async () => {
    const writer = new Writer(env, 'thing');
    await writer.until(100);
    const before = [...writer.acknowledged];
    expect(await runTool('backup', ['--to', at('b', 'log'), '--vault-to', at('b', 'keys')], env)).toMatchObject({
      status: 0,
      stderr: '',
    });
    const afterwards = writer.acknowledged.length;
    expect(afterwards).toBeGreaterThan(before.length);
    await writer.kill();

    rmSync(at('data'), { recursive: true });
    const restored = await runTool('restore', ['--from', at('b', 'log'), '--vault-from', at('b', 'keys')], env);
    expect(restored).toMatchObject({ status: 0, stderr: '' });
    const contents = await contentsOf(store);
    for (const stream of before) expect(contents.get(stream)).toBe(`name of ${stream}`);
    for (const [stream, value] of contents) expect(value).toBe(`name of ${stream}`);
    const manifest = JSON.parse(readFileSync(at('b', 'log', 'manifest.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ v: 1, kind: 'log', counts: { events: contents.size } });
    expect(restored.stdout).toContain(`${contents.size} eventos`);
  });

  it('keeps log and keys apart, whole and for their owner only', async () => {
    await storeOf(20);
    writeFileSync(store.notices, '{"sent":1}\n{"sent":2}\n{"half');
    writeFileSync(store.views, 'not copied');
    expect(await backupCopy()).toBe(0);
    expect(readdirSync(at('b', 'log')).sort()).toEqual([
      'DEMO',
      'checkpoints.db',
      'erasures.json',
      'ledger',
      'log.db',
      'manifest.json',
      'notices.jsonl',
      'reads.db',
    ]);
    expect(readdirSync(at('b', 'keys')).sort()).toEqual(['kek', 'keys.db', 'manifest.json']);
    expect(readFileSync(at('b', 'log', 'notices.jsonl'), 'utf8')).toBe('{"sent":1}\n{"sent":2}\n');
    for (const path of [at('b', 'log'), at('b', 'keys')]) expect(statSync(path).mode & 0o077).toBe(0);
    const [log, keys] = ['log', 'keys'].map(
      (half) => JSON.parse(readFileSync(at('b', half, 'manifest.json'), 'utf8')) as Record<string, unknown>,
    );
    expect(log?.['backup']).toBe(keys?.['backup']);
    expect(keys).toMatchObject({
      kind: 'vault',
      deployment: readFileSync(join(store.data, 'deployment'), 'utf8').trim(),
    });
    expect(await restoreCopy('--into', at('other'))).toBe(0);
    expect(
      readdirSync(at('other', 'log'))
        .filter((name) => !name.includes('lock'))
        .sort(),
    ).toEqual(['DEMO', 'checkpoints.db', 'log.db', 'notices.jsonl', 'reads.db']);
  });

  it('holds how far policies had come, so that nothing is sent again and nothing is left out', async () => {
    await storeOf(10);
    const far = async (change?: 'go on') => {
      const platform = await openEmbedded({ paths: store });
      const projections = reactions.map(({ name }) => policyCheckpoint(name));
      const upTo = await platform.log.head();
      if (change === 'go on' && upTo !== undefined) {
        const writes = projections.map((projection) => ({ projection, from: undefined, upTo, changes: new Map() }));
        await platform.checkpoints.writeAll(writes);
      }
      const found = await Promise.all(projections.map((projection) => platform.checkpoints.checkpoint(projection)));
      await platform.close();
      return found;
    };
    const before = await far('go on');
    await storeOf(10, 'later');
    expect(await backupCopy()).toBe(0);
    rmSync(at('data'), { recursive: true });
    expect(await restoreCopy()).toBe(0);
    expect(await far()).toEqual(before);
  });

  it('may leave the keys out, and says what that means', async () => {
    await storeOf(10);
    expect(await backup(['--to', at('b', 'log')], env, quiet)).toBe(0);
    expect(said.join()).toContain('no se copiaron');
    expect(existsSync(at('b', 'keys'))).toBe(false);
  });

  it('is refused into a place that is not empty, the store itself, or one place for both', async () => {
    await storeOf(10);
    const store0 = snapshotOf(at('data'));
    mkdirSync(at('full'));
    writeFileSync(at('full', 'mine'), 'x');
    expect(await backup(['--to', at('full')], env, quiet)).toBe(1);
    expect(await backup(['--to', at('b'), '--vault-to', at('full')], env, quiet)).toBe(1);
    expect(readdirSync(at('full'))).toEqual(['mine']);
    expect(existsSync(at('b'))).toBe(false);
    const wrong = [
      [],
      ['--to', at('b'), '--vault-to', at('b')],
      ['--to', at('b'), '--vault-to', at('b', 'keys')],
      ['--to', at('b', 'log'), '--vault-to', at('b')],
      ['--to', at('data', 'log', 'b')],
      ['--to', at('data', 'vault', 'b')],
      ['--to', at('data')],
      ['--to', at('b'), '--fast'],
    ];
    for (const args of wrong) expect(await backup(args, env, quiet)).toBe(2);
    expect(snapshotOf(at('data'))).toEqual(store0);
  });

  it('leaves nothing behind, and no stack trace, when there is nothing to copy', async () => {
    const { status, stdout, stderr } = await runTool('backup', ['--to', at('b')], env);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Error: no hay ningún registro en .*\n$/);
    expect(existsSync(at('b'))).toBe(false);
  });

  it('is restored twice: the second time what was there is put aside, not deleted', async () => {
    const first = await storeOf(20);
    expect(await backupCopy()).toBe(0);
    await storeOf(10, 'later');
    const now = snapshotOf(at('data'));
    expect(await restoreCopy()).toBe(1);
    expect(said.at(-1)).toContain('--replace');
    expect(snapshotOf(at('data'))).toEqual(now);
    for (let round = 1; round <= 2; round += 1) {
      expect(await restoreCopy('--replace')).toBe(0);
      const contents = await contentsOf(store);
      for (const stream of first) expect(contents.get(stream)).toBe(`name of ${stream}`);
      expect([...contents.keys()].some((stream) => stream.startsWith('later'))).toBe(false);
      expect(readdirSync(store.data).filter((name) => name.startsWith('before-restore-'))).toHaveLength(round);
    }
    const kept = Object.values(snapshotOf(at('data')));
    expect(kept).toEqual(expect.arrayContaining([now['log/log.db'], now['vault/keys.db'], now['copy/keys.db']]));
    expect(readdirSync(store.data).filter((name) => name.startsWith('restoring'))).toEqual([]);
  });

  it.each([
    'log/log.db',
    'log/erasures.json',
    'log/manifest.json',
    'keys/keys.db',
    'keys/kek/kek.json',
    'keys/manifest.json',
  ])('with a damaged %s is refused and changes nothing', async (file) => {
    await storeOf(10);
    expect(await backupCopy()).toBe(0);
    const now = snapshotOf(at('data'));
    const original = readFileSync(at('b', file));
    const flipped = Buffer.from(original);
    flipped[Math.floor(flipped.length / 2)] = (flipped[Math.floor(flipped.length / 2)] ?? 0) ^ 1;
    const damages = file.endsWith('manifest.json')
      ? [original.subarray(0, 50)]
      : [flipped, original.subarray(0, -1), undefined];
    for (const damage of damages) {
      if (damage === undefined) rmSync(at('b', file));
      else writeFileSync(at('b', file), damage);
      expect(await restoreCopy('--replace')).toBe(1);
      expect(snapshotOf(at('data'))).toEqual(now);
    }
  });

  it('is refused with the halves mixed up, or from inside the store', async () => {
    await storeOf(10);
    expect(await backupCopy()).toBe(0);
    const now = snapshotOf(at('data'));
    const swapped = ['--from', at('b', 'keys'), '--vault-from', at('b', 'log'), '--replace'];
    expect(await restore(swapped, env, quiet)).toBe(1);
    expect(await restore(['--from', at('b', 'log')], env, quiet)).toBe(2);
    expect(await restore(['--from', store.data, '--vault-from', at('b', 'keys')], env, quiet)).toBe(2);
    expect(snapshotOf(at('data'))).toEqual(now);
  });

  it('is refused while a server runs on the store', async () => {
    await storeOf(10);
    expect(await backupCopy()).toBe(0);
    const writer = new Writer(env, 'running');
    await writer.until(10);
    const args = ['--from', at('b', 'log'), '--vault-from', at('b', 'keys'), '--replace'];
    const { status, stderr } = await runTool('restore', args, env);
    await writer.kill();
    expect([status, stderr]).toEqual([6, 'Error: el servidor está en marcha. Deténgalo y vuelva a intentarlo.\n']);
    const contents = await contentsOf(store);
    for (const stream of writer.acknowledged) expect(contents.get(stream)).toBe(`name of ${stream}`);
  });

  it('wants keys at least as new as the log, unless told otherwise', async () => {
    await storeOf(10);
    expect(await backupCopy('old')).toBe(0);
    expect(await backupCopy()).toBe(0);
    const mixed = ['--from', at('b', 'log'), '--vault-from', at('old', 'keys'), '--replace'];
    expect(await restore(mixed, env, quiet)).toBe(1);
    expect(said.at(-1)).toContain('--older-vault');
    expect(await restore([...mixed, '--older-vault'], env, quiet)).toBe(0);
  });

  it('does not bring back who was erased after it, wherever that is still known', async () => {
    const [erased = '', alsoErased = '', kept = ''] = await storeOf(20);
    expect(await backupCopy()).toBe(0);
    const platform = await openEmbedded({ paths: store });
    await platform.vault.erase(erased);
    await platform.vault.erase(alsoErased, 'identity');
    await platform.close();
    const expectErased = async (): Promise<void> => {
      const contents = await contentsOf(store);
      expect([contents.get(erased), contents.get(alsoErased)]).toEqual(['erased', 'erased']);
      expect(contents.get(kept)).toBe(`name of ${kept}`);
    };
    expect(await restoreCopy('--into', at('elsewhere'))).toBe(0);
    const elsewhere = await contentsOf(
      storeAt(at('elsewhere', 'log'), at('elsewhere', 'vault'), at('elsewhere', 'vault-copy')),
    );
    expect([elsewhere.get(erased), elsewhere.get(kept)]).toEqual(['erased', `name of ${kept}`]);
    // Known to the present vault, to one copy of it alone, then only to a newer copy of the log.
    expect(await restoreCopy('--replace')).toBe(0);
    await expectErased();
    rmSync(store.vault, { recursive: true });
    expect(await restoreCopy('--replace')).toBe(0);
    await expectErased();
    expect(await backupCopy('newer')).toBe(0);
    rmSync(at('data'), { recursive: true });
    const args = ['--from', at('newer', 'log'), '--vault-from', at('b', 'keys'), '--older-vault'];
    expect(await restore(args, env, quiet)).toBe(0);
    await expectErased();
  });

  it('repairs a restore that was cut off, which nobody could open', async () => {
    const written = await storeOf(10);
    expect(await backupCopy()).toBe(0);
    writeFileSync(store.restoring, '');
    rmSync(store.log);
    expect(() => assertNotRestoring(store)).toThrow(StoreMisplaced);
    expect(await restoreCopy()).toBe(1);
    expect(() => assertNotRestoring(store)).toThrow(StoreMisplaced);
    expect(await restoreCopy('--replace')).toBe(0);
    assertNotRestoring(store);
    expect((await contentsOf(store)).get(written[0] ?? '')).toBe(`name of ${written[0]}`);
  });

  it('does not forget erasures because the present keys cannot be read', async () => {
    await storeOf(10);
    expect(await backupCopy()).toBe(0);
    for (const directory of [store.vault, store.vaultCopy]) {
      for (const name of ['keys.db-wal', 'keys.db-shm']) rmSync(join(directory, name), { force: true });
      writeFileSync(join(directory, 'keys.db'), 'no database at all');
    }
    const now = snapshotOf(at('data'));
    expect(await restoreCopy('--replace')).toBe(1);
    expect(said.at(-1)).toContain('borrados definitivos');
    expect(snapshotOf(at('data'))).toEqual(now);
  });
});
