import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sqliteLog } from '#event-log/sqlite';
import { furnish } from '../faults/support/furnish.js';
import { layoutOf, Server } from '../faults/support/server.js';
import { readsOf } from '../../src/reads.js';
import { note } from '../prove/figures.js';

/**
 * Kills a server while people read personal data, again and again: of whatever reached a reader, case by case or in a list,
 * the second log says that it was read.
 *
 * `--times N` kills (20). Exit code 1 when a reading has no record, or when nothing was read.
 */
const { values } = parseArgs({ options: { times: { type: 'string', default: '20' } } });
const times = Number(values.times);
if (!Number.isSafeInteger(times) || times < 1) throw new Error('--times is a whole number from 1');

const reader = 'demo-comisaria-familia-01';
const readers = 8;
/** One of so many readings is of the list of all cases. */
const ofLists = 4;
const cases = 12;
const folder = mkdtempSync(join(tmpdir(), 'chaski-reads-kill-'));

const newCase = {
  ...{ district: '150112', entry: 'SELF', condition: 'NEW', sex: 'F', age: 31 },
  ...{ types: ['PHYSICAL'], principal: 'PHYSICAL', complaint: true },
};

/** Readings whose whole answer came, by the case they were of. */
const held = new Map<string, number>();
const total = (): number => [...held.values()].reduce((sum, count) => sum + count, 0);
/** Lists of all cases whose whole answer came. */
let lists = 0;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
let server: Server | undefined;
let next: Server | undefined;
const began = performance.now();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void killAll().then(() => process.exit(130)));
}

try {
  await furnish(folder);
  const ids = await openCases();
  let kills = 0;
  while (kills < times) {
    const port = await started();
    const agent = new Agent({ keepAlive: true, maxSockets: readers });
    const reading = Array.from({ length: readers }, (_, index) => readOn(agent, port, ids, index));
    // From the first answer on, and no sooner: before it there is nothing to have been read.
    await Promise.race([answered(), Promise.all(reading)]);
    await wait(Math.random() * 500);
    if (!(await server?.kill())) throw new Error(`the server ended by itself: see ${join(folder, 'stderr')}`);
    await Promise.all(reading);
    agent.destroy();
    kills += 1;
  }
  await report(kills, ids);
} finally {
  await killAll();
  rmSync(folder, { recursive: true, force: true });
}

/** Resolves when one more reading has come. */
async function answered(): Promise<void> {
  const before = total();
  while (total() === before) await wait(2);
}

/** Starts the server that was loading, and has another one load. */
async function started(): Promise<number> {
  server = next ?? new Server(folder);
  next = new Server(folder);
  server.start();
  const port = await server.listening;
  if (port === undefined) throw new Error('the server ended by itself');
  return port;
}

async function killAll(): Promise<void> {
  await Promise.all([server?.kill(), next?.kill()]);
}

async function openCases(): Promise<readonly string[]> {
  const port = await started();
  const agent = new Agent({ keepAlive: true });
  const ids: string[] = [];
  for (let index = 0; index < cases; index += 1) {
    const body = { ...newCase, identity: { name: `P-${index}` } };
    const answer = await ask(agent, port, 'POST', '/api/cases', body);
    if (answer?.status !== 201) throw new Error(`no case was opened: ${answer?.status ?? 'no answer'}`);
    ids.push(String(answer.body['id']));
  }
  agent.destroy();
  await server?.stop();
  return ids;
}

/** Reads one case after the other, and now and then all of them in a list, until the server is gone. */
async function readOn(agent: Agent, port: number, ids: readonly string[], first: number): Promise<void> {
  for (let turn = first; ; turn += 1) {
    const index = turn % ids.length;
    const id = ids[index] ?? '';
    const isList = turn % ofLists === 0;
    const answer = await ask(agent, port, 'GET', isList ? '/api/cases' : `/api/cases/${id}?reveal=identity`);
    if (answer === undefined) return;
    if (isList && answer.status === 200) {
      if (!ids.every((each) => JSON.stringify(answer.body).includes(each))) throw new Error('a list without a case');
      lists += 1;
      continue;
    }
    const { name } = (answer.body['identity'] ?? {}) as { readonly name?: string };
    if (answer.status === 200 && name === `P-${index}`) held.set(id, (held.get(id) ?? 0) + 1);
    else if (answer.status !== 503) throw new Error(`a reading was answered with ${answer.status}`);
  }
}

/** For each case: at least as many records of her identity being opened as readings that came; and so for lists. */
async function report(kills: number, ids: readonly string[]): Promise<void> {
  const log = sqliteLog({ path: layoutOf(folder).reads });
  let [readings, records, missing] = [0, 0, 0];
  for (const [id, count] of held) {
    let opened = 0;
    for await (const { type, data, metadata } of log.readStream(readsOf(`case-${id}`))) {
      const { section } = data as { readonly section?: string };
      if (type === 'SectionOpened' && section === 'identity' && metadata['actor'] === reader) opened += 1;
    }
    readings += count;
    records += opened;
    missing += Math.max(0, count - opened);
  }
  let listed = 0;
  for await (const { events } of log.readAll({ types: ['Listed'] })) {
    for (const { data, metadata } of events) {
      const { lines } = data as { readonly lines: readonly string[] };
      if (metadata['actor'] === reader && ids.every((id) => lines.includes(`case-${id}`))) listed += 1;
    }
  }
  missing += Math.max(0, lists - listed);
  await log.close();
  const seconds = Math.round((performance.now() - began) / 1_000);
  const figures = { kills, readings, records, lists, listed, missing, seconds };
  note('reads-kill', figures);
  console.log(JSON.stringify(figures));
  if (missing > 0 || readings < kills || lists === 0) process.exitCode = 1;
}

interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Undefined when the connection broke before the whole answer had come. */
function ask(agent: Agent, port: number, method: string, path: string, body?: object): Promise<Reply | undefined> {
  return new Promise((resolve) => {
    const headers = { 'x-actor': reader, 'content-type': 'application/json' };
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('error', () => resolve(undefined));
      response.on('end', () =>
        resolve(
          response.complete ? { status: response.statusCode ?? 0, body: JSON.parse(text) as Reply['body'] } : undefined,
        ),
      );
    });
    sent.on('error', () => resolve(undefined));
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
