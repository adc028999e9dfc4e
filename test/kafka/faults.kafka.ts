import { memoryLog } from '#event-log/memory';
import { memoryViews } from '#projection/memory';
import { type Broker, ensureTopic, kafkaFacts, openKafka, relay, RelayStatus } from '#publishing/kafka';
import { told } from '../../libs/publishing/testing.js';
import { account } from './support/broker.js';
import { record } from './support/parcels.js';
import { freshFacts, open, openGuarded } from './support/topics.js';
import { eventually } from './support/wait.js';

describe('what is set wrong is said at the start:', () => {
  it.each([
    ['no address', 'localhost', 'address', 'host:port'],
    ['a URL', 'kafka://127.0.0.1:19092', 'address', 'host:port'],
    ['a port where nobody listens', '127.0.0.1:1', 'unreachable', 'broker 127.0.0.1:1: no broker answers'],
    ['a host that is not known', 'no-such-host.invalid:9092', 'unreachable', 'no broker answers'],
  ])('%s', async (_, brokers, fault, reason) => {
    await expect(openKafka({ brokers, clientId: 'test' })).rejects.toMatchObject({
      name: 'BrokerFailed',
      fault,
      reason: expect.stringContaining(reason),
    });
  });

  it('a wrong password, without quoting it', async () => {
    const failure = (await openGuarded({ ...account, password: 'wrong-secret' }).catch((error: unknown) => error)) as {
      readonly fault: string;
      readonly reason: string;
    };
    expect(failure.fault).toBe('credentials');
    expect(failure.reason).not.toContain('wrong-secret');
    const broker = await openGuarded();
    await ensureTopic(broker, freshFacts());
    await broker.close();
  });

  it('a password that would go out in the clear', async () => {
    const elsewhere = { brokers: 'broker.example.org:9092', clientId: 'test', username: 'relay', password: 'secret' };
    await expect(openKafka(elsewhere)).rejects.toMatchObject({ fault: 'credentials' });
  });

  it('no password where one is asked for', async () => {
    await expect(openGuarded({})).rejects.toMatchObject({ name: 'BrokerFailed' });
  });
});

describe('a topic that is not as declared', () => {
  let broker: Broker;
  beforeEach(async () => {
    broker = await open();
  });
  afterEach(() => broker.close());

  const right = { 'retention.ms': '-1', 'retention.bytes': '-1', 'max.message.bytes': '1100000' };
  it.each([
    ['compacted', 3, { ...right, 'cleanup.policy': 'compact' }, 'cleanup.policy is compact, delete declared'],
    ['kept for a week', 3, { ...right, 'retention.ms': '604800000' }, 'retention.ms is 604800000, -1 declared'],
    ['kept up to a size', 3, { ...right, 'retention.bytes': '1000' }, 'retention.bytes is 1000, -1 declared'],
    ['of another number of partitions', 4, right, 'has 4 partitions, 3 declared'],
    ['of smaller messages', 3, { ...right, 'max.message.bytes': '1000' }, 'max.message.bytes is 1000'],
  ])('is refused: %s', async (_, partitions, config, fault) => {
    const topic = freshFacts();
    await broker.create(topic.name, { partitions, replicas: 1, config });
    await expect(ensureTopic(broker, topic)).rejects.toMatchObject({ faults: [expect.stringContaining(fault)] });
    const status = new RelayStatus();
    const end = new AbortController();
    const options = { broker, topic, source: '/test', checkpoints: memoryViews(), status, signal: end.signal };
    const over = relay(memoryLog(), [told], options);
    await eventually(() => status.state.held !== undefined);
    expect(status.state.held?.reason).toContain(fault);
    end.abort();
    expect(await over).toBe('ended');
  });

  it('is not made with more replicas than there are brokers, and that is said', async () => {
    const created = ensureTopic(broker, { ...freshFacts(), replicas: 3 });
    await expect(created).rejects.toThrow('INVALID_REPLICATION_FACTOR');
  });

  it('is made by nobody who only asks, reads or sends', async () => {
    const { name } = freshFacts();
    expect(await broker.describe(name)).toBeUndefined();
    await expect(ensureTopic(broker, { ...freshFacts(), name }, { create: false })).rejects.toMatchObject({
      fault: 'no-topic',
    });
    await expect(broker.send(name, [{ key: 'k', headers: {}, value: '' }])).rejects.toMatchObject({
      fault: 'no-topic',
    });
    const feed = kafkaFacts(broker, { ...freshFacts(), name });
    await expect(feed.head()).rejects.toMatchObject({ fault: 'no-topic' });
    await feed.close();
    expect(await broker.describe(name)).toBeUndefined();
  });

  it('lets a message through up to its limit, and refuses a larger one for good, by name', async () => {
    const topic = freshFacts();
    await ensureTopic(broker, topic);
    await broker.send(topic.name, [{ key: 'k', headers: {}, value: 'x'.repeat(1_050_000) }]);
    const tooLarge = broker.send(topic.name, [{ key: 'k', headers: {}, value: 'x'.repeat(1_200_000) }]);
    await expect(tooLarge).rejects.toMatchObject({ fault: 'too-large' });
    // The producer that failed is replaced.
    await broker.send(topic.name, [{ key: 'k', headers: {}, value: 'small' }]);
    expect((await broker.bounds(topic.name)).reduce((sum, { next }) => sum + next, 0)).toBe(2);
  });

  it('is worked with at once when it is new', async () => {
    for (let n = 0; n < 5; n += 1) {
      const log = memoryLog();
      const last = await record(log, 9);
      const topic = freshFacts(6);
      const end = new AbortController();
      const options = { broker, topic, source: '/test', checkpoints: memoryViews(), signal: end.signal };
      const over = relay(log, [told], options);
      await eventually(async () => (await broker.describe(topic.name)) !== undefined);
      const feed = kafkaFacts(broker, topic);
      await eventually(async () => (await feed.head()) === last);
      await feed.close();
      end.abort();
      await over;
      await log.close();
    }
  });
});
