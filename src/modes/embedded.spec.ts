import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyCheckpoint } from '#policy';
import { reactions } from '../capabilities.js';
import { type Platform, send } from '../platform.js';
import { openEmbedded } from './embedded.js';
import { storeAt, type StoreLayout } from './store.js';

describe('an embedded store', () => {
  let root: string;
  let paths: StoreLayout;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'embedded-'));
    paths = storeAt(join(root, 'log'), join(root, 'vault'), join(root, 'copy'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const opened = async <T>(look: (platform: Platform) => Promise<T>): Promise<T> => {
    const platform = await openEmbedded({ paths });
    try {
      return await look(platform);
    } finally {
      await platform.close();
    }
  };
  const register = (platform: Platform, id: string) =>
    send(platform, 'organization', {
      id,
      command: { do: 'register', organization: id, name: id, kind: 'CEM', country: 'PE', district: '150112' },
      commandId: crypto.randomUUID(),
      actor: 'a',
    });
  const checkpoints = (platform: Platform) =>
    Promise.all(reactions.map(({ name }) => platform.checkpoints.checkpoint(policyCheckpoint(name))));
  const lose = (path: string) => ['', '-wal', '-shm'].forEach((end) => rmSync(`${path}${end}`, { force: true }));

  it.each(['vault', 'vaultCopy'] as const)('takes its name from the %s when it has lost it', async (kept) => {
    await opened((platform) => register(platform, 'o-1'));
    const name = readFileSync(join(paths.data, 'deployment'), 'utf8');
    rmSync(join(paths.data, 'deployment'));
    rmSync(kept === 'vault' ? paths.vaultCopy : paths.vault, { recursive: true });
    await opened(async () => undefined);
    expect(readFileSync(join(paths.data, 'deployment'), 'utf8')).toBe(name);
  });

  it('that was marked as a demonstration is one at once and for ever', async () => {
    await opened(async (platform) => {
      expect(platform.demo).toBe(false);
      await platform.markDemo();
      expect(platform.demo).toBe(true);
      await register(platform, 'o-1');
    });
    expect(await opened(async ({ demo }) => demo)).toBe(true);
  });

  it('lets policies begin at the start of a record that it began itself', async () => {
    await opened((platform) => register(platform, 'o-1'));
    expect(await opened(checkpoints)).toEqual(reactions.map(() => undefined));
  });

  it('lets policies that forgot how far they came go on from the end of the record', async () => {
    const { position } = await opened((platform) => register(platform, 'o-1'));
    expect(position).toBeDefined();
    lose(paths.checkpoints);
    // Of a start that was cut off.
    writeFileSync(`${paths.checkpoints}.new`, 'half');
    expect(await opened(checkpoints)).toEqual(reactions.map(() => position));
    await opened((platform) => register(platform, 'o-2'));
    expect(await opened(checkpoints)).toEqual(reactions.map(() => position));
  });
});
