import type { DynamicModule, Type } from '@nestjs/common';
import type { Clock, EventLog } from '#event-log';
import { postgresViews } from '#projection/postgres';
import { ensureTopic, factTopic, openKafka, relay, RelayStatus } from '#publishing/kafka';
import { type Indicator, observedBroker } from '#service';
import { publications } from '../capabilities.js';
import type { Observe } from '../observe/observe.js';
import type { Runners } from '../runners.js';
import { FactsDescribed } from './asyncapi.js';
import { relayIndicator } from './health.js';
import { type Env, kafkaFrom, postgresFrom, topicFrom } from './settings.js';

/** The relay as part of a process. */
export interface Relaying {
  readonly runners: Runners;
  readonly indicators: readonly Indicator[];
  readonly modules: readonly (Type | DynamicModule)[];
  readonly closers: Readonly<Record<string, () => Promise<void>>>;
}

/**
 * Tells the broker what the log records, and strangers how that is read (`/api/asyncapi`). `CHASKI_SOURCE` names this
 * deployment in every message, `/chaski` unless it is set.
 * @param alone nothing else is done in this process: without a broker it is not ready
 * @throws Misconfigured, BrokerFailed, TopicMisconfigured, ViewsUnavailable it could not begin
 */
export async function relaying(
  env: Env,
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  observe: Observe,
  alone: boolean,
): Promise<Relaying> {
  const topic = factTopic(topicFrom(env));
  const broker = observedBroker(await openKafka(kafkaFrom(env, 'chaski-relay')), observe.observers);
  await ensureTopic(broker, topic);
  const checkpoints = postgresViews({ connection: postgresFrom(env), schema: 'chaski_relay', durability: 'full' });
  const source = env['CHASKI_SOURCE'] || '/chaski';
  const status = new RelayStatus();
  observe.relay(log, status, clock);
  return {
    runners: {
      relay: async (signal) => {
        await relay(log, publications, { broker, topic, source, checkpoints, signal, status });
      },
    },
    indicators: [relayIndicator(status, !alone)],
    modules: [FactsDescribed.of(topic, env['CHASKI_KAFKA_PUBLIC'])],
    closers: { 'checkpoints of the relay': () => checkpoints.close(), broker: () => broker.close() },
  };
}
