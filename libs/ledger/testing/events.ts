import type { Position, RecordedEvent } from '#event-log';

/** Events as a log gives them back, counted from 0; those of one number are always the same. */
export const recordedEvents = (from: number, until: number): readonly RecordedEvent[] =>
  Array.from({ length: Math.max(0, until - from) }, (_, at) => recordedEvent(from + at));

function recordedEvent(n: number): RecordedEvent {
  const metadata = { actor: 'actor', recordedAt: '2026-03-02T10:00:00.000Z', schema: '1' };
  const data = { n };
  return {
    id: `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`,
    type: 'ThingMoved',
    stream: `thing-${n % 3}`,
    revision: Math.floor(n / 3) + 1,
    position: String(n + 1).padStart(20, '0') as Position,
    ...{ data, dataText: JSON.stringify(data), metadata, metadataText: JSON.stringify(metadata) },
  };
}
