import { connect } from 'node:net';
import { type Shell, shell } from './support.js';

/** Bytes no client library would send: what two servers one behind the other could read in two ways, and what is none. */
const about = 'Host: 127.0.0.1\r\nConnection: close\r\nx-actor: counter\r\n';
const get = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\n${about}${more}\r\n`;
const post = (more: string, body: string): string =>
  `POST /api/cases HTTP/1.1\r\n${about}Content-Type: application/json\r\n${more}\r\n${body}`;
const inside = 'GET /api/boards HTTP/1.1\r\n\r\n';

describe('What comes over the wire', () => {
  let here: Shell;
  let port: number;
  beforeAll(async () => {
    here = await shell('warn', { publicUrl: 'https://chaski.example' });
    await here.app.listen(0, '127.0.0.1');
    port = Number(new URL(await here.app.getUrl()).port);
  }, 120_000);
  afterAll(() => here.close());

  /** Everything that comes back until the server hangs up. */
  const answered = (bytes: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let got = '';
      socket.on('data', (some) => (got += some.toString('latin1')));
      // What is still under way when the server hangs up does not arrive.
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(got));
      socket.write(Buffer.from(bytes, 'latin1'));
    });

  it.each<readonly [string, string, number]>([
    ['no request', 'nonsense\r\n\r\n', 400],
    ['a length and pieces', post('Content-Length: 6\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${inside}`), 400],
    ['two lengths', post('Content-Length: 2\r\nContent-Length: 3\r\n', '{}'), 400],
    ['a length below nought', post('Content-Length: -1\r\n', '{}'), 400],
    ['a length with a sign', post('Content-Length: +2\r\n', '{}'), 400],
    ['pieces of another kind', post('Transfer-Encoding: xchunked\r\n', '0\r\n\r\n'), 400],
    ['pieces, then something else', post('Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n'), 400],
    ['a header with a space behind its name', post('Transfer-Encoding : chunked\r\n', '0\r\n\r\n'), 400],
    [
      'pieces that go on about themselves',
      post('Transfer-Encoding: chunked\r\n', `2;${'a'.repeat(20_000)}\r\n{}`),
      400,
    ],
    ['line ends of one character', 'GET /api/cases HTTP/1.1\nHost: 127.0.0.1\n\n', 400],
    ['a header over two lines', get('/api/cases', 'X: a\r\n b\r\n'), 400],
    ['a nought in a header', get('/api/cases', 'X: a\0b\r\n'), 400],
    ['another version', `GET /api/cases HTTP/3.7\r\n${about}\r\n`, 400],
    ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['a method nobody knows', `FOO /api/cases HTTP/1.1\r\n${about}\r\n`, 400],
    ['an address that is not one', get('/%zz'), 400],
    ['an address of 100,000 characters', get(`/${'a'.repeat(100_000)}`), 431],
    ['a header of 100,000 characters', get('/api/cases', `X: ${'a'.repeat(100_000)}\r\n`), 431],
    ['3,000 headers', get('/api/cases', 'a: b\r\n'.repeat(3_000)), 431],
    ['two hosts', `GET /api/cases HTTP/1.1\r\nHost: evil.example\r\n${about}\r\n`, 421],
    ['another host', `GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`, 421],
    ['an asset that is not there', get('/assets/none.css'), 404],
    ['a way out of the assets', get('/assets/..%2f..%2fpackage.json'), 404],
  ])('is refused as a problem, with every header, when it is %s', async (_what, bytes, status) => {
    const got = await answered(bytes);
    expect(got).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(got.match(/HTTP\/1\.1 \d{3} /g)).toHaveLength(1);
    const [head = '', ...body] = got.split('\r\n\r\n');
    for (const header of [
      /^content-type: application\/problem\+json/im,
      /^content-security-policy: default-src 'none'; script-src 'self'/im,
      /^x-content-type-options: nosniff/im,
      /^x-frame-options: DENY/im,
      /^referrer-policy: no-referrer/im,
      /^cache-control: no-store/im,
    ]) {
      expect(head).toMatch(header);
    }
    expect(body.join('').length).toBeLessThan(1_024);
    expect(got).not.toMatch(/node_modules|\n\s+at /);
  });

  it.each([
    ['no host', 'GET /api/cases HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an expectation nobody meets', post('Content-Length: 2\r\nExpect: 200-maybe\r\n', '{}'), 417],
  ])('is refused without a word when it has %s', async (_what, bytes, status) => {
    const [head, body = ''] = (await answered(bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(body.length).toBeLessThan(8);
  });

  it('is one request, whatever the body of it looks like', async () => {
    const got = await answered(`${get('/api/cases', `Content-Length: ${inside.length}\r\n`)}${inside}`);
    expect(got.match(/HTTP\/1\.1 \d{3} /g)).toEqual(['HTTP/1.1 200 ']);
    expect(await answered(`CONNECT evil.example:80 HTTP/1.1\r\n${about}\r\n`)).toBe('');
  });

  it('leaves nothing in the log that would call for somebody', () => {
    expect(here.lines.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
  });
});
