import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Clients } from './support/clients.js';
import { furnish } from './support/furnish.js';
import { Journal } from './support/journal.js';
import { damage, RecordCheck, viewsDiffer } from './support/record.js';
import { Server } from './support/server.js';

/**
 * Kills a server under load, again and again, and looks for what it had acknowledged.
 *
 * `--times N` kills in all (50), `--minutes N` at most (30), `--state FOLDER` to keep what a run needs to go on: started
 * again it continues, `--fresh` starts anew. Exit code 1 when anything was lost, doubled or torn.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    minutes: { type: 'string', default: '30' },
    state: { type: 'string', default: join(tmpdir(), 'chaski-kill') },
    fresh: { type: 'boolean', default: false },
  },
});

const times = whole('times', values.times);
const until = performance.now() + whole('minutes', values.minutes) * 60_000;
const folder = values.state;

/** Every so many kills the views are compared with a rebuild, which reads the whole log. */
const compareEvery = 25;

if (values.fresh) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const journal = new Journal(folder);
const record = new RecordCheck(journal);
const views: string[] = [];
const ends: string[] = [];
/** The one that is used, and the next, which is loading. */
let server: Server | undefined;
let next: Server | undefined;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void killAll().then(() => process.exit(130)));
}

try {
  await furnish(folder);
  const began = performance.now();
  const killedBefore = journal.kills;
  while (journal.kills < times && performance.now() < until) {
    await round();
    await record.readOn(folder);
    if (journal.kills % compareEvery === 0) views.push(...(await viewsDiffer(folder)));
  }
  const seconds = (performance.now() - began) / 1_000;
  await settle();
  report(seconds / Math.max(1, journal.kills - killedBefore));
} finally {
  await killAll();
}

async function killAll(): Promise<void> {
  await Promise.all([server?.kill(), next?.kill()]);
}

/** Starts the server that was loading, and has another one load. */
function started(): Server {
  server = next ?? new Server(folder);
  next = new Server(folder);
  server.start();
  return server;
}

/** A server starts, is worked with, and is killed at a moment nobody chose: now and then while it still starts. */
async function round(): Promise<void> {
  const server = started();
  if (Math.random() < 0.1) {
    await wait(Math.random() * 600);
    if (await server.kill()) journal.add({ what: 'killed' });
    return;
  }
  const port = await server.listening;
  if (port === undefined) throw new Error(`the server ended by itself: see ${join(folder, 'stderr')}`);
  const clients = new Clients(journal, port);
  const working = clients.run(true);
  // Heard at once when a client meets what must not be.
  await Promise.race([wait(20 + Math.random() * 600), working]);
  clients.stop();
  const alive = await server.kill();
  await working;
  if (!alive) throw new Error(`the server ended by itself: see ${join(folder, 'stderr')}`);
  journal.add({ what: 'killed' });
}

/** One more server that is left alone: every open outcome is asked for again, everything not yet read is read. */
async function settle(): Promise<void> {
  const server = started();
  const port = await server.listening;
  if (port === undefined) throw new Error(`the server ended by itself: see ${join(folder, 'stderr')}`);
  const deadline = performance.now() + 120_000;
  while ((journal.open.length > 0 || journal.unread.length > 0) && performance.now() < deadline) {
    const clients = new Clients(journal, port);
    const enough = setTimeout(() => clients.stop(), deadline - performance.now());
    await clients.run(false);
    clearTimeout(enough);
  }
  const code = await server.stop();
  if (code !== 0) ends.push(`it ended with ${code}: see ${join(folder, 'stderr')}`);
  await record.readOn(folder);
  views.push(...(await viewsDiffer(folder)));
}

function report(secondsEach: number): void {
  const duplicates = record.duplicates();
  const open = [...journal.open, ...journal.unread].map(({ key }) => key);
  const lost = [...journal.lost].map(([key, how]) => `${key} ${how}`);
  const checks: readonly (readonly [string, readonly string[]])[] = [
    ['every acknowledged command is in the log and is read back', lost],
    ['every open outcome was settled by asking again', open],
    ['what was asked for, once or twice, exists once', duplicates],
    ['revisions and positions are dense', record.gaps],
    ['the file is sound', damage(folder)],
    ['views equal a rebuild', views],
    ['a server that is left alone stops in order', ends],
  ];
  const figures = {
    kills: journal.kills,
    acknowledged: journal.answered.size,
    lost: lost.length,
    retried: journal.retried.size,
    duplicates: duplicates.length,
  };
  const rows = {
    ...figures,
    'had been done before': [...journal.answered.values()].filter(({ replayed }) => replayed).length,
    'events in the log': record.events,
    'seconds a kill': Math.round(secondsEach * 100) / 100,
  };
  for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(22)}${String(value).padStart(10)}`);
  for (const [check, wrong] of checks) {
    console.log(`${wrong.length === 0 ? 'passed' : 'FAILED'}  ${check}`);
    for (const each of wrong.slice(0, 5)) console.log(`        ${each}`);
  }
  console.log(JSON.stringify(figures));
  const failed = checks.filter(([, wrong]) => wrong.length > 0).length + (journal.kills < times ? 1 : 0);
  if (journal.kills < times) console.log(`stopped after ${journal.kills} of ${times} kills: the time was up`);
  console.log(`${checks.length + (journal.kills < times ? 1 : 0) - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
  else if (values.state.startsWith(tmpdir())) rmSync(folder, { recursive: true });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1`);
  return value;
}
