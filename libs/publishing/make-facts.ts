import type { EventMap } from '#decider';
import type { Entry, Metadata, Position } from '#event-log';
import type { Seen } from '#projection';
import type { Fact } from './fact.js';
import type { Publication } from './publish.js';

/** An event cannot be told: its bytes or its shape are not readable, or the publication threw. Nothing is left out. */
export class FactsStopped extends Error {
  /** What may be shown: no data of the event. */
  readonly reason: string;

  constructor(
    readonly position: Position,
    readonly eventId: string,
    readonly type: string,
    options?: ErrorOptions,
  ) {
    const why = options?.cause instanceof Error ? options.cause.name : 'unknown';
    const reason = `event ${eventId} of type ${type} at ${position} cannot be told (${why})`;
    super(reason, options);
    this.reason = reason;
    this.name = 'FactsStopped';
  }
}

/** All publications of a process as one map from event to fact. */
export interface FactMaker {
  /** The event types it reads. */
  readonly types: readonly string[];
  /**
   * The fact of an event, or undefined when it is not told.
   * @throws FactsStopped
   */
  make(event: Entry): Fact | undefined;
}

/** @throws Error when two publications tell of the same event type, or tell the same fact */
export function factMaker(publications: readonly Publication[]): FactMaker {
  const byEvent = new Map<string, Publication>();
  const facts = new Set<string>();
  for (const publication of publications) {
    for (const type of publication.types) {
      if (byEvent.has(type)) throw new Error(`event ${type} is published twice`);
      byEvent.set(type, publication);
    }
    for (const fact of publication.facts) {
      if (facts.has(fact)) throw new Error(`fact ${fact} is told by two publications`);
      facts.add(fact);
    }
  }
  return {
    types: [...byEvent.keys()],
    make: (event) => {
      const publication = byEvent.get(event.type);
      if (publication === undefined) return undefined;
      try {
        return told(publication, event);
      } catch (cause) {
        throw new FactsStopped(event.position, event.id, event.type, { cause });
      }
    },
  };
}

function told(publication: Publication, event: Entry): Fact | undefined {
  const { id, type, stream, revision, position, metadata } = event;
  const { data } = publication.events.decode(type, Number(metadata['schema'] ?? 1), event.data);
  const seen: Seen<EventMap> = { id, type, stream, revision, position, metadata, data };
  const fact = publication.tell(seen);
  if (fact === undefined) return undefined;
  return { id, type: fact.type, stream, revision, position, data: fact.data, metadata: factHeader(metadata) };
}

/** Who did it and which command it was are nobody else's business. A trace's ids are random, and say nothing. */
function factHeader(metadata: Metadata): Metadata {
  const header: Record<string, string> = { schema: '1' };
  for (const name of ['effectiveAt', 'recordedAt', 'origin']) {
    const value = metadata[name];
    if (value !== undefined) header[name] = value;
  }
  const { traceparent = '' } = metadata;
  if (/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/.test(traceparent)) header['traceparent'] = traceparent;
  return header;
}
