import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SimulatedClock } from '#event-log';
import { createService, fileNotices, ServiceLog } from '#service';
import { AppModule } from '../../src/app.module.js';
import { zipped } from '../../src/audit/zip.js';
import { otherPaths } from '../../src/cases/pages/others.js';
import { placePaths } from '../../src/cases/pages/places.js';
import { main as bundle } from '../../src/cli/bundle.js';
import { main as exportLog } from '../../src/cli/log-export.js';
import { main as report } from '../../src/cli/report.js';
import { main as exported } from '../../src/exports/main.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import { type Platform, send } from '../../src/platform.js';
import type { Report } from '../../src/report/domain/model.js';
import { formats, render } from '../../src/report/files.js';
import { Caller, cem, eventually, health, police } from '../acceptance/house.js';
import { board, History } from '../support/history.js';
import { publishMonth } from '../support/publishing.js';
import { settle } from '../../src/runners.js';
import { allCanaries, askAndApprove, canaries, eventsOf, filesBelow, holding, tellOf } from './support.js';
import { readsPdf, unpacked } from './unpacked.js';

const month = '2026-02';
const slim = 'bo-020105-slim';
const { name, document: documentId, phone, address } = canaries;
const sealed = { identity: { name, documentId, phone }, narrative: `${name}, vive en ${address}` };

describe('What leaves in a file after an erasure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-erased-exports-'));
  const out = join(folder, 'out');
  const paths = storeAt(join(folder, 'data'), join(folder, 'vault'), join(folder, 'vault-copy'));
  const env = { CHASKI_DATA: paths.data, CHASKI_VAULT: paths.vault, CHASKI_VAULT_COPY: paths.vaultCopy };
  let platform: Platform;
  let app: NestFastifyApplication;
  let person = '';
  let of = { case: '', referral: '', erasure: '' };
  const as = (actor: string): Caller => new Caller(app, actor);
  const auditor = (): Caller => as('demo-auditoria');

  /** What holds a canary once everything in it is opened. */
  const holdingHer = (files: ReadonlyMap<string, Buffer>): readonly string[] => holding(allCanaries, unpacked(files));

  /** An answer with 200: its bytes. */
  const file = async (who: Caller, url: string): Promise<readonly [string, Buffer]> => {
    const { statusCode, rawPayload } = await who.get(url);
    expect([url, statusCode, rawPayload.length > 2]).toEqual([url, 200, true]);
    return [url, rawPayload];
  };

  /** A person of Bolivia, whose register is a row for each incident. */
  const tellInBolivia = async (history: History, at: string, more: object = {}): Promise<string> => {
    const place = { country: 'BO', district: '020105', institution: slim, entry: 'SELF' } as const;
    const id = await history.openCase(at, { ...place, types: ['PSYCHOLOGICAL'], principal: 'PSYCHOLOGICAL', ...more });
    for await (const { data } of platform.log.readStream(`case-${id}`)) {
      const { person: whose } = data as { readonly person?: string };
      if (whose !== undefined) return whose;
    }
    throw new Error('no such case');
  };

  beforeAll(async () => {
    platform = await openEmbedded({ paths, clock: new SimulatedClock('2026-03-09T15:00:00.000Z') });
    const history = new History(platform, 'erased-exports');
    await history.establish('2026-02-01T15:00:00.000Z');
    const register = {
      do: 'register',
      organization: slim,
      name: slim,
      kind: 'SLIM',
      country: 'BO',
      district: '020105',
    };
    await send(platform, 'organization', {
      id: slim,
      command: register,
      actor: 'setup',
      commandId: crypto.randomUUID(),
    });
    // As many as a month needs for anything to be said of it outside.
    for (let nth = 0; nth < 36; nth += 1) {
      const institution = [police, cem, health][nth % 3] ?? police;
      await history.openCase(`2026-02-${10 + Math.floor(nth / 3)}T15:00:00.000Z`, { institution });
    }
    person = await tellOf(platform, 'her', '2026-02-20T15:00:00.000Z');
    const bolivian = await tellInBolivia(history, '2026-02-20T15:00:00.000Z', sealed);
    await tellInBolivia(history, '2026-02-21T15:00:00.000Z');
    await settle(platform, async () => undefined);
    app = await createService(AppModule.on(platform, { notices: await fileNotices(paths.notices) }), {
      log: new ServiceLog('error', { write: () => undefined }),
      api: { title: 'Chaski', version: 'test' },
    });
    await publishMonth(app, board, month);

    const rows = (await as('demo-comisaria-familia-01').get('/api/referrals?box=from')).json<
      { id: string; case: string }[]
    >();
    of = { ...of, referral: rows[0]?.id ?? '', case: rows[0]?.case ?? '' };
    const shown = await as('demo-comisaria-familia-01').get(`/api/cases/${of.case}?reveal=identity`);
    // That she is in what is exported: before, her own case shows her.
    expect(shown.body).toContain(name);
    for (const each of [person, bolivian]) {
      const erasure = await askAndApprove(platform, each);
      if (each === person) of = { ...of, erasure };
      await eventually(async () => ((await eventsOf(platform, each)).at(-1) === 'SubjectErased' ? true : undefined));
    }
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('would be found, in every format that leaves', async () => {
    const [, json] = await file(auditor(), `/api/boards/${board}/reports/${month}/report.json`);
    const { figures, seal } = JSON.parse(json.toString()) as Report;
    const telling = { seal, figures: { ...figures, board: { ...figures.board, name } } };
    const made = new Map<string, Buffer>();
    for (const format of formats) made.set(format, Buffer.from(await render(telling, format)));
    // A table has no title to put it in, and needs nothing opened.
    const table = Buffer.concat([made.get('csv') ?? Buffer.alloc(0), Buffer.from(name)]);
    const issued = Buffer.from(JSON.stringify({ content: deflateRawSync(table).toString('base64') }));
    made.set('csv', table);
    made.set('zip', zipped([{ name: 'a.csv', bytes: table }]));
    made.set('gzip', gzipSync(table));
    made.set('issued', issued);
    made.set('packed twice', zipped([{ name: 'b.jsonl.gz', bytes: gzipSync(issued) }]));
    const found = new Set(holdingHer(made).map((each) => each.split('!')[0]));
    expect([...made.keys()].filter((each) => !found.has(each))).toEqual(readsPdf ? [] : ['pdf']);
    expect(holdingHer(new Map([['as it was', json]]))).toEqual([]);
  }, 60_000);

  it('holds nothing of her: reports of today, and those that were issued before', async () => {
    const reports = `/api/boards/${board}/reports/${month}/report`;
    const issued = `/api/boards/${board}/editions/${month}/1`;
    const files = new Map<string, Buffer>();
    for (const format of formats) {
      files.set(...(await file(auditor(), `${reports}.${format}`)));
      for (const profile of ['board', 'public']) {
        files.set(...(await file(as('demo-coordinacion'), `${issued}/${profile}/report.${format}`)));
      }
    }
    for (const kind of ['csv', 'json', 'csv-metadata.json']) {
      files.set(...(await file(as('demo-coordinacion'), `/api/boards/${board}/observatory/${month}.${kind}`)));
    }
    for (const kind of ['csv', 'json']) {
      files.set(...(await file(as('demo-evaluacion'), `/api/boards/${board}/evidence/${month}/evidence.${kind}`)));
    }
    expect(holdingHer(files)).toEqual([]);
    // As the record keeps them.
    const kept = new Map<string, Buffer>();
    for await (const { id, type, data } of platform.log.readStream(`edition-${board}.${month}`)) {
      if (type === 'FileIssued') kept.set(id, Buffer.from(JSON.stringify(data)));
    }
    const opened = unpacked(kept);
    expect([kept.size, opened.size > 2 * kept.size]).toEqual([2 * formats.length, true]);
    expect(holding(allCanaries, opened)).toEqual([]);
  }, 120_000);

  it('holds nothing of her: packages of proof, records in the formats of others, and her own papers', async () => {
    const files = new Map<string, Buffer>();
    const proofs: Readonly<Record<string, string>> = {
      cases: of.case,
      referrals: of.referral,
      boards: board,
      reports: `${board}.${month}`,
    };
    for (const [kind, id] of Object.entries(proofs)) {
      files.set(...(await file(auditor(), `/api/audit/evidence/${kind}/${id}`)));
    }
    for (const path of [`cases/${of.case}`, `cases/${of.case}/reads`, `referrals/${of.referral}`]) {
      files.set(...(await file(auditor(), `/api/audit/${path}`)));
    }
    const sender = as('demo-comisaria-familia-01');
    for (const path of [`ServiceRequest/${of.referral}`, 'ServiceRequest', 'Task', 'Consent']) {
      files.set(...(await file(as('demo-cem-01'), `/fhir/${path}`)));
    }
    files.set(...(await file(sender, `/api/cases/${of.case}?reveal=identity`)));
    for (const what of ['nombre', ...Object.values(otherPaths), ...Object.values(placePaths)]) {
      files.set(...(await file(sender, `/casos/${of.case}?mostrar=${what}`)));
    }
    files.set(...(await file(sender, `/api/referrals/${of.referral}`)));
    files.set(...(await file(as('demo-datos-01'), `/api/rights/persons/${person}`)));
    files.set(...(await file(as('demo-datos-01'), `/api/rights/erasures/${of.erasure}/certificate`)));
    files.set(...(await file(as('demo-datos-01'), `/derechos/supresiones/${of.erasure}/constancia.pdf`)));
    expect(holdingHer(files)).toEqual([]);
    // That it is her they are about, but for what is a board's.
    const about = holding([Buffer.from(of.case), Buffer.from(of.referral), Buffer.from(person)], unpacked(files));
    const others = [...files.keys()].filter((url) => !about.some((each) => each.split('!')[0] === url));
    expect(others).toEqual(['boards', 'reports'].map((kind) => `/api/audit/evidence/${kind}/${proofs[kind]}`));
  }, 120_000);

  it('holds nothing of her: what operators write, the record itself among it', async () => {
    await app.close();
    mkdirSync(out);
    const said: string[] = [];
    const console = {
      out: (line: string) => said.push(line),
      err: (line: string) => said.push(line),
      progress: () => undefined,
    };
    const to = (each: string): string => join(out, each);
    expect([
      await exported(['ruv', '--month', month, '--out', to('ruv.csv')], env, console),
      await exported(['observatory', '--month', month, '--out', to('observatory.csv')], env, console),
      await exported(['observatory', '--month', month, '--json', '--out', to('observatory.json')], env, console),
      await report(['--board', board, '--month', month, '--out', to('report')], env, console),
      await exportLog(['--from', paths.data, '--to', to('log.gz')], env, console),
      await bundle(['--data', paths.data, '--out', to('bundle.jsonl')], env, console),
      await bundle(['--data', paths.data, '--reads', '--out', to('reads.jsonl')], env, console),
      said.filter((line) => line.startsWith('Error')),
    ]).toEqual([0, 0, 0, 0, 0, 0, 0, []]);
    writeFileSync(to('said'), said.join('\n'));
    const files = filesBelow(out);
    expect(holdingHer(files)).toEqual([]);
    const [ruv = ''] = [files.get(to('ruv.csv'))?.toString()];
    // The row of the other case of Bolivia.
    expect(ruv.trim().split('\r\n')).toHaveLength(2);
    const about = holding([Buffer.from(person)], unpacked(files));
    const written = about.map((path) => path.slice(out.length + 1));
    expect(written).toEqual(expect.arrayContaining(['bundle.jsonl', 'log.gz!gzip']));
  }, 120_000);
});
