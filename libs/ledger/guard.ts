import type { EventLog, RecordedEvent } from '#event-log';
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
 * Whether the log is still the one its leaves were made from, and the tree the one that was signed. Where the record was
 * moved to another log, which counts its positions another way, the leaves learn their new positions.
 * @returns undefined when all is well
 */
export async function divergenceOf(ledger: Ledger, log: Pick<EventLog, 'readAll'>): Promise<Divergence | undefined> {
  if (alteredSinceSigned(ledger)) return 'ledger-altered';
  const divergence = await divergenceOfTail(ledger, log);
  // What is in the leaves decides, and no position is: all of them are compared before one is believed to have moved.
  if (divergence === undefined || !(await holdsAll(ledger, log))) return divergence;
  await relocate(ledger, log);
  return undefined;
}

async function divergenceOfTail(ledger: Ledger, log: Pick<EventLog, 'readAll'>): Promise<Divergence | undefined> {
  const { size, position } = ledger;
  if (position === undefined) return undefined;
  let index = Math.max(0, size - compared);
  const before = ledger.leaf(index - 1)?.position;
  try {
    const range = { until: position, ...(before === undefined ? {} : { after: before }) };
    for await (const { events } of log.readAll(range)) {
      for (const event of events) {
        const known = ledger.leaf(index)?.position === event.position;
        if (!known || !isLeafOf(ledger, event, index)) return 'inconsistent';
        index += 1;
      }
    }
  } catch (error) {
    // A position of another kind of log.
    if (error instanceof RangeError) return 'inconsistent';
    throw error;
  }
  return index === size ? undefined : 'shorter';
}

/** Whether the log begins with exactly the events that have leaves. */
async function holdsAll(ledger: Ledger, log: Pick<EventLog, 'readAll'>): Promise<boolean> {
  const { size } = ledger;
  let index = 0;
  for await (const { events } of log.readAll()) {
    for (const event of events) {
      if (index === size) return true;
      if (!isLeafOf(ledger, event, index)) return false;
      index += 1;
    }
  }
  return index === size;
}

async function relocate(ledger: Ledger, log: Pick<EventLog, 'readAll'>): Promise<void> {
  let index = 0;
  for await (const { events } of log.readAll()) {
    const known = events.slice(0, ledger.size - index);
    ledger.moved(known.map(({ position }, at) => ({ index: index + at, position })));
    index += known.length;
    if (index === ledger.size) return;
  }
}

function isLeafOf(ledger: Ledger, event: RecordedEvent, index: number): boolean {
  try {
    return ledger.leaf(index)?.text === leafText(leafOf(event, index));
  } catch {
    // A header that is no JSON any more.
    return false;
  }
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
