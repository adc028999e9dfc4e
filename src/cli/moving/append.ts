import { limits, type NewEvent } from '#event-log';
import type { LogPlace } from './places.js';
import { type Counts, eventOf, type LogRecord } from './record.js';

/** Bytes of one append at most, unless a single event is larger: servers before KurrentDB 25.1 take 1 MiB. */
const appendBytes = 512 * 1024;

/** Neighbours in one stream, which go into the log together. */
interface Run {
  readonly first: LogRecord;
  readonly events: NewEvent[];
  bytes: number;
}

/**
 * Appends the records that come after those already there, one after the other: order is what a log is.
 * @param there how many of each log are there already
 * @param onProgress told how many are there in all
 * @throws Conflict somebody else writes to it, LogUnavailable, AppendRefused
 */
export async function appendMissing(
  records: AsyncIterable<LogRecord>,
  there: Counts,
  logs: LogPlace['logs'],
  onProgress: (done: number) => void,
): Promise<void> {
  const left = { ...there };
  let done = there.events + there.reads;
  let run: Run | undefined;
  const flush = async (): Promise<void> => {
    if (run === undefined) return;
    const { first, events } = run;
    await logs[first.log].append(first.stream, first.revision - 1, events);
    done += events.length;
    run = undefined;
    onProgress(done);
  };
  for await (const record of records) {
    if (left[record.log] > 0) {
      left[record.log] -= 1;
      continue;
    }
    const bytes = Buffer.byteLength(record.data) + Buffer.byteLength(record.metadata);
    if (run === undefined || !continues(run, record, bytes)) {
      await flush();
      run = { first: record, events: [], bytes: 0 };
    }
    run.events.push(eventOf(record));
    run.bytes += bytes;
  }
  await flush();
}

const continues = ({ first, events, bytes }: Run, record: LogRecord, more: number): boolean =>
  record.log === first.log &&
  record.stream === first.stream &&
  record.revision === first.revision + events.length &&
  events.length < limits.appendEvents &&
  bytes + more <= appendBytes;
