import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { EventLog, Position } from '#event-log';
import {
  asOf,
  catchUp,
  compareViews,
  keepUp,
  type Projection,
  rebuildBeside,
  RunnerStatus,
  type Views,
} from '#projection';
import { postgresViews, type PostgresViewsOptions } from '#projection/postgres';
import { everything } from '../../libs/projection/testing/cards.js';
import { WatchedFeed } from '../../libs/projection/testing/feeds.js';
import { longHistory } from '../../libs/projection/testing/long-history.js';
import { happened, sold, stock, total } from '../../libs/projection/testing/shop.js';
import { postgres } from './server.js';

const childFile = fileURLToPath(import.meta.resolve('../../libs/projection/testing/projecting-child.ts'));
const typescript = [
  '--conditions=source',
  `--import=${fileURLToPath(import.meta.resolve('../imports/support/typescript.mjs'))}`,
];

/** A process that projects, and the answers its writes had. */
class Projector {
  readonly #child: ChildProcess;
  #output = '';

  constructor(options: PostgresViewsOptions, events: number) {
    const args = [...typescript, childFile, JSON.stringify(options), String(events)];
    this.#child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
  }

  count(answer: 'won' | 'lost'): number {
    return this.#output.split('\n').filter((line) => line === answer).length;
  }

  async hasWon(times: number): Promise<void> {
    while (this.count('won') < times) {
      if (this.#child.exitCode !== null) throw new Error('the projector ended');
      await sleep(5);
    }
  }

  /** Ends it with no chance to tidy up. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await closed;
  }
}

postgres('Projecting into PostgreSQL', (server) => {
  const projections: readonly Projection[] = [stock, total];
  let schemas = 0;
  let options: PostgresViewsOptions;
  let views: Views;

  beforeEach(() => {
    options = { connection: server().connection, schema: `projecting_${(schemas += 1)}` };
    views = postgresViews(options);
  });
  afterEach(() => views.close());

  const headOf = async (log: EventLog) => (await log.head()) as Position;

  /** The views hold what a fold of the log on its own gives: nothing left out, nothing counted twice. */
  async function expectExact(log: EventLog): Promise<void> {
    const head = await headOf(log);
    const folded = await asOf(log, projections, head);
    for (const projection of projections) {
      expect(await compareViews(views, folded, projection)).toBeUndefined();
      expect(await views.checkpoint(projection)).toBe(head);
    }
    for (const list of ['by-pieces', 'owing']) {
      expect(await views.list(stock, list, { limit: 100 })).toEqual(await folded.list(stock, list, { limit: 100 }));
    }
  }

  it('by several processes, of which one is killed half way, counts every event once', async () => {
    const events = 2_000;
    const log = await longHistory(events);
    const [killed, other] = [new Projector(options, events), new Projector(options, events)];
    const projectors = [killed, other];
    try {
      await Promise.all(projectors.map((each) => each.hasWon(10)));
      await killed.kill();
      const reached = await views.checkpoint(total);
      expect(reached !== undefined && reached < (await headOf(log))).toBe(true);
      projectors.push(new Projector(options, events));
      for (const projection of projections) {
        expect(await views.reached(projection, await headOf(log), 20_000)).toBe(true);
      }
      expect(killed.count('lost') + other.count('lost')).toBeGreaterThan(0);
    } finally {
      await Promise.all(projectors.map((each) => each.kill()));
    }
    await expectExact(log);
  });

  it.each(['orderly', 'crash'] as const)('goes on when the database comes back after a stop (%s)', async (how) => {
    const log = await longHistory(1_500);
    const [ending, status] = [new AbortController(), new RunnerStatus()];
    const seen = new Set<string>();
    const pause = async () => {
      for (const state of status.projections.values()) if (state.state === 'retrying') seen.add(state.reason);
      await sleep(10);
    };
    const running = keepUp(new WatchedFeed(log, 10), projections, views, {
      signal: ending.signal,
      pageSize: 10,
      status,
      pause,
    });
    try {
      const third = (await positionsOf(log))[500] as Position;
      expect(await views.reached(total, third, 20_000)).toBe(true);
      await server().stop(how);
      await expect(views.get(total, 'all')).rejects.toMatchObject({ name: 'ViewsUnavailable', reason: 'unreachable' });
      while (seen.size === 0) await sleep(5);
      await server().start();
      for (const projection of projections)
        expect(await views.reached(projection, await headOf(log), 20_000)).toBe(true);
      expect([...seen]).toEqual(['ViewsUnavailable: unreachable']);
    } finally {
      ending.abort();
      await running;
    }
    await expectExact(log);
  });

  it('anew beside the live one, compared, swapped in and taken back, fails no reader', async () => {
    const log = await longHistory(2_000);
    await catchUp(log, projections, views);
    const ending = new AbortController();
    const reader = postgresViews(options);
    const running = keepUp(log, projections, views, { signal: ending.signal });
    const writing = (async () => {
      while (!ending.signal.aborted) await happened(log, sold('s1', 1)).then(() => sleep(2));
    })();
    const reads = { done: 0, failed: 0, wrong: 0 };
    const read = async () => {
      const listed = await reader.list(stock, 'by-pieces', { limit: 100 });
      const one = await reader.get(total, 'all');
      const count = await reader.count(stock, 'by-pieces');
      const streamed = await everything(reader, stock);
      const isWhole = [listed.length, count, streamed.length].every((each) => each === shops) && (one?.sold ?? 0) > 0;
      reads.done += 1;
      if (!isWhole) reads.wrong += 1;
    };
    const shops = (await views.list(stock, 'by-pieces', { limit: 100 })).length;
    const reading = (async () => {
      while (!ending.signal.aborted) await read().catch(() => (reads.failed += 1));
    })();

    try {
      for (const inMemory of [50_000, 5]) {
        const beside = await rebuildBeside(log, stock, views, { inMemory });
        expect(await beside.compare()).toBeUndefined();
        await beside.show();
        await read();
        expect(await views.rollBack(stock)).toBe(true);
        await read();
      }
    } finally {
      ending.abort();
      await Promise.all([writing, reading, running]);
      await reader.close();
    }
    expect(reads).toEqual({ done: expect.any(Number), failed: 0, wrong: 0 });
    expect(reads.done).toBeGreaterThan(6);
    await catchUp(log, projections, views);
    await expectExact(log);
  });
});

async function positionsOf(log: EventLog): Promise<readonly Position[]> {
  const all: Position[] = [];
  for await (const page of log.readAll()) for (const { position } of page.events) all.push(position);
  return all;
}
