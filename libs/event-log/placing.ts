import { AppendRefused, Conflict, type Expected } from './port.js';

/** What an adapter knows of the stream an append goes to. */
export interface StreamSoFar {
  /** How many events the stream holds. */
  readonly revision: number;
  /** The ids of up to `count` events after `revision`, in order. */
  idsAfter(revision: number, count: number): readonly string[];
  /** The revision of the event with this id, when it was appended with `any`. */
  revisionOf(id: string): number | undefined;
}

/** Where the events of an append belong: after this revision; `repeated` when they already are there. */
export interface Place {
  readonly after: number;
  readonly repeated: boolean;
}

/**
 * Decides whether an append is new, the repetition of an earlier one, or refused.
 * @throws Conflict the stream does not hold `expected` events, and these are not the ones that followed then
 * @throws AppendRefused `duplicate-id`: with `any`, some of the ids are known and some are not
 */
export function place(stream: string, expected: Expected, ids: readonly string[], soFar: StreamSoFar): Place {
  const { revision } = soFar;
  const [first] = ids;
  const holds = (after: number): boolean => {
    const stored = soFar.idsAfter(after, ids.length);
    return stored.length === ids.length && stored.every((id, index) => id === ids[index]);
  };
  if (expected === revision || (expected === 'any' && first === undefined)) {
    return { after: revision, repeated: first === undefined };
  }
  if (expected === 'any') {
    const known = ids.map((id) => soFar.revisionOf(id));
    if (known.every((at) => at === undefined)) return { after: revision, repeated: false };
    const [start] = known;
    if (start !== undefined && holds(start - 1)) return { after: start - 1, repeated: true };
    throw new AppendRefused('duplicate-id', 'some of these events are in the stream already, and not as this append');
  }
  const inThePast = Number.isInteger(expected) && expected >= 0 && expected < revision;
  if (inThePast && first !== undefined && holds(expected)) return { after: expected, repeated: true };
  throw new Conflict(stream, expected, revision);
}
