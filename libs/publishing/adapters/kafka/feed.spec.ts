import { deriveId, type Position } from '#event-log';
import { memoryViews } from '#projection/memory';
import { factFeedContract } from '#publishing/contract';
import type { Fact } from '../../fact.js';
import { BrokerFailed, FactsLost } from './broker.js';
import { kafkaFacts } from './feed.js';
import { factMessage, FactUnreadable, watermarkMessage } from './messages.js';
import { MemoryBroker, relayed } from './testing.js';
import { ensureTopic, factTopic } from './topics.js';

const topic = factTopic({ name: 'facts', partitions: 3 });

factFeedContract('Kafka, in memory', (publications) => relayed(new MemoryBroker(), topic, publications, { cap: 2 }));

const at = (n: number): Position => String(n).padStart(6, '0') as Position;
const fact = (n: number, stream = `s-${n}`): Fact => ({
  id: deriveId('fact', n),
  type: n % 2 === 0 ? 'Even.v1' : 'Odd.v1',
  stream,
  revision: 1,
  position: at(n),
  data: { n },
  metadata: { schema: '1' },
});

describe('a feed of facts out of Kafka', () => {
  let broker: MemoryBroker;
  beforeEach(async () => {
    broker = new MemoryBroker();
    await ensureTopic(broker, topic);
  });

  const tell = (...numbers: readonly number[]) =>
    broker.send(
      topic.name,
      numbers.map((n) => factMessage('/specs', fact(n))),
    );
  const mark = (n: number, partitions = [0, 1, 2]) =>
    broker.send(
      topic.name,
      partitions.map((partition) => watermarkMessage('/specs', at(n), partition)),
    );
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);
  const told = async (range: Parameters<ReturnType<typeof kafkaFacts>['readAll']>[0] = {}, options = {}) => {
    const facts = kafkaFacts(broker, topic, options);
    const numbers: number[] = [];
    let reached: Position | undefined;
    try {
      for await (const page of facts.readAll(range)) {
        numbers.push(...page.events.map(({ position }) => Number(position)));
        reached = page.upTo;
      }
    } finally {
      await facts.close();
    }
    return { numbers, reached };
  };

  it('shows nothing before every partition was heard', async () => {
    await tell(...upTo(20));
    await mark(20, [0, 1]);
    broker.topics.get(topic.name)?.partitions[2]?.messages.splice(0);
    expect(await told()).toEqual({ numbers: [], reached: undefined });
  });

  it('shows as much as the partition knows that is furthest behind', async () => {
    await tell(...upTo(20));
    await mark(20);
    for (const n of [21, 22, 23]) {
      await broker.send(topic.name, [{ ...factMessage('/specs', fact(n)), partition: n % 2 }]);
    }
    await mark(23, [0, 1]);
    expect((await told()).reached).toBe(at(20));
    expect((await told()).numbers).toEqual(upTo(20));
  });

  it('knows how far it reaches, though a relay that was replaced spoke last', async () => {
    await tell(...upTo(20));
    await mark(20);
    await mark(10);
    const facts = kafkaFacts(broker, topic);
    expect(await facts.head()).toBe(at(20));
    await facts.close();
  });

  it('shows once what was sent again, in whatever way relays replaced each other', async () => {
    await tell(...upTo(10));
    await mark(10);
    await tell(6, 7, 8, 9, 10, 11, 12);
    await mark(12);
    await mark(10);
    await tell(11, 12, 13);
    await mark(13);
    expect(await told()).toEqual({ numbers: upTo(13), reached: at(13) });
  });

  it('goes on from a bookmark, and misses nothing that waited when it was made', async () => {
    const bookmarks = memoryViews();
    for (let n = 1; n <= 300; n += 10) {
      await tell(...upTo(10).map((each) => n + each - 1));
      await mark(n + 9);
    }
    const options = { bookmarks, bookmarkEvery: 20 };
    // Only what is even is asked for first: what the bookmarks say must hold for others too.
    await told({ types: ['Even.v1'] }, options);
    const from: number[] = [];
    const { read } = broker;
    broker.read = (name, offsets, deliver, signal) => {
      from.push(offsets.reduce((a, b) => a + b));
      return read.call(broker, name, offsets, deliver, signal);
    };
    for (const after of [1, 57, 150, 299]) {
      expect((await told({ after: at(after) }, options)).numbers).toEqual(upTo(300).slice(after));
    }
    expect(Math.max(...from.filter((_, index) => index % 2 === 1))).toBeGreaterThan(250);
  });

  it('holds back no more than its cap of one partition, and what came with it', async () => {
    await broker.send(
      topic.name,
      upTo(500).map((n) => factMessage('/specs', fact(n, 'one-stream'))),
    );
    await mark(500);
    let most = 0;
    let given = 0;
    const { read } = broker;
    broker.read = (name, offsets, deliver, signal) =>
      read.call(
        broker,
        name,
        offsets,
        async (messages) => {
          given += messages.length;
          most = Math.max(most, given - taken);
          await deliver(messages);
        },
        signal,
      );
    let taken = 0;
    const facts = kafkaFacts(broker, topic, { cap: 10 });
    // Released as it comes: the other partitions are at the end at once.
    for await (const { events } of facts.readAll()) taken += events.length;
    await facts.close();
    expect(taken).toBe(500);
    expect(most).toBeLessThan(200);
  });

  it('stops at a message that no relay wrote, without quoting it', async () => {
    await tell(1);
    await mark(1);
    await broker.send(topic.name, [{ key: 'x', headers: {}, value: 'a secret' }]);
    const failure = await told().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FactUnreadable);
    expect((failure as Error).message).toMatch(/is no fact: header ce_specversion is missing$/);
  });

  it.each([
    ['another version', { ce_specversion: '0.3' }, '{}', 'another version'],
    ['a value that is no JSON', {}, 'secret', 'no JSON'],
    ['no place', { ce_position: '' }, '{}', 'ce_position is missing'],
  ])('stops at %s', async (_, headers, value, reason) => {
    await mark(1);
    const message = factMessage('/specs', fact(2));
    await broker.send(topic.name, [{ ...message, headers: { ...message.headers, ...headers }, value }]);
    await mark(2);
    await expect(told()).rejects.toThrow(reason);
  });

  it('says so when messages were deleted, or the topic is another one', async () => {
    await tell(...upTo(9));
    await mark(9);
    const lane = broker.topics.get(topic.name)?.partitions[1];
    if (lane !== undefined) lane.first = 1;
    await expect(told()).rejects.toThrow(FactsLost);
    const other = kafkaFacts(broker, { ...topic, partitions: 4 });
    await expect(other.readAll()[Symbol.asyncIterator]().next()).rejects.toThrow('4 declared');
    await other.close();
  });

  it('throws while the broker does not answer, knows the head it knew, and follows on when it is back', async () => {
    await tell(1, 2);
    await mark(2);
    broker.down = true;
    await expect(told()).rejects.toThrow(BrokerFailed);
    broker.down = false;
    const pauses: number[] = [];
    const facts = kafkaFacts(broker, topic, {
      pause: async (attempt) => {
        pauses.push(attempt);
        broker.down = pauses.length < 3;
      },
    });
    const stop = new AbortController();
    const seen: number[] = [];
    for await (const { events } of facts.follow(undefined, stop.signal)) {
      seen.push(...events.map(({ position }) => Number(position)));
      if (seen.length === 2) {
        expect(await facts.head()).toBe(at(2));
        await tell(3);
        await mark(3);
        broker.down = true;
      }
      if (seen.length >= 3) stop.abort();
    }
    expect(seen).toEqual([1, 2, 3]);
    expect(pauses).toEqual([1, 2, 3]);
    expect(facts.state.upTo).toBeDefined();
    expect(facts.state.silentForMs).toBeGreaterThanOrEqual(0);
    await facts.close();
  });
});
