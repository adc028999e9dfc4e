import type { Publication } from '../../publish.js';
import type { Topic } from './topics.js';

/** A JSON Schema (2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface AsyncApiOptions {
  readonly title: string;
  readonly version: string;
  readonly topic: Topic;
  readonly publications: readonly Publication[];
  /** By fact type: what its data looks like, made from the types by `test/kafka/schemas.ts`. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** `host:port`, where strangers reach the broker. */
  readonly host?: string;
}

const text = (description: string): JsonSchema => ({ type: 'string', description });

/** What every message carries beside its data: CloudEvents 1.0, Kafka binding, binary mode. */
const headersOf = (type: string): JsonSchema => ({
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_position'],
  properties: {
    ce_specversion: { const: '1.0' },
    ce_id: text('The same for the same fact, however often it comes.'),
    ce_source: text('The deployment that tells it.'),
    ce_type: { const: type },
    ce_position: text('Sorts as text in the order of the log.'),
    ...(type === watermark.name
      ? {}
      : {
          ce_subject: text('The stream; also the key of the message.'),
          ce_streamrevision: text('Counts the events of the stream from 1.'),
          ce_time: text('When it was recorded: ISO 8601, UTC.'),
          ce_effectiveat: text('When it happened: ISO 8601, UTC.'),
          ce_origin: text('`import` for history that was brought in.'),
          ce_traceparent: text('The trace of the command, if it was traced: the extension of CloudEvents for it.'),
          'content-type': { const: 'application/json' },
        }),
  },
});

const watermark = {
  name: 'watermark',
  summary:
    'Everything up to its position that belongs to this partition was told. Complete is what all partitions reach.',
  payload: { type: 'object', maxProperties: 0 },
} as const;

const message = (name: string, summary: string, payload: JsonSchema) => ({
  name,
  summary,
  contentType: 'application/json',
  headers: headersOf(name),
  payload,
});

/**
 * What is told, as an AsyncAPI 3 document: a channel, its messages, and how they are to be read.
 * @throws Error when a fact has no schema
 */
export function asyncApi({ title, version, topic, publications, schemas, host }: AsyncApiOptions): JsonSchema {
  const messages: Record<string, unknown> = {
    watermark: message(watermark.name, watermark.summary, watermark.payload),
  };
  for (const fact of publications.flatMap(({ facts }) => facts).sort()) {
    const schema = schemas[fact];
    if (schema === undefined) throw new Error(`fact ${fact} has no schema`);
    messages[fact] = message(fact, 'A fact. Its shape is frozen: another shape is another name.', schema);
  }
  const names = Object.keys(messages);
  return {
    asyncapi: '3.0.0',
    info: {
      title,
      version,
      description:
        'At least once: a fact may come again, under the same id. Facts of one stream come in order, in one partition. ' +
        'Nothing is deleted or compacted; another generation of the topic tells everything anew.',
    },
    ...(host === undefined ? {} : { servers: { broker: { host, protocol: 'kafka' } } }),
    channels: {
      facts: {
        address: topic.name,
        messages: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
        bindings: { kafka: { topic: topic.name, partitions: topic.partitions, replicas: topic.replicas } },
      },
    },
    operations: {
      tell: {
        action: 'send',
        channel: { $ref: '#/channels/facts' },
        summary: 'Facts are told in the order of the log.',
      },
    },
    components: { messages },
  };
}
