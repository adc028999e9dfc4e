import type { FastifyRequest } from 'fastify';
import { Provider } from '#service';
import { memoryPlatform } from '../../test/support/platform.js';
import { send } from '../platform.js';
import { refresh } from '../runners.js';
import { type DevIssuer, openDevIssuer } from './dev-issuer.js';
import { SigningIn } from './signing-in.js';
import { loginOf, StaffDirectory } from './staff-directory.js';

const publicUrl = 'http://127.0.0.1:3000';
const minute = 60_000;

describe('A sign-in that was begun', () => {
  const platform = memoryPlatform('2026-03-09T15:00:00.000Z');
  let issuer: DevIssuer;
  let signingIn: SigningIn;
  let now = 0;
  beforeAll(async () => {
    const redirect = `${publicUrl}/entrar/respuesta`;
    issuer = await openDevIssuer({ audience: publicUrl, client: 'chaski', redirect });
    const login = await loginOf(platform, { issuer: issuer.issuer, subject: 'ana' });
    const command = { do: 'enrol', login, institution: 'cem', country: 'PE', role: 'worker' };
    await send(platform, 'staff', { id: 'cem-07', command, commandId: 'enrol', actor: 'chaski' });
    await refresh(platform);
    const provider = new Provider({ issuer: issuer.issuer, audience: publicUrl, client: { id: 'chaski' } });
    signingIn = new SigningIn({ provider, staff: new StaffDirectory(platform), publicUrl, now: () => now });
  });
  afterAll(async () => {
    await issuer.close();
    await platform.close();
  });

  const withCookies = (cookies: readonly string[]) =>
    ({ headers: { cookie: cookies.map((each) => each.split(';')[0]).join('; ') } }) as unknown as FastifyRequest;

  /** Goes to the provider, says who it is, and comes back so many minutes later. */
  async function backAfter(minutes: number) {
    const { location, cookies } = await signingIn.begin(withCookies([]));
    const said = await fetch(location, {
      ...{ method: 'POST', redirect: 'manual' },
      body: new URLSearchParams({ subject: 'ana' }),
    });
    const back = new URL(said.headers.get('location') ?? '').searchParams;
    now += minutes * minute;
    return signingIn.finish(withCookies(cookies), back.get('code') ?? '', back.get('state') ?? '');
  }

  it('waits ten minutes for the browser to come back, and no longer', async () => {
    expect(await backAfter(9)).toBeDefined();
    expect(await backAfter(11)).toBeUndefined();
  });
});
