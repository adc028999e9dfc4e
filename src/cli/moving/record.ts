import { AppendRefused, checkAppend, type NewEvent, type RecordedEvent } from '#event-log';
import { exit, Failed } from '../console.js';

/** The two logs of a store, in the order in which they are written out. */
export const logNames = ['events', 'reads'] as const;
export type LogName = (typeof logNames)[number];
export type Counts = Record<LogName, number>;

/** An event as it is moved: everything that a log must give back, as text. */
export interface LogRecord {
  readonly log: LogName;
  /** Where it was in the log it came from. Tells people where they are; another log numbers its own way. */
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  /** The stored texts, byte for byte. */
  readonly data: string;
  readonly metadata: string;
}

/** What must be the same after a move: everything but the position. */
const kept = ['stream', 'revision', 'id', 'type', 'metadata', 'data'] as const;

export function recordOf(log: LogName, event: RecordedEvent): LogRecord {
  const { position, stream, revision, id, type, dataText, metadataText } = event;
  return { log, position, stream, revision, id, type, data: dataText, metadata: metadataText };
}

/**
 * What a log is given to hold exactly this record.
 * @throws Failed it would hold other bytes, or would not take it
 */
export function eventOf(record: LogRecord): NewEvent {
  const { stream, id, type } = record;
  try {
    const [data, metadata] = [JSON.parse(record.data) as object, JSON.parse(record.metadata) as NewEvent['metadata']];
    const event = { id, type, data, metadata };
    const [encoded] = checkAppend(stream, [event]);
    if (encoded?.dataText === record.data && encoded.metadataText === record.metadata) return event;
  } catch (error) {
    if (!(error instanceof AppendRefused || error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  throw new Failed(`${nameOf(record)} no lo escribió este programa: no se conservaría byte por byte.`, {
    exit: exit.damaged,
  });
}

/** For people: where a record is. Says nothing of what it holds. */
export const nameOf = ({ log, stream, revision, position }: LogRecord): string =>
  `el evento ${revision} de ${stream} (${log}, ${position})`;

/** How the logs of one place stand to those of another. */
export interface Comparison {
  /** How many events of each log are the same in both, from the first on. */
  readonly same: Counts;
  /** How many the other place holds. */
  readonly whole: Counts;
  /** The first event in which they contradict each other, in words. */
  readonly difference: string | undefined;
  /** The first event that only the other place holds. */
  readonly missing: LogRecord | undefined;
}

/**
 * Compares two places event by event, both in the order of `logNames`, as far as the first contradiction.
 * @param each called with every record that only `whole` holds, and with how far the comparison is
 */
export async function compare(
  held: AsyncIterable<LogRecord>,
  whole: AsyncIterable<LogRecord>,
  each: (missing: LogRecord | undefined, counts: Counts) => void,
): Promise<Comparison> {
  const [same, all]: [Counts, Counts] = [
    { events: 0, reads: 0 },
    { events: 0, reads: 0 },
  ];
  const holding = held[Symbol.asyncIterator]();
  const next = async (): Promise<LogRecord | undefined> =>
    ((await holding.next()) as IteratorResult<LogRecord, undefined>).value;
  let missing: LogRecord | undefined;
  let difference: string | undefined;
  try {
    let mine = await next();
    for await (const theirs of whole) {
      all[theirs.log] += 1;
      if (mine === undefined || isLater(mine, theirs)) {
        missing ??= theirs;
        each(theirs, all);
        continue;
      }
      difference = contradiction(mine, theirs);
      if (difference !== undefined) break;
      same[theirs.log] += 1;
      mine = await next();
      each(undefined, all);
    }
    if (difference === undefined && mine !== undefined) difference = `sobra ${nameOf(mine)}`;
  } finally {
    await holding.return?.();
  }
  return { same, whole: all, difference, missing };
}

const isLater = (mine: LogRecord, theirs: LogRecord): boolean => mine.log === 'reads' && theirs.log === 'events';

function contradiction(mine: LogRecord, theirs: LogRecord): string | undefined {
  if (mine.log !== theirs.log) return `sobra ${nameOf(mine)}`;
  const field = kept.find((name) => mine[name] !== theirs[name]);
  return field === undefined ? undefined : `${nameOf(mine)} difiere de ${nameOf(theirs)} en ${field}`;
}
