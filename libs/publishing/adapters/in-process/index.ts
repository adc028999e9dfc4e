import type { EventLog, Feed, Page, Position, ReadRange } from '#event-log';
import type { Fact } from '../../fact.js';
import { factMaker, type FactMaker } from '../../make-facts.js';
import type { Publication } from '../../publish.js';

/**
 * The facts of a log, made while reading: nothing is stored, and they are as complete as the log is.
 *
 * `upTo` and `head` are the log's: they move on where nothing is told. Reading throws `FactsStopped` at an event that
 * cannot be told.
 */
export function factFeed(
  log: Pick<EventLog, 'readAll' | 'follow' | 'head'>,
  publications: readonly Publication[],
): Feed<Fact> {
  const maker = factMaker(publications);
  return {
    readAll: ({ types, ...range }: ReadRange = {}) =>
      facts(log.readAll({ ...range, types: maker.types }), maker, types),
    follow: (after: Position | undefined, signal: AbortSignal, types?: readonly string[]) =>
      facts(log.follow(after, signal, maker.types), maker, types),
    head: () => log.head(),
  };
}

async function* facts(
  pages: AsyncIterable<Page>,
  maker: FactMaker,
  types: readonly string[] | undefined,
): AsyncIterable<Page<Fact>> {
  const wanted = types === undefined ? undefined : new Set(types);
  for await (const { events, upTo } of pages) {
    const told: Fact[] = [];
    let reach: Position | undefined;
    try {
      for (const event of events) {
        const fact = maker.make(event);
        if (fact !== undefined && wanted?.has(fact.type) !== false) told.push(fact);
        reach = event.position;
      }
    } catch (error) {
      // What lies before the event that cannot be told is complete, and is told.
      if (reach !== undefined) yield { events: told, upTo: reach };
      throw error;
    }
    yield { events: told, upTo };
  }
}
