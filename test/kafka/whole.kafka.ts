import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryLog } from '#event-log/memory';
import { sqliteLog } from '#event-log/sqlite';
import { keepUp } from '#projection';
import { memoryViews } from '#projection/memory';
import { sqliteViews } from '#projection/sqlite';
import { type Broker, kafkaFacts, relay } from '#publishing/kafka';
import { told } from '../../libs/publishing/testing.js';
import { usualPort } from './support/broker.js';
import { eventsFor, perPlace, record } from './support/parcels.js';
import { relayIn } from './support/relays.js';
import { freshFacts, open } from './support/topics.js';

const facts = 100_000;

/** How often each place was sent something, worked out without the machinery. */
function expected(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let n = 1; n <= eventsFor(facts); n += 1) {
    if (n % 10 !== 0) counts.set(`B-${n % 50}`, (counts.get(`B-${n % 50}`) ?? 0) + 1);
  }
  return counts;
}

describe('100,000 facts, from a log over a broker into a report', () => {
  let broker: Broker;
  let folder: string;
  beforeEach(async () => {
    broker = await open();
    folder = mkdtempSync(join(tmpdir(), 'kafka-'));
  });
  afterEach(async () => {
    await broker.close();
    rmSync(folder, { recursive: true });
  });

  it('are each counted once, though the relay is killed between sending and writing down, again and again', async () => {
    const path = join(folder, 'log.db');
    const log = sqliteLog({ path, durability: 'deferred' });
    const until = await record(log, facts);
    await log.close();
    const topic = freshFacts();
    const views = sqliteViews({ path: join(folder, 'views.db') });
    const feed = kafkaFacts(broker, topic, { bookmarks: views });
    const stop = new AbortController();

    const work = { log: path, checkpoints: join(folder, 'at.db'), broker: `127.0.0.1:${usualPort}`, topic, until };
    expect(await relayIn({ ...work, dieAt: 1 })).toBeUndefined();
    const keeping = keepUp(feed, [perPlace], views, { signal: stop.signal });
    for (const dieAt of [2, 17, 30, 41]) expect(await relayIn({ ...work, dieAt })).toBeUndefined();
    expect(await relayIn(work)).toMatchObject({ outcome: 'ended', upTo: until });

    expect(await views.reached(perPlace, until, 60_000)).toBe(true);
    stop.abort();
    await keeping;
    // Complete up to there, says the feed; and so it is.
    expect(await feed.head()).toBe(until);
    const rows = await views.list(perPlace, 'all', { limit: 1_000 });
    expect(new Map(rows.map(({ key, document }) => [key, document.count]))).toEqual(expected());

    const sent = (await broker.bounds(topic.name)).reduce((sum, { next }) => sum + next, 0);
    let read = 0;
    let last = '';
    const ids = new Set<string>();
    for await (const { events } of feed.readAll()) {
      for (const { id, position } of events) {
        expect(position > last).toBe(true);
        last = position;
        ids.add(id);
        read += 1;
      }
    }
    const told = [...expected().values()].reduce((a, b) => a + b);
    expect([read, ids.size]).toEqual([told, told]);
    expect(sent).toBeGreaterThan(told);
    await feed.close();
    await views.close();
  });

  it('come out again behind any place, after a restart that has only its bookmarks', async () => {
    const log = memoryLog();
    const until = await record(log, 20_000);
    const topic = freshFacts(5);
    const end = new AbortController();
    const relaying = relay(log, [told], {
      broker,
      topic,
      source: '/test',
      checkpoints: memoryViews(),
      signal: end.signal,
      gatherMs: 0,
    });
    const bookmarks = memoryViews();
    const first = kafkaFacts(broker, topic, { bookmarks, bookmarkEvery: 1_000 });
    const positions: string[] = [];
    for await (const { events, upTo } of first.follow(undefined, end.signal)) {
      positions.push(...events.map(({ position }) => position));
      if (upTo >= until) end.abort();
    }
    await relaying;
    await first.close();
    for (const share of [0.1, 0.5, 0.98]) {
      const at = positions[Math.floor(positions.length * share)] as typeof until;
      const again = kafkaFacts(broker, topic, { bookmarks });
      const rest: string[] = [];
      for await (const { events } of again.readAll({ after: at })) rest.push(...events.map(({ position }) => position));
      await again.close();
      expect(rest).toEqual(positions.filter((position) => position > at));
    }
    await log.close();
  });
});
