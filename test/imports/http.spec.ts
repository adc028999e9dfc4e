import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { actorCodes, createService, describeApi, ServiceLog, ServiceModule } from '#service';
import { importProblems } from '../../src/imports/http/problems.js';
import { ImportsModule } from '../../src/imports/imports.module.js';
import { Pages } from '../../src/pages/pages.js';
import { PLATFORM } from '../../src/platform.js';
import { org } from '../support/history.js';
import { memoryPlatform } from '../support/platform.js';
import { contents, directory, sample } from './support/importing.js';

const actors = new Map(
  [
    { code: 'demo-coordinacion', institution: org('municipalidad'), role: 'coordinator' },
    { code: 'demo-cem-01', institution: org('cem'), role: 'worker' },
  ].map((actor) => [actor.code, actor]),
);

async function serviceOn(platform: ReturnType<typeof memoryPlatform>): Promise<NestFastifyApplication> {
  const queries = { execute: async () => (code: string) => code };
  const pages = new Pages(platform, queries as never);
  @Global()
  @Module({
    providers: [
      { provide: PLATFORM, useValue: platform },
      { provide: Pages, useValue: pages },
    ],
    exports: [PLATFORM, Pages],
  })
  class PlatformModule {}

  @Module({
    imports: [
      PlatformModule,
      ServiceModule.register({
        mac: (purpose, text) => platform.vault.mac(purpose, text),
        authenticator: actorCodes({ find: (code) => actors.get(code) }),
        problems: importProblems,
      }),
      ImportsModule,
    ],
  })
  class App {}
  return createService(App, {
    log: new ServiceLog('info', { write: () => undefined }),
    api: { title: 'x', version: '1' },
  });
}

describe('POST /api/imports', () => {
  let platform: ReturnType<typeof memoryPlatform>;
  let app: NestFastifyApplication;
  beforeEach(async () => {
    platform = memoryPlatform('2025-11-01T12:00:00.000Z');
    await directory(platform);
    app = await serviceOn(platform);
  });
  afterEach(async () => {
    await app.close();
    await platform.close();
  });

  const post = (payload: string | Buffer | Readable, query = '', headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: `/api/imports${query}`,
      headers: { 'content-type': 'text/csv; charset=utf-8', 'x-actor': 'demo-coordinacion', ...headers },
      payload,
    });
  const uploads = () => readdirSync(tmpdir()).filter((name) => name.startsWith('chaski-upload-')).length;

  it('imports a body in the name of the actor, and says what became of its rows', async () => {
    const answer = await post(sample('cases.csv'), '?kind=cases');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      rows: 6,
      created: 6,
      continued: 0,
      unchanged: 0,
      refused: 0,
      dry: false,
      errors: [],
    });
    expect((await contents(platform.log))[0]).toContain('"actor":"demo-coordinacion"');
    expect((await post(sample('cases.csv'))).json()).toMatchObject({ created: 0, unchanged: 6 });
    expect((await post(sample('referrals.csv'))).json()).toMatchObject({ created: 4 });
    expect(uploads()).toBe(0);
  });

  it('writes nothing in a dry run, nor of a file with errors when it is strict', async () => {
    const head = await platform.log.head();
    expect((await post(sample('cases.csv'), '?dryRun=true')).json()).toMatchObject({ created: 6, dry: true });
    expect((await post(sample('mistakes.csv'), '?strict=true')).json()).toMatchObject({ refused: 21, dry: true });
    expect(await platform.log.head()).toBe(head);
  });

  it('marks a plain store as a demonstration, so that its reports say so', async () => {
    const plain = memoryPlatform('2025-11-01T12:00:00.000Z', false);
    await app.close();
    app = await serviceOn(plain);
    expect((await post(sample('cases.csv'), '?kind=cases')).json()).toMatchObject({ created: 6 });
    expect(plain.demo).toBe(true);
    await plain.close();
  });

  it('names errors by row, column and code', async () => {
    const answer = await post(sample('mistakes.csv'));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ rows: 22, created: 1, refused: 21 });
    expect(answer.json().errors[0]).toEqual({
      row: 4,
      column: 'opened_at',
      code: 'not-a-time',
      message: 'Debe ser una fecha con hora, como 2026-03-09 15:30 o 2026-03-09T15:30:00-05:00.',
    });
  });

  it('names at most a thousand errors, and counts all', async () => {
    const [mark, header, first = ''] = sample('cases.csv').toString().split('\n');
    const rows = Array.from({ length: 1_200 }, (_, at) => first.replace('DEMO-C-001', `D-${at}`).replace(',F,', ',?,'));
    const answer = await post([mark, header, ...rows].join('\n'));
    expect(answer.json()).toMatchObject({ refused: 1_200 });
    expect(answer.json().errors).toHaveLength(1_000);
  });

  it('is 422 with the reason for a file that cannot be read, and writes nothing', async () => {
    const head = await platform.log.head();
    const latin = Buffer.from(sample('cases.csv').toString().replace('DEMO-C-006', 'Ñ'), 'latin1');
    const answer = await post(latin);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ rows: 0, dry: true, errors: [{ row: 8, column: '', code: 'encoding' }] });
    expect((await post('')).json()).toMatchObject({ errors: [{ row: 1, code: 'empty' }] });
    expect(await platform.log.head()).toBe(head);
  });

  it('is 403 for a file that does not say that it is a demonstration', async () => {
    const unmarked = sample('cases.csv').toString().split('\n').slice(1).join('\n');
    const answer = await post(unmarked);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'import/not-demo']);
    expect(answer.json().title).toBe('El archivo no está marcado como demostración');
    expect((await post(unmarked, '', { 'x-import-demo': 'true' })).json()).toMatchObject({ created: 6 });
  });

  it('lets nobody but the coordinator import for another institution', async () => {
    const cem = { 'x-actor': 'demo-cem-01' };
    const answer = await post(sample('cases.csv'), '', cem);
    expect(answer.json()).toMatchObject({ created: 2, refused: 4 });
    expect(answer.json().errors[0]).toMatchObject({ row: 3, column: 'institution', code: 'other-institution' });
    expect((await post(sample('cases.csv'), `?institution=${org('comisaria-familia')}`, cem)).statusCode).toBe(403);
    expect((await post(sample('cases.csv'), '', { 'x-actor': 'demo-nobody' })).statusCode).toBe(401);
  });

  it('is 413 for more than 20 MB, and leaves nothing behind', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const much = Readable.from(
      (async function* () {
        for (let sent = 0; sent < 30; sent += 1) yield chunk;
      })(),
    );
    const answer = await post(much);
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too-large']);
    expect(uploads()).toBe(0);
  });

  it('takes a body that comes in pieces over the wire', async () => {
    await app.listen(0, '127.0.0.1');
    const headers = { 'Content-Type': 'text/csv', 'X-Actor': 'demo-coordinacion' };
    const sending = request(`${await app.getUrl()}/api/imports`, { method: 'POST', headers });
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
    const bytes = sample('cases.csv');
    for (let at = 0; at < bytes.length; at += 500) {
      sending.write(bytes.subarray(at, at + 500));
      await pause(1);
    }
    sending.end();
    const [answer] = await answered;
    expect(await json(answer)).toMatchObject({ rows: 6, created: 6 });
  });

  it('answers a body that is too large also to a sender who reads nothing before all is sent', async () => {
    await app.listen(0, '127.0.0.1');
    const headers = { 'Content-Type': 'text/csv', 'X-Actor': 'demo-coordinacion' };
    const sending = request(`${await app.getUrl()}/api/imports`, { method: 'POST', headers });
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    for (let sent = 0; sent < 40; sent += 1) {
      await new Promise((resolve) => sending.write(chunk, resolve));
    }
    sending.end();
    const [answer] = await answered;
    expect(answer.statusCode).toBe(413);
    answer.resume();
  });

  it('takes CSV alone, here alone', async () => {
    expect((await post('{}', '', { 'content-type': 'application/json' })).statusCode).toBe(415);
    const elsewhere = await app.inject({
      method: 'POST',
      url: '/problemas',
      headers: { 'content-type': 'text/csv', 'x-actor': 'demo-coordinacion' },
      payload: 'a',
    });
    expect(elsewhere.statusCode).toBe(415);
    expect((await post(sample('cases.csv'), '?kind=people')).statusCode).toBe(400);
  });

  it('is described in the API document', () => {
    const { paths, components } = describeApi(app, { title: 'x', version: '1' });
    expect(paths['/api/imports']?.post?.requestBody).toMatchObject({ content: { 'text/csv': {} } });
    expect(Object.keys(components?.schemas ?? {})).toContain('ImportSummary');
  });
});

describe('the list of an institution, over HTTP', () => {
  let platform: ReturnType<typeof memoryPlatform>;
  let app: NestFastifyApplication;
  beforeEach(async () => {
    platform = memoryPlatform('2025-11-01T12:00:00.000Z');
    await directory(platform);
    app = await serviceOn(platform);
  });
  afterEach(async () => {
    await app.close();
    await platform.close();
  });

  const send = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'text/csv', 'x-actor': 'demo-coordinacion', ...headers },
      payload,
    });
  const list = sample('lists/comisaria.csv');
  const by = 'mapping=comisaria-ejemplo';

  it('has its mapping among those there are', async () => {
    const answer = await app.inject({ url: '/api/imports/mappings', headers: { 'x-actor': 'demo-cem-01' } });
    expect(answer.json().items).toContainEqual({
      ...{ id: 'comisaria-ejemplo', version: 2, kind: 'cases', country: 'PE' },
      title: 'Libro de denuncias de una comisaría (institución inventada)',
    });
  });

  it('is shown first and then imported by the same mapping; again, it changes nothing', async () => {
    const head = await platform.log.head();
    const preview = await send(`/api/imports/preview?${by}@2`, list);
    expect(preview.statusCode).toBe(200);
    expect(preview.headers['cache-control']).toBe('no-store');
    expect(preview.json()).toMatchObject({ rows: 3, created: 3, dry: true, encoding: 'windows-1252', problems: [] });
    expect(preview.json().sample[0].cells).toContainEqual({
      ...{ column: 'condition', heading: 'Situación', read: 'Nueva', value: 'NEW' },
    });
    expect(await platform.log.head()).toBe(head);
    const mapping = 'comisaria-ejemplo@2';
    expect((await send(`/api/imports?${by}`, list)).json()).toMatchObject({ created: 3, dry: false, mapping });
    const after = await platform.log.head();
    expect((await send(`/api/imports?${by}`, list)).json()).toMatchObject({ created: 0, unchanged: 3 });
    expect((await send(`/api/imports/preview?${by}`, list)).json()).toMatchObject({ unchanged: 3, dry: true });
    expect(await platform.log.head()).toBe(after);
  });

  it('is refused without its mapping, by another version of it, by another institution, and where it is unreadable', async () => {
    expect((await send('/api/imports/preview', list)).statusCode).toBe(422);
    const unknown = await send(`/api/imports/preview?${by}@3`, list);
    expect([unknown.statusCode, unknown.json().type]).toEqual([404, expect.stringContaining('import/unknown-mapping')]);
    const others = await send(`/api/imports?${by}`, list, { 'x-actor': 'demo-cem-01' });
    expect(others.json()).toMatchObject({ created: 0, refused: 3 });
    expect(others.json().errors[0]).toMatchObject({ code: 'other-institution' });
    const columns = await send(`/api/imports/preview?${by}`, sample('lists/comisaria-columnas.csv'));
    expect(columns.statusCode).toBe(422);
    expect(columns.json()).toMatchObject({
      rows: 0,
      sample: [],
      problems: [{ row: 2, column: '#7', read: '' }, {}, {}],
    });
  });

  const page = (query: string, payload: string | Buffer) =>
    send(`/importar?${query}`, payload, { accept: 'text/html' });
  const typed = (fields: Record<string, string>) =>
    send('/importar', new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' });

  it('is shown on a page, with what stands where something is wrong, and imported from there', async () => {
    const form = await app.inject({ url: '/importar', headers: { 'x-actor': 'demo-coordinacion' } });
    expect(form.body).toContain('Libro de denuncias de una comisaría');
    const wrong = await page('plantilla=comisaria-ejemplo@2&hacer=ver', sample('lists/comisaria-fechas.csv'));
    expect(wrong.statusCode).toBe(200);
    expect(wrong.body).toMatch(/<td>8<\/td><td>Vínculo<\/td><td>Compadre<\/td>/);
    expect(wrong.body).toContain('El año tiene dos cifras');
    expect(wrong.body).toContain('Así se leería. No se escribió nada.');
    const done = await page('plantilla=comisaria-ejemplo@2&hacer=importar', list);
    expect(done.body).toMatch(/<dt>Nuevas<\/dt><dd>3<\/dd>/);
  });

  it('is taken as pasted rows too, and every refusal is said in words', async () => {
    const texto = sample('lists/slim.tsv').toString().replace('# demo\n', '');
    const fields = { plantilla: 'slim-ejemplo@1', hacer: 'ver', texto };
    const unmarked = await typed(fields);
    expect([unmarked.statusCode, unmarked.body]).toEqual([422, expect.stringContaining('no está marcado')]);
    const seen = await typed({ ...fields, demo: 'si' });
    expect(seen.body).toMatch(/<dt>Fecha y hora<\/dt><dd>01-09-2025 09:15 → 2025-09-01 09:15<\/dd>/);
    expect((await typed({ plantilla: 'slim-ejemplo@1', hacer: 'ver' })).body).toContain('Elija un archivo');
    expect((await typed({ ...fields, plantilla: 'otra' })).body).toContain('No existe esa plantilla.');
    expect((await typed({ hacer: 'borrar' })).statusCode).toBe(400);
  });
});
