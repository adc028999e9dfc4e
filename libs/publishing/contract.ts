import type { EventLog, Feed, Page, Position } from '#event-log';
import type { Fact } from './fact.js';
import { FactsStopped } from './make-facts.js';
import type { Publication } from './publish.js';
import { record, told } from './testing.js';

/** What a spec of a fact feed gives: an empty log, and the feed of its facts. */
export interface OpenFacts {
  readonly log: EventLog;
  readonly feed: Feed<Fact>;
  /** Resolves when the feed covers the log up to there. A feed made in process always does. */
  covers(position: Position): Promise<void>;
  /** Resolves with what stopped the facts, wherever they are made. */
  stopped(): Promise<unknown>;
  close(): Promise<void>;
}

/** The behaviour of a fact feed, wherever the facts travel. */
export function factFeedContract(
  name: string,
  open: (publications: readonly Publication[]) => Promise<OpenFacts>,
): void {
  describe(`facts from ${name}`, () => {
    let facts: OpenFacts;
    let log: EventLog;
    let feed: Feed<Fact>;

    beforeEach(async () => {
      facts = await open([told]);
      ({ log, feed } = facts);
    });
    afterEach(() => facts.close());

    const history = async () => {
      await record(log, 'parcel-1', 'Sent', { parcel: '1', to: 'B-1', note: 'urgent' });
      await record(log, 'parcel-1', 'Weighed', { grams: 3 });
      await record(log, 'parcel-2', 'Sent', { parcel: '2', to: '', note: '' });
      await record(log, 'parcel-2', 'Lost', { since: '2025-10-01T15:00:00.000Z' }, { origin: 'import' });
      const head = await record(log, 'parcel-2', 'Weighed', { grams: 4 });
      await facts.covers(head);
      return head;
    };
    const read = async (pages: AsyncIterable<Page<Fact>>) => {
      const events: Fact[] = [];
      let upTo: Position | undefined;
      for await (const page of pages) {
        events.push(...page.events);
        expect(page.upTo >= (upTo ?? '')).toBe(true);
        for (const { position } of page.events) expect(position > (upTo ?? '') && position <= page.upTo).toBe(true);
        upTo = page.upTo;
      }
      return { events, upTo };
    };
    const types = (events: readonly Fact[]): string[] => events.map(({ type }) => type);

    it('are empty for an empty log', async () => {
      expect((await read(feed.readAll())).events).toEqual([]);
      expect(await feed.head()).toBeUndefined();
    });

    it('keep id, stream, revision and position of their event, in the order of the log', async () => {
      await history();
      const { events } = await read(feed.readAll());
      const sources = new Map<string, { stream: string; revision: number; position: Position }>();
      for await (const page of log.readAll()) {
        for (const { id, stream, revision, position } of page.events) sources.set(id, { stream, revision, position });
      }
      expect(types(events)).toEqual(['ParcelSent.v1', 'ParcelLost.v1']);
      for (const { id, stream, revision, position } of events) {
        expect({ stream, revision, position }).toEqual(sources.get(id));
      }
      expect(events.map(({ data }) => data)).toEqual([
        { to: 'B-1', urgent: true },
        { since: '2025-10-01T15:00:00.000Z' },
      ]);
    });

    it('say when, and nothing of who or by which command', async () => {
      await history();
      const { events } = await read(feed.readAll());
      const times = { effectiveAt: '2025-10-01T15:00:00.000Z', recordedAt: '2025-10-02T15:00:00.000Z', schema: '1' };
      expect(events.map(({ metadata }) => metadata)).toEqual([times, { ...times, origin: 'import' }]);
    });

    it('carry the trace of a traced command, and nothing that only stands in its place', async () => {
      const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
      const sent = { parcel: '1', to: 'B-1', note: '' };
      await record(log, 'parcel-1', 'Sent', sent, { traceparent });
      await facts.covers(await record(log, 'parcel-1', 'Sent', sent, { traceparent: 'a secret' }));
      const { events } = await read(feed.readAll());
      expect(events.map(({ metadata }) => metadata['traceparent'])).toEqual([traceparent, undefined]);
    });

    it('tell of older events in today’s shape', async () => {
      await facts.covers(await record(log, 'parcel-1', 'Sent', { parcel: '1', to: 'B-1' }, { schema: '1' }));
      const { events } = await read(feed.readAll());
      expect(events.map(({ data }) => data)).toEqual([{ to: 'B-1', urgent: false }]);
    });

    it('reach as far as the log does, where nothing is told', async () => {
      const head = await history();
      expect((await read(feed.readAll())).upTo).toBe(head);
      expect(await feed.head()).toBe(head);
      expect(await read(feed.readAll({ types: ['Nobody.v1'] }))).toEqual({ events: [], upTo: head });
    });

    it('are filtered by fact type', async () => {
      const head = await history();
      const { events, upTo } = await read(feed.readAll({ types: ['ParcelLost.v1'] }));
      expect([types(events), upTo]).toEqual([['ParcelLost.v1'], head]);
    });

    it('begin behind `after` and end with `until`', async () => {
      const head = await history();
      const [first, second] = (await read(feed.readAll())).events;
      const one = first?.position ?? head;
      const two = second?.position ?? head;
      expect(types((await read(feed.readAll({ after: one }))).events)).toEqual(['ParcelLost.v1']);
      expect(types((await read(feed.readAll({ until: two }))).events)).toEqual(['ParcelSent.v1', 'ParcelLost.v1']);
      expect(types((await read(feed.readAll({ after: one, until: one }))).events)).toEqual([]);
      expect((await read(feed.readAll({ until: two }))).upTo).toBe(two);
      expect((await read(feed.readAll({ after: head }))).events).toEqual([]);
    });

    it('are followed: history, then what comes, then how far it is complete', async () => {
      await history();
      const stop = new AbortController();
      const told: string[] = [];
      let reached = '';
      let last: Position | undefined;
      for await (const { events, upTo } of feed.follow(undefined, stop.signal)) {
        told.push(...types(events));
        reached = upTo;
        if (told.length === 2 && last === undefined) {
          await record(log, 'parcel-3', 'Sent', { parcel: '3', to: 'B-2', note: '' });
          last = await record(log, 'parcel-3', 'Weighed', { grams: 1 });
        }
        if (last !== undefined && reached >= last) stop.abort();
      }
      expect(told).toEqual(['ParcelSent.v1', 'ParcelLost.v1', 'ParcelSent.v1']);
      expect(reached).toBe(last);
    });

    describe('stop, and do not leave out,', () => {
      const unreadable: readonly [string, string, object, Record<string, string>][] = [
        ['an event of a schema not known here', 'Sent', { parcel: '9', to: 'B-9', note: '' }, { schema: '9' }],
        ['an event whose content is gone', 'Sent', {}, {}],
        ['a value that is not what a fact may hold', 'Sent', { parcel: '9', to: 'not a code!', note: '' }, {}],
      ];
      it.each(unreadable)('%s', async (_what, type, data, metadata) => {
        await history();
        const position = await record(log, 'parcel-9', type, data, metadata);
        await record(log, 'parcel-9', 'Lost', { since: '2025-10-01T15:00:00.000Z' });
        const error = await facts.stopped();
        expect(error).toBeInstanceOf(FactsStopped);
        expect(error).toMatchObject({ type: 'Sent', position });
        expect((error as Error).message).not.toContain('not a code!');
        const reached: Position[] = [];
        const reading = async () => {
          for await (const { events, upTo } of feed.readAll()) {
            reached.push(upTo, ...events.map((event) => event.position));
          }
        };
        await reading().catch((reason: unknown) => expect(reason).toBeInstanceOf(FactsStopped));
        expect(reached.filter((each) => each >= position)).toEqual([]);
      });
    });
  });
}
