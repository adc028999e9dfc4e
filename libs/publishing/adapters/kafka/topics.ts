import { type Broker, BrokerFailed } from './broker.js';

/** A topic as it is declared: the one place that says how it must be. */
export interface Topic {
  /** As the broker knows it. */
  readonly name: string;
  /** For ever: with another number, a key's messages would lie in two partitions. */
  readonly partitions: number;
  readonly replicas: number;
  /** Bytes of one message, its headers counted. */
  readonly maxMessageBytes: number;
}

export interface TopicOptions {
  readonly name: string;
  /**
   * Raised to relay everything anew: a new topic beside the old one, which readers leave when the new one has caught up.
   * Default 1.
   */
  readonly generation?: number;
  /** Default 3. */
  readonly partitions?: number;
  /** Default 1; 3 in a cluster. */
  readonly replicas?: number;
}

/** What an event may hold at most, and what is put around it. */
const maxMessageBytes = 1_100_000;

/** The topic that facts go to: `<name>.g<generation>`. */
export function factTopic({ name, generation = 1, partitions = 3, replicas = 1 }: TopicOptions): Topic {
  return { name: `${name}.g${generation}`, partitions, replicas, maxMessageBytes };
}

/** A topic that an intake reads, or parks on. */
export function plainTopic({ name, partitions = 3, replicas = 1 }: Omit<TopicOptions, 'generation'>): Topic {
  return { name, partitions, replicas, maxMessageBytes };
}

/** Where an intake leaves what it cannot take. */
export const parkedTopic = (topic: Topic): Topic => ({ ...topic, name: `${topic.name}.parked` });

/** Kept without limit, never compacted: a reader that comes late reads everything. */
const configOf = ({ replicas, maxMessageBytes }: Topic): Readonly<Record<string, string>> => ({
  'cleanup.policy': 'delete',
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'max.message.bytes': String(maxMessageBytes),
  'min.insync.replicas': String(replicas > 2 ? replicas - 1 : 1),
});

/** A topic is there, and is not as it is declared. */
export class TopicMisconfigured extends Error {
  readonly reason: string;

  constructor(
    readonly topic: string,
    readonly faults: readonly string[],
  ) {
    const reason = `topic ${topic}: ${faults.join('; ')}`;
    super(reason);
    this.reason = reason;
    this.name = 'TopicMisconfigured';
  }
}

/**
 * Creates the topic where it is missing, and verifies it where it is.
 * @throws TopicMisconfigured with everything that is not as declared
 * @throws BrokerFailed `no-topic`: it is missing, and is not to be created
 */
export async function ensureTopic(broker: Broker, topic: Topic, { create = true } = {}): Promise<void> {
  let state = await broker.describe(topic.name);
  if (state === undefined) {
    if (!create) throw new BrokerFailed('no-topic', `topic ${topic.name} does not exist`);
    const { name, partitions, replicas } = topic;
    await broker.create(name, { partitions, replicas, config: configOf(topic) });
    state = await broker.describe(name);
    if (state === undefined) throw new BrokerFailed('no-topic', `topic ${name} was created and is not there`);
  }
  const faults = [
    ...(state.partitions === topic.partitions
      ? []
      : [`has ${state.partitions} partitions, ${topic.partitions} declared`]),
    ...Object.entries(configOf(topic)).flatMap(([name, declared]) => {
      const found = state.config[name];
      return suits(name, declared, found) ? [] : [`${name} is ${found ?? 'not known'}, ${declared} declared`];
    }),
  ];
  if (faults.length > 0) throw new TopicMisconfigured(topic.name, faults);
}

/** A larger limit, or more replicas in step, do no harm. */
function suits(name: string, declared: string, found: string | undefined): boolean {
  if (found === undefined) return false;
  const atLeast = name === 'max.message.bytes' || name === 'min.insync.replicas';
  return atLeast ? Number(found) >= Number(declared) : found === declared;
}
