import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SimulatedClock } from '#event-log';
import { faultsOf } from '../../test/support/csvw.js';
import { board, History } from '../../test/support/history.js';
import { publishIn } from '../../test/support/publishing.js';
import { openEmbedded } from '../modes/embedded.js';
import { storeFrom } from '../modes/store.js';
import { commands, main, outcomes } from './main.js';

const names = Object.keys(commands);
const loader = fileURLToPath(new URL('../../test/imports/support/typescript.mjs', import.meta.url));
const tool = fileURLToPath(new URL('./main.ts', import.meta.url));
const list = fileURLToPath(new URL('../../test/imports/lists/cem.csv', import.meta.url));

describe('chaski', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chaski-cli-'));
    env = { CHASKI_DATA: join(folder, 'log'), CHASKI_VAULT: join(folder, 'vault') };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const told = async (...args: readonly string[]) => {
    const said: Record<'out' | 'err', string[]> = { out: [], err: [] };
    const code = await main(args, env, {
      out: (line) => void said.out.push(line),
      err: (line) => void said.err.push(line),
      progress: () => undefined,
    });
    return { code, ...said };
  };
  const storeWithCases = async (): Promise<void> => {
    const clock = new SimulatedClock('2026-03-09T15:00:00.000Z');
    const platform = await openEmbedded({ paths: storeFrom(env), clock });
    const history = new History(platform, 'chaski');
    await history.establish('2026-03-01T15:00:00.000Z');
    for (let day = 1; day <= 7; day += 1) await history.openCase(`2026-03-0${day}T15:00:00.000Z`);
    await platform.close();
  };

  it('lists every command, and how they end', async () => {
    for (const asked of ['--help', '-h', 'help']) {
      const { code, out, err } = await told(asked);
      expect([code, err]).toEqual([0, []]);
      for (const name of names) expect(out.join('\n')).toMatch(new RegExp(`^  ${name} +\\S`, 'mu'));
    }
    const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
    for (const name of names) expect(readme).toContain(`\`${name}\``);
  });

  it('does not guess', async () => {
    expect(await told()).toMatchObject({ code: 2, out: [], err: ['Falta la orden.', expect.stringContaining('Uso:')] });
    expect((await told('imprt')).err[0]).toBe('No hay una orden «imprt».');
    expect((await told('log')).code).toBe(2);
    expect((await told('constructor')).code).toBe(2);
  });

  it.each(names)('%s says how it is used, and that is no mistake', async (name) => {
    const { code, out, err } = await told(...name.split(' '), '--help');
    expect([code, err]).toEqual([outcomes.done, []]);
    expect(out[0]).toBe(`chaski ${name}: ${commands[name]?.does}`);
    expect(out.join('\n')).toContain('Uso: ');
    expect(existsSync(join(folder, 'log'))).toBe(false);
  });

  // The verifier asks Node itself what kind of error it met, so it is asked in a process of its own, below.
  it.each(names.filter((name) => name !== 'verify'))(
    '%s does not take an option it does not know, and says how it is used',
    async (name) => {
      const { code, err } = await told(...name.split(' '), '--no-such-option');
      expect(code).toBe(outcomes.wrongUse);
      expect(err.join('\n')).toContain('Uso: ');
      expect(existsSync(join(folder, 'log'))).toBe(false);
    },
  );

  it('ends as a process the same way', () => {
    const source = ['--conditions=source', `--import=${loader}`, tool];
    const ended = (...args: string[]) =>
      spawnSync(process.execPath, [...source, ...args], { env: { ...process.env, ...env }, encoding: 'utf8' });
    const { status, stderr } = ended('verify', '--no-such-option');
    expect([status, stderr]).toEqual([outcomes.wrongUse, expect.stringContaining('Uso: ')]);
    expect(ended('--help')).toMatchObject({ status: 0, stderr: '' });
    const unreadable = ended('verify', join(folder, 'nothing'), '--policy', list, '--json');
    expect(unreadable.status).toBe(outcomes.refused);
    expect(JSON.parse(unreadable.stdout)).toMatchObject({ command: 'verify', outcome: 'refused', code: 1 });
  });

  it('imports, and says 1 where rows were refused', async () => {
    expect(await told('import', list, '--mapping', 'cem-ejemplo')).toMatchObject({ code: 0, err: [] });
    const dates = list.replace('cem.csv', 'cem-fechas.csv');
    expect((await told('import', dates, '--mapping', 'cem-ejemplo')).code).toBe(outcomes.refused);
    const columns = list.replace('cem.csv', 'cem-columnas.csv');
    expect((await told('import', columns, '--mapping', 'cem-ejemplo')).code).toBe(outcomes.refused);
  });

  it('writes a month in every format, with the description of its table', async () => {
    await storeWithCases();
    const out = join(folder, 'month');
    const asked = ['--month', '2026-03', '--out', out];
    const { code, out: paths } = await told('report', '--board', board, ...asked);
    expect([code, paths.map((path) => path.slice(out.length + 1))]).toEqual([
      0,
      [...['html', 'pdf', 'xlsx', 'csv', 'json'].map((format) => `report.${format}`), 'report.csv-metadata.json'],
    ]);
    const [csv, description] = ['csv', 'csv-metadata.json'].map((name) =>
      readFileSync(join(out, `report.${name}`), 'utf8'),
    );
    expect(faultsOf(csv ?? '', JSON.parse(description ?? '') as Parameters<typeof faultsOf>[1])).toEqual([]);
    expect((await told('report', '--board', 'mesa-nadie', ...asked)).code).toBe(outcomes.refused);
    expect((await told('report', '--board', board, '--month', '2026-3', '--out', out)).code).toBe(outcomes.wrongUse);
  });

  it('answers scripts in one line, in words or with what the tool says as JSON', async () => {
    await storeWithCases();
    const { code, out } = await told('vault', 'status', '--json');
    expect([code, out.length]).toEqual([0, 1]);
    expect(JSON.parse(out[0] ?? '')).toEqual({
      ...{ command: 'vault status', outcome: 'done', code: 0, errors: [] },
      said: [expect.stringMatching(/^Llaves: 0/u)],
    });
    const replayed = await told('replay', 'month', board, '2026-03', '--data', join(folder, 'log'), '--json');
    expect(JSON.parse(replayed.out[0] ?? '')).toMatchObject({ outcome: 'done', result: expect.any(Object) });
    const wrong = await told('backup', '--json');
    expect(JSON.parse(wrong.out[0] ?? '')).toMatchObject({ outcome: 'wrongUse', code: 2, said: [] });
    expect(wrong.err).toEqual([]);
    const clock = new SimulatedClock('2026-03-09T15:00:00.000Z');
    await publishIn(await openEmbedded({ paths: storeFrom(env), clock }), board, '2026-02');
    const exported = await told('export', 'observatory', '--month', '2026-02', '--json');
    expect(JSON.parse(exported.out.join('\n'))).toMatchObject([{ board, month: '2026-02' }]);
  });

  it('says that nothing is being erased, and which erasures are', async () => {
    expect((await told('erase', 'status')).code).toBe(outcomes.refused);
    await storeWithCases();
    expect(await told('erase', 'status')).toMatchObject({
      ...{ code: 0, out: ['Supresiones en curso: 0; terminadas: 0.'] },
    });
    const platform = await openEmbedded({ paths: storeFrom(env) });
    const header = { schema: '1', effectiveAt: '2026-03-08T15:00:00.000Z', actor: 'demo' };
    const asked = { erasure: 'e-1', person: 'p-1', country: 'PE', institution: 'x', ground: 'CONSENT_WITHDRAWN' };
    const events = [
      { id: crypto.randomUUID(), type: 'ErasureAsked', data: asked, metadata: header },
      {
        ...{ id: crypto.randomUUID(), type: 'ErasureHeldUp', metadata: header },
        data: { erasure: 'e-1', person: 'p-1', step: 'purge', why: 'unreachable' },
      },
    ];
    await platform.log.append('subject-p-1', 0, events);
    await platform.close();
    const { code, out, err } = await told('erase', 'status');
    expect(code).toBe(outcomes.refused);
    expect(out[1]).toBe('  e-1: pedida, pedida el 2026-03-08, detenida en purge: unreachable');
    expect(err).toEqual(['Error: detenidas: 1.']);
  });

  it('says 3 to every command that needs a store another process holds', async () => {
    await storeWithCases();
    const platform = await openEmbedded({ paths: storeFrom(env) });
    const month = ['--month', '2026-03'];
    const asked: readonly (readonly string[])[] = [
      ['import', list, '--mapping', 'cem-ejemplo'],
      ['export', 'observatory', ...month],
      ['report', '--board', board, ...month, '--out', join(folder, 'out')],
      ['views'],
      ['rebuild', 'boards'],
      ['vault', 'rotate'],
      ['erase', 'status'],
      ['log', 'export', '--from', join(folder, 'log'), '--to', join(folder, 'x.log')],
    ];
    for (const each of asked) expect([each[0], (await told(...each)).code]).toEqual([each[0], outcomes.locked]);
    await platform.close();
  });

  it('says 4 where a server does not answer', async () => {
    const nobody = 'kurrentdb://127.0.0.1:9?tls=false&maxDiscoverAttempts=1&discoveryInterval=1';
    const { code } = await told('log', 'export', '--from', nobody, '--to', join(folder, 'x.log'));
    expect(code).toBe(outcomes.unavailable);
  });
});
