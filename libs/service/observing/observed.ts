import { Refusal } from '#decider';
import {
  AppendRefused,
  type CommandWatch,
  CommandReused,
  Conflict,
  type EventLog,
  type Feed,
  LogUnavailable,
  type Page,
  type Entry,
  PreconditionFailed,
} from '#event-log';
import { projectionId, type Views } from '#projection';
import type { Broker } from '#publishing/kafka';
import type { Meters } from './meters.js';
import type { Traces } from './traces.js';

/** What looks on: either, or both. */
export interface Observers {
  readonly meters?: Meters;
  readonly traces?: Traces;
  /** Those that may be a label; any other stream's is `other`. */
  readonly categories: readonly string[];
  /** By `name@version`; any other is `other`. */
  readonly projections: readonly string[];
}

type Outcome = 'refused' | 'conflict' | 'unavailable' | 'failed';

/** What came of it, in words from a closed list: an error's message may quote data. */
function outcomeOf(error: unknown): Outcome {
  if (error instanceof Conflict) return 'conflict';
  if (error instanceof LogUnavailable) return 'unavailable';
  const refusals = [Refusal, PreconditionFailed, CommandReused, AppendRefused];
  return refusals.some((refusal) => error instanceof refusal) ? 'refused' : 'failed';
}

const isFailure = (outcome: string): boolean => outcome === 'unavailable' || outcome === 'failed';

const seconds = (since: number): number => (performance.now() - since) / 1_000;

const closed = (values: readonly string[]) => {
  const known = new Set(values);
  return (value: string): string => (known.has(value) ? value : 'other');
};

/** The log as it is, with every append measured and traced. */
export function observedLog(log: EventLog, { meters, traces, categories }: Observers): EventLog {
  const known = closed(categories);
  return {
    append: async (stream, expected, events) => {
      // Asks where the stream is, and appends nothing.
      if (events.length === 0) return log.append(stream, expected, events);
      const category = known(stream.split('-', 1)[0] ?? '');
      const span = traces?.begin('append', { category });
      const since = performance.now();
      const end = (outcome: string) => {
        meters?.appendSeconds.observe({ category, outcome }, seconds(since));
        span?.end({ outcome }, isFailure(outcome));
      };
      try {
        const receipt = await log.append(stream, expected, events);
        end('written');
        meters?.appended.inc({ category }, events.length);
        return receipt;
      } catch (error) {
        end(outcomeOf(error));
        throw error;
      }
    },
    readStream: (stream, range) => log.readStream(stream, range),
    readAll: (range) => log.readAll(range),
    follow: (after, signal, types) => log.follow(after, signal, types),
    head: () => log.head(),
    close: () => log.close(),
  };
}

/** Measures and traces commands; their events carry the trace on. */
export function commandWatch({ meters, traces, categories }: Observers): CommandWatch {
  const known = closed(categories);
  return {
    around: async (stream, from, work) => {
      const category = known(stream);
      const span = traces?.begin('command', { category }, from);
      const end = (outcome: string) => {
        meters?.commands.inc({ category, outcome });
        span?.end({ outcome }, isFailure(outcome));
      };
      try {
        const handling = () => work(span?.traceparent);
        const handled = await (span === undefined ? handling() : (traces?.run(span, handling) ?? handling()));
        end(handled.repeated ? 'repeated' : handled.changed ? 'changed' : 'unchanged');
        return handled;
      } catch (error) {
        end(outcomeOf(error));
        throw error;
      }
    },
  };
}

/** Views as they are, with every write of folded documents measured. */
export function observedViews(views: Views, { meters, projections }: Observers): Views {
  if (meters === undefined) return views;
  const known = closed(projections);
  const measured = async <T>(projection: string, work: () => Promise<T>): Promise<T> => {
    const since = performance.now();
    const end = (outcome: string) => meters.viewWriteSeconds.observe({ projection, outcome }, seconds(since));
    try {
      const result = await work();
      end('written');
      return result;
    } catch (error) {
      end('failed');
      throw error;
    }
  };
  return {
    write: (write) => measured(known(projectionId(write.projection)), () => views.write(write)),
    writeAll: (writes) => measured('several', () => views.writeAll(writes)),
    checkpoint: (projection) => views.checkpoint(projection),
    load: (projection, keys, expected) => views.load(projection, keys, expected),
    get: (projection, key) => views.get(projection, key),
    list: (projection, list, range) => views.list(projection, list, range),
    count: (projection, list) => views.count(projection, list),
    all: (projection) => views.all(projection),
    replace: (projection, documents, upTo, options) => views.replace(projection, documents, upTo, options),
    draft: (projection) => views.draft(projection),
    rollBack: (projection) => views.rollBack(projection),
    drop: (projection) => views.drop(projection),
    scrub: () => views.scrub(),
    reached: (projection, position, timeoutMs) => views.reached(projection, position, timeoutMs),
    close: () => views.close(),
  };
}

/**
 * A feed whose new entries are traced while they are worked on: from when a page is handed over until the next is asked
 * for. History is not: it would be told again whenever a view is built anew.
 */
export function observedFeed<E extends Entry>(feed: Feed<E>, name: string, { traces }: Observers): Feed<E> {
  if (traces === undefined) return feed;
  return {
    readAll: (range) => feed.readAll(range),
    head: () => feed.head(),
    follow: (after, signal, types) => worked(feed.follow(after, signal, types), name, traces),
  };
}

async function* worked<E extends Entry>(
  pages: AsyncIterable<Page<E>>,
  feed: string,
  traces: Traces,
): AsyncIterable<Page<E>> {
  for await (const page of pages) {
    const spans = tracesIn(page.events.map(({ metadata }) => metadata['traceparent'])).map((from) =>
      traces.begin('fold', { feed }, from),
    );
    try {
      yield page;
    } finally {
      for (const span of spans) span.end();
    }
  }
}

/** A broker whose sending of facts is traced, each as part of the command it tells of. */
export function observedBroker(broker: Broker, { traces }: Observers): Broker {
  if (traces === undefined) return broker;
  return {
    send: async (topic, messages) => {
      const spans = tracesIn(messages.map(({ headers }) => headers['ce_traceparent'])).map((from) =>
        traces.begin('send', { feed: 'facts' }, from),
      );
      try {
        await broker.send(topic, messages);
        for (const span of spans) span.end({ outcome: 'written' });
      } catch (error) {
        for (const span of spans) span.end({ outcome: 'failed' }, true);
        throw error;
      }
    },
    describe: (topic) => broker.describe(topic),
    create: (topic, state) => broker.create(topic, state),
    bounds: (topic) => broker.bounds(topic),
    read: (topic, from, deliver, signal) => broker.read(topic, from, deliver, signal),
    consume: (topic, group, work, options) => broker.consume(topic, group, work, options),
    close: () => broker.close(),
  };
}

/** Each trace once, however many entries belong to it. */
const tracesIn = (traceparents: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(traceparents.filter((each) => each !== undefined)),
];
