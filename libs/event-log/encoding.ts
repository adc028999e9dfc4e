import { AppendRefused, limits, type NewEvent } from './port.js';

/** An event as it will be stored: the same bytes in every adapter. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly dataText: string;
  readonly metadataText: string;
}

const streamName = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;

/**
 * The stored form of an event. Metadata keys are sorted; data keeps the order its rule wrote.
 * @throws AppendRefused `not-json`, `too-large` or `event-type`
 */
export function encodeEvent(event: NewEvent): EncodedEvent {
  if (event.type.length === 0 || event.type.length > limits.eventType || event.type.startsWith('$')) {
    throw new AppendRefused('event-type', `event type of ${event.type.length} characters, or reserved`);
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
