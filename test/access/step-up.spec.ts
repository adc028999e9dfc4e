import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiscoveryService } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createService, fileNotices, ProblemTexts, Provider, ServiceLog, Sessions } from '#service';
import { AppModule } from '../../src/app.module.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import { rowOf } from '../../src/people/access/guard.js';
import { allRoutes } from '../../src/people/access/router.js';
import { routes } from '../../src/people/routes.js';
import { SigningIn } from '../../src/people/signing-in.js';
import { loginOf, StaffDirectory } from '../../src/people/staff-directory.js';
import { stepUpFrom } from '../../src/people/step-up.js';
import { send } from '../../src/platform.js';
import { fillDirectory } from '../acceptance/house.js';
import { RealProvider } from './real-provider.js';
import { people } from './support.js';

const base = 'http://127.0.0.1:3000';
const audience = 'https://chaski.test';
const nobodys = '00000000-0000-4000-8000-000000000000';
const minute = 60_000;
type Headers = Readonly<Record<string, string>>;

/** What is asked a sign-in of a moment ago, and who of those in the specs may do it. */
const guarded: readonly (readonly [route: string, who: string])[] = [
  ['POST /api/emergency-accesses', 'doctor'],
  ['POST /emergencia', 'doctor'],
  ['POST /api/sealings', 'officer'],
  ['POST /api/sealings/:id/approval', 'officer'],
  ['POST /api/sealings/:id/refusal', 'officer'],
  ['POST /derechos/reservas', 'officer'],
  ['POST /derechos/reservas/:id', 'officer'],
  ['POST /api/rights/persons/:person/erasures', 'officer'],
  ['POST /api/rights/erasures/:erasure/approval', 'officer'],
  ['POST /derechos/personas/:person/supresiones', 'officer'],
  ['POST /derechos/supresiones/:erasure/aprobacion', 'officer'],
  ['POST /api/audit/unmaskings/:id/approval', 'officer'],
  ['POST /auditoria/desenmascarar/:id/aprobar', 'officer'],
  ['GET /api/exports/ruv', 'leader'],
  ['GET /api/audit/evidence/:kind/:id', 'auditor'],
];

describe('What cannot be taken back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-step-up-'));
  const real = new RealProvider(audience);
  let app: NestFastifyApplication;
  let strict: NestFastifyApplication;
  let later = 0;
  const now = (): number => Date.now() + later;

  beforeAll(async () => {
    await real.open(`${base}/entrar/respuesta`);
    const provider = new Provider({ issuer: real.issuer, audience, client: { id: 'chaski' } });
    const served = async (name: string, acr: string): Promise<NestFastifyApplication> => {
      const at = join(folder, name);
      const paths = storeAt(join(at, 'data'), join(at, 'vault'), join(at, 'vault-copy'));
      const platform = await openEmbedded({ paths });
      await fillDirectory(platform);
      for (const { code, institution, role, country } of people) {
        const login = await loginOf(platform, { issuer: real.issuer, subject: code });
        const command = { do: 'enrol', login, institution, country, role };
        await send(platform, 'staff', { id: code, command, commandId: code, actor: 'chaski' });
      }
      const stepUp = stepUpFrom({ CHASKI_OIDC_ACR: acr });
      const sessions = new Sessions<never>(undefined, now);
      const signingIn = new SigningIn({
        ...{ provider, staff: new StaffDirectory(platform), publicUrl: base },
        ...{ sessions, stepUp, now },
      });
      const known = { authenticator: signingIn, signingIn };
      return createService(AppModule.on(platform, { notices: await fileNotices(paths.notices), people: () => known }), {
        log: new ServiceLog('error', { write: () => undefined }),
      });
    };
    app = await served('any', '');
    strict = await served('strict', 'strong stronger');
  }, 240_000);
  afterAll(async () => {
    await app.close();
    await strict.close();
    await real.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    later = 0;
    real.acr = undefined;
  });

  const ago = (seconds: number): number => Math.floor(Date.now() / 1_000) - seconds;
  const bearer = async (who: string, claims: Readonly<Record<string, unknown>>): Promise<Headers> => ({
    authorization: `Bearer ${await real.token(who, claims)}`,
  });
  const ask = (route: string, headers: Headers, on = app) => {
    const [method = 'GET', path = '/'] = route.split(' ');
    const url = path.replace(/:[a-z]+/gi, nobodys).replace('*', 'x');
    const sent = method === 'GET' ? { method: 'GET', url, headers } : { method: 'POST', url, headers, payload: {} };
    return on.inject(sent as { method: 'GET'; url: string });
  };
  const codeOf = (answer: Awaited<ReturnType<typeof ask>>): unknown =>
    String(answer.headers['content-type']).includes('json') ? answer.json<{ code?: string }>().code : undefined;

  it('is a list: emergencies, erasures, unmasking, seals, and files that leave', () => {
    const marked = routes.filter(({ confirmed }) => confirmed === true).map(({ route }) => route);
    expect(marked.toSorted()).toEqual(guarded.map(([route]) => route).toSorted());
  });

  it.each(guarded)('asks whoever sends %s for a sign-in of the last five minutes', async (route, who) => {
    for (const claims of [{ auth_time: ago(301) }, { auth_time: ago(-60) }, {}, { auth_time: 'now' }]) {
      const answer = await ask(route, await bearer(who, claims));
      expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'confirm-identity']);
      expect(answer.headers['www-authenticate']).toBe(
        'Bearer error="insufficient_user_authentication", ' +
          'error_description="a more recent or stronger sign-in is needed", max_age="300"',
      );
    }
    expect((await ask(route, await bearer(who, { auth_time: ago(290) }))).statusCode).not.toBe(401);
  });

  it('is all it asks that for', async () => {
    const all = allRoutes(app.get(DiscoveryService, { strict: false }));
    const old = Object.fromEntries(
      await Promise.all(people.map(async ({ code }) => [code, await bearer(code, { auth_time: ago(3_600) })] as const)),
    );
    const asking = new Set<string>();
    for (const route of all) {
      if (rowOf(route)?.on === 'public') continue;
      for (const who of ['doctor', 'officer', 'leader', 'auditor']) {
        const answer = await ask(route, old[who] ?? {});
        if (answer.statusCode === 401) asking.add(route);
      }
    }
    expect([...asking].toSorted()).toEqual(guarded.map(([route]) => route).toSorted());
  }, 240_000);

  it('tells who may not do it at all nothing of it', async () => {
    const old = { auth_time: ago(3_600) };
    expect((await ask('POST /api/sealings', await bearer('doctor', old))).statusCode).toBe(403);
    expect((await ask('GET /api/audit/evidence/:kind/:id', await bearer('doctor', old))).statusCode).toBe(404);
  });

  it('says so in Spanish and in English', async () => {
    const old = await bearer('officer', {});
    const spanish = await ask('POST /api/sealings', old);
    expect(spanish.headers['content-type']).toContain('application/problem+json');
    expect(spanish.json()).toMatchObject({ status: 401, title: 'Confirme que es usted' });
    expect(new ProblemTexts().wording('confirm-identity', 401, 'en').title).toBe('Confirm that it is you');
  });

  it('asks for a sign-in as good as was set, where that was set', async () => {
    const at = 'POST /api/sealings';
    const weak = await ask(at, await bearer('officer', { auth_time: ago(1), acr: 'weak' }), strict);
    expect(weak.headers['www-authenticate']).toContain('max_age="300", acr_values="strong stronger"');
    expect((await ask(at, await bearer('officer', { auth_time: ago(1) }), strict)).statusCode).toBe(401);
    const good = { auth_time: ago(1), acr: 'stronger' };
    expect((await ask(at, await bearer('officer', good), strict)).statusCode).not.toBe(401);
    expect((await ask(at, await bearer('officer', { ...good, auth_time: ago(400) }), strict)).statusCode).toBe(401);
    expect(() => stepUpFrom({ CHASKI_OIDC_ACR: 'a"b' })).toThrow(RangeError);
  });

  describe('on pages', () => {
    const page = { accept: 'text/html' };
    const form = { ...page, 'content-type': 'application/x-www-form-urlencoded' };
    const cookiesOf = (answer: { headers: Record<string, unknown> }): Headers => ({
      cookie: ([answer.headers['set-cookie'] ?? []].flat() as string[])
        .map((each) => each.split(';')[0] ?? '')
        .filter((each) => !each.endsWith('='))
        .join('; '),
    });
    const both = (one: Headers, other: Headers): Headers => ({ cookie: `${one['cookie']}; ${other['cookie']}` });

    /** Goes to the provider from here, and comes back. */
    async function through(who: string, from = '/entrar/ir', session: Headers = { cookie: '' }, on = app) {
      const gone = await on.inject({ url: from, headers: session });
      real.who = who;
      const back = await real.follow(String(gone.headers.location));
      const answer = await on.inject({
        url: back.replace(base, ''),
        headers: both(session, cookiesOf(gone)),
      });
      return { session: cookiesOf(answer), location: String(answer.headers.location), asked: gone.headers.location };
    }
    const linkIn = (body: string): string => /href="(\/entrar\/ir\?sigue=[\w-]{43})"/.exec(body)?.[1] ?? 'none';
    const typed =
      'case=LIM-0001&reason=PERSON_PRESENT&explanation=L%C3%ADnea+uno%0D%0AL%C3%ADnea+%22dos%22&_key=k-1234567';
    const submit = (session: Headers, payload = typed, on = app) =>
      on.inject({ method: 'POST', url: '/emergencia', headers: { ...form, ...session }, payload });

    it('is done at once by whoever has just signed in', async () => {
      const { session, location } = await through('doctor');
      expect(location).toBe('/');
      // There is no case of this code: it was looked for.
      expect((await submit(session)).statusCode).toBe(404);
    });

    it('goes to the provider and comes back to what was typed, which is sent by hand', async () => {
      const { session } = await through('doctor');
      later = 6 * minute;
      const refused = await submit(session);
      expect(refused.statusCode).toBe(401);
      expect(refused.body).toContain('Confirme que es usted');
      const askedBefore = real.asked;
      later = 0;
      const again = await through('doctor', linkIn(refused.body), session);
      const query = new URL(String(again.asked)).searchParams;
      expect([query.get('prompt'), query.get('max_age'), query.get('acr_values')]).toEqual(['login', '300', null]);
      expect(real.asked).toBe(askedBefore + 1);
      expect(again.location).toMatch(/^\/entrar\/seguir\/[\w-]{43}$/);
      const shown = await app.inject({ url: again.location, headers: { ...page, ...again.session } });
      expect(shown.body).toContain('<form method="post" action="/emergencia"');
      expect(shown.body).toContain('name="case" value="LIM-0001"');
      expect(shown.body).toContain('value="Línea uno\r\nLínea &quot;dos&quot;"');
      expect(shown.body).toContain('name="_key" value="k-1234567"');
      expect((await submit(again.session)).statusCode).toBe(404);
      // The session before is over.
      expect((await app.inject({ url: '/api/me', headers: session })).statusCode).toBe(401);
    });

    it('shows what one typed to nobody else, and to nobody who left', async () => {
      const { session } = await through('doctor');
      later = 6 * minute;
      const link = linkIn((await submit(session)).body);
      const ticket = `/entrar/seguir/${link.split('=')[1]}`;
      const see = async (cookies: Headers) => (await app.inject({ url: ticket, headers: cookies })).statusCode;
      expect(await see(session)).toBe(200);
      later = 0;
      const other = await through('centre', link, session);
      expect([other.location, await see(other.session)]).toEqual(['/', 404]);
      const back = await through('doctor');
      expect(await see(back.session)).toBe(200);
      await app.inject({ url: '/salir', headers: back.session });
      expect(await see((await through('doctor')).session)).toBe(404);
    });

    it('forgets what was typed after ten minutes', async () => {
      const { session } = await through('doctor');
      later = 6 * minute;
      const link = linkIn((await submit(session)).body);
      later = 14 * minute;
      const back = await through('doctor', undefined, session);
      later = 17 * minute;
      const url = `/entrar/seguir/${link.split('=')[1]}`;
      expect((await app.inject({ url, headers: back.session })).statusCode).toBe(404);
    });

    it('comes back to a file that was asked for', async () => {
      const { session } = await through('leader');
      later = 6 * minute;
      const url = '/api/exports/ruv?month=2026-03';
      const refused = await app.inject({ url, headers: { ...page, ...session } });
      expect(refused.statusCode).toBe(401);
      later = 0;
      expect((await through('leader', linkIn(refused.body), session)).location).toBe(url);
    });

    it('asks the provider for a better sign-in where one was set, and believes what it says of it', async () => {
      const { session, asked } = await through('doctor', undefined, undefined, strict);
      expect(new URL(String(asked)).searchParams.get('acr_values')).toBeNull();
      const refused = await submit(session, typed, strict);
      expect(refused.statusCode).toBe(401);
      const link = linkIn(refused.body);
      // Without it, nothing has changed.
      const same = await through('doctor', link, session, strict);
      expect(new URL(String(same.asked)).searchParams.get('acr_values')).toBe('strong stronger');
      expect((await submit(same.session, typed, strict)).statusCode).toBe(401);
      real.acr = 'strong';
      const better = await through('doctor', link, same.session, strict);
      expect((await submit(better.session, typed, strict)).statusCode).toBe(404);
    });
  });
});
