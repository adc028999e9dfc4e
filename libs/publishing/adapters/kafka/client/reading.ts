import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, ConsumerConfig, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import { type Broker, type ConsumeOptions, FactsLost, type Incoming } from '../broker.js';
import { brokerFailed, isLoading } from './faults.js';

/** A paused partition is looked at again after one fetch, and a fetch that finds nothing takes this long. */
const fetchMs = 250;
/** A broker that has just started has to read what groups there are; it is asked again for so long, this often. */
const loadingMs = 30_000;
const againMs = 250;

const config = (groupId: string): ConsumerConfig => ({
  groupId,
  allowAutoTopicCreation: false,
  maxWaitTimeInMs: fetchMs,
  sessionTimeout: 10_000,
  heartbeatInterval: 1_000,
  // Crashes are handled here, where they are seen: kafkajs restarts some of them by itself and gives up on others.
  retry: { retries: 2, initialRetryTime: 100, restartOnFailure: async () => false },
});

/** `Broker.read`. kafkajs reads in groups only: each reader has one of its own, and nothing is committed. */
export async function read(
  kafka: Kafka,
  clientId: string,
  topic: string,
  from: readonly number[],
  deliver: Parameters<Broker['read']>[2],
  signal: AbortSignal,
): Promise<void> {
  const next = [...from];
  const join = () => kafka.consumer(config(`${clientId}-reader-${randomUUID()}`));
  await running(join, topic, signal, async (consumer, fail) => {
    // Without committed offsets every join begins at the start of the topic.
    consumer.on(consumer.events.GROUP_JOIN, () => {
      for (const [partition, offset] of next.entries()) consumer.seek({ topic, partition, offset: String(offset) });
    });
    await consumer.run({
      autoCommit: false,
      eachBatch: async (given) => {
        const { partition, messages: raw } = given.batch;
        const expected = next[partition] ?? 0;
        const messages = raw.map((message) => incoming(partition, message));
        const [first] = messages;
        if (given.isStale() || first === undefined) return;
        // kafkajs begins again by itself where an offset is not there any more.
        if (first.offset !== expected) {
          return fail(new FactsLost(topic, partition, `it goes on at ${first.offset} instead of ${expected}`));
        }
        next[partition] = (messages.at(-1)?.offset ?? first.offset) + 1;
        let waits = true;
        const delivered = deliver(messages)
          .catch(fail)
          .finally(() => (waits = false));
        await Promise.race([delivered, new Promise(setImmediate)]);
        if (waits) void delivered.then(given.pause());
      },
    });
  });
}

/** `Broker.consume`. */
export async function consume(
  kafka: Kafka,
  topic: string,
  group: string,
  work: (message: Incoming) => Promise<void>,
  { signal, pause: pauseFor }: ConsumeOptions,
): Promise<void> {
  const attempts = new Map<number, number>();
  await running(
    () => kafka.consumer(config(group)),
    topic,
    signal,
    async (consumer) => {
      await consumer.run({
        // What was worked on is resolved one by one; only that is committed, also when a partition is taken away.
        eachBatchAutoResolve: false,
        autoCommitInterval: 1_000,
        eachBatch: async (given) => {
          const { partition, messages } = given.batch;
          for (const message of messages) {
            if (!given.isRunning() || given.isStale() || signal.aborted) return;
            try {
              await work(incoming(partition, message));
            } catch {
              // Not waited for here: the batches of other partitions would wait too.
              const resume = given.pause();
              const attempt = (attempts.get(partition) ?? 0) + 1;
              attempts.set(partition, attempt);
              void pauseFor(attempt, signal).then(resume);
              return;
            }
            attempts.delete(partition);
            given.resolveOffset(message.offset);
            await given.heartbeat();
            await given.commitOffsetsIfNecessary();
          }
        },
      });
    },
  );
}

type Run = (consumer: Consumer, fail: (error: unknown) => void) => Promise<void>;

/** Runs a consumer, and another one as long as the broker still reads its groups, on which kafkajs gives up. */
async function running(join: () => Consumer, topic: string, signal: AbortSignal, run: Run): Promise<void> {
  const patientUntil = performance.now() + loadingMs;
  for (;;) {
    try {
      return await runningOnce(join(), topic, signal, run);
    } catch (error) {
      if (signal.aborted || !isLoading(error) || performance.now() > patientUntil) throw error;
      await sleep(againMs);
    }
  }
}

/** Runs a consumer until the signal aborts, or until it crashes, of which kafkajs tells by an event only. */
async function runningOnce(consumer: Consumer, topic: string, signal: AbortSignal, run: Run): Promise<void> {
  const over = Promise.withResolvers<void>();
  const end = (): void => over.resolve();
  // Nobody waits for it while the consumer still connects.
  over.promise.catch(() => undefined);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  consumer.on(consumer.events.CRASH, ({ payload }) => over.reject(payload.error));
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    if (!signal.aborted) await run(consumer, (error) => over.reject(error));
    await over.promise;
  } catch (error) {
    throw error instanceof FactsLost || !isOfBroker(error) ? error : brokerFailed(error, `read ${topic}`);
  } finally {
    signal.removeEventListener('abort', end);
    await consumer.disconnect().catch(() => undefined);
  }
}

/** An error of whoever the messages are for must stay what it is. */
const isOfBroker = (error: unknown): boolean => error instanceof Error && error.name.startsWith('KafkaJS');

function incoming(partition: number, { key, offset, headers = {}, value }: KafkaMessage): Incoming {
  return { partition, offset: Number(offset), key: key?.toString('utf8'), headers: texts(headers), value };
}

/** A header that is there twice is not one of ours: the first counts. */
function texts(headers: IHeaders): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) found[name] = first.toString();
  }
  return found;
}
