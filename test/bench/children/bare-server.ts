import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { RawLog } from '../support/raw-log.js';
import type { Furnished } from './furnish.js';

/**
 * The bare server to compare with: Fastify and `node:sqlite`, no rules, no guard, no validation, no keys. It appends the
 * very bytes that the product appends for the same two commands, and answers in the same shape.
 *
 * Arguments: a folder with `written.json`, and `group` (whoever is ready shares a commit) or `each` (a transaction each).
 */
const [folder = '.', mode = 'group'] = process.argv.slice(2);
const written = JSON.parse(readFileSync(join(folder, 'written.json'), 'utf8')) as Furnished['written'];
const log = new RawLog(join(folder, 'log.db'));
const streams = new Map<string, number>();
let waiting: { work: () => number; resolve: (position: number) => void }[] = [];

function append(work: () => number): Promise<number> | number {
  if (mode === 'each') return log.commit(work);
  return new Promise((resolve) => {
    if (waiting.length === 0) setImmediate(commitAll);
    waiting.push({ work, resolve });
  });
}

function commitAll(): void {
  const batch = waiting;
  waiting = [];
  const positions = log.commit(() => batch.map(({ work }) => work()));
  for (const [index, { resolve }] of batch.entries()) resolve(positions[index] ?? 0);
}

function insertAll(stream: number, after: number, events: Furnished['written']['send']): number {
  let position = 0;
  for (const [index, event] of events.entries()) {
    position = log.insert(stream, after + index + 1, { ...event, id: randomUUID() });
  }
  return position;
}

const server = fastify({ logger: false });

server.post('/api/referrals', async (_request, reply) => {
  const id = randomUUID();
  const position = await append(() => {
    const key = log.addStream(`referral-${id}`);
    streams.set(id, key);
    return insertAll(key, 0, written.send);
  });
  return reply.code(201).send({ id, revision: 1, position: String(position) });
});

server.post<{ Params: { id: string } }>('/api/referrals/:id/acceptance', async (request, reply) => {
  const key = streams.get(request.params.id);
  if (key === undefined) return reply.code(404).send({});
  const position = await append(() => insertAll(key, 1, written.accept));
  return reply.send({ revision: 1 + written.accept.length, position: String(position) });
});

await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${JSON.stringify({ port: (server.server.address() as { port: number }).port })}\n`);
process.once('SIGTERM', () => void server.close().then(() => log.close()));
