import { createHmac } from 'node:crypto';
import { Refusal } from '#decider';
import { AppendRefused, CommandReused, deriveId } from '#event-log';
import { backOff, type Pause, reasonOf } from '#projection';
import type { Broker, Incoming } from './broker.js';
import { ensureTopic, parkedTopic, type Topic } from './topics.js';

/** A message of somebody else, as CloudEvents 1.0 in binary mode. */
export interface Received {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  /** Attributes by name, without the prefix of the binding. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Parsed JSON. */
  readonly data: unknown;
}

/** What a message asks for: a command, and which decider's. */
export interface Order {
  readonly category: string;
  readonly id: string;
  readonly command: unknown;
}

/** Under which ids the order is handled: the same for the same message, however often it comes. */
export interface OrderIds {
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
}

/** A message that no order can be made of. The reason must not quote it: it is kept beside the message, and shown. */
export class Malformed extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'Malformed';
  }
}

export interface IntakeOptions {
  readonly broker: Broker;
  readonly topic: Topic;
  /** Members of one group share the partitions. */
  readonly group: string;
  /** Command ids are made of message ids under this secret, so that nobody can tell from the log what was sent. */
  readonly secret: Uint8Array;
  /** @throws Malformed */
  readonly translate: (message: Received) => Order;
  /** Sends the order the way of every command. Throws Refusal when a rule says no. */
  readonly deliver: (order: Order, ids: OrderIds) => Promise<unknown>;
  /** Ends it, without an error. */
  readonly signal: AbortSignal;
  readonly status?: IntakeStatus;
  readonly onParked?: (parked: Parked) => void;
  readonly pause?: Pause;
}

/** A message that was put aside, and why; nothing of what it holds. */
export interface Parked {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly reason: string;
}

/** For health pages: since it began. */
export class IntakeStatus {
  delivered = 0;
  parked = 0;
  /** Why the broker cannot be read now. */
  held: string | undefined;
  /** By partition: why it stands still. */
  readonly partitions = new Map<number, { readonly offset: number; readonly reason: string }>();
}

/**
 * Takes messages in as commands, for ever: resolves when the signal aborts.
 *
 * A message comes at least once and counts once: its command has the same id every time. What is malformed, or what a
 * rule refuses, goes to `<topic>.parked` with the reason, and the next one comes. Any other failure holds its partition at
 * that message and is tried again with pauses.
 */
export async function intake(options: IntakeOptions): Promise<void> {
  const { broker, topic, group, signal, status = new IntakeStatus(), pause = backOff } = options;
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      await ensureTopic(broker, topic);
      await ensureTopic(broker, parkedTopic(topic));
      const work = async (message: Incoming) => {
        status.held = undefined;
        attempt = 0;
        await take(options, status, message);
      };
      await broker.consume(topic.name, group, work, { signal, pause });
    } catch (error) {
      status.held = reasonOf(error);
      await pause(Math.max(attempt, 1), signal);
    }
  }
}

async function take(options: IntakeOptions, status: IntakeStatus, message: Incoming): Promise<void> {
  const { partition, offset } = message;
  try {
    const reason = await refused(options, message);
    if (reason === undefined) status.delivered += 1;
    else {
      await park(options, message, reason);
      status.parked += 1;
    }
    status.partitions.delete(partition);
  } catch (error) {
    status.partitions.set(partition, { offset, reason: reasonOf(error) });
    throw error;
  }
}

/** Why a message is not taken; undefined: it was. */
async function refused({ translate, deliver, secret }: IntakeOptions, message: Incoming): Promise<string | undefined> {
  try {
    const received = read(message);
    const { source, id } = received;
    const digest = createHmac('sha256', secret)
      .update(JSON.stringify([source, id]))
      .digest('hex');
    const commandId = deriveId('intake', digest);
    await deliver(translate(received), {
      commandId,
      correlationId: commandId,
      causationId: deriveId('message', digest),
    });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    if (error instanceof Malformed) return `malformed: ${error.reason}`;
    if (error instanceof CommandReused) return 'another message had this id';
    if (error instanceof AppendRefused) return `not recordable: ${error.reason}`;
    throw error;
  }
}

function read({ headers, value }: Incoming): Received {
  const attributes: Record<string, string> = {};
  for (const [name, text] of Object.entries(headers)) if (name.startsWith('ce_')) attributes[name.slice(3)] = text;
  const { specversion, source = '', id = '', type = '' } = attributes;
  if (specversion !== '1.0') throw new Malformed('no CloudEvent of version 1.0');
  if (source === '' || id === '' || type === '') throw new Malformed('source, id or type is missing');
  try {
    return { source, id, type, attributes, data: JSON.parse(value?.toString('utf8') ?? '') as unknown };
  } catch {
    throw new Malformed('its value is no JSON');
  }
}

/** As it came, with the reason; sent again after a crash, it is known by where it came from. */
async function park({ broker, topic, onParked }: IntakeOptions, message: Incoming, reason: string): Promise<void> {
  const { partition, offset, key, headers, value } = message;
  const why = { 'parked-reason': reason, 'parked-from': `${topic.name}/${partition}/${offset}` };
  const to = key === undefined ? { partition } : { key };
  await broker.send(parkedTopic(topic).name, [{ ...to, headers: { ...headers, ...why }, value: value ?? '' }]);
  onParked?.({ topic: topic.name, partition, offset, reason });
}
