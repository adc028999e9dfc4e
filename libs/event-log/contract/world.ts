import { randomUUID } from 'node:crypto';
import type { EventLog, NewEvent, Page, Position, ReadRange, RecordedEvent } from '../port.js';

/** What a test of the contract gets from the adapter. */
export interface Opened {
  readonly log: EventLog;
  /** Closes the log and opens it again, for logs that outlive their process. */
  readonly reopen?: () => Promise<EventLog>;
  /** Removes what `open` made. Called after the log was closed. */
  readonly dispose?: () => Promise<void>;
}

/** The log under test and where it ended when the test began. */
export interface World {
  log: EventLog;
  start: Position | undefined;
  reopen: (() => Promise<EventLog>) | undefined;
}

/** What an adapter cannot do, and so is not asked: those tests are skipped, and the reason is printed. */
export interface Limits {
  /** Why the log does not outlive its process; without it `reopen` is needed. */
  readonly forgets?: string;
}

/** A stream nobody used before. */
export const newStream = (category = 'thing'): string => `${category}-${randomUUID()}`;

/** A type nobody used before. */
export const newType = (): string => `type-${randomUUID()}`;

export function anEvent(type = 'happened', data: object = { n: 1 }): NewEvent {
  return { id: randomUUID(), type, data, metadata: { actor: 'w-1', schema: '1' } };
}

export function someEvents(count: number, type?: string): NewEvent[] {
  return Array.from({ length: count }, (_, n) => anEvent(type, { n }));
}

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

export const streamOf = ({ log }: World, stream: string): Promise<RecordedEvent[]> => collect(log.readStream(stream));

/** The pages since the test began. */
export function pagesOf({ log, start }: World, range: ReadRange = {}): Promise<Page[]> {
  return collect(log.readAll({ ...(start === undefined ? {} : { after: start }), ...range }));
}

/** The events since the test began. */
export async function allOf(world: World, range: ReadRange = {}): Promise<RecordedEvent[]> {
  return (await pagesOf(world, range)).flatMap((page) => page.events);
}

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

/** All that a reader can see of an event. */
export function seen(event: RecordedEvent): object {
  const { id, type, stream, revision, position, data, metadata, dataText, metadataText } = event;
  return { id, type, stream, revision, position, data, metadata, dataText, metadataText };
}

/** What `promise` was rejected with; undefined when it was not. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return error;
  }
}
