import type { Fact } from './fact.js';

/**
 * The attributes of a fact as an event of CloudEvents 1.0, all of them text, without its data: whatever carries facts
 * names them alike.
 * @param source names this deployment
 */
export function cloudEventAttributes(
  source: string,
  { id, type, stream, revision, position, metadata }: Omit<Fact, 'data'>,
): Readonly<Record<string, string>> {
  const { recordedAt, effectiveAt, origin, traceparent } = metadata;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject: stream,
    ...(recordedAt === undefined ? {} : { time: recordedAt }),
    ...(effectiveAt === undefined ? {} : { effectiveat: effectiveAt }),
    ...(origin === undefined ? {} : { origin }),
    ...(traceparent === undefined ? {} : { traceparent }),
    streamrevision: String(revision),
    position,
  };
}
