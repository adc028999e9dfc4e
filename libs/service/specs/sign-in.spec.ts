import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Provider, ProviderUnavailable, type SignIn } from '../index.js';

const client = 'pages';
const redirect = 'https://chaski.test/entrar/respuesta';

/** What the token endpoint answers with: a status, a body, or where it sends on. */
interface Answer {
  readonly status?: number;
  readonly body?: object;
  readonly location?: string;
}

/** The provider's side of a sign-in, which says what a test wants it to say. */
describe('Whom an ID token proves', () => {
  let server: Server;
  let issuer: string;
  let provider: Provider;
  let answer: Answer;
  let asked: URLSearchParams;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;

  beforeAll(async () => {
    keys = await generateKeyPair('EdDSA');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', use: 'sig', alg: 'EdDSA' };
    server = createServer((request, reply) => {
      const json = (status: number, body: object, headers: Record<string, string> = {}) =>
        reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
      if (request.url === '/keys') return json(200, { keys: [jwk] });
      if (request.url === '/elsewhere') return json(200, answer.body ?? {});
      if (request.url === '/token') {
        return void text(request).then((body) => {
          asked = new URLSearchParams(body);
          const { status = 200, location } = answer;
          json(status, answer.body ?? {}, location === undefined ? {} : { location });
        });
      }
      return json(200, {
        ...{ issuer, jwks_uri: `${issuer}/keys` },
        ...{ authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    provider = new Provider({ issuer, audience: 'https://chaski.test', client: { id: client } });
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const begun = async (): Promise<SignIn> => (await provider.begin(redirect, { maxAge: 300 })).signIn;
  const idToken = (claims: Readonly<Record<string, unknown>>, by = keys.privateKey): Promise<string> => {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ iss: issuer, aud: client, sub: 'somebody', iat: now, exp: now + 60, ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'one', typ: 'JWT' })
      .sign(by);
  };
  const finished = (signIn: SignIn) => provider.finish('the-code', redirect, signIn);

  it('is who it names, when it was made for this sign-in; the code is given back with the proof of who began', async () => {
    const { url, signIn } = await provider.begin(redirect, { maxAge: 300 });
    answer = { body: { id_token: await idToken({ nonce: signIn.nonce }) } };
    expect(await finished(signIn)).toEqual({ issuer, subject: 'somebody' });
    const challenge = createHash('sha256').update(signIn.verifier).digest('base64url');
    expect(new URL(url).searchParams.get('code_challenge')).toBe(challenge);
    expect(Object.fromEntries(asked)).toEqual({
      ...{ grant_type: 'authorization_code', code: 'the-code', redirect_uri: redirect },
      ...{ client_id: client, code_verifier: signIn.verifier },
    });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['of another sign-in', { nonce: 'another' }],
    ['of none', { nonce: undefined }],
    ['for another client', { aud: 'other' }],
    ['for whom our access tokens are', { aud: 'https://chaski.test' }],
    ['of another issuer', { iss: 'https://other.test' }],
    ['that is over', { exp: 1 }],
    ['about nobody', { sub: undefined }],
  ])('is nobody by one %s', async (_, claims) => {
    const signIn = await begun();
    answer = { body: { id_token: await idToken({ nonce: signIn.nonce, ...claims }) } };
    expect(await finished(signIn)).toBeUndefined();
  });

  it('is nobody by one signed by somebody else, or by nobody, or by none at all', async () => {
    const signIn = await begun();
    const { nonce } = signIn;
    const good = await idToken({ nonce });
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const others = (await generateKeyPair('EdDSA')).privateKey;
    const bad = [
      await idToken({ nonce }, others),
      `${unsigned}.${good.split('.')[1]}.`,
      'x'.repeat(9_000),
      7,
      undefined,
    ];
    for (const token of bad) {
      answer = { body: { id_token: token } };
      expect(await finished(signIn)).toBeUndefined();
    }
  });

  it('is nobody by a code the provider refuses: it was used, it is over, or it is not this sign-in’s', async () => {
    const signIn = await begun();
    answer = { status: 400, body: { error: 'invalid_grant' } };
    expect(await finished(signIn)).toBeUndefined();
  });

  it.each<[string, Answer]>([
    ['that it does not know us', { status: 401, body: { error: 'invalid_client' } }],
    ['that we ask wrongly', { status: 400, body: { error: 'unauthorized_client' } }],
    ['no, and not why', { status: 400, body: {} }],
    ['that it broke', { status: 500, body: { error: 'invalid_grant' } }],
    ['that others ask too much', { status: 429, body: { error: 'invalid_grant' } }],
  ])('cannot be told where the provider says %s', async (_, said) => {
    const signIn = await begun();
    answer = said;
    await expect(finished(signIn)).rejects.toThrow(ProviderUnavailable);
  });

  it('is not looked for where the provider sends on to', async () => {
    const signIn = await begun();
    const body = { id_token: await idToken({ nonce: signIn.nonce }) };
    for (const status of [302, 303, 307, 308]) {
      answer = { status, body, location: `${issuer}/elsewhere` };
      await expect(finished(signIn)).rejects.toThrow(ProviderUnavailable);
    }
  });
});
