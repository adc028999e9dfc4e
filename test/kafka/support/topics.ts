import { randomUUID } from 'node:crypto';
import { type Broker, factTopic, openKafka, plainTopic, type Topic } from '#publishing/kafka';
import { account, usualPort } from './broker.js';

/** Topics of a test's own: the broker is shared. */
export const freshFacts = (partitions = 3): Topic => factTopic({ name: `facts-${randomUUID()}`, partitions });
export const freshPlain = (partitions = 3): Topic => plainTopic({ name: `orders-${randomUUID()}`, partitions });

export const open = (port: number = usualPort): Promise<Broker> =>
  openKafka({ brokers: `127.0.0.1:${port}`, clientId: 'test' });

/** Through the door that asks for a password. */
export const openGuarded = (
  given: { readonly username?: string; readonly password?: string } = account,
): Promise<Broker> => openKafka({ brokers: `127.0.0.1:${usualPort + 1}`, clientId: 'test', ...given });
