import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Introducer, introductionHeader, Introductions, keysPath, ProviderUnavailable } from '../index.js';

const who = { code: 'cem-07', institution: 'pe-150112-cem', role: 'worker' };
const page = { method: 'GET', url: '/mesa/mesa-150112/2026-03?modo=sala' };
const hour = 3_600_000;

describe('An introduction', () => {
  let server: Server;
  let at: string;
  let keys: () => unknown;
  let asked = 0;
  let now = Date.now();
  let door: Introducer;
  const reading = (more: Partial<ConstructorParameters<typeof Introductions>[0]> = {}): Introductions =>
    new Introductions({ from: 'write', at, to: 'report', cooldown: 0, ...more });

  beforeAll(async () => {
    server = createServer((request, reply) => {
      asked += 1;
      reply.writeHead(request.url === keysPath ? 200 : 404, { 'Content-Type': 'application/json' });
      reply.end(JSON.stringify(keys()));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(async () => {
    now = Date.now();
    door = await Introducer.open('write', () => now);
    keys = () => door.keys;
  });

  it('says who asks, to the process and for the request it was made for', async () => {
    const introduction = await door.introduce('report', page, who);
    expect(await reading().read(introduction, page)).toEqual(who);
    expect(await reading().read(undefined, page)).toBeUndefined();
  });

  it('is taken once', async () => {
    const report = reading();
    const introduction = await door.introduce('report', page, who);
    expect(await report.read(introduction, page)).toEqual(who);
    expect(await report.read(introduction, page)).toBeUndefined();
    expect(await report.read(await door.introduce('report', page, who), page)).toEqual(who);
  });

  it.each([
    { ...page, method: 'POST' },
    { ...page, url: '/mesa/mesa-150112/2026-03' },
    { ...page, url: '/mesa/mesa-150112/2026-04?modo=sala' },
  ])('is none for another request: %o', async (other) => {
    expect(await reading().read(await door.introduce('report', page, who), other)).toBeUndefined();
  });

  it('is none for another process, of another process, or after a few seconds', async () => {
    const introduction = await door.introduce('report', page, who);
    expect(await reading({ to: 'audit' }).read(introduction, page)).toBeUndefined();
    expect(await reading({ from: 'audit' }).read(introduction, page)).toBeUndefined();
    now -= 11_000;
    expect(await reading().read(await door.introduce('report', page, who), page)).toBeUndefined();
    now += 30_000;
    expect(await reading().read(await door.introduce('report', page, who), page)).toBeUndefined();
  });

  describe('that somebody else made', () => {
    const claims = { said: who, request: '' };
    const made = async (
      change: Readonly<Record<string, unknown>> = {},
      header: Readonly<Record<string, string>> = {},
      own = false,
    ): Promise<string> => {
      const pair = await generateKeyPair('EdDSA');
      const kid = own ? 'theirs' : (door.keys.keys[1]?.kid ?? '');
      const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'theirs', alg: 'EdDSA', use: 'sig' };
      if (own) keys = () => ({ keys: [jwk] });
      const at = Math.floor(Date.now() / 1_000);
      const usual = { iss: 'write', aud: 'report', iat: at, exp: at + 5, jti: 'j', ...claims };
      // A true digest of the request, from an introduction that was made for it.
      const [, body = ''] = (await door.introduce('report', page, who)).split('.');
      const { request } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { readonly request: string };
      return new SignJWT({ ...usual, request, ...change })
        .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'introduction+jwt', ...header })
        .sign(pair.privateKey);
    };

    it('is none, whichever key it names', async () => {
      expect(await reading().read(await made(), page)).toBeUndefined();
      expect(await reading().read(await made({}, { kid: 'unknown' }), page)).toBeUndefined();
      // That it is the signature alone that was wrong.
      expect(await reading().read(await made({}, {}, true), page)).toEqual(who);
    });

    it.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, string>>?]>([
      ['without an end', { exp: undefined }],
      ['without a beginning', { iat: undefined }],
      ['without an id', { jti: undefined }],
      ['that says nothing', { said: undefined }],
      ['that says more than codes', { said: { ...who, code: '<b>' } }],
      ['that says no text', { said: { ...who, code: 7 } }],
      ['of something else', {}, { typ: 'at+jwt' }],
    ])('%s is none', async (_what, change, header = {}) => {
      expect(await reading().read(await made(change, header, true), page)).toBeUndefined();
    });

    it('is none without a signature, or where it is no token', async () => {
      const [head = '', body = ''] = (await door.introduce('report', page, who)).split('.');
      const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'introduction+jwt' })).toString('base64url');
      for (const token of [`${none}.${body}.`, `${head}.${body}.`, 'x', '', 'x'.repeat(5_000)]) {
        expect(await reading().read(token, page)).toBeUndefined();
      }
    });
  });

  it('is signed by another key every hour, which was shown before, and the one before still is', async () => {
    const report = reading({ keysLast: hour });
    const [next, first] = door.keys.keys;
    const kidOf = (introduction: string): unknown =>
      (JSON.parse(Buffer.from(introduction.split('.')[0] ?? '', 'base64url').toString()) as { kid: unknown }).kid;
    const early = await door.introduce('report', page, who);
    expect(kidOf(early)).toBe(first?.kid);
    await report.read(await door.introduce('report', page, who), page);
    const before = asked;
    now += hour;
    // Back to the present after the turn, where the other process lives.
    await door.introduce('report', page, who);
    now -= hour;
    const late = await door.introduce('report', page, who);
    expect(kidOf(late)).toBe(next?.kid);
    expect(door.keys.keys.map(({ kid }) => kid).slice(1)).toEqual([next?.kid, first?.kid]);
    expect(await report.read(late, page)).toEqual(who);
    expect(asked).toBe(before);
    expect(await reading().read(early, page)).toEqual(who);
  });

  it('shows no private key', () => {
    for (const jwk of door.keys.keys) expect(Object.keys(jwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });

  it('counts no more soon after its key is shown no more', async () => {
    const report = reading({ keysLast: 0 });
    expect(await report.read(await door.introduce('report', page, who), page)).toEqual(who);
    const stolen = door;
    door = await Introducer.open('write', () => now);
    expect(await report.read(await stolen.introduce('report', page, who), page)).toBeUndefined();
    expect(await report.read(await door.introduce('report', page, who), page)).toEqual(who);
  });

  it('cannot be judged while the keys cannot be had', async () => {
    const introduction = await door.introduce('report', page, who);
    await expect(reading({ at: 'http://127.0.0.1:9' }).read(introduction, page)).rejects.toThrow(ProviderUnavailable);
    // In the clear, from another machine: whoever stands between could answer.
    await expect(reading({ at: 'http://10.0.0.7:3000' }).read(introduction, page)).rejects.toThrow('is not asked');
    keys = () => 'nothing';
    await expect(reading().read(introduction, page)).rejects.toThrow(ProviderUnavailable);
  });

  it('also goes before what a process asks for itself', async () => {
    const there = new Introductions({ from: 'write', at, to: 'audit' });
    const heard = createServer((request, reply) => {
      const introduction = String(request.headers[introductionHeader]);
      void there
        .read(introduction, { method: request.method ?? '', url: request.url ?? '' })
        .then((said) => reply.end(JSON.stringify({ said: said ?? null })));
    }).listen(0, '127.0.0.1');
    await once(heard, 'listening');
    const url = new URL(`http://127.0.0.1:${(heard.address() as AddressInfo).port}/x?y=1`);
    expect(await door.ask('audit', url)).toEqual({ said: {} });
    expect(await door.ask('report', url)).toEqual({ said: null });
    heard.closeAllConnections();
    await new Promise((resolve) => heard.close(resolve));
  });
});
