import { AppendRefused, limits, type NewEvent } from './port.js';

/** An event as it will be stored: the same bytes in every adapter. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly dataText: string;
  readonly metadataText: string;
}

const streamName = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What some store or protocol would not give back as it was: control characters and halves of surrogate pairs. */
const unsafeInType = /[\p{Cc}\p{Cs}]/u;

/**
 * The stored form of an event. Metadata keys are sorted; data keeps the order its rule wrote.
 * @throws AppendRefused `event-id`, `event-type`, `not-json` or `too-large`
 */
export function encodeEvent(event: NewEvent): EncodedEvent {
  if (!uuid.test(event.id)) throw new AppendRefused('event-id', 'event id is not a UUID in lower case');
  const { length } = event.type;
  if (length === 0 || length > limits.eventType || event.type.startsWith('$') || unsafeInType.test(event.type)) {
    throw new AppendRefused(
      'event-type',
      `event type of ${length} characters, reserved, or with characters not allowed`,
    );
  }
  let dataText: string | undefined;
  let metadataText: string;
  try {
    dataText = JSON.stringify(event.data);
    metadataText = JSON.stringify(event.metadata, Object.keys(event.metadata).sort());
  } catch (error) {
    throw new AppendRefused('not-json', `event data is not JSON: ${error instanceof Error ? error.name : 'unknown'}`);
  }
  if (dataText === undefined || dataText[0] !== '{') throw new AppendRefused('not-json', 'event data is not an object');
  // Cheap first: a character is at most three bytes in UTF-8.
  if ((dataText.length + metadataText.length) * 3 > limits.eventBytes) {
    const bytes = Buffer.byteLength(dataText) + Buffer.byteLength(metadataText);
    if (bytes > limits.eventBytes) throw new AppendRefused('too-large', `event of ${bytes} bytes`);
  }
  return { id: event.id, type: event.type, dataText, metadataText };
}

/**
 * What every adapter refuses before it touches its store, and the encoded events otherwise.
 * @throws AppendRefused
 */
export function checkAppend(stream: string, events: readonly NewEvent[]): readonly EncodedEvent[] {
  if (stream.length > limits.streamName || !streamName.test(stream)) {
    throw new AppendRefused(
      'stream-name',
      `stream name of ${stream.length} characters, or with characters not allowed`,
    );
  }
  if (events.length > limits.appendEvents) {
    throw new AppendRefused('too-large', `${events.length} events in one append, ${limits.appendEvents} allowed`);
  }
  if (events.length > 1 && new Set(events.map((event) => event.id)).size < events.length) {
    throw new AppendRefused('duplicate-id', 'two events of one append have the same id');
  }
  return events.map(encodeEvent);
}
