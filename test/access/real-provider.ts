import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

/** A real identity provider on loopback, at which whoever is named signs in. */
export class RealProvider {
  readonly #server: Server;
  #provider: Provider | undefined;
  #key: Parameters<SignJWT['sign']>[0] | undefined;
  issuer = '';
  /** Who sits before the browser, and how well they prove it. */
  who = '';
  acr: string | undefined;
  /** How often somebody was asked. */
  asked = 0;

  constructor(private readonly audience: string) {
    this.#server = createServer((request, reply) => {
      if (request.url?.startsWith('/interaction/') === true) void this.#signIn(request, reply);
      else void this.#provider?.callback()(request, reply);
    });
  }

  /** @param back where it sends browsers back to */
  async open(back: string): Promise<void> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    this.#key = privateKey;
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    this.#provider = new Provider(this.issuer, {
      jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'one', alg: 'ES256', use: 'sig' }] },
      clients: [
        {
          client_id: 'chaski',
          token_endpoint_auth_method: 'none',
          id_token_signed_response_alg: 'ES256',
          redirect_uris: [back],
        },
      ],
      acrValues: ['strong'],
      cookies: { keys: ['of-this-spec'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: 'chaski', accountId: oidc.account?.accountId ?? '' });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    });
  }

  async #signIn(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    this.asked += 1;
    const { who: accountId, acr } = this;
    const login = { accountId, ...(acr === undefined ? {} : { acr }) };
    await this.#provider?.interactionFinished(request, reply, { login });
  }

  /** Goes where a browser is sent, until it is sent back. @returns the address it is sent back to */
  async follow(url: string): Promise<string> {
    const jar = new Map<string, string>();
    let at = url;
    while (at.startsWith(this.issuer)) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const each of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (each.split(';')[0] ?? '').split(/=(.*)/s);
        jar.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location === null) throw new Error(await answer.text());
      at = new URL(location, this.issuer).href;
    }
    return at;
  }

  /** An access token as it makes them, with more said of the sign-in. */
  async token(subject: string, claims: Readonly<Record<string, unknown>>): Promise<string> {
    if (this.#key === undefined) throw new Error('it is not open');
    return new SignJWT({ jti: 'j-1', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
      .setIssuer(this.issuer)
      .setAudience(this.audience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(this.#key);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
