import { memoryLog } from '#event-log/memory';
import type { Position } from '#event-log';
import { memoryViews } from '#projection/memory';
import { kafkaFacts, relay, RelayStatus, type Topic } from '#publishing/kafka';
import { told } from '../../libs/publishing/testing.js';
import { parcel, record } from './support/parcels.js';
import { freshFacts, open } from './support/topics.js';
import { eventually } from './support/wait.js';

/** Measures, and asserts nothing: how quick a relay is, and how long after its event a fact can be read. */
const facts = 100_000;
const perSecond = 500;
const seconds = 20;

const broker = await open();
await throughput();
await lag();
await broker.close();

async function throughput(): Promise<void> {
  const log = memoryLog();
  const last = await record(log, facts);
  const topic = freshFacts();
  const began = performance.now();
  const relaying = begin(log, topic, 0);
  await eventually(() => relaying.status.state.upTo === last);
  const relayed = performance.now() - began;
  await relaying.end();
  const feed = kafkaFacts(broker, topic);
  const reading = performance.now();
  let count = 0;
  for await (const { events } of feed.readAll()) count += events.length;
  const read = performance.now() - reading;
  await feed.close();
  await log.close();
  say('relayed', `${rate(facts, relayed)} facts a second (${facts} in ${(relayed / 1_000).toFixed(1)} s)`);
  say('read back in order', `${rate(count, read)} facts a second (${count} in ${(read / 1_000).toFixed(1)} s)`);
}

/** From the call of append to the fact in the hands of a follower, at a steady rate. */
async function lag(): Promise<void> {
  const log = memoryLog();
  const topic = freshFacts();
  const relaying = begin(log, topic);
  await eventually(async () => (await broker.describe(topic.name)) !== undefined);
  const feed = kafkaFacts(broker, topic);
  const stop = new AbortController();
  const appended = new Map<Position, number>();
  const waits: number[] = [];
  const following = (async () => {
    for await (const { events } of feed.follow(undefined, stop.signal)) {
      const now = performance.now();
      for (const { position } of events) waits.push(now - (appended.get(position) ?? now));
    }
  })();
  const began = performance.now();
  let expected = 0;
  for (let n = 1; n <= perSecond * seconds; n += 1) {
    const wait = began + (n * 1_000) / perSecond - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const event = parcel(n);
    const at = performance.now();
    const { position } = await log.append(`parcel-${n % 200}`, 'any', [event]);
    if (event.type !== 'Sent') continue;
    appended.set(position, at);
    expected += 1;
  }
  await eventually(() => waits.length === expected);
  stop.abort();
  await following;
  await feed.close();
  await relaying.end();
  await log.close();
  // The first second is the joining of the group.
  const steady = waits.slice(perSecond * 2).sort((a, b) => a - b);
  const at = (share: number): string => `${(steady[Math.floor(steady.length * share)] ?? 0).toFixed(0)} ms`;
  say(`from append to fact at ${perSecond} events a second`, `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(0.9999)}`);
}

function begin(log: ReturnType<typeof memoryLog>, topic: Topic, gatherMs?: number) {
  const stop = new AbortController();
  const status = new RelayStatus();
  const over = relay(log, [told], {
    broker,
    topic,
    source: '/test',
    checkpoints: memoryViews(),
    signal: stop.signal,
    status,
    ...(gatherMs === undefined ? {} : { gatherMs }),
  });
  const end = () => {
    stop.abort();
    return over;
  };
  return { status, end };
}

function rate(count: number, ms: number): number {
  return Math.round((count * 1_000) / ms);
}

function say(what: string, figure: string): void {
  console.log(`${what.padEnd(45)} ${figure}`);
}
