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
  for (const said of sayings(error)) {
    const fault = faults[said];
    if (fault !== undefined) return new BrokerFailed(fault, `${about}: ${wording[fault]}`, { cause: error });
  }
  // Of several that went wrong at once, the first.
  const { errors = [error] } = error as { readonly errors?: readonly unknown[] };
  const { name = 'unknown', type } = errors[0] as { readonly name?: string; readonly type?: string };
  return new BrokerFailed('other', `${about}: ${wording.other} (${type ?? name})`, { cause: error });
}

const unsettled = ['NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE', 'NOT_CONTROLLER', 'REPLICA_NOT_AVAILABLE'];

/** Whether the brokers are still agreeing on who leads, or on what there is, as they do when a topic is new: ask again. */
export const isUnsettled = (error: unknown, isNew: boolean): boolean =>
  sayings(error).some((said) => unsettled.includes(said) || (isNew && faults[said] === 'no-topic'));

const loading = ['GROUP_LOAD_IN_PROGRESS', 'GROUP_COORDINATOR_NOT_AVAILABLE', 'NOT_COORDINATOR_FOR_GROUP'];

/** Whether the broker still reads what groups there are, as it does when it has just started: ask again. */
export const isLoading = (error: unknown): boolean => sayings(error).some((said) => loading.includes(said));

/** Types and names of an error and of what it wraps, from the outside in. */
function sayings(error: unknown): string[] {
  const found: string[] = [];
  for (let at = error; at instanceof Error && found.length < 20; at = at.cause) {
    found.push((at as { readonly type?: string }).type ?? '', at.name);
  }
  return found;
}

/** Does it, and says of what fails what was wrong. */
export async function asking<T>(about: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw brokerFailed(error, about);
  }
}
