import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { sampleApp } from './sample.js';

describe('A request', () => {
  let app: Awaited<ReturnType<typeof sampleApp>>['app'];
  let port: number;
  beforeAll(async () => {
    ({ app } = await sampleApp({}, { publicUrl: 'https://cajas.example' }));
    await app.listen(0, '127.0.0.1');
    port = Number(new URL(await app.getUrl()).port);
  });
  afterAll(() => app.close());

  const post = async (payload: string | Buffer, headers: Record<string, string> = {}) => {
    const sent = await app.inject({
      method: 'POST',
      url: '/api/boxes',
      headers: { 'x-actor': 'w-1', 'content-type': 'application/json', ...headers },
      payload,
    });
    return [sent.statusCode, sent.json<{ code: string }>().code];
  };
  const body = (extra: object) => JSON.stringify({ label: 'a', size: 3, ...extra });

  it.each([
    ['over 256 KiB', () => `"${'a'.repeat(256 * 1024)}"`, 413, 'too-large'],
    ['nested 21 deep', () => `${'['.repeat(21)}1${']'.repeat(21)}`, 400, 'malformed-body'],
    ['nested 10,000 deep', () => `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 400, 'malformed-body'],
    ['of 1,001 fields', () => body(fields(999)), 413, 'too-large'],
    ['with a list of 1,001', () => body({ more: Array.from({ length: 1_001 }, () => 0) }), 413, 'too-large'],
    ['with a text over 32 KiB', () => body({ label: 'a'.repeat(32 * 1024 + 1) }), 413, 'too-large'],
    ['of 1,000 fields', () => body(fields(998)), 400, 'validation'],
    ['with a list of 1,000', () => body({ more: Array.from({ length: 1_000 }, () => 0) }), 400, 'validation'],
  ])('%s is told so', async (_, make, status, code) => {
    expect(await post(make())).toEqual([status, code]);
  });

  it('with many mistakes is told of some, in a small answer', async () => {
    const sent = await app.inject({
      method: 'POST',
      url: '/api/boxes',
      headers: { 'x-actor': 'w-1', 'content-type': 'application/json' },
      payload: body(fields(900)),
    });
    expect([sent.statusCode, sent.payload.length < 4_096]).toEqual([400, true]);
  });

  it('in an encoding is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000));
    for (const encoding of ['gzip', 'br', 'deflate', 'GZIP', 'gzip, identity']) {
      expect(await post(bomb, { 'content-encoding': encoding })).toEqual([415, 'unsupported-media-type']);
    }
  });

  it('says over https that it shall never be asked otherwise, and takes nobody’s word for who stands before it', async () => {
    const { headers } = await app.inject({ url: '/api/boxes/me', headers: { 'x-actor': 'w-1' } });
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    const forwarded = { 'x-forwarded-host': 'cajas.example', 'x-forwarded-proto': 'https', forwarded: 'host=a' };
    const other = await app.inject({ url: '/api/boxes', headers: { host: 'otro.example', ...forwarded } });
    expect(other.statusCode).toBe(421);
  });

  const raw = async (text: string): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.setEncoding('utf8').on('data', (part: string) => (heard += part));
    socket.on('error', () => undefined);
    socket.write(text);
    await once(socket, 'close');
    return heard;
  };
  const start = 'POST /api/boxes HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n';

  it.each([
    ['of two lengths of body', `${start}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ['with two lengths', `${start}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd`, 400],
    ['of a method nobody knows', 'HURL / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400],
    ['that is no HTTP', '\u0016\u0003\u0001hello\r\n\r\n', 400],
    ['with 17 KiB of headers', `${start}X-Long: ${'a'.repeat(17 * 1024)}\r\n\r\n`, 431],
  ])('%s is refused before it is one', async (_, text, status) => {
    const heard = await raw(text);
    expect(heard.split('\r\n')[0]).toContain(`HTTP/1.1 ${status} `);
    expect(heard).toContain('Content-Type: application/problem+json');
    expect(heard).toContain('Cache-Control: no-store');
    expect(heard.length).toBeLessThan(4_096);
  });
});

const fields = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 0]));
