import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { systemClock } from '#event-log';
import { contents, directory, sample, until } from '../../test/imports/support/importing.js';
import { openEmbedded } from '../modes/embedded.js';
import { type StoreLayout, storeFrom } from '../modes/store.js';
import type { Console } from './console.js';
import { main } from './import.js';

const loader = fileURLToPath(new URL('../../test/imports/support/typescript.mjs', import.meta.url));
const tool = fileURLToPath(new URL('./import.ts', import.meta.url));
const file = (name: string) => fileURLToPath(new URL(`../../test/imports/${name}`, import.meta.url));

const dry = 'Ensayo: no se escribió nada.';

describe('npm run import', () => {
  let root: string;
  let env: NodeJS.ProcessEnv;
  let out: string[];
  let err: string[];
  const at = (...names: string[]): string => join(root, ...names);
  const console: Console = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    progress: () => undefined,
  };
  const run = (...args: string[]) => main(args, env, console);
  const storeIn = (folder: string): NodeJS.ProcessEnv => ({
    CHASKI_DATA: at(folder, 'log'),
    CHASKI_VAULT: at(folder, 'vault'),
    CHASKI_VAULT_COPY: at(folder, 'copy'),
  });
  const held = async (store: StoreLayout = storeFrom(env)) => {
    const platform = await openEmbedded({ paths: store });
    try {
      return await contents(platform.log);
    } finally {
      await platform.close();
    }
  };
  const tempFile = (name: string, content: string | Buffer): string => {
    writeFileSync(at(name), content);
    return at(name);
  };

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'importing-'));
    env = storeIn('store');
    [out, err] = [[], []];
    const platform = await openEmbedded({ paths: storeFrom(env), demoFrom: '2025-11-01T12:00:00.000Z' });
    await directory(platform);
    await platform.close();
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('imports a file into the store, and nothing the second time', async () => {
    expect(await run(file('cases.csv'))).toBe(0);
    expect(out[0]).toBe('Casos: 6 filas; nuevas 6, continuadas 0, sin cambios 0, rechazadas 0.');
    expect(await run(file('referrals.csv'), '--kind', 'referrals')).toBe(0);
    const before = await held();
    expect(before.length).toBeGreaterThan(40);
    expect(await run(file('casos.csv'))).toBe(0);
    expect(out).toContain('Casos: 6 filas; nuevas 0, continuadas 0, sin cambios 6, rechazadas 0.');
    expect(await held()).toEqual(before);
    expect(err).toEqual([]);
  });

  it('marks a new store as a demonstration, but does not even make it in a dry run', async () => {
    env = storeIn('new');
    expect(await run(file('cases.csv'), '--dry-run')).toBe(0);
    expect(out.join()).toContain('Ensayo: no se escribió nada.');
    expect(existsSync(at('new'))).toBe(false);
    expect(await run(file('cases.csv'))).toBe(0);
    expect(existsSync(storeFrom(env).demoMarker)).toBe(true);
    expect(await run(file('cases.csv'))).toBe(0);
    expect(out.at(-2)).toContain('sin cambios 6');
  });

  it('answers 3 when rows were refused, and writes the errors where it is told', async () => {
    expect(await run(file('mistakes.csv'), '--errors', at('errors.csv'))).toBe(3);
    const written = readFileSync(at('errors.csv'), 'utf8');
    expect(statSync(at('errors.csv')).mode & 0o077).toBe(0);
    const lines = written.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\ufeffrow,column,code,message');
    expect(lines).toHaveLength(23);
    expect(lines[1]).toMatch(/^4,opened_at,not-a-time,"?Debe ser una fecha/);
    for (const line of lines) expect(line).not.toMatch(/^[=+\-@]|,[=+\-@]|DEMO-/);
    expect(await run(file('mistakes.csv'))).toBe(3);
    expect(err.filter((line) => line.startsWith('Fila '))).toHaveLength(20);
    expect(err.at(-1)).toContain('2 errores más');
  });

  it('writes nothing of a file with errors when it is strict', async () => {
    expect(await run(file('mistakes.csv'), '--strict')).toBe(3);
    expect(out.at(-1)).toBe('Hay errores: no se escribió nada.');
    expect(await held()).toEqual([]);
    expect(await run(file('cases.csv'), '--strict')).toBe(0);
    expect(await held()).not.toEqual([]);
  });

  it.each([
    ['no file', []],
    ['two files', ['a.csv', 'b.csv']],
    ['an option nobody knows', ['--fast', file('cases.csv')]],
    ['a kind nobody knows', ['--kind', 'people', file('cases.csv')]],
    ['a folder', [fileURLToPath(new URL('.', import.meta.url))]],
    ['errors over the file itself', ['--errors', file('cases.csv'), file('cases.csv')]],
  ])('answers 2 and says how it is used: %s', async (_, args) => {
    expect(await run(...args)).toBe(2);
    expect(err.at(-1)).toContain('Uso: npm run import');
  });

  it('answers 1 for a file that is not there or not fit, says why, and writes nothing', async () => {
    expect(await run(at('nothing.csv'))).toBe(1);
    expect(err.join()).toContain('no existe');
    const latin = Buffer.from(readFileSync(file('cases.csv'), 'utf8').replace('DEMO-C-006', 'Ñ'), 'latin1');
    expect(await run(tempFile('latin.csv', latin))).toBe(1);
    expect(err.join()).toMatch(/Fila 8: El archivo no está en UTF-8.*Byte \d+, línea 8/);
    const unmarked = readFileSync(file('cases.csv'), 'utf8').split('\n').slice(1).join('\n');
    expect(await run(tempFile('unmarked.csv', unmarked))).toBe(1);
    expect(err.at(-1)).toContain('«# demo»');
    expect(await held()).toEqual([]);
    expect(await run(at('unmarked.csv'), '--demo')).toBe(0);
  });

  it('reads the list of an institution by its mapping, by name or as a file, and names columns as the list does', async () => {
    const list = file('lists/comisaria.csv');
    const mapping = fileURLToPath(new URL('../imports/mappings/comisaria-ejemplo.json', import.meta.url));
    expect(await run(list, '--mapping', 'comisaria-ejemplo', '--dry-run')).toBe(0);
    expect(out).toEqual(['Casos: 3 filas; nuevas 3, continuadas 0, sin cambios 0, rechazadas 0.', dry]);
    expect(await run(list, '--mapping', mapping)).toBe(0);
    expect(await run(list, '--mapping', 'comisaria-ejemplo@2')).toBe(0);
    expect(out).toContain('Casos: 3 filas; nuevas 0, continuadas 0, sin cambios 3, rechazadas 0.');
    expect(await run(file('lists/comisaria-fechas.csv'), '--mapping', mapping)).toBe(3);
    expect(err[0]).toMatch(/^Fila 3, Fecha de denuncia: El año tiene dos cifras/);
    expect(await run(list, '--mapping', 'otra')).toBe(2);
    expect(await run(list, '--mapping', tempFile('bad.json', '{}'))).toBe(1);
    expect(err.at(-1)).toContain('/fields: Falta un dato.');
  });

  it('answers 6 while a server has the store, and points to its address', async () => {
    const server = await openEmbedded({ paths: storeFrom(env) });
    expect(await run(file('cases.csv'))).toBe(6);
    expect(err.join('\n')).toContain('el servidor está en marcha');
    expect(err.join('\n')).toContain('/api/imports');
    await server.close();
  });

  it('keeps demonstration data out of a store of real data', async () => {
    env = storeIn('real');
    const platform = await openEmbedded({ paths: storeFrom(env), clock: systemClock });
    await directory(platform);
    await platform.close();
    expect(await run(file('cases.csv'))).toBe(1);
    expect(err.at(-1)).toContain('no son de demostración');
  });

  it('killed in the middle, goes on where it was, and ends with the history of an import that was not', async () => {
    cpSync(at('store'), at('whole'), { recursive: true });
    const lines = sample('cases.csv').toString().trimEnd().split('\n');
    const rows = Array.from({ length: 400 }, (_, copy) =>
      lines.slice(2).map((line) => line.replace('DEMO-C-', `DEMO-${copy}-`)),
    );
    const big = tempFile('big.csv', [...lines.slice(0, 2), ...rows.flat()].join('\n'));

    const args = ['--conditions=source', `--import=${loader}`, tool, big];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await grown(storeFrom(env).log, child, 3_000);
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    expect(await closed).toEqual([null, 'SIGKILL']);
    const left = await held();

    expect(await run(big)).toBe(0);
    expect(out[0]).toMatch(/^Casos: 2400 filas; nuevas \d+, continuadas \d+, sin cambios \d+, rechazadas 0\.$/);
    const whole = storeIn('whole');
    expect(await main([big], whole, console)).toBe(0);
    const expected = await held(storeFrom(whole));
    expect(left.length).toBeLessThan(expected.length);
    expect(await held()).toEqual(expected);
  });
});

/** Waits until a log that a child writes holds so many events. */
async function grown(log: string, child: ChildProcess, events: number): Promise<void> {
  const reader = new DatabaseSync(log, { readOnly: true });
  const count = reader.prepare('SELECT count(*) AS count FROM events');
  try {
    await until(() => {
      if (child.exitCode !== null) throw new Error('the import ended before it could be killed');
      return Number(count.get()?.['count']) >= events;
    });
  } finally {
    reader.close();
  }
}
