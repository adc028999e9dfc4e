import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { note } from '../prove/figures.js';
import { type Shell, shell } from './support.js';

const headersTimeout = 2_000;
const requestTimeout = 3_000;
const connectionsCheckingInterval = 500;
const sockets = 400;

describe('A server that somebody wants to wear out', () => {
  let here: Shell;
  let port: number;
  beforeAll(async () => {
    here = await shell('error', {
      connections: { headersTimeout, connectionsCheckingInterval, requestTimeout },
    });
    await here.app.listen(0, '127.0.0.1');
    port = Number(new URL(await here.app.getUrl()).port);
  }, 120_000);
  afterAll(() => here.close());

  const healthy = async (): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/cases`, { headers: { 'x-actor': 'counter' } });
    await answer.text();
    return answer.status;
  };

  it.each([
    ['headers', headersTimeout],
    ['body', requestTimeout],
  ] as const)(
    'hangs up on those whose %s takes for ever, and serves the others meanwhile',
    async (part, timeout) => {
      const drips = await Promise.all(Array.from({ length: sockets }, () => dripping(port, part)));
      const open = (): number => drips.filter(({ closedAfter }) => closedAfter() === undefined).length;
      let served = 0;
      const times: number[] = [];
      while (open() > 0) {
        const began = performance.now();
        expect(await healthy()).toBe(200);
        times.push(performance.now() - began);
        served += 1;
        for (const { drip } of drips) drip();
        await pause(100);
      }
      const closed = drips.map(({ closedAfter }) => closedAfter() ?? Infinity);
      const last = Math.round(Math.max(...closed));
      const middle = Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
      note('slow-loris', {
        part,
        sockets,
        closed: closed.length,
        lastAfterMs: last,
        timeout,
        served,
        healthyP50Ms: middle,
      });
      expect(closed).toHaveLength(sockets);
      expect(served).toBeGreaterThan(5);
    },
    60_000,
  );

  it.each(['said', 'unsaid'])(
    'refuses a body of 1 GB before it has come, its length %s',
    async (length) => {
      const before = process.memoryUsage().rss;
      const { status, sent } = await pour(port, 2 ** 30, length === 'said');
      const grown = Math.round((process.memoryUsage().rss - before) / 2 ** 20);
      note('1 GB body', { length, status, sentMiB: Math.round(sent / 2 ** 20), rssGrowthMiB: grown });
      expect(status).toBe(413);
      expect(sent).toBeLessThan(2 ** 26);
      expect(await healthy()).toBe(200);
    },
    60_000,
  );

  it.each([
    ['a gzip bomb', gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }, 415],
    ['a million keys', `{${Array.from({ length: 1_000_000 }, (_, key) => `"${key}":0`).join()}}`, {}, 413],
    ['as many keys as fit', `{${Array.from({ length: 25_000 }, (_, key) => `"${key}":0`).join()}}`, {}, 413],
    ['lists 10,000 deep', '['.repeat(10_000) + ']'.repeat(10_000), {}, 400],
    ['objects 10,000 deep', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), {}, 400],
    ['lists 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000), {}, 400],
    ['a key that would change all objects', '{"__proto__":{"admin":true}}', {}, 400],
  ] as const)('refuses %s', async (_, payload, headers, status) => {
    for (const url of ['/api/cases', '/api/boards', '/api/imports']) {
      const answer = await here.app.inject({
        ...{ method: 'POST', url, payload },
        headers: { 'x-actor': 'leader', 'content-type': 'application/json', ...headers },
      });
      expect([url, answer.statusCode]).toEqual([url, status]);
      expect(answer.payload.length).toBeLessThan(4_096);
    }
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

/** A connection that brings its headers, or its body, one byte at a time. */
async function dripping(port: number, part: 'headers' | 'body') {
  const socket: Socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const began = performance.now();
  let closed: number | undefined;
  socket.on('error', () => undefined).on('close', () => (closed = performance.now() - began));
  const begun = 'POST /api/cases HTTP/1.1\r\nHost: 127.0.0.1\r\n';
  const whole = 'X-Actor: counter\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n';
  socket.resume().write(begun + (part === 'headers' ? 'X-Drip: ' : whole));
  return { closedAfter: () => closed, drip: () => closed === undefined && socket.writable && socket.write('a') };
}

/** Sends a body piece by piece until it is answered, and says how much went out until then. */
function pour(port: number, bytes: number, said: boolean): Promise<{ status: number; sent: number }> {
  const piece = Buffer.alloc(2 ** 16, 'a');
  return new Promise((resolve, reject) => {
    let sent = 0;
    let answered = false;
    const asked = request({
      ...{ host: '127.0.0.1', port, method: 'POST', path: '/api/cases' },
      headers: {
        'x-actor': 'counter',
        'content-type': 'application/json',
        ...(said ? { 'content-length': bytes } : { 'transfer-encoding': 'chunked' }),
      },
    });
    const more = (): void => {
      while (!answered && sent < bytes) {
        sent += piece.length;
        if (!asked.write(piece)) return;
      }
    };
    asked.on('drain', more);
    asked.on('response', (response) => {
      answered = true;
      response.resume();
      resolve({ status: response.statusCode ?? 0, sent });
      asked.destroy();
    });
    asked.on('error', (error) => answered || reject(error));
    more();
  });
}
