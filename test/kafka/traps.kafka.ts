import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import kafkajs from 'kafkajs';
import { type Broker, ensureTopic, FactsLost } from '#publishing/kafka';
import { usualPort } from './support/broker.js';
import { nodeFlags } from './support/relays.js';
import { freshFacts, open } from './support/topics.js';
import { eventually } from './support/wait.js';

type Deliver = Parameters<Broker['read']>[2];

/** What is known to go wrong with kafkajs, and what this adapter does about it. */
describe('kafkajs', () => {
  let broker: Broker;
  beforeEach(async () => {
    broker = await open();
  });
  afterEach(() => broker.close());

  const message = (n: number, key = `k-${n}`) => ({ key, headers: {}, value: String(n) });
  const valuesOf = (messages: Parameters<Deliver>[0]) => messages.map(({ value }) => Number(value?.toString()));

  it('puts a key where Kafka’s own client puts it: the partitioner is named, not left to the version', async () => {
    const topic = freshFacts(7);
    await ensureTopic(broker, topic);
    // From the tests of Kafka's own murmur2.
    const hashes = { '21': -973932308, foobar: -790332482, 'a-little-bit-long-string': -985981536, abc: 479470107 };
    await broker.send(
      topic.name,
      Object.keys(hashes).map((key) => message(0, key)),
    );
    const found = new Map<string | undefined, number>();
    const stop = new AbortController();
    const take: Deliver = async (messages) => {
      for (const { key, partition } of messages) found.set(key, partition);
      if (found.size === 4) stop.abort();
    };
    await broker.read(topic.name, [0, 0, 0, 0, 0, 0, 0], take, stop.signal);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(hashes).map(([key, hash]) => [key, (hash & 0x7fffffff) % 7])),
    );
  });

  it('begins anew without a word where an offset is gone: here it is an error', async () => {
    const topic = freshFacts(1);
    await ensureTopic(broker, topic);
    const send = (...numbers: readonly number[]) =>
      broker.send(
        topic.name,
        numbers.map((n) => message(n)),
      );
    const stop = new AbortController();
    const took: number[] = [];
    const take: Deliver = async (messages) => void took.push(...valuesOf(messages));
    await send(1, 2, 3, 4);
    const reading = broker.read(topic.name, [0], take, stop.signal).catch((error: unknown) => error);
    const admin = new kafkajs.Kafka({
      brokers: [`127.0.0.1:${usualPort}`],
      logLevel: kafkajs.logLevel.NOTHING,
    }).admin();
    try {
      await eventually(() => took.length === 4);
      await admin.connect();
      await admin.fetchTopicOffsets(topic.name);
      // As a limit of time or size would do it.
      await admin.deleteTopicRecords({ topic: topic.name, partitions: [{ partition: 0, offset: '3' }] });
      await expect(broker.read(topic.name, [1], take, stop.signal)).rejects.toThrow(FactsLost);
      // Made again under the same name, its offsets begin at nothing.
      await admin.deleteTopics({ topics: [topic.name] });
      await eventually(async () => (await broker.describe(topic.name)) === undefined);
      await ensureTopic(broker, topic);
      await send(9);
      expect(await reading).toBeInstanceOf(Error);
      expect(took).toEqual([1, 2, 3, 4]);
    } finally {
      stop.abort();
      await admin.disconnect();
    }
  });

  it('drops a reader that is busy from its group: here it may take longer than a session', async () => {
    const topic = freshFacts(2);
    await ensureTopic(broker, topic);
    const stop = new AbortController();
    const took: number[] = [];
    const take: Deliver = async (messages) => {
      took.push(...valuesOf(messages));
      if (took.length === 1) await new Promise((resolve) => setTimeout(resolve, 12_000));
    };
    const reading = broker.read(topic.name, [0, 0], take, stop.signal);
    await broker.send(topic.name, [{ partition: 0, headers: {}, value: '1' }]);
    await eventually(() => took.length === 1);
    await broker.send(topic.name, [
      { partition: 0, headers: {}, value: '2' },
      { partition: 1, headers: {}, value: '3' },
    ]);
    // The other partition does not wait; the busy one goes on when it is free, with nothing lost or repeated.
    await eventually(() => took.length === 2);
    expect(took).toEqual([1, 3]);
    await eventually(() => took.length === 3);
    expect(took).toEqual([1, 3, 2]);
    stop.abort();
    await reading;
  });

  it('keeps what a reader throws as it was thrown, and ends', async () => {
    const topic = freshFacts(1);
    await ensureTopic(broker, topic);
    await broker.send(topic.name, [message(1)]);
    const mine = new RangeError('mine');
    const reading = broker.read(topic.name, [0], () => Promise.reject(mine), new AbortController().signal);
    await expect(reading).rejects.toBe(mine);
  });

  it('ends a read that is ended before it began', async () => {
    const topic = freshFacts(1);
    await ensureTopic(broker, topic);
    await broker.read(topic.name, [0], async () => undefined, AbortSignal.abort());
  });

  it('wakes a thousand times a second for nothing, and is warned of by Node: here it sleeps', async () => {
    const code = `
      const { openKafka } = await import('#publishing/kafka');
      const broker = await openKafka({ brokers: '127.0.0.1:${usualPort}', clientId: 'idle' });
      await broker.send(${JSON.stringify(freshFacts().name)}, [{ key: 'k', headers: {}, value: '' }]).catch(() => {});
      let timers = 0;
      const set = globalThis.setTimeout;
      globalThis.setTimeout = (...given) => { timers += 1; return set(...given); };
      const stop = new AbortController();
      const topic = ${JSON.stringify(`idle-${freshFacts().name}`)};
      await broker.create(topic, { partitions: 1, replicas: 1, config: {} });
      const reading = broker.read(topic, [0], async () => {}, stop.signal);
      await new Promise((resolve) => set(resolve, 1_000));
      timers = 0;
      await new Promise((resolve) => set(resolve, 2_000));
      console.log(timers);
      stop.abort();
      await reading;
      await broker.close();`;
    const flags = [...nodeFlags.filter((flag) => flag !== '--no-warnings'), '--disable-warning=ExperimentalWarning'];
    const run = promisify(execFile);
    const { stdout, stderr } = await run(process.execPath, [...flags, '--input-type=module', '-e', code]);
    expect(stderr).not.toContain('TimeoutNegativeWarning');
    expect(Number(stdout)).toBeLessThan(200);
  });
});
