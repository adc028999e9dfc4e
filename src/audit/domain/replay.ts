import type { Entry, EventLog, Position, RecordedEvent } from '#event-log';
import type { Projection } from '#projection';

/** Up to where history is wanted. Two questions: what was known by then, and what had happened by then. */
export interface Until {
  /** The record up to this position. */
  readonly position?: Position;
  /** What the system had been told by this instant. */
  readonly known?: string;
  /** What had taken place by this instant, whenever it was recorded. */
  readonly happened?: string;
}

export const within = (event: Entry, { position, known, happened }: Until): boolean =>
  (position === undefined || event.position <= position) &&
  (known === undefined || (event.metadata['recordedAt'] ?? '') <= known) &&
  (happened === undefined || (event.metadata['effectiveAt'] ?? '') <= happened);

/** The events of a stream that belong to the past that is asked about, in the order of the record. */
export async function pastOf(log: EventLog, stream: string, until: Until): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of log.readStream(stream)) if (within(event, until)) events.push(event);
  return events;
}

/**
 * A document as the same projection that people look at would have shown it, folded from these events alone, or on from
 * what earlier ones made of it.
 */
export function foldOf<D>(
  projection: Projection<D>,
  key: string,
  events: readonly RecordedEvent[],
  begun?: D,
): D | undefined {
  let document = begun;
  for (const event of events) {
    if (!projection.types.includes(event.type) || !projection.keys(event).includes(key)) continue;
    document = projection.fold(document ?? projection.empty(key), event, key);
  }
  return document;
}

/** One field that is not the same at two points of a history. */
export interface Difference {
  /** JSON Pointer (RFC 6901) of the field, `/clocks/…/status`; `/` where the whole thing is meant. */
  readonly field: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Null where it was not there. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Field by field, what makes `after` another document than `before`. */
export function differences(before: unknown, after: unknown, field = ''): readonly Difference[] {
  if (Object.is(before, after)) return [];
  if (isRecord(before) && isRecord(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => differences(before[name], after[name], `${field}/${escaped(name)}`));
  }
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return [{ field: field === '' ? '/' : field, change, before: before ?? null, after: after ?? null }];
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
