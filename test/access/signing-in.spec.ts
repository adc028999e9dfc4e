import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createService, fileNotices, ServiceLog } from '#service';
import { AppModule } from '../../src/app.module.js';
import { type OpenedAccess, openAccess } from '../../src/modes/access.js';
import { accessFrom } from '../../src/modes/access-settings.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import { cem, fillDirectory } from '../acceptance/house.js';

const base = 'http://127.0.0.1:3000';
type Headers = Readonly<Record<string, string>>;

describe('Signing in with a provider', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-sign-in-'));
  const paths = storeAt(join(folder, 'data'), join(folder, 'vault'), join(folder, 'vault-copy'));
  let app: NestFastifyApplication;
  let access: OpenedAccess;

  beforeAll(async () => {
    const platform = await openEmbedded({ paths });
    await fillDirectory(platform);
    const settings = accessFrom({ CHASKI_AUTH: 'dev', CHASKI_FIRST_ADMINISTRATOR: 'first' });
    access = await openAccess(settings, 3000, paths, platform);
    const { people } = access;
    app = await createService(AppModule.on(platform, { notices: await fileNotices(paths.notices), people }), {
      log: new ServiceLog('error', { write: () => undefined }),
    });
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await access.close();
    rmSync(folder, { recursive: true });
  });

  const get = (url: string, headers: Headers = {}) => app.inject({ url, headers });
  const post = (url: string, payload: object, headers: Headers) =>
    app.inject({ method: 'POST', url, headers, payload });
  const cookiesOf = (answer: { headers: Record<string, unknown> }): readonly string[] =>
    [answer.headers['set-cookie'] ?? []].flat() as string[];
  const sent = (cookies: readonly string[]): Headers => ({
    cookie: cookies.map((each) => each.split(';')[0]).join('; '),
  });

  /** Goes to the provider, says there who it is, and comes back. */
  async function begin(subject: string, before: Headers = {}) {
    const gone = await get('/entrar/ir', before);
    const at = String(gone.headers.location);
    const body = new URLSearchParams({ subject });
    const said = await fetch(at, { method: 'POST', body, redirect: 'manual' });
    return { at, back: said.headers.get('location')?.replace(base, '') ?? '', entry: sent(cookiesOf(gone)), gone };
  }
  async function signIn(subject: string, before: Headers = {}): Promise<Headers> {
    const { back, entry } = await begin(subject, before);
    return sent(cookiesOf(await get(back, entry)).filter((each) => each.startsWith('chaski-session')));
  }
  const me = async (headers: Headers): Promise<number> => (await get('/api/me', headers)).statusCode;

  it('goes by code, state, nonce and proof, and leaves a cookie that scripts cannot read', async () => {
    const { at, back, entry } = await begin('first');
    const asked = new URL(at).searchParams;
    expect([asked.get('response_type'), asked.get('code_challenge_method'), asked.get('prompt')]).toEqual([
      ...['code', 'S256', 'login'],
    ]);
    const done = await get(back, entry);
    const session = cookiesOf(done).find((each) => each.startsWith('chaski-session')) ?? '';
    expect(session).toMatch(/^chaski-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const known = (await get('/api/me', sent([session]))).json();
    expect(known).toMatchObject({ role: 'administrator', institution: 'administracion' });
    // A code is good once, and its state for the browser that began.
    expect((await get(back, entry)).statusCode).toBe(401);
  });

  it('that brings a code the provider refuses is refused with the way to sign in again, not called a failure', async () => {
    const { back, entry } = await begin('first');
    const refused = back.replace(/code=[^&]+/, 'code=of-nobody');
    const { statusCode, body } = await get(refused, { ...entry, accept: 'text/html' });
    expect([statusCode, body.includes('href="/entrar"')]).toEqual([401, true]);
  });

  it('is refused to another browser, and to whoever nobody enrolled', async () => {
    const { back } = await begin('first');
    expect((await get(back)).statusCode).toBe(401);
    const stranger = await begin('stranger');
    expect((await get(stranger.back, stranger.entry)).statusCode).toBe(401);
    expect((await get('/entrar/ir', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  });

  it('ends the session of the one before, and on leaving one’s own', async () => {
    const first = await signIn('first');
    expect(await me(first)).toBe(200);
    const second = await signIn('first', first);
    expect([await me(first), await me(second)]).toEqual([401, 200]);
    await get('/salir', second);
    expect(await me(second)).toBe(401);
  });

  it('believes no code in a header, and no form of another site', async () => {
    expect(await me({ 'x-actor': 'demo-cem-01', cookie: 'actor=demo-cem-01' })).toBe(401);
    const first = await signIn('first');
    const enrol = { code: 'x-1', issuer: 'https://idp.test', subject: 's', institution: cem, role: 'worker' };
    const from = { ...first, origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' };
    expect((await post('/api/staff', enrol, from)).statusCode).toBe(403);
  });

  it('lets in whoever was enrolled, as what they are now, and at once no more', async () => {
    const first = await signIn('first');
    const { at } = await begin('ana');
    const issuer = new URL(at).origin;
    const enrol = { code: 'cem-07', issuer, subject: 'ana', institution: cem, role: 'worker' };
    expect((await post('/api/staff', enrol, first)).statusCode).toBe(201);
    expect((await post('/api/staff', { ...enrol, code: 'cem-08' }, first)).json().code).toBe('staff/login-taken');
    const ana = await signIn('ana');
    expect((await get('/api/me', ana)).json()).toEqual({ code: 'cem-07', institution: cem, role: 'worker' });
    expect((await get('/api/staff', ana)).statusCode).toBe(403);
    await post('/api/staff/cem-07/suspension', { reason: 'LOST_DEVICE' }, first);
    expect(await me(ana)).toBe(401);
    await post('/api/staff/cem-07/reinstatement', {}, first);
    expect(await me(ana)).toBe(200);
    await post('/api/staff/cem-07/departure', {}, first);
    expect(await me(ana)).toBe(401);
  });

  it('is new enough for what cannot be taken back', async () => {
    const first = await signIn('first');
    const { at } = await begin('eva');
    const enrol = { code: 'cem-09', issuer: new URL(at).origin, subject: 'eva', institution: cem, role: 'worker' };
    expect((await post('/api/staff', enrol, first)).statusCode).toBe(201);
    const emergency = await post('/api/emergency-accesses', {}, await signIn('eva'));
    expect([emergency.statusCode, emergency.json().code]).toEqual([400, 'validation']);
  });

  it('does not open a store in which everybody was believed, nor the other way round', async () => {
    const platform = { demo: false, log: { head: async () => '1' } } as never;
    await expect(openAccess(accessFrom({}), 0, paths, platform)).rejects.toThrow('no es una demostración');
    const marked = storeAt(join(folder, 'marked'), join(folder, 'v'), join(folder, 'w'));
    const empty = await openEmbedded({ paths: marked });
    await openAccess(accessFrom({}), 0, marked, empty);
    await openAccess(accessFrom({}), 0, marked, platform);
    await expect(openAccess(accessFrom({ CHASKI_AUTH: 'dev' }), 0, marked, empty)).rejects.toThrow('sin control');
    await empty.close();
  });
});
