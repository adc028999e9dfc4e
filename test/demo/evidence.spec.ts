import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { createService, fileNotices, ServiceLog } from '#service';
import { AppModule } from '../../src/app.module.js';
import { main } from '../../src/demo/main.js';
import { demoStore } from '../../src/demo/store.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { refresh } from '../../src/runners.js';
import { Caller } from '../acceptance/house.js';
import { verdict } from '../ledger/verifiers.js';
import { eventsOf, removeTemporary, temporary } from './playing.js';

afterAll(removeTemporary);

const lines = ['LIMA,INDEPENDENCIA,150112,2025,10,15', 'LIMA,INDEPENDENCIA,150112,2025,11,15'];

/** The files of a ZIP archive in which nothing is packed. @throws Error the bytes of one are not what its header says */
function unzipped(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; archive.readUInt32LE(at) === 0x0403_4b50;) {
    const [sum, length, named] = [at + 14, at + 18, at + 26].map((field, index) =>
      index < 2 ? archive.readUInt32LE(field) : archive.readUInt16LE(field),
    ) as [number, number, number];
    const begins = at + 30 + named;
    const bytes = archive.subarray(begins, begins + length);
    if (crc32(bytes) !== sum) throw new Error('damaged');
    files.set(archive.toString('utf8', at + 30, begins), bytes);
    at = begins + length;
  }
  return files;
}

describe('the package an auditor takes away from the demo', () => {
  const folder = temporary();
  const policy = join(folder, 'politica.txt');
  const packages = new Map<string, ReadonlyMap<string, Buffer>>();
  const file = (kind: string): string => join(folder, `${kind}.jsonl`);

  beforeAll(async () => {
    const [series, data] = [join(folder, 'series.csv'), join(folder, 'data')];
    writeFileSync(series, 'PROV_HECHO,DIST_HECHO,UBIGEO_HECHO,AÑO,MES,CANTIDAD\n'.concat(lines.join('\n')));
    const silent = { out: () => undefined, err: () => undefined, progress: () => undefined };
    const months = ['--from', '2025-10', '--to', '2025-11'];
    const played = ['--exit', '--series', series, ...months, '--data', data, '--out', join(folder, 'out')];
    expect(await main(played, silent)).toBe(0);

    const platform = await openEmbedded({ paths: demoStore(data) });
    await refresh(platform);
    const events = await eventsOf(platform);
    const one = (prefix: string): string =>
      events.find(({ stream }) => stream.startsWith(`${prefix}-`))?.stream.slice(prefix.length + 1) ?? '';
    const app = await createService(AppModule.on(platform, { notices: await fileNotices(join(folder, 'notices')) }), {
      log: new ServiceLog('fatal'),
      api: { title: 'Chaski', version: 'test' },
    });
    const auditor = new Caller(app, 'demo-auditoria');
    const asked = { cases: one('case'), referrals: one('referral'), boards: one('board'), reports: one('edition') };
    for (const [kind, id] of Object.entries(asked)) {
      const answer = await auditor.get(`/api/audit/evidence/${kind}/${id}`);
      expect([kind, answer.statusCode, answer.headers['content-type']]).toEqual([kind, 200, 'application/zip']);
      packages.set(kind, unzipped(answer.rawPayload));
      writeFileSync(file(kind), packages.get(kind)?.get('paquete.jsonl') ?? '');
    }
    writeFileSync(policy, `log ${platform.ledger?.events.reader.verifierKey ?? ''}\nquorum none\n`);
    await app.close();
  }, 300_000);

  const kinds = ['cases', 'referrals', 'boards', 'reports'];

  it.each(kinds)('holds of %s what both verifiers find sound, with how to do it in two languages', (kind) => {
    expect([...(packages.get(kind)?.keys() ?? [])]).toEqual(['paquete.jsonl', 'LEAME.txt', 'README.txt']);
    expect(verdict([file(kind), '--policy', policy]).result).toBe('RESULTADO 0 sound');
  });

  it.each(kinds)('is not sound any more when a digit of an event of %s is another', (kind) => {
    const text = readFileSync(file(kind), 'utf8');
    const changed = text.replace(/(\\"recordedAt\\":\\"20)2/, '$13');
    expect(changed).not.toBe(text);
    const altered = join(folder, `${kind}-altered.jsonl`);
    writeFileSync(altered, changed);
    expect(verdict([altered, '--policy', policy]).code).toBeGreaterThan(0);
  });

  it('is not sound to whoever trusts another log', () => {
    const other = join(folder, 'other.txt');
    const [, key = ''] = readFileSync(policy, 'utf8').split(/[ \n]/);
    writeFileSync(other, `log ${key.replace(/^[^+]+/, 'otro')}\nquorum none\n`);
    expect(verdict([file('cases'), '--policy', other]).code).toBeGreaterThan(0);
  });
});
