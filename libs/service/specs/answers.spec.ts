import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Lines, sampleApp } from './sample.js';

describe('What the service answers', () => {
  let app: NestFastifyApplication;
  let lines: () => Lines;
  beforeAll(async () => {
    ({ app, lines } = await sampleApp());
  });
  afterAll(() => app.close());

  const actor = { 'x-actor': 'w-1' };
  const box = { label: 'first', size: 3 };
  const send = (payload: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/boxes',
      headers: { ...actor, 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });

  describe('to a command', () => {
    it('is the revision, the position and no repetition', async () => {
      const sent = await send(box);
      expect(sent.statusCode).toBe(201);
      expect(sent.headers['etag']).toBe('"1"');
      expect(sent.headers['log-position']).toBe(sent.json().position);
      expect(sent.headers['idempotent-replayed']).toBeUndefined();
    });

    it('is the same again for the same key', async () => {
      const key = { 'idempotency-key': 'key-0001' };
      const first = await send(box, key);
      const second = await send({ size: 3, label: 'first' }, key);
      expect(second.json()).toEqual(first.json());
      expect(second.headers['idempotent-replayed']).toBe('true');
      const other = await send({ ...box, size: 4 }, key);
      expect([other.statusCode, other.json().code]).toEqual([422, 'command-reused']);
    });

    it('knows keys by actor', async () => {
      const key = { 'idempotency-key': 'key-0002' };
      const mine = await send(box, key);
      const theirs = await send(box, { ...key, 'x-actor': 'w-2' });
      expect(theirs.json().id).not.toBe(mine.json().id);
    });

    it.each([['short'], ['with a space'], ['x'.repeat(201)]])(
      'refuses a key that is too short, too long or has spaces',
      async (key) => {
        const sent = await send(box, { 'idempotency-key': key });
        expect([sent.statusCode, sent.json().code]).toEqual([400, 'idempotency-key-malformed']);
      },
    );

    it('is 412 when somebody was first, and 409 with the allowed steps when a rule says no', async () => {
      const { id } = (await send(box)).json();
      const shut = (headers: Record<string, string>) =>
        app.inject({ method: 'DELETE', url: `/api/boxes/${id}`, headers: { ...actor, ...headers } });
      expect((await shut({ 'if-match': '"8"' })).json().code).toBe('precondition-failed');
      expect((await shut({ 'if-match': '8' })).json().code).toBe('if-match-malformed');
      expect((await shut({ 'if-match': '"1"' })).headers['etag']).toBe('"2"');
      const again = await shut({ 'if-match': '*' });
      expect(again.statusCode).toBe(409);
      expect(again.json()).toMatchObject({
        type: '/problemas/box/already-shut',
        title: 'La caja ya está cerrada',
        detail: 'Solo se puede abrir.',
        allowed: ['open'],
      });
    });

    it('is 404 and 422 for refusals of those kinds, worded even when nobody gave them words', async () => {
      const unknown = '01890000-0000-7000-8000-000000000000';
      const missing = await app.inject({ method: 'DELETE', url: `/api/boxes/${unknown}`, headers: actor });
      expect([missing.statusCode, missing.json().code, missing.json().title]).toEqual([
        404,
        'box/unknown',
        'No existe',
      ]);
      const unlucky = await send({ ...box, size: 7 });
      expect([unlucky.statusCode, unlucky.json().code]).toEqual([422, 'box/unlucky']);
      const noId = await app.inject({ method: 'DELETE', url: '/api/boxes/seven', headers: actor });
      expect([noId.statusCode, noId.json().code]).toEqual([404, 'not-found']);
    });

    it('takes when it happened from the body, in UTC', async () => {
      const sent = await send({ ...box, effectiveAt: '2026-03-01T10:00:00-05:00' });
      expect(sent.json().effectiveAt).toBe('2026-03-01T15:00:00.000Z');
    });
  });

  describe('to what it cannot read', () => {
    it('names every field, in Spanish, without what was sent', async () => {
      const sent = await send({
        label: 'x',
        size: 'SECRET',
        place: { street: 'SECRET'.repeat(9) },
        'SECRET x': 1,
        more: 1,
      });
      expect(sent.statusCode).toBe(400);
      expect(sent.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      const { errors } = sent.json();
      expect(errors).toEqual(
        expect.arrayContaining([
          { pointer: '/label', code: 'too-short', message: 'Debe tener al menos 2 caracteres.' },
          { pointer: '/size', code: 'type/integer', message: 'Debe ser un número entero.' },
          { pointer: '/place/street', code: 'too-long', message: 'Debe tener como máximo 40 caracteres.' },
          { pointer: '/more', code: 'unknown-field', message: 'Este dato no se espera aquí.' },
          { pointer: '', code: 'unknown-field', message: 'Este dato no se espera aquí.' },
        ]),
      );
      expect(sent.payload).not.toContain('SECRET');
    });

    it('speaks English to those who ask for it', async () => {
      const sent = await send({ size: 3 }, { 'accept-language': 'qu, en-GB;q=0.8, es;q=0.2' });
      expect(sent.headers['content-language']).toBe('en');
      expect(sent.json()).toMatchObject({
        title: 'Some fields need correcting',
        errors: [{ pointer: '/label', code: 'required', message: 'This is missing.' }],
      });
    });

    it.each([
      ['{"label": SECRET', 400, 'malformed-body', 'application/json'],
      ['', 400, 'malformed-body', 'application/json'],
      ['{"__proto__": {"SECRET": 1}}', 400, 'malformed-body', 'application/json'],
      ['[1]', 400, 'validation', 'application/json'],
      ['"SECRET"', 400, 'validation', 'application/json'],
      ['<SECRET/>', 415, 'unsupported-media-type', 'application/xml'],
    ])('takes no %j', async (payload, status, code, type) => {
      const sent = await send(payload, { 'content-type': type });
      expect([sent.statusCode, sent.json().code]).toEqual([status, code]);
      expect(sent.payload).not.toContain('SECRET');
    });

    it('takes no more than 256 kB', async () => {
      const sent = await send({ ...box, label: 'x'.repeat(300_000) });
      expect([sent.statusCode, sent.json().code]).toEqual([413, 'too-large']);
    });

    it('survives a body nested without end', async () => {
      const sent = await send(`{"label": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {
        'idempotency-key': 'key-deep',
      });
      expect([sent.statusCode, sent.json().code]).toEqual([400, 'malformed-body']);
    });

    it.each([
      ['GET', '/nowhere/SECRET', 404, 'not-found', undefined],
      ['PUT', '/api/boxes', 405, 'method-not-allowed', 'GET, HEAD, POST'],
      ['PATCH', '/api/boxes/01890000-0000-7000-8000-000000000000', 405, 'method-not-allowed', 'DELETE'],
      ['GET', '/api/boxes/%E0%A4%A', 400, 'bad-request', undefined],
    ] as const)('%s %s is %i', async (method, url, status, code, allow) => {
      const sent = await app.inject({ method, url, headers: actor });
      expect([sent.statusCode, sent.json().code]).toEqual([status, code]);
      expect(sent.headers['allow']).toBe(allow);
      expect(sent.payload).not.toContain('SECRET');
    });
  });

  describe('when it fails itself', () => {
    it('is 500 with the number of the answer and nothing of the error', async () => {
      const sent = await app.inject({ url: '/api/boxes/broken/other', headers: actor });
      expect(sent.json()).toEqual({
        type: '/problemas/internal',
        title: 'Algo falló de nuestro lado',
        status: 500,
        detail: expect.any(String),
        instance: expect.stringMatching(/^urn:uuid:/),
        code: 'internal',
      });
      expect(sent.payload).not.toContain('SECRET');
      const line = lines().find(({ code }) => code === 'internal');
      expect(`urn:uuid:${String(line?.['request'])}`).toBe(sent.json().instance);
      expect(line?.['frames']).toEqual(
        expect.arrayContaining([expect.stringMatching(/^libs\/service\/specs\/sample\.ts:\d+:\d+$/)]),
      );
    });

    it.each(['log', 'views'])('is 503 with a time to try again when the %s cannot answer', async (what) => {
      const sent = await app.inject({ url: `/api/boxes/broken/${what}`, headers: actor });
      expect([sent.statusCode, sent.headers['retry-after'], sent.json().code]).toEqual([503, '5', 'unavailable']);
    });
  });

  it('is a page for a browser', async () => {
    const sent = await app.inject({
      url: '/nowhere',
      headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
    });
    expect(sent.statusCode).toBe(404);
    expect(sent.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(sent.payload).toMatch(/^<!doctype html>\n<html lang="es">.*<h1>No existe<\/h1>/s);
  });

  it('explains every type of problem on a page', async () => {
    for (const url of ['/problemas', '/problemas/validation', '/problemas/box/already-shut']) {
      expect((await app.inject({ url })).statusCode).toBe(200);
    }
    expect((await app.inject({ url: '/problemas/none' })).statusCode).toBe(404);
    const page = await app.inject({ url: '/problemas/box/already-shut', headers: { accept: 'text/html' } });
    expect(page.payload).toContain('La caja ya está cerrada');
  });

  describe('to whom', () => {
    it('is the actor of the header or the cookie', async () => {
      const byHeader = await app.inject({ url: '/api/boxes/me', headers: actor });
      expect(byHeader.json()).toEqual({ code: 'w-1', institution: 'inst-1', role: 'worker' });
      const byCookie = await app.inject({ url: '/api/boxes/me', headers: { cookie: 'a=b; actor=w-9' } });
      expect(byCookie.json().code).toBe('w-9');
    });

    it.each([{}, { 'x-actor': 'nobody' }, { 'x-actor': '../w' }])('is nobody with %p', async (headers) => {
      const sent = await app.inject({ url: '/api/boxes/me', headers });
      expect([sent.statusCode, sent.json().code]).toEqual([401, 'unauthenticated']);
      expect(sent.headers['www-authenticate']).toBe('Actor');
    });
  });

  describe('to a reader who wrote', () => {
    const read = (query: string, headers: Record<string, string> = {}) =>
      app.inject({ url: `/api/boxes${query}`, headers: { ...actor, ...headers } });

    it('waits for the views, and says so when they are late', async () => {
      expect((await read('', { 'consistent-with': '4' })).statusCode).toBe(200);
      expect((await read('?consistentWith=4')).statusCode).toBe(200);
      const late = await read('', { 'consistent-with': '6' });
      expect([late.statusCode, late.headers['retry-after'], late.json().code]).toEqual([503, '1', 'not-caught-up']);
      expect((await read('', { 'consistent-with': '<script>' })).json().code).toBe('position-malformed');
    });

    it('gives a page and a link to the next', async () => {
      const page = await read('?limit=2&colour=red');
      expect(page.json()).toEqual([{ label: 'a' }, { label: 'b' }]);
      expect(page.headers['link']).toBe('</api/boxes?limit=2&colour=red&after=b>; rel="next"');
      expect((await read('?limit=200')).headers['link']).toBeUndefined();
      expect((await read('?limit=201')).json().errors).toEqual([
        { pointer: '/limit', code: 'too-big', message: 'Debe ser 200 o menos.' },
      ]);
    });
  });

  describe('about its health', () => {
    it('is alive without anybody asking as somebody', async () => {
      expect((await app.inject({ url: '/health/live' })).json()).toEqual({ status: 'ok' });
    });
  });

  it('carries headers that keep other content out, on errors too', async () => {
    for (const url of ['/health/live', '/nowhere']) {
      const { headers } = await app.inject({ url });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
  });

  it('is not given to other sites', async () => {
    expect((await send(box, { origin: 'http://evil.example' })).json().code).toBe('cross-origin');
    expect((await send(box, { 'sec-fetch-site': 'cross-site' })).json().code).toBe('cross-origin');
    expect((await send(box, { origin: 'null' })).json().code).toBe('cross-origin');
    expect((await send(box, { origin: 'http://localhost:80' })).statusCode).toBe(201);
    expect((await send(box, { origin: 'null', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
    expect((await app.inject({ url: '/health/live', headers: { host: 'evil.example' } })).statusCode).toBe(421);
  });
});
