import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Furnished } from '../children/furnish.js';
import type { Bench, Contest } from '../support/contest.js';
import type { Figures } from '../support/figures.js';
import { burst, type Post } from '../support/http-load.js';
import { ask, running, Server } from '../support/process.js';
import { layout, note, receiver, service } from '../support/store.js';

const bare = fileURLToPath(new URL('../children/bare-server.ts', import.meta.url));
const product = fileURLToPath(new URL('../../../dist/src/main.js', import.meta.url));

/** Whole commands over HTTP, beside servers that do nothing but append the same bytes. */
export const http: Bench = {
  name: 'http',
  about: 'POST /api/referrals and its acceptance: guard, validation, rules, seal, append, flush',
  durable: true,
  run: async (contest) => {
    const folder = contest.folder();
    const furnished = await ask<Furnished>('furnish', { folder, cases: contest.count(3_000, 100) }, { env: {} });
    const servers: Record<string, Server> = {};
    try {
      await start(servers, contest, folder, furnished);
      for (const server of Object.values(servers)) await commands(contest, server, furnished.cases, 8, 0.5);
      for (const connections of [32, 1]) {
        await contest.inTurn(
          Object.fromEntries(
            Object.entries(servers).map(([name, server]) => [
              `${name}, ${connections}`,
              () => commands(contest, server, furnished.cases, connections, 1),
            ]),
          ),
        );
      }
    } finally {
      await Promise.all(Object.values(servers).map((server) => server.stop()));
    }
    compare(contest);
  },
};

/** Puts every server into `servers` as soon as it runs, so that it can be stopped whatever comes next. */
async function start(
  servers: Record<string, Server>,
  contest: Contest,
  folder: string,
  { written }: Furnished,
): Promise<void> {
  const paths = layout(folder);
  const where = { CHASKI_DATA: paths.data, CHASKI_VAULT: paths.vault, CHASKI_VAULT_COPY: paths.vaultCopy };
  const { env } = contest.disk;
  const begin = (mode: 'group' | 'each'): Promise<Server> => {
    const own = contest.folder();
    writeFileSync(join(own, 'written.json'), JSON.stringify(written));
    return Server.start([...running(bare), own, mode], env, join(own, 'output'));
  };
  const listening = { ...where, ...env, HOST: '127.0.0.1', PORT: '0' };
  servers['product'] = await Server.start([product], listening, join(folder, 'output'));
  servers['bare, group commit'] = await begin('group');
  servers['bare, one a transaction'] = await begin('each');
}

/** Sends referrals for some seconds, then accepts them. */
async function commands(
  contest: Contest,
  server: Server,
  cases: readonly string[],
  connections: number,
  share: number,
): Promise<Figures> {
  const limits = { count: contest.count(20_000, 100), ms: contest.count(4_000, 400) * share };
  const ids: string[] = [];
  const sent = await burst(
    server,
    connections,
    limits,
    (index) => sending(cases[index % cases.length]),
    ({ body }) => {
      ids.push((JSON.parse(body) as { id: string }).id);
    },
  );
  const accepted = await burst(server, connections, { ...limits, ms: limits.ms * 4 }, (index) => accepting(ids[index]));
  return { ...named('send', sent.figures), ...named('accept', accepted.figures) };
}

const named = (prefix: string, figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${prefix}.${name}`, value]));

function sending(id: string | undefined): Post | undefined {
  if (id === undefined) return undefined;
  return {
    path: '/api/referrals',
    headers: { 'x-actor': 'demo-comisaria-familia-01', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      case: id,
      to: { organization: receiver, service },
      purpose: 'PSYCHOLOGICAL_CARE',
      urgency: 'PRIORITY',
      consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
      note,
    }),
  };
}

function accepting(id: string | undefined): Post | undefined {
  if (id === undefined) return undefined;
  return {
    path: `/api/referrals/${id}/acceptance`,
    headers: { 'x-actor': 'demo-cem-01', 'idempotency-key': randomUUID() },
    body: '{}',
  };
}

function compare(contest: Contest): void {
  const slow = contest.disk.env['CHASKI_FLUSH_MS'] !== undefined;
  for (const what of ['send', 'accept']) {
    const rate = `${what}.perSecond`;
    const group = slow ? undefined : { least: 0.5 };
    const each = slow ? { least: 10 } : undefined;
    contest.ratio(`${what}, 32: to a bare group commit`, rate, 'product, 32', 'bare, group commit, 32', group);
    contest.ratio(`${what}, 32: to one a transaction`, rate, 'product, 32', 'bare, one a transaction, 32', each);
    contest.value(`${what}, 32: commands a second`, rate, 'product, 32', '/s', slow ? undefined : { least: 5_000 });
    contest.value(`${what}, 32: p99`, `${what}.p99Ms`, 'product, 32', 'ms', slow ? undefined : { most: 15 });
    contest.value(`${what}, 1: p99`, `${what}.p99Ms`, 'product, 1', 'ms', slow ? undefined : { most: 5 });
    contest.value(`${what}, 32: CPU a command`, `${what}.cpuUs`, 'product, 32', 'µs');
    contest.ratio(`${what}, 32: CPU to a bare group commit`, `${what}.cpuUs`, 'product, 32', 'bare, group commit, 32');
  }
}
