import type { Metadata, Position } from '#event-log';
import { cloudEventAttributes } from '../../cloud-event.js';
import type { Fact } from '../../fact.js';
import type { Incoming, Outgoing } from './broker.js';

/** Says that everything up to its position was told; the type of no fact, for it carries no version. */
const watermarkType = 'watermark';

/** A message of a fact topic, read: a fact, or a watermark that says how far the partition reaches. */
export interface Told {
  readonly offset: number;
  readonly position: Position;
  readonly fact: Fact | undefined;
}

/** A message that no relay of ours wrote. What it holds is not quoted. */
export class FactUnreadable extends Error {
  readonly reason: string;

  constructor({ partition, offset }: Incoming, what: string, options?: ErrorOptions) {
    const reason = `message ${offset} of partition ${partition} is no fact: ${what}`;
    super(reason, options);
    this.reason = reason;
    this.name = 'FactUnreadable';
  }
}

/** A fact as text that says it all: CloudEvents 1.0, Kafka binding, binary mode. */
export function factMessage(source: string, fact: Fact): Outgoing {
  const attributes = Object.entries(cloudEventAttributes(source, fact));
  return {
    key: fact.stream,
    headers: {
      ...Object.fromEntries(attributes.map(([name, value]) => [`ce_${name}`, value])),
      'content-type': 'application/json',
    },
    value: JSON.stringify(fact.data),
  };
}

/** A watermark for one partition. Its value is not empty: some would take that for a deletion. */
export function watermarkMessage(source: string, position: Position, partition: number): Outgoing {
  const headers = { ce_specversion: '1.0', ce_id: position, ce_source: source, ce_type: watermarkType };
  return { partition, headers: { ...headers, ce_position: position }, value: '{}' };
}

/**
 * The reverse of the two. Of a fact whose type is not wanted only its position is read.
 * @throws FactUnreadable
 */
export function readTold(message: Incoming, wanted?: ReadonlySet<string>): Told {
  const { headers, offset } = message;
  const header = (name: string): string => {
    const value = headers[name];
    if (value === undefined || value === '') throw new FactUnreadable(message, `header ${name} is missing`);
    return value;
  };
  if (header('ce_specversion') !== '1.0') throw new FactUnreadable(message, 'another version of CloudEvents');
  const position = header('ce_position') as Position;
  const type = header('ce_type');
  if (type === watermarkType || wanted?.has(type) === false) return { offset, position, fact: undefined };
  const revision = Number(header('ce_streamrevision'));
  const id = header('ce_id');
  const stream = header('ce_subject');
  const data = parsed(message);
  return { offset, position, fact: { id, type, stream, revision, position, data, metadata: metadataOf(headers) } };
}

function metadataOf(headers: Incoming['headers']): Metadata {
  const metadata: Record<string, string> = { schema: '1' };
  const names = [
    ['effectiveAt', 'ce_effectiveat'],
    ['recordedAt', 'ce_time'],
    ['origin', 'ce_origin'],
    ['traceparent', 'ce_traceparent'],
  ] as const;
  for (const [name, header] of names) {
    const value = headers[header];
    if (value !== undefined) metadata[name] = value;
  }
  return metadata;
}

function parsed(message: Incoming): unknown {
  try {
    return JSON.parse(message.value?.toString('utf8') ?? '') as unknown;
  } catch (cause) {
    throw new FactUnreadable(message, 'its value is no JSON', { cause });
  }
}

/** About what a message takes on the wire. */
export function bytesOf({ key = '', headers, value }: Outgoing): number {
  let bytes = 80 + Buffer.byteLength(key) + Buffer.byteLength(value);
  for (const [name, text] of Object.entries(headers)) bytes += name.length + Buffer.byteLength(text) + 4;
  return bytes;
}
