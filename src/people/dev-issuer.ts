import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An identity provider for development, in this process. */
export interface DevIssuer {
  readonly issuer: string;
  readonly close: () => Promise<void>;
}

export interface DevIssuerOptions {
  readonly audience: string;
  readonly client: string;
  /** The one address it sends browsers back to. */
  readonly redirect: string;
}

interface Code {
  readonly subject: string;
  readonly nonce: string;
  readonly challenge: string;
  /** What is said of the sign-in: when it was, and how well it proved who it is. */
  readonly claims: Readonly<Record<string, string | number>>;
}

const kid = 'development';
const headers = { 'Cache-Control': 'no-store', 'X-Auth-Mode': 'dev' };

/**
 * Believes whoever types who they are. It has no users and no passwords: its key is made when it starts, is never written,
 * and what it says counts for nobody who was not enrolled. It asks each time, and signs in as well as is asked for. Binds to 127.0.0.1 and cannot be told otherwise,
 * and answers to that name alone: a foreign one that was pointed at it would let its pages ask for tokens.
 */
export async function openDevIssuer({ audience, client, redirect }: DevIssuerOptions): Promise<DevIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'EdDSA' };
  const codes = new Map<string, Code>();
  let issuer = '';

  const sign = (to: string, subject: string, typ: string, more: Code['claims']): Promise<string> =>
    new SignJWT({ ...more, jti: randomBytes(16).toString('hex') })
      .setProtectedHeader({ alg: 'EdDSA', kid, typ })
      .setIssuer(issuer)
      .setAudience(to)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(privateKey);

  const routes: Readonly<Record<string, (request: IncomingMessage, reply: ServerResponse, url: URL) => unknown>> = {
    'GET /.well-known/openid-configuration': (_, reply) =>
      json(reply, 200, {
        ...{ issuer, jwks_uri: `${issuer}/keys` },
        ...{ authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
      }),
    'GET /keys': (_, reply) => json(reply, 200, { keys: [jwk] }),
    'GET /authorize': (_, reply, { searchParams }) => {
      const page = `<!doctype html><html lang="es"><meta charset="utf-8"><title>Desarrollo</title><form method="post">
<label>¿Quién ingresa? <input name="subject" autocomplete="off" autofocus></label><button>Ingresar</button></form>`;
      const asked = searchParams.get('redirect_uri') === redirect && searchParams.get('client_id') === client;
      reply.writeHead(asked ? 200 : 400, { ...headers, 'Content-Type': 'text/html; charset=utf-8' });
      reply.end(asked ? page : '');
    },
    'POST /authorize': async (request, reply, { searchParams }) => {
      const subject = new URLSearchParams(await text(request)).get('subject') ?? '';
      const challenge = searchParams.get('code_challenge') ?? '';
      if (searchParams.get('redirect_uri') !== redirect || subject === '' || challenge === '') {
        return json(reply, 400, { error: 'invalid_request' });
      }
      const code = randomBytes(32).toString('base64url');
      const [acr = ''] = (searchParams.get('acr_values') ?? '').split(' ');
      const claims = { auth_time: Math.floor(Date.now() / 1_000), ...(acr === '' ? {} : { acr }) };
      codes.set(code, { subject, challenge, claims, nonce: searchParams.get('nonce') ?? '' });
      const back = new URL(redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', searchParams.get('state') ?? '');
      reply.writeHead(303, { ...headers, Location: back.href }).end();
    },
    'POST /token': async (request, reply) => {
      const said = new URLSearchParams(await text(request));
      const code = said.get('code') ?? '';
      const found = codes.get(code);
      codes.delete(code);
      const proof = createHash('sha256')
        .update(said.get('code_verifier') ?? '')
        .digest('base64url');
      if (found?.challenge !== proof) return json(reply, 400, { error: 'invalid_grant' });
      const { subject, nonce, claims } = found;
      json(reply, 200, {
        id_token: await sign(client, subject, 'JWT', { ...claims, nonce }),
        access_token: await sign(audience, subject, 'at+jwt', claims),
        token_type: 'Bearer',
      });
    },
  };

  const server = createServer((request, reply) => {
    if (request.headers.host !== new URL(issuer).host) return json(reply, 421, {});
    const url = new URL(request.url ?? '/', issuer);
    const route = routes[`${request.method} ${url.pathname}`];
    if (route === undefined) json(reply, 404, {});
    else Promise.resolve(route(request, reply, url)).catch(() => reply.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function json(reply: ServerResponse, status: number, body: object): void {
  reply.writeHead(status, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
