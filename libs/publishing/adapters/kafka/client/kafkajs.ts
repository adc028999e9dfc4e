import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Admin, type Kafka, type Producer } from 'kafkajs';
import { type Bounds, type Broker, BrokerFailed, type Outgoing, type TopicState } from '../broker.js';
import { asking, isUnsettled } from './faults.js';
import { quieten } from './quieten.js';
import { consume, read } from './reading.js';

export interface KafkaOptions {
  /** `host:port`, several with commas between them. */
  readonly brokers: string;
  readonly clientId: string;
  /** SASL PLAIN. Goes out with `tls` only, except on loopback. */
  readonly username?: string;
  readonly password?: string;
  readonly tls?: boolean;
}

/**
 * A broker reached with kafkajs. Resolves when it has answered.
 * @throws BrokerFailed `address`, `unreachable`, `credentials`
 */
export async function openKafka(options: KafkaOptions): Promise<Broker> {
  const { username, password = '', clientId } = options;
  const brokers = addresses(options.brokers);
  if (username !== undefined && options.tls !== true && !brokers.every(isLoopback)) {
    throw new BrokerFailed('credentials', 'a password goes to a broker elsewhere over TLS only');
  }
  quieten();
  const kafka = new kafkajs.Kafka({
    clientId,
    brokers,
    ssl: options.tls === true,
    ...(username === undefined ? {} : { sasl: { mechanism: 'plain', username, password } }),
    // What goes wrong comes as an error to whoever asked; kafkajs would log the same a second time.
    logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    // Those who call try again, with pauses that health pages know of.
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 2_000 },
  });
  const broker = new KafkaJsBroker(kafka, options.brokers, clientId);
  await broker.greet();
  return broker;
}

const isLoopback = (address: string): boolean => /^(localhost|127(\.\d+){3}):/.test(address);

function addresses(text: string): string[] {
  const found = text.split(',').map((each) => each.trim());
  for (const each of found) {
    const port = Number(/^[^\s/:@]+:(\d{1,5})$/.exec(each)?.[1]);
    if (!(port >= 1 && port <= 65_535)) {
      throw new BrokerFailed('address', 'the brokers are to be given as host:port, with commas between them');
    }
  }
  return found;
}

/** How often something is asked while a topic has no leader yet. */
const attempts = 6;

class KafkaJsBroker implements Broker {
  readonly read: Broker['read'];
  readonly consume: Broker['consume'];
  #producer: Promise<Producer> | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly address: string,
    clientId: string,
  ) {
    this.read = (topic, from, deliver, signal) => read(kafka, clientId, topic, from, deliver, signal);
    this.consume = (topic, group, work, options) => consume(kafka, topic, group, work, options);
  }

  async greet(): Promise<void> {
    await this.#asked(`broker ${this.address}`, (admin) => admin.describeCluster());
  }

  async describe(topic: string): Promise<TopicState | undefined> {
    try {
      return await this.#asked(`describe ${topic}`, async (admin) => {
        const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
        const resources = [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic }];
        const described = await admin.describeConfigs({ includeSynonyms: false, resources });
        const config: Record<string, string> = {};
        for (const { configName, configValue } of described.resources[0]?.configEntries ?? []) {
          config[configName] = configValue;
        }
        return { partitions: topics[0]?.partitions.length ?? 0, config };
      });
    } catch (error) {
      if (error instanceof BrokerFailed && error.fault === 'no-topic') return undefined;
      throw error;
    }
  }

  async create(
    topic: string,
    { partitions, replicas, config }: TopicState & { readonly replicas: number },
  ): Promise<void> {
    const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
    const wanted = { topic, numPartitions: partitions, replicationFactor: replicas, configEntries };
    await this.#asked(`create ${topic}`, (admin) => admin.createTopics({ topics: [wanted], waitForLeaders: false }));
    // The first message would find no leader; what kafkajs does to wait for one fails when the topic is not known yet.
    await this.#asked(`create ${topic}`, (admin) => admin.fetchTopicOffsets(topic), { isNew: true });
  }

  async bounds(topic: string): Promise<readonly Bounds[]> {
    const offsets = await this.#asked(`offsets of ${topic}`, (admin) => admin.fetchTopicOffsets(topic));
    const bounds: Bounds[] = [];
    for (const { partition, low, high } of offsets) bounds[partition] = { first: Number(low), next: Number(high) };
    return bounds;
  }

  async send(topic: string, messages: readonly Outgoing[]): Promise<void> {
    const producing = (this.#producer ??= this.#produce());
    try {
      await asking(`send to ${topic}`, async () => {
        const producer = await producing;
        await producer.send({
          topic,
          acks: -1,
          timeout: 8_000,
          messages: messages.map(({ key, partition, headers, value }) => ({
            value,
            headers: { ...headers },
            ...(key === undefined ? {} : { key }),
            ...(partition === undefined ? {} : { partition }),
          })),
        });
      });
    } catch (error) {
      // A producer that failed has lost count of its sequence numbers: the next sending begins with another.
      if (this.#producer === producing) this.#producer = undefined;
      await producing.then((producer) => producer.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    const producing = this.#producer;
    this.#producer = undefined;
    await producing?.then((producer) => producer.disconnect()).catch(() => undefined);
  }

  /** In order per partition also when it sends again: idempotent, with one request at a time. */
  async #produce(): Promise<Producer> {
    const producer = this.kafka.producer({
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      idempotent: true,
      maxInFlightRequests: 1,
      retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 2_000 },
    });
    await producer.connect();
    return producer;
  }

  /** On a connection of its own, which knows who leads now; asked again while the broker is still finding that out. */
  async #asked<T>(about: string, question: (admin: Admin) => Promise<T>, { isNew = false } = {}): Promise<T> {
    return asking(about, async () => {
      for (let attempt = 1; ; attempt += 1) {
        const admin = this.kafka.admin();
        try {
          await admin.connect();
          return await question(admin);
        } catch (error) {
          if (attempt === attempts || !isUnsettled(error, isNew)) throw error;
        } finally {
          await admin.disconnect().catch(() => undefined);
        }
        await sleep(100 * attempt);
      }
    });
  }
}
