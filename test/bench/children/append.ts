import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { NewEvent } from '#event-log';
import { sqliteLog } from '#event-log/sqlite';
import { Watch } from '../support/figures.js';
import { answer } from '../support/process.js';
import { RawLog } from '../support/raw-log.js';
import { caseEvents } from '../support/sample.js';

export interface AppendArgs {
  readonly with: 'log' | 'raw';
  readonly folder: string;
  readonly appends: number;
  /** Events of one append. */
  readonly events: number;
  /** Appends under way at once; the raw one puts as many into one transaction. */
  readonly concurrent: number;
}

/** Appends to one stream, until it starts another. */
const streamLength = 12;

interface Appender {
  /** All of them in one commit, where that is for the caller to say. */
  append(work: readonly Work[]): Promise<void> | void;
  close(): Promise<void> | void;
}

/** One append: where it goes, and what. */
interface Work {
  readonly stream: string;
  readonly revision: number;
  readonly events: readonly NewEvent[];
}

const sample = caseEvents(1, streamLength);

/** All that is to be appended, by caller: made before the clock runs. */
function plan({ appends, events, concurrent }: AppendArgs): Work[][] {
  return Array.from({ length: concurrent }, () => {
    let stream = '';
    let revision = streamLength;
    return Array.from({ length: Math.ceil(appends / concurrent) }, () => {
      if (revision >= streamLength) {
        stream = `case-${randomUUID()}`;
        revision = 0;
      }
      const work = { stream, revision, events: sample.slice(revision, revision + events).map(withId) };
      revision += events;
      return work;
    });
  });
}

const withId = (event: NewEvent): NewEvent => ({ ...event, id: randomUUID() });

function withLog(folder: string): Appender {
  const log = sqliteLog({ path: join(folder, 'log.db') });
  const one = async ({ stream, revision, events }: Work) => void (await log.append(stream, revision, events));
  return { append: ([work]) => (work === undefined ? undefined : one(work)), close: () => log.close() };
}

function withRaw(folder: string): Appender {
  const log = new RawLog(join(folder, 'log.db'));
  const keys = new Map<string, number>();
  const insert = ({ stream, revision, events }: Work): void => {
    let key = keys.get(stream);
    if (key === undefined) keys.set(stream, (key = log.addStream(stream)));
    for (const [index, { id, type, data, metadata }] of events.entries()) {
      const texts = { dataText: JSON.stringify(data), metadataText: JSON.stringify(metadata) };
      log.insert(key, revision + index + 1, { id, type, ...texts });
    }
  };
  return { append: (work) => log.commit(() => work.forEach(insert)), close: () => log.close() };
}

await answer(async (args: AppendArgs) => {
  const { append, close } = args.with === 'log' ? withLog(args.folder) : withRaw(args.folder);
  const warmUp = { ...args, appends: Math.ceil(args.appends / 5) };
  const run = async (lanes: readonly Work[][], watch?: Watch): Promise<void> => {
    const timed = async (work: readonly Work[]): Promise<void> => {
      const start = performance.now();
      await append(work);
      watch?.took(performance.now() - start);
    };
    if (args.with === 'raw') {
      // There is no caller to wait for: a transaction takes one append of every lane.
      for (const [index] of (lanes[0] ?? []).entries()) await timed(lanes.flatMap((lane) => lane[index] ?? []));
    } else {
      await Promise.all(
        lanes.map((lane) => lane.reduce((before, work) => before.then(() => timed([work])), Promise.resolve())),
      );
    }
  };
  await run(plan(warmUp));
  const lanes = plan(args);
  const watch = new Watch();
  await run(lanes, watch);
  const figures = watch.figures(lanes.flat().length);
  await close();
  return figures;
});
