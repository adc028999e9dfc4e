import type { EventLog, Position, RecordedEvent } from '#event-log';
import type { Ledger } from './ledger.js';
import { leafOf, leafText } from './leaf.js';
import { verifyNote } from './note.js';

/** Why a log is not the one its ledger knows. */
export type Divergence =
  /** The log ends before the last event that has a leaf: an older copy, or a tail that is gone. */
  | 'shorter'
  /** The log holds other events where there are leaves. */
  | 'inconsistent'
  /** The tree is not what was signed. */
  | 'ledger-altered'
  /** A witness has seen more than there is. */
  | 'witness-ahead'
  /** A witness has seen something else. */
  | 'witness-differs';

/** Leaves that are compared with the log at every start; the verifier compares all. */
const compared = 1_000;

/**
 * Whether the log is still the one its leaves were made from, and the tree the one that was signed.
 * @returns undefined when all is well
 */
export async function divergenceOf(ledger: Ledger, log: Pick<EventLog, 'readAll'>): Promise<Divergence | undefined> {
  if (alteredSinceSigned(ledger)) return 'ledger-altered';
  const { size, position } = ledger;
  if (position === undefined) return undefined;
  let index = Math.max(0, size - compared);
  const before = ledger.leaf(index - 1)?.position;
  for await (const event of eventsOf(log, before, position)) {
    const leaf = ledger.leaf(index);
    if (leaf === undefined || leafText(leafOf(event, index)) !== leaf.text) return 'inconsistent';
    index += 1;
  }
  return index === size ? undefined : 'shorter';
}

function alteredSinceSigned(ledger: Ledger): boolean {
  const { latest } = ledger;
  if (latest === undefined) return false;
  try {
    return !ledger.extends(latest) || verifyNote({ ...latest.note }, [ledger.key]).length === 0;
  } catch {
    // A subtree that is missing, or a signature that is not the log's.
    return true;
  }
}

async function* eventsOf(
  log: Pick<EventLog, 'readAll'>,
  after: Position | undefined,
  until: Position,
): AsyncGenerator<RecordedEvent> {
  for await (const { events } of log.readAll(after === undefined ? { until } : { after, until })) yield* events;
}
