import { MemoryBroker } from './testing.js';
import { ensureTopic, factTopic, parkedTopic, plainTopic } from './topics.js';

const topic = factTopic({ name: 'facts', generation: 3, replicas: 3 });

describe('a topic', () => {
  it('is made as it is declared: kept for ever, never compacted', async () => {
    const broker = new MemoryBroker();
    await ensureTopic(broker, topic);
    await ensureTopic(broker, topic);
    expect(await broker.describe('facts.g3')).toEqual({
      partitions: 3,
      config: {
        'cleanup.policy': 'delete',
        'retention.ms': '-1',
        'retention.bytes': '-1',
        'max.message.bytes': '1100000',
        'min.insync.replicas': '2',
      },
    });
  });

  it('is refused with everything that is not as declared', async () => {
    const broker = new MemoryBroker();
    const config = { 'cleanup.policy': 'compact', 'retention.ms': '604800000', 'max.message.bytes': '2000000' };
    await broker.create(topic.name, { partitions: 5, config });
    await expect(ensureTopic(broker, topic)).rejects.toMatchObject({
      topic: 'facts.g3',
      faults: [
        'has 5 partitions, 3 declared',
        'cleanup.policy is compact, delete declared',
        'retention.ms is 604800000, -1 declared',
        'retention.bytes is not known, -1 declared',
        'min.insync.replicas is not known, 2 declared',
      ],
    });
  });

  it('is not made where that is not wanted', async () => {
    await expect(ensureTopic(new MemoryBroker(), topic, { create: false })).rejects.toMatchObject({
      fault: 'no-topic',
    });
  });

  it('of what is put aside is named after the one it came from', () => {
    expect(parkedTopic(plainTopic({ name: 'orders' })).name).toBe('orders.parked');
  });
});
