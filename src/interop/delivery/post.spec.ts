import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { poster } from './post.js';

describe('one try', () => {
  const servers: Server[] = [];
  const answering = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/here`;
  };
  const closed = async (): Promise<void> => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
  afterEach(closed);
  const post = poster({ loopback: () => true }, 500);
  const tried = (url: string, signal = new AbortController().signal) => post(url, { 'webhook-id': 'a' }, '{}', signal);

  it.each([
    [200, { taken: true }],
    [204, { taken: true }],
    [302, { taken: false, gone: false, why: 'status-302' }],
    [410, { taken: false, gone: true, why: 'status-410' }],
    [500, { taken: false, gone: false, why: 'status-500' }],
  ])('is told by the status %i', async (status, outcome) => {
    expect(await tried(await answering((_, response) => response.writeHead(status).end()))).toEqual(outcome);
  });

  it('follows no redirect', async () => {
    const paths: (string | undefined)[] = [];
    const url = await answering(({ url: path }, response) => {
      paths.push(path);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await tried(url)).toEqual({ taken: false, gone: false, why: 'status-307' });
    expect(paths).toEqual(['/here']);
  });

  it('does not read an answer to its end, however long it is', async () => {
    const url = await answering((_, response) => {
      response.writeHead(200);
      const more = (): void => void response.write('x'.repeat(1_024), () => response.destroyed || more());
      more();
    });
    expect(await tried(url)).toEqual({ taken: true });
  });

  it('does not wait for ever: neither for an answer, nor for the rest of one', async () => {
    const late = { taken: false, gone: false, why: 'timeout' };
    expect(await tried(await answering(() => undefined))).toEqual(late);
    expect(await tried(await answering((_, response) => void response.writeHead(200).write('a')))).toEqual(late);
  });

  it('fails where nobody listens, where nothing may be sent to, and when it is cut off', async () => {
    const url = await answering((_, response) => response.end());
    await closed();
    expect(await tried(url)).toMatchObject({ why: 'no-connection' });
    expect(await tried('https://10.0.0.1/')).toMatchObject({ why: 'address-refused' });
    expect(await tried(url, AbortSignal.abort())).toMatchObject({ taken: false });
  });
});
