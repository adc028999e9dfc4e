import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { verifierKeyText } from '../keys.js';
import type { Witness } from './witness.js';

/** A request holds at most 63 hashes and 64 signatures. */
const mostBytes = 64 * 1024;

/**
 * A witness over HTTP: `POST /add-checkpoint`, `GET /<SHA-256 of the origin>/checkpoint`, and `GET /key`, which says under
 * which key it signs. Not listening yet.
 */
export function witnessServer(witness: Witness, failed: (error: unknown) => void): Server {
  const server = createServer({ requestTimeout: 8_000, headersTimeout: 5_000 }, (request, response) => {
    answer(witness, request, response).catch((error: unknown) => {
      failed(error);
      if (!response.headersSent) say(response, 500, 'failed\n');
    });
  });
  server.maxRequestsPerSocket = 1_000;
  return server;
}

async function answer(witness: Witness, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '/' } = request;
  if (method === 'POST' && url === '/add-checkpoint') {
    const body = await bodyOf(request);
    if (body === undefined) return say(response, 413, 'too long\n');
    const { status, type, body: said } = witness.addCheckpoint(body);
    return say(response, status, said, type);
  }
  if (method === 'GET' && url === '/key') return say(response, 200, `${verifierKeyText(witness.key)}\n`);
  const [, originHash] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(url) ?? [];
  const note = method === 'GET' && originHash !== undefined ? witness.latest(originHash) : undefined;
  if (note === undefined) return say(response, 404, 'not found\n');
  return say(response, 200, note);
}

/** Undefined when it is longer than any request can be. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function say(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
