import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../modes/embedded.js';
import { lookAtLedgers } from '../modes/ledgers.js';
import { type StoreLayout, storeFrom } from '../modes/store.js';
import { main as backup } from './backup.js';
import { main as checkpoint } from './checkpoint.js';
import type { Console } from './console.js';
import { main as restore } from './restore.js';
import { main as drill } from './restore-drill.js';

describe('the ledger, in a backup', () => {
  let root: string;
  let env: NodeJS.ProcessEnv;
  let store: StoreLayout;
  let said: string[];
  const at = (...names: string[]): string => join(root, ...names);
  const console: Console = {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    progress: () => undefined,
  };

  /** Records some events as a server does, and signs them. */
  const record = async (...things: readonly string[]): Promise<void> => {
    const platform = await openEmbedded({ paths: store });
    try {
      for (const thing of things) {
        const event = { id: crypto.randomUUID(), type: 'Seen', data: {}, metadata: { schema: '1' } };
        const { position } = await platform.log.append(`thing-${thing}`, 0, [event]);
        await platform.ledger?.covering(position);
      }
    } finally {
      await platform.close();
    }
  };

  /** The last checkpoint of the record, and the key it is checked with. */
  const signed = () => {
    const ledgers = lookAtLedgers(store.ledger);
    const { verifierKey, latest } = ledgers?.events.reader ?? {};
    ledgers?.close();
    return { verifierKey, latest: latest?.text };
  };

  const restored = (...more: string[]) =>
    restore(['--from', at('b', 'log'), '--vault-from', at('b', 'keys'), ...more], env, console);

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'ledger-copy-'));
    env = { CHASKI_DATA: at('data', 'log'), CHASKI_VAULT: at('data', 'vault'), CHASKI_VAULT_COPY: at('data', 'copy') };
    env = { ...env, CHASKI_LEDGER: at('signed') };
    store = storeFrom(env);
    said = [];
    mkdirSync(store.data, { recursive: true });
    writeFileSync(store.demoMarker, '{"from":"2026-03-09T15:00:00.000Z"}');
    await record('a', 'b');
    expect(await backup(['--to', at('b', 'log'), '--vault-to', at('b', 'keys')], env, console)).toBe(0);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is tree and key of each log, for their owner only', () => {
    expect(readdirSync(at('b', 'log', 'ledger')).sort()).toEqual(['events', 'reads']);
    for (const log of ['events', 'reads']) {
      const folder = at('b', 'log', 'ledger', log);
      expect(readdirSync(folder).sort()).toEqual(['key', 'ledger.db']);
      for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    }
  });

  it('comes back where everything was lost, and is gone on with under the same name', async () => {
    const before = signed();
    for (const lost of ['data', 'signed']) rmSync(at(lost), { recursive: true });
    expect(await restored()).toBe(0);
    expect(said.join('\n')).toContain('se restauraron de la copia');
    expect(signed()).toEqual(before);
    await record('c');
    expect(signed().verifierKey).toBe(before.verifierKey);
    expect(readdirSync(store.ledger).sort()).toEqual(['events', 'reads']);
  });

  it('stays where it is under an older record: no command is taken until that is declared', async () => {
    await record('c');
    const before = signed();
    expect(await restored('--replace')).toBe(0);
    expect(said.join('\n')).toContain('no se tocaron');
    expect(said.join('\n')).toContain('npm run checkpoint -- new-epoch --reason restored');
    expect(signed()).toEqual(before);
    await expect(record('d')).rejects.toThrow('the record is not the one signed');
    expect(await checkpoint(['new-epoch', '--reason', 'restored'], env, console)).toBe(0);
    await record('d');
    expect(signed().verifierKey).not.toBe(before.verifierKey);
  });

  it('is completed where a restore was cut off between its two logs', async () => {
    for (const lost of [at('data'), at('signed', 'reads')]) rmSync(lost, { recursive: true });
    expect(await restored()).toBe(0);
    expect(readdirSync(store.ledger).sort()).toEqual(['events', 'reads']);
    await record('c');
  });

  it('that a copy does not have is begun anew, which is said', async () => {
    rmSync(at('signed'), { recursive: true });
    const bare = ['--to', at('bare', 'log'), '--vault-to', at('bare', 'keys')];
    expect(await backup(bare, env, console)).toBe(0);
    const from = ['--from', at('bare', 'log'), '--vault-from', at('bare', 'keys'), '--replace'];
    expect(await restore(from, env, console)).toBe(0);
    expect(said.join('\n')).toContain('empezará otros, con otra llave');
  });

  it('is compared with the restored record when a restore is tried out', async () => {
    expect(await drill([], env, console)).toBe(0);
    expect(said.join('\n')).toMatch(/Cierres de chaski\/\S+\/events: 2 sucesos, que coinciden con lo restaurado/);
    // A record that is not the one that was signed.
    await record('c');
    expect(await restored('--replace')).toBe(0);
    expect(await drill([], env, console)).toBe(5);
    expect(said.join('\n')).toContain('no es el que se firmó');
  });

  it('is not backed up into itself', async () => {
    expect(await backup(['--to', at('signed', 'b')], env, console)).toBe(2);
  });
});
