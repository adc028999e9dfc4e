import { catalogue, type Decider, type EventOf, Refusal } from '#decider';
import type { EventLog } from '#event-log';
import { projectionId, type Skips } from '#projection';

export type SkipEvents = {
  EventSkipped: {
    /** `name@version`: another version reads the event anew. */
    readonly projection: string;
    /** Which event, in every log the record may be moved to: positions are another one's in each. */
    readonly stream: string;
    readonly eventId: string;
    readonly reason: SkipReason;
  };
};

/** Why a view passes over an event. A code: what people write freely may name somebody. */
export const skipReasons = ['unreadable', 'contradictory', 'defect', 'exercise'] as const;
export type SkipReason = (typeof skipReasons)[number];

export interface Skip {
  readonly do: 'skip';
  readonly projection: string;
  readonly stream: string;
  readonly eventId: string;
  readonly reason: string;
}

export const skipEvents = catalogue<SkipEvents>({ EventSkipped: 1 });

/** What is passed over, as one text for each decision. */
type Skipped = ReadonlySet<string>;

const textOf = ({ projection, stream, eventId }: Omit<Skip, 'do' | 'reason'>): string =>
  `${projection} ${stream} ${eventId}`;

/** The decisions to pass over an event, one stream for each projection by its name. */
export const skipDecider: Decider<Skip, SkipEvents, Skipped> = {
  category: 'skip',
  events: skipEvents,
  initial: new Set(),
  decide: ({ projection, stream, eventId, reason }, skipped): readonly EventOf<SkipEvents>[] => {
    const known = skipReasons.find((each) => each === reason);
    if (known === undefined) throw new Refusal('skip/unknown-reason', 'not a reason to skip an event', 'invalid');
    if (skipped.has(textOf({ projection, stream, eventId }))) return [];
    return [{ type: 'EventSkipped', data: { projection, stream, eventId, reason: known } }];
  },
  evolve: (skipped, { data }) => new Set([...skipped, textOf(data)]),
};

/** Every decision of the log to skip an event, in its order. */
export async function skipsIn(log: Pick<EventLog, 'readAll'>): Promise<readonly SkipEvents['EventSkipped'][]> {
  const found: SkipEvents['EventSkipped'][] = [];
  for await (const { events } of log.readAll({ types: skipEvents.types })) {
    for (const { type, metadata, data } of events) {
      found.push(skipEvents.decode(type, Number(metadata['schema']), data).data);
    }
  }
  return found;
}

/**
 * What projections pass over, by every decision the log holds now: to be given to each of `keepUp`, `catchUp`, `rebuild`
 * and `asOf`, so that all of them leave the same hole. Of a fact, the event it was made from counts.
 */
export async function recordedSkips(log: Pick<EventLog, 'readAll'>): Promise<Skips> {
  const skipped = new Set((await skipsIn(log)).map(textOf));
  // Asked for every entry, and nearly always there is nothing to look for.
  if (skipped.size === 0) return () => false;
  return (projection, { stream, id }) =>
    skipped.has(textOf({ projection: projectionId(projection), stream, eventId: id }));
}
