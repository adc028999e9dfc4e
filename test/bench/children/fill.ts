import { sqliteLog } from '#event-log/sqlite';
import { answer } from '../support/process.js';
import { caseEvents, caseId } from '../support/sample.js';

export interface FillArgs {
  /** The file of the log. */
  readonly path: string;
  readonly streams: number;
  /** Events of each stream. */
  readonly length: number;
}

/** Fills a log with sample cases. */
await answer(async ({ path, streams, length }: FillArgs) => {
  const log = sqliteLog({ path, durability: 'deferred' });
  for (let first = 0; first < streams; first += 100) {
    const some = Array.from({ length: Math.min(100, streams - first) }, (_, index) => first + index);
    await Promise.all(some.map((index) => log.append(`case-${caseId(index)}`, 0, caseEvents(index, length))));
  }
  await log.close();
  return { events: streams * length };
});
