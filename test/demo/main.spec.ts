import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/demo/main.js';
import { demoStore } from '../../src/demo/store.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { send } from '../../src/platform.js';
import { removeTemporary, temporary } from './playing.js';

afterAll(removeTemporary);

const header = 'PROV_HECHO,DIST_HECHO,UBIGEO_HECHO,AÑO,MES,CANTIDAD';

/** Runs the demo as the shell does, with what it says. */
async function demo(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await main(args, {
    out: (line) => (said.out += `${line}\n`),
    err: (line) => (said.err += `${line}\n`),
    progress: () => undefined,
  });
  return { code, ...said };
}

function prepared() {
  const directory = temporary();
  const series = join(directory, 'series.csv');
  writeFileSync(
    series,
    `\uFEFF${header}\nPARURO,CCAPI,81003,2025,4,1\nJAUJA,APATA,120404,2025,4,6\nJAUJA,APATA,120404,2025,5,9\n`,
  );
  const [data, out] = [join(directory, 'data'), join(directory, 'out')];
  const args = ['--exit', '--series', series, '--from', '2025-04', '--to', '2025-05', '--data', data, '--out', out];
  return { data, out, args, log: demoStore(data).log };
}

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('npm run demo', () => {
  it('plays every district of a table, writes each month of each, and says in Spanish where', async () => {
    const { args, out } = prepared();
    const { code, out: said, err } = await demo(...args, '--districts', 'all');
    expect([code, err]).toEqual([0, '']);
    expect(said).toContain('2 mesas, de 2025-04 a 2025-05');
    expect(said).toContain('Denuncias policiales nuevas');
    const months = ['081003-2025-04', '081003-2025-05', '120404-2025-04', '120404-2025-05'];
    expect(readdirSync(out).sort()).toEqual(months);
    for (const month of months) {
      expect(readdirSync(join(out, month)).sort()).toEqual(
        ['csv', 'html', 'json', 'pdf', 'xlsx'].map((format) => `report.${format}`),
      );
    }
    const { figures } = JSON.parse(readFileSync(join(out, '120404-2025-05', 'report.json'), 'utf8')) as {
      figures: { board: { name: string }; period: { month: string } };
    };
    expect([figures.board.name, figures.period.month]).toEqual(['Mesa de concertación de Apata', '2025-05']);
  });

  it('uses a store that is there already, and makes the same reports again from it', async () => {
    const { args, out, log } = prepared();
    const options = [...args, '--districts', '120404'];
    await demo(...options);
    const report = join(out, '120404-2025-05', 'report.json');
    const [record, issued] = [digestOf(log), readFileSync(report, 'utf8')];
    writeFileSync(report, '{}');
    const { code, out: said } = await demo(...options);
    expect([code, digestOf(log)]).toEqual([0, record]);
    expect(said).toContain('Se usa el registro que ya está');
    expect(readFileSync(report, 'utf8')).toBe(issued);
  });

  it('makes a new store in the place of a demo with other options', async () => {
    const { args, log } = prepared();
    await demo(...args, '--districts', '120404', '--no-reports');
    const before = digestOf(log);
    const { code, out } = await demo(...args, '--districts', '120404', '--no-reports', '--seed', '2');
    expect([code, out.includes('Se usa el registro')]).toEqual([0, false]);
    expect(digestOf(log)).not.toBe(before);
  });

  it('plays anew what was cut off in the middle', async () => {
    const { args, data, log } = prepared();
    const paths = demoStore(data);
    await (await openEmbedded({ paths, demoFrom: '2025-04-01T05:00:00.000Z' })).close();
    expect((await demo(...args, '--districts', '120404', '--no-reports')).code).toBe(0);
    expect(existsSync(log)).toBe(true);
  });

  it('never touches a store that is no demo', async () => {
    const { args, data, log } = prepared();
    const platform = await openEmbedded({ paths: demoStore(data) });
    const command = {
      do: 'register',
      organization: 'o-1',
      name: 'Uno',
      kind: 'CEM',
      country: 'PE',
      district: '150112',
    };
    await send(platform, 'organization', { id: 'o-1', command, commandId: crypto.randomUUID(), actor: 'a' });
    await platform.close();
    const before = digestOf(log);
    const { code, err } = await demo(...args, '--districts', '120404');
    expect([code, digestOf(log)]).toEqual([1, before]);
    expect(err).toContain('no es una demostración');
  });

  it.each([
    ['a month that is none', ['--from', '2025-13'], 'no es un mes'],
    ['months the wrong way round', ['--from', '2025-05', '--to', '2025-04'], 'posterior'],
    ['a district without a table', ['--districts', '081003'], '--series'],
    ['a seed that is no number', ['--seed', 'x'], 'semilla'],
    ['an option nobody knows', ['--nothing'], 'opciones'],
  ])('refuses %s and says how it is used', async (_, args, reason) => {
    const { code, err } = await demo(...args);
    expect(code).toBe(2);
    expect(err).toContain(reason);
    expect(err).toContain('Uso: npm run demo');
  });

  it('says so when there are no figures for what was asked', async () => {
    const directory = temporary();
    mkdirSync(directory, { recursive: true });
    expect(await demo('--exit', '--from', '2023-01', '--data', directory)).toMatchObject({ code: 1, out: '' });
  });
});
