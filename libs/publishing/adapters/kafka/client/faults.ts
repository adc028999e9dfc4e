import { BrokerFailed, type BrokerFault } from '../broker.js';

/** How kafkajs says it: by the name of a class, or by the type of a protocol error. */
const faults: Readonly<Record<string, BrokerFault>> = {
  KafkaJSSASLAuthenticationError: 'credentials',
  KafkaJSConnectionError: 'unreachable',
  KafkaJSConnectionClosedError: 'unreachable',
  KafkaJSBrokerNotFound: 'unreachable',
  KafkaJSNoBrokerAvailableError: 'unreachable',
  KafkaJSRequestTimeoutError: 'unreachable',
  UNKNOWN_TOPIC_OR_PARTITION: 'no-topic',
  MESSAGE_TOO_LARGE: 'too-large',
  RECORD_LIST_TOO_LARGE: 'too-large',
  TOPIC_AUTHORIZATION_FAILED: 'not-allowed',
  GROUP_AUTHORIZATION_FAILED: 'not-allowed',
  CLUSTER_AUTHORIZATION_FAILED: 'not-allowed',
};

const wording: Readonly<Record<BrokerFault, string>> = {
  address: 'not a list of host:port',
  unreachable: 'no broker answers',
  credentials: 'the broker does not take these credentials',
  'not-allowed': 'the broker does not allow this account to do it',
  'no-topic': 'the topic does not exist',
  'too-large': 'the broker takes no message as large as this',
  other: 'the broker failed',
};

/**
 * The fault behind an error of kafkajs, which wraps what happened in what it did about it.
 * @param about what was tried with what: `send to facts.g1`
 */
export function brokerFailed(error: unknown, about: string): BrokerFailed {
  if (error instanceof BrokerFailed) return error;
  let cause: unknown = error;
  for (let depth = 0; depth < 10 && cause instanceof Error; depth += 1) {
    const { name, type = '' } = cause as { readonly name: string; readonly type?: string };
    const fault = faults[type] ?? faults[name];
    if (fault !== undefined) return new BrokerFailed(fault, `${about}: ${wording[fault]}`, { cause: error });
    cause = cause.cause;
  }
  const { name = 'unknown', type } = error as { readonly name?: string; readonly type?: string };
  return new BrokerFailed('other', `${about}: ${wording.other} (${type ?? name})`, { cause: error });
}

const unsettled = ['NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE', 'NOT_CONTROLLER', 'REPLICA_NOT_AVAILABLE'];

/** Whether the brokers are still agreeing on who leads, as they do when a topic is new: ask again soon. */
export const isUnsettled = (error: unknown): boolean =>
  unsettled.includes((error as { readonly type?: string }).type ?? '');

/** Does it, and says of what fails what was wrong. */
export async function asking<T>(about: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw brokerFailed(error, about);
  }
}
