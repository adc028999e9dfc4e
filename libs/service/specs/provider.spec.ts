import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';
import { Provider as OidcProvider } from 'oidc-provider';
import { Provider, ProviderUnavailable } from '../index.js';

const audience = 'https://chaski.test';

async function newKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' };
  return { kid, privateKey, publicKey, jwk };
}
type Key = Awaited<ReturnType<typeof newKey>>;

/** A real identity provider on loopback, whose keys can be changed. */
class Real {
  readonly #server: Server;
  issuer = '';
  #answer: ReturnType<OidcProvider['callback']> | undefined;

  constructor() {
    this.#server = createServer((request, reply) => void this.#answer?.(request, reply));
  }

  async open(key: Key): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    this.rotate(key);
  }

  rotate(...keys: readonly Key[]): void {
    const provider = new OidcProvider(this.issuer, {
      jwks: { keys: keys.map(({ jwk }) => jwk) },
      clients: [
        {
          client_id: 'machine',
          client_secret: 'not-a-secret-of-anything',
          grant_types: ['client_credentials'],
          id_token_signed_response_alg: 'ES256',
          redirect_uris: [],
          response_types: [],
        },
      ],
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: () => ({
            scope: '',
            audience,
            accessTokenFormat: 'jwt' as const,
            jwt: { sign: { alg: 'ES256' as const } },
          }),
        },
      },
    });
    this.#answer = provider.callback();
  }

  /** An access token as the provider itself makes it. */
  async token(): Promise<string> {
    const body = new URLSearchParams({ grant_type: 'client_credentials', resource: audience });
    const authorization = `Basic ${Buffer.from('machine:not-a-secret-of-anything').toString('base64')}`;
    const answer = await fetch(`${this.issuer}/token`, { method: 'POST', body, headers: { authorization } });
    const said = (await answer.json()) as { access_token?: string };
    if (said.access_token === undefined) throw new Error(JSON.stringify(said));
    return said.access_token;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

describe('Tokens of a real identity provider', () => {
  const real = new Real();
  let key: Key;
  let provider: Provider;

  beforeAll(async () => {
    key = await newKey('one');
    await real.open(key);
    provider = new Provider({ issuer: real.issuer, audience, cooldown: 0 });
  });
  afterAll(() => real.close());

  /** A token as the provider could make it, with something else about it. */
  const made = (
    claims: Readonly<Record<string, unknown>> = {},
    header: Readonly<Record<string, string>> = {},
    by: Parameters<SignJWT['sign']>[0] = key.privateKey,
  ): Promise<string> => {
    const now = Math.floor(Date.now() / 1_000);
    const usual = { iss: real.issuer, aud: audience, sub: 'somebody', iat: now, exp: now + 60, jti: 'j-1' };
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'at+jwt', ...header })
      .sign(by);
  };
  const seconds = (from: number): number => Math.floor(Date.now() / 1_000) + from;

  it('say who it is, as the provider makes them', async () => {
    expect(await provider.identify(await real.token())).toEqual({ issuer: real.issuer, subject: 'machine' });
    expect(await provider.identify(await made())).toEqual({ issuer: real.issuer, subject: 'somebody' });
    const signedIn = { issuer: real.issuer, subject: 'somebody', authTime: 1_700_000_000, acr: 'strong' };
    expect(await provider.identify(await made({ auth_time: 1_700_000_000, acr: 'strong' }))).toEqual(signedIn);
    const odd = await made({ auth_time: 'just now', acr: ['strong'] });
    expect(await provider.identify(odd)).toEqual({ issuer: real.issuer, subject: 'somebody' });
  });

  it.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, string>>?]>([
    ['for somebody else', { aud: 'https://other.test' }],
    ['of another issuer', { iss: 'https://other.test' }],
    ['that are over', { exp: seconds(-10) }],
    ['that do not hold yet', { nbf: seconds(60) }],
    ['that are old', { iat: seconds(-3_600), exp: seconds(60) }],
    ['without an end', { exp: undefined }],
    ['without an id', { jti: undefined }],
    ['without a beginning', { iat: undefined }],
    ['about nobody', { sub: undefined }],
    ['that were made to say who signed in', {}, { typ: 'JWT' }],
  ])('say nothing %s', async (_, claims, header = {}) => {
    expect(await provider.identify(await made(claims, header))).toBeUndefined();
  });

  it('say nothing unsigned, or signed with what everybody knows', async () => {
    const [, payload] = (await made()).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    expect(await provider.identify(`${none}.${payload}.`)).toBeUndefined();
    const known = new TextEncoder().encode(await exportSPKI(key.publicKey));
    expect(await provider.identify(await made({}, { alg: 'HS256' }, known))).toBeUndefined();
  });

  it('say nothing where they are no token, or are much too long', async () => {
    expect(await provider.identify('a.b.c')).toBeUndefined();
    expect(await provider.identify(`${'x'.repeat(1_000_000)}.y.z`)).toBeUndefined();
  });

  it('signed with a key the provider has from now on are known, with one it no longer has are not', async () => {
    const second = await newKey('two');
    const early = await made({}, { kid: 'two' }, second.privateKey);
    expect(await provider.identify(early)).toBeUndefined();
    real.rotate(second);
    expect(await provider.identify(early)).toBeDefined();
    expect(await provider.identify(await made())).toBeUndefined();
    real.rotate(key);
    expect(await provider.identify(await made())).toBeDefined();
  });

  it('with a key nobody knows make it ask once while it cools down', async () => {
    let asked = 0;
    const jwks = { keys: [{ ...(await exportJWK(key.publicKey)), kid: key.kid, alg: 'ES256' }] };
    const server = createServer((request, reply) => {
      const { port } = server.address() as AddressInfo;
      const issuer = `http://127.0.0.1:${port}`;
      if (request.url === '/keys') asked += 1;
      const description = {
        ...{ issuer, jwks_uri: `${issuer}/keys` },
        ...{ authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/t` },
      };
      reply.end(JSON.stringify(request.url === '/keys' ? jwks : description));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const calm = new Provider({ issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, audience });
    for (const kid of ['x', 'y', 'z']) expect(await calm.identify(await made({}, { kid }))).toBeUndefined();
    expect(asked).toBe(1);
    server.closeAllConnections();
    server.close();
  });

  it('cannot be judged while the provider is away, sends elsewhere, or says too much', async () => {
    const away = new Provider({ issuer: 'http://127.0.0.1:9', audience });
    await expect(away.identify(await made())).rejects.toThrow(ProviderUnavailable);
    const clear = new Provider({ issuer: 'http://idp.test', audience });
    await expect(clear.identify(await made())).rejects.toThrow('is not asked');
    for (const answer of ['elsewhere', 'large', 'other-host'] as const) {
      const server = createServer((_, reply) => {
        const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        if (answer === 'elsewhere') reply.writeHead(302, { Location: `${real.issuer}/` });
        const at = { authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/t` };
        const body = { issuer, jwks_uri: 'http://127.0.0.1:1/keys', ...at };
        reply.end(answer === 'large' ? 'x'.repeat(300_000) : JSON.stringify(body));
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const odd = new Provider({ issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, audience });
      await expect(odd.identify(await made())).rejects.toThrow(ProviderUnavailable);
      server.closeAllConnections();
      server.close();
    }
  });
});
