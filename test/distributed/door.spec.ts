import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import type { Type } from '@nestjs/common';
import { SimulatedClock } from '#event-log';
import { AuditModule } from '../../src/audit/audit.module.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import { routesIn } from '../../src/people/access/router.js';
import type { Staff } from '../../src/people/people.js';
import type { Platform } from '../../src/platform.js';
import { readsOf } from '../../src/reads.js';
import { ReportModule } from '../../src/report/report.module.js';
import { people, place, type Place } from '../access/support.js';
import { eventually, fillDirectory, police, start } from '../acceptance/house.js';
import { board, History } from '../support/history.js';
import { apart, type Set } from './support/apart.js';

const month = '2026-02';
const routes = [ReportModule, AuditModule].flatMap((module) =>
  (Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, module) as readonly Type[]).flatMap(routesIn),
);

/** Staff of a demonstration see whichever of the two is theirs through one address, as if all ran in one process. */
describe('Reports and audits in processes of their own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-apart-'));
  const staff = new Map<string, Staff>(people.map((each) => [each.code, each]));
  let platform: Platform;
  let set: Set;
  let embedded: Place;
  /** A case that both have. */
  let opened: string;

  beforeAll(async () => {
    const paths = storeAt(join(folder, 'data'), join(folder, 'vault'), join(folder, 'vault-copy'));
    platform = await openEmbedded({ paths, clock: new SimulatedClock(start) });
    embedded = await place();
    await fillDirectory(platform);
    for (const each of [platform, embedded.platform]) {
      const history = new History(each, 'apart');
      await history.establishBoard('2026-02-01T15:00:00.000Z');
      opened = await history.openCase('2026-02-03T15:00:00.000Z');
      await history.sendReferral('2026-02-04T15:00:00.000Z', opened);
    }
    set = await apart(platform, paths.notices, (code) => staff.get(code));
    const ready = async (url: string): Promise<true | undefined> =>
      (await fetch(`${url}/health/ready`)).status === 200 ? true : undefined;
    for (const { url } of [set.door, set.report, set.audit]) await eventually(() => ready(url));
  }, 120_000);
  afterAll(async () => {
    await set?.close();
    await embedded?.close();
    rmSync(folder, { recursive: true });
  });

  const ask = (at: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${at}${path}`, { headers, redirect: 'manual' });
  const as = (code: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    ask(set.door.url, path, { 'x-actor': code, ...headers });
  /** Who looked at a stream, who was refused it, and who took it away: as it is on record. */
  const looks = async (of: Platform, stream: string): Promise<readonly unknown[]> => {
    const found: unknown[] = [];
    for await (const { type, data, metadata } of of.reads.readStream(readsOf(stream))) {
      found.push([type, metadata['actor'], data]);
    }
    return found;
  };

  it('open to whoever asks at the door', async () => {
    const page = await as('leader', '/mesa', { accept: 'text/html' });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain(`/mesa/${board}/`);
    const audits = await as('auditor', '/auditoria', { accept: 'text/html' });
    expect([audits.status, await audits.text()]).toEqual([200, expect.stringContaining('Auditoría')]);
  });

  it('give files with a name, a place in the record and a seal that names the checkpoint', async () => {
    const pdf = await as('leader', `/api/boards/${board}/reports/${month}/report.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(pdf.headers.get('content-disposition')).toContain(`${board}-${month}.pdf`);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const json = await as('leader', `/api/boards/${board}/reports/${month}/report.json`);
    const { seal } = (await json.json()) as { seal: { position: string; ledger?: object } };
    expect(json.headers.get('log-position')).toBe(seal.position);
    expect(seal.ledger).toEqual(await platform.ledger?.covering(seal.position as never));
    expect(seal.ledger).toBeDefined();
  });

  it.each(people)(
    'are to $code ($role) what they are in one process, on every route',
    async ({ code }) => {
      const nobodys = '00000000-0000-4000-8000-000000000000';
      expect(routes.length).toBeGreaterThan(20);
      for (const route of routes) {
        const path = (route.split(' ')[1] ?? '')
          .replace(':board', board)
          .replace(':month', month)
          .replace(/:[a-z]+/gi, nobodys);
        const [through, whole] = [await as(code, path), await embedded.as(code).get(path)];
        expect([route, through.status, through.headers.get('content-type')]).toEqual([
          ...[route, whole.statusCode],
          whole.headers['content-type'],
        ]);
        await through.arrayBuffer();
      }
      // Whatever was refused is on record, and with the same words.
      const [there, here] = [await looks(platform, `staff-${code}`), await looks(embedded.platform, `staff-${code}`)];
      expect(there).toEqual(here);
      const refused = ['worker', 'supervisor', 'board', 'data-officer', 'administrator'];
      if (refused.includes(staff.get(code)?.role ?? '')) expect(there.length).toBeGreaterThan(0);
    },
    120_000,
  );

  it('record who looks, and who takes something away, before it leaves, as one process does', async () => {
    const asked = [
      ...[`/api/audit/cases/${opened}`, `/api/audit/cases/${opened}/differences?from=0&to=1`],
      ...[`/auditoria/casos/${opened}`, `/api/audit/evidence/cases/${opened}`],
    ];
    for (const path of asked) {
      const [through, whole] = [await as('auditor', path), await embedded.as('auditor').get(path)];
      expect([path, through.status, whole.statusCode]).toEqual([path, 200, 200]);
      await through.arrayBuffer();
    }
    const [there, here] = [await looks(platform, `case-${opened}`), await looks(embedded.platform, `case-${opened}`)];
    expect(there).toEqual(here);
    expect(there).toHaveLength(asked.length);
  });

  it('record the lists they answer with, before they leave, as one process does', async () => {
    const lists = [`/api/audit/queues/${police}/cases`, `/auditoria/colas?institucion=${police}&cola=sent`];
    for (const path of lists) {
      const [through, whole] = [await as('auditor', path), await embedded.as('auditor').get(path)];
      expect([path, through.status, whole.statusCode]).toEqual([path, 200, 200]);
      await through.arrayBuffer();
    }
    const stream = `list-${start.slice(0, 7)}`;
    const [there, here] = [await looks(platform, stream), await looks(embedded.platform, stream)];
    expect(there).toEqual(here);
    const told = (lines: readonly string[]): readonly unknown[] => [
      'Listed',
      'auditor',
      expect.objectContaining({ what: 'listQueue', lines }),
    ];
    const ofCase = `case-${opened}`;
    expect(there).toEqual([told([ofCase]), told([expect.stringMatching(/^referral-/) as string, ofCase])]);
  });

  it('are closed at once to whoever does not work here any more', async () => {
    expect((await as('leader-2', '/mesa')).status).toBe(200);
    staff.delete('leader-2');
    expect((await as('leader-2', '/mesa')).status).toBe(401);
  });

  it('believe nobody who comes by themselves', async () => {
    const claims = {
      'x-actor': 'leader',
      cookie: 'actor=leader',
      authorization: 'Bearer a.b.c',
      introduction: 'a.b.c',
    };
    for (const { url } of [set.report, set.audit]) {
      expect((await ask(url, '/mesa', claims)).status).toBe(url === set.report.url ? 401 : 404);
      expect((await ask(url, '/auditoria', claims)).status).toBe(url === set.audit.url ? 401 : 404);
    }
    const answer = await ask(set.report.url, `/api/boards/${board}/reports/${month}/report.json`, {
      'x-actor': 'leader',
    });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Introduction']);
  });

  it('send browsers to the door, and leave machines what they ask for', async () => {
    const browser = { accept: 'text/html,*/*;q=0.8' };
    for (const path of [
      '/mesa?pais=PE',
      '/',
      '/entrar',
      '/casos',
      `/api/boards/${board}/reports/${month}/report.pdf`,
    ]) {
      const sent = await ask(set.report.url, path, browser);
      expect([sent.status, sent.headers.get('location')]).toEqual([302, `${set.door.url}${path}`]);
    }
    expect((await ask(set.report.url, '/health/live', browser)).status).toBe(200);
    const { keys } = (await (await ask(set.report.url, '/.well-known/jwks.json')).json()) as { keys: object[] };
    for (const key of keys) expect(key).not.toHaveProperty('d');
  });

  it('tell checkpoints to the process that makes reports, and to nobody else', async () => {
    const path = `/api/checkpoints/covering/${await platform.log.head()}`;
    expect((await ask(set.door.url, path)).status).toBe(401);
    expect((await as('auditor', path)).status).toBe(401);
  });

  it('leave no introduction in what is logged', async () => {
    await as('leader', '/mesa');
    expect(set.logged()).toContain('"route":"/mesa"');
    expect(set.logged()).not.toMatch(/eyJ[\w-]{20}/);
  });
});
