import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SimulatedClock } from '#event-log';
import { faultsOf } from '../../test/support/csvw.js';
import { cem, health, police } from '../../test/acceptance/house.js';
import { board, History } from '../../test/support/history.js';
import { publishIn } from '../../test/support/publishing.js';
import { openEmbedded } from '../modes/embedded.js';
import { storeFrom } from '../modes/store.js';
import { main } from './main.js';

const institutions = [police, cem, health];

describe('The export command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-export-'));
  const env = { CHASKI_DATA: join(folder, 'data'), CHASKI_VAULT: join(folder, 'vault') };
  beforeAll(async () => {
    const clock = new SimulatedClock('2026-03-09T15:00:00.000Z');
    const platform = await openEmbedded({ paths: storeFrom(env), clock });
    const history = new History(platform, 'exports');
    await history.establish('2026-02-01T15:00:00.000Z');
    for (let nth = 0; nth < 36; nth += 1) {
      // A count that few institutions made is theirs, not the public's.
      const institution = institutions[nth % 3] ?? police;
      await history.openCase(`2026-02-${10 + Math.floor(nth / 3)}T15:00:00.000Z`, { institution });
    }
    await publishIn(platform, board, '2026-02');
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const told = async (...args: readonly string[]) => {
    const said: Record<'out' | 'err', string[]> = { out: [], err: [] };
    const code = await main(args, env, {
      out: (line) => void said.out.push(line),
      err: (line) => void said.err.push(line),
      progress: () => undefined,
    });
    return { code, ...said };
  };

  it('writes the indicators every board published, each row with its definition', async () => {
    const out = join(folder, 'observatory.csv');
    expect(await told('observatory', '--month', '2026-02', '--out', out)).toMatchObject({ code: 0, err: [] });
    const rows = readFileSync(out, 'utf8').split('\r\n');
    expect(rows.find((row) => row.includes('new-cases@1'))).toContain(`,${board},`);
    expect(rows.find((row) => row.includes('open-cases@1'))).toContain(',published,35,');
    const description = JSON.parse(readFileSync(`${out}-metadata.json`, 'utf8')) as Parameters<typeof faultsOf>[1];
    expect(description.url).toBe('observatory.csv');
    expect(faultsOf(readFileSync(out, 'utf8'), description)).toEqual([]);
  });

  it('writes one board as JSON, and says when there is none of that code', async () => {
    const { out } = await told('observatory', '--month', '2026-02', '--board', board, '--json');
    expect(JSON.parse(out.join(''))).toMatchObject([{ board, month: '2026-02' }]);
    const none = await told('observatory', '--month', '2026-02', '--board', 'mesa-nadie');
    expect(none.code).not.toBe(0);
    expect(none.err.join('\n')).toContain('no hay una instancia con ese código');
  });

  it('writes nothing of a month that nobody published', async () => {
    const { code, out, err } = await told('observatory', '--month', '2026-03');
    expect([code === 0, out]).toEqual([false, []]);
    expect(err.join('\n')).toContain('nadie publicó ese mes');
  });

  it('writes down that rows left, before they are shown', async () => {
    const { out } = await told('ruv', '--month', '2026-03');
    const platform = await openEmbedded({ paths: storeFrom(env) });
    const exported: object[] = [];
    for await (const { data, metadata } of platform.reads.readStream('read-export-ruv')) {
      exported.push({ ...(data as object), actor: metadata['actor'] });
    }
    await platform.close();
    const rows = out.join('').trim().split('\r\n').length - 1;
    expect(exported).toEqual([{ stream: 'export-ruv', what: 'ruv', rows, purpose: 'export', actor: 'operator' }]);
  });

  it.each([
    [['todo', '--month', '2026-03'], 'Solo hay las exportaciones'],
    [['ruv', '--month', '2026-3'], 'no es un mes'],
  ])('says what it does not take: %j', async (args, said) => {
    const { code, err } = await told(...args);
    expect(code).not.toBe(0);
    expect(err.join('\n')).toContain(said);
  });
});
