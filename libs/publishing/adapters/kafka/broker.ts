/** What is sent. Messages of one key stay in order, in one partition. */
export interface Outgoing {
  readonly key?: string;
  /** Given instead of a key. */
  readonly partition?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string | Buffer;
}

/** What is read. Offsets count the messages of a partition from 0, without a gap. */
export interface Incoming {
  readonly partition: number;
  readonly offset: number;
  readonly key: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
}

/** The offsets that a partition holds: `first` inclusive, `next` exclusive. */
export interface Bounds {
  readonly first: number;
  readonly next: number;
}

/** A topic as the broker has it. */
export interface TopicState {
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}

/**
 * What this adapter asks of a Kafka client: all of it, so that another client is one more implementation of this.
 *
 * Everything throws `BrokerFailed`.
 */
export interface Broker {
  describe(topic: string): Promise<TopicState | undefined>;
  create(topic: string, state: TopicState & { readonly replicas: number }): Promise<void>;
  /** By partition. */
  bounds(topic: string): Promise<readonly Bounds[]>;
  /**
   * Resolves when every replica in step holds all of them. After a failure some may be there; sent again, they are there
   * twice.
   */
  send(topic: string, messages: readonly Outgoing[]): Promise<void>;
  /**
   * Reads all partitions for one reader alone, each from its offset on, until the signal aborts. Leaves no trace.
   *
   * The next messages of a partition come when `deliver` has resolved; other partitions do not wait for it.
   * @throws FactsLost an offset is asked for that the topic does not hold any more
   */
  read(
    topic: string,
    from: readonly number[],
    deliver: (messages: readonly Incoming[]) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
  /**
   * Shares the partitions with the other members of the group, until the signal aborts. Each message at least once, those
   * of a partition in order.
   *
   * When `work` throws, its partition waits and the message comes again. Other partitions go on.
   */
  consume(
    topic: string,
    group: string,
    work: (message: Incoming) => Promise<void>,
    options: ConsumeOptions,
  ): Promise<void>;
  close(): Promise<void>;
}

export interface ConsumeOptions {
  readonly signal: AbortSignal;
  /** Waits before attempt n + 1. */
  readonly pause: (attempt: number, signal: AbortSignal) => Promise<void>;
}

export type BrokerFault =
  /** Not a list of `host:port`. */
  'address' | 'unreachable' | 'credentials' | 'not-allowed' | 'no-topic' | 'too-large' | 'other';

/** The broker did not do what it was asked. `reason` holds nothing of a message. */
export class BrokerFailed extends Error {
  constructor(
    readonly fault: BrokerFault,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = 'BrokerFailed';
  }
}

/** The topic does not hold any more what it once held: what is left of it is not complete. */
export class FactsLost extends Error {
  readonly reason: string;

  constructor(topic: string, partition: number, what: string) {
    const reason = `topic ${topic}, partition ${partition}: ${what}; begin a new generation`;
    super(reason);
    this.reason = reason;
    this.name = 'FactsLost';
  }
}
