import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type DevIssuer, openDevIssuer } from './dev-issuer.js';

const description = '/.well-known/openid-configuration';

describe('The issuer for development', () => {
  let issuer: DevIssuer;
  beforeAll(async () => {
    const redirect = 'http://127.0.0.1:3000/entrar/respuesta';
    issuer = await openDevIssuer({ audience: 'http://127.0.0.1:3000', client: 'chaski', redirect });
  });
  afterAll(() => issuer.close());

  /** What it answers to whoever asks it by this name; browsers name themselves what they were pointed at. */
  async function asked(host: string, path: string, method = 'GET'): Promise<number | undefined> {
    const asking = request(new URL(path, issuer.issuer), { method, headers: { host } });
    asking.end();
    const [reply] = (await once(asking, 'response')) as [IncomingMessage];
    reply.resume();
    return reply.statusCode;
  }

  it('answers to its own name', async () => {
    const { host } = new URL(issuer.issuer);
    expect(await asked(host, description)).toBe(200);
    expect(await asked(host, '/elsewhere')).toBe(404);
  });

  it.each(['evil.test', 'evil.test:80', '127.0.0.1', 'localhost'])(
    'answers nothing to %s, which may have been pointed at it',
    async (host) => {
      for (const path of [description, '/keys', '/authorize', '/elsewhere']) expect(await asked(host, path)).toBe(421);
      for (const path of ['/authorize', '/token']) expect(await asked(host, path, 'POST')).toBe(421);
    },
  );
});
