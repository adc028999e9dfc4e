import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { openEmbedded } from '../modes/embedded.js';
import { type StoreLayout, storeFrom } from '../modes/store.js';
import { main as backup } from './backup.js';
import type { Console } from './console.js';
import { main as restore } from './restore.js';
import { main as drill } from './restore-drill.js';
import { main as keys } from './vault.js';

describe('sealed backups, and trying a restore out', () => {
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

  /** Records something of each of these persons, as a capability would. */
  const record = async (...persons: readonly string[]): Promise<void> => {
    const platform = await openEmbedded({ paths: store });
    for (const person of persons) {
      const context = { stream: `thing-${person}`, revision: 1, eventId: crypto.randomUUID(), type: 'Seen', schema: 1 };
      const section = { subject: person, category: 'identity', clear: `name of ${person}` };
      const [who] = await platform.sealer.seal([{ section, context: { ...context, section: 'who' } }]);
      const event = { id: context.eventId, type: 'Seen', data: { who }, metadata: { schema: '1' } };
      await platform.log.append(context.stream, 0, [event]);
    }
    await platform.close();
  };
  /** Erases as the record says it: fenced in the log, then in the keys. */
  const erase = async (person: string): Promise<void> => {
    const platform = await openEmbedded({ paths: store });
    const event = { id: crypto.randomUUID(), type: 'ErasureFenced', data: { person, erasure: person } };
    await platform.log.append(`subject-${person}`, 0, [{ ...event, metadata: { schema: '1' } }]);
    await platform.vault.erase(person);
    await platform.close();
  };

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'drill-'));
    const identities = [await generateX25519Identity(), await generateX25519Identity(), await generateX25519Identity()];
    for (const [nth, identity] of identities.entries()) writeFileSync(at(`identity-${nth}`), `# one\n${identity}\n`);
    const [one, two] = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
    writeFileSync(at('recipients'), `# who may open\n${one}\n${two}\n`);
    env = { CHASKI_DATA: at('data', 'log'), CHASKI_VAULT: at('data', 'vault'), CHASKI_VAULT_COPY: at('data', 'copy') };
    env = { ...env, CHASKI_BACKUP_RECIPIENTS: at('recipients') };
    store = storeFrom(env);
    said = [];
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const backupTo = (name: string) => backup(['--to', at(name, 'log'), '--vault-to', at(name, 'keys')], env, console);
  const restoreFrom = (name: string, ...more: string[]) =>
    restore(['--from', at(name, 'log'), '--vault-from', at(name, 'keys'), ...more], env, console);

  it('are opened by each of two keys, and by no other', async () => {
    await record('a', 'b');
    expect(await backupTo('b')).toBe(0);
    const files = readdirSync(at('b'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { name, parentPath } of files) {
      expect(name).toMatch(/^manifest\.json$|\.age$/);
      if (name.endsWith('.age')) expect(readFileSync(join(parentPath, name), 'latin1')).toMatch(/^age-encryption\.org/);
    }
    expect(existsSync(at('data', 'log', 'copying')) || existsSync(at('data', 'vault', 'copying'))).toBe(false);
    expect(await restoreFrom('b', '--into', at('r'))).toBe(1);
    expect(await restoreFrom('b', '--into', at('r'), '--identity', at('identity-2'))).toBe(1);
    expect(said.join('\n')).toContain('está cifrada');
    expect(said.join('\n')).toContain('no abre la copia');
    expect(await restoreFrom('b', '--into', at('r0'), '--identity', at('identity-0'))).toBe(0);
    expect(await restoreFrom('b', '--into', at('r1'), '--identity', at('identity-1'))).toBe(0);
    const opened = readFileSync(at('r1', 'vault', 'keys.db'));
    expect(opened.subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(readdirSync(at('r1', 'log'))).not.toContain('copying');
  });

  it('are never made open of a real store, nor for one key alone', async () => {
    await record('a');
    const [first = ''] = readFileSync(at('recipients'), 'utf8').split('\n').slice(1);
    writeFileSync(at('recipients'), `${first}\n${first}\n`);
    expect(await backupTo('b')).toBe(1);
    writeFileSync(at('recipients'), `${first}\nage1nobody\n`);
    expect(await backupTo('b')).toBe(1);
    env = { ...env, CHASKI_BACKUP_RECIPIENTS: '' };
    expect(await backupTo('b')).toBe(1);
    expect(said.join('\n')).toContain('solo una demostración se copia sin cifrar');
    expect(readdirSync(root)).not.toContain('manifest.json');
    mkdirSync(store.data, { recursive: true });
    writeFileSync(store.demoMarker, '{"from":"2026-03-09T15:00:00.000Z"}');
    expect(await backupTo('b')).toBe(0);
  });

  it('shows that everything is there, and that who was erased is not', async () => {
    await record('a', 'b', 'c');
    await erase('b');
    expect(await drill(['--identity', at('identity-1')], env, console)).toBe(0);
    expect(said.join('\n')).toContain('Eventos: 4. Secciones cifradas que se abren: 2; suprimidas: 1.');
    expect(said.join('\n')).toMatch(/Tiempo hasta atender: \d+\.\d s/);
    expect(await drill([], env, console)).toBe(2);
    expect(await drill(['--identity', at('identity-2')], env, console)).toBe(1);
  });

  it('names whoever could not be read with older keys, and brings nobody back', async () => {
    await record('a', 'b');
    expect(await backupTo('old')).toBe(0);
    await record('c', 'd');
    await erase('b');
    said = [];
    const older = ['--identity', at('identity-0'), '--vault-from', at('old', 'keys')];
    expect(await drill(older, env, console)).toBe(4);
    expect(said).toEqual(expect.arrayContaining(['No se puede leer: thing-c', 'No se puede leer: thing-d']));
    expect(said.join('\n')).toContain('se abren: 1; suprimidas: 1.');
  });

  it('has the keys under another master key, and still opens everything', async () => {
    await record('a', 'b');
    expect(await keys(['status'], env, console)).toBe(0);
    expect(await keys(['rotate'], env, console)).toBe(0);
    expect(said).toEqual([
      'Llaves: 2, con la llave maestra 1. Destruidas: 0. Supresiones: 0.',
      'Llave maestra 2: 2 llaves protegidas de nuevo.',
      'Haga una copia ahora: las anteriores llevan la llave maestra de antes.',
      'Llaves: 2, con la llave maestra 2. Destruidas: 0. Supresiones: 0.',
    ]);
    expect(await drill(['--identity', at('identity-0')], env, console)).toBe(0);
    expect(await keys([], env, console)).toBe(2);
    const platform = await openEmbedded({ paths: store });
    expect(await keys(['rotate'], env, console)).toBe(6);
    await platform.close();
  });
});
