import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventLog } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { backOff } from '#projection';
import { memoryViews } from '#projection/memory';
import type { OpenFacts } from '../../contract.js';
import { FactsStopped, factMaker } from '../../make-facts.js';
import type { Publication } from '../../publish.js';
import { type Bounds, type Broker, BrokerFailed, type Incoming, type Outgoing, type TopicState } from './broker.js';
import { kafkaFacts, type KafkaFactsOptions } from './feed.js';
import { relay, RelayStatus } from './relay.js';
import type { Topic } from './topics.js';

interface Held {
  state: TopicState;
  partitions: { first: number; messages: Incoming[] }[];
}

/** A broker in memory, for specs: partitions, offsets, groups, and whatever is to go wrong. */
export class MemoryBroker implements Broker {
  readonly topics = new Map<string, Held>();
  /** Called before each sending; throws to have it fail. */
  beforeSend: (topic: string, messages: readonly Outgoing[]) => void = () => undefined;
  /** Messages a reader gets at once. */
  atOnce = 7;
  /** Set, nothing can be asked or read. */
  down = false;
  readonly #committed = new Map<string, number[]>();

  async describe(topic: string): Promise<TopicState | undefined> {
    this.#assertUp();
    return this.topics.get(topic)?.state;
  }

  async create(topic: string, { partitions, config }: TopicState): Promise<void> {
    this.#assertUp();
    const empty = Array.from({ length: partitions }, () => ({ first: 0, messages: [] }));
    this.topics.set(topic, { state: { partitions, config }, partitions: empty });
  }

  async bounds(topic: string): Promise<readonly Bounds[]> {
    return this.#topic(topic).partitions.map(({ first, messages }) => ({ first, next: messages.length }));
  }

  async send(topic: string, messages: readonly Outgoing[]): Promise<void> {
    const { partitions } = this.#topic(topic);
    this.beforeSend(topic, messages);
    for (const { key, partition = hash(key ?? '') % partitions.length, headers, value } of messages) {
      const lane = partitions[partition]?.messages;
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      lane?.push({ partition, offset: lane.length, key, headers, value: bytes });
    }
  }

  async read(
    topic: string,
    from: readonly number[],
    deliver: Parameters<Broker['read']>[2],
    signal: AbortSignal,
  ): Promise<void> {
    const next = [...from];
    const waits = new Set<number>();
    let failure: { readonly error: unknown } | undefined;
    while (!signal.aborted) {
      for (const [partition, { messages }] of this.#topic(topic).partitions.entries()) {
        const at = next[partition] ?? 0;
        const some = messages.slice(at, at + this.atOnce);
        if (some.length === 0 || waits.has(partition)) continue;
        next[partition] = at + some.length;
        waits.add(partition);
        void deliver(some)
          .catch((error: unknown) => (failure = { error }))
          .finally(() => waits.delete(partition));
      }
      await nextTurn();
      if (failure !== undefined) throw failure.error;
    }
  }

  async consume(
    topic: string,
    group: string,
    work: (message: Incoming) => Promise<void>,
    { signal, pause }: Parameters<Broker['consume']>[3],
  ): Promise<void> {
    const { partitions } = this.#topic(topic);
    const committed = this.#committed.get(group) ?? partitions.map(() => 0);
    this.#committed.set(group, committed);
    const one = async (partition: number): Promise<void> => {
      for (let attempt = 1; !signal.aborted;) {
        const message = partitions[partition]?.messages[committed[partition] ?? 0];
        if (message === undefined) await nextTurn();
        else {
          try {
            await work(message);
            committed[partition] = message.offset + 1;
            attempt = 1;
          } catch {
            await pause(attempt, signal);
            attempt += 1;
          }
        }
      }
    };
    await Promise.all(partitions.map((_, partition) => one(partition)));
  }

  async close(): Promise<void> {}

  /** The messages of a topic, partition after partition. */
  messages(topic: string): readonly Incoming[] {
    return this.topics.get(topic)?.partitions.flatMap(({ messages }) => messages) ?? [];
  }

  #topic(name: string): Held {
    this.#assertUp();
    const found = this.topics.get(name);
    if (found === undefined) throw new BrokerFailed('no-topic', `topic ${name} does not exist`);
    return found;
  }

  #assertUp(): void {
    if (this.down) throw new BrokerFailed('unreachable', 'no broker answers');
  }
}

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);

/** A log in memory, relayed over a broker, and the facts as they come out: what the contract asks for. */
export async function relayed(
  broker: Broker,
  topic: Topic,
  publications: readonly Publication[],
  options: KafkaFactsOptions = {},
): Promise<OpenFacts & { readonly status: RelayStatus }> {
  const log: EventLog = memoryLog();
  const status = new RelayStatus();
  const end = new AbortController();
  const relaying = relay(log, publications, {
    broker,
    topic,
    source: '/specs',
    checkpoints: memoryViews(),
    signal: end.signal,
    status,
    gatherMs: 0,
    beatMs: 50,
  });
  const feed = kafkaFacts(broker, topic, options);
  const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await done())) await backOff(1, AbortSignal.timeout(5));
  };
  await until(async () => (await broker.describe(topic.name)) !== undefined);
  return {
    log,
    feed,
    status,
    covers: (position) => until(async () => ((await feed.head()) ?? '') >= position),
    stopped: async () => {
      await until(() => status.state.state === 'held');
      const { held } = status.state;
      const maker = factMaker(publications);
      // What the relay says of it is all that is known outside; what it is made of is asked for again here.
      for await (const { events } of log.readAll()) {
        for (const event of events.filter(({ position }) => position === held?.position)) {
          try {
            maker.make(event);
          } catch (error) {
            if (error instanceof FactsStopped && held?.reason.includes(error.reason) === true) return error;
          }
        }
      }
      return undefined;
    },
    close: async () => {
      end.abort();
      await relaying;
      await feed.close();
      await log.close();
    },
  };
}
