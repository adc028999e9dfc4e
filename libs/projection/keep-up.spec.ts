import type { EventLog, Feed } from '#event-log';
import { memoryLog } from '#event-log/memory';
import {
  catchUp,
  keepUp,
  ProjectionStopped,
  rebuild,
  RunnerStatus,
  asOf,
  type Projection,
  type Stop,
  type ViewWrite,
} from '#projection';
import { memoryViews } from '#projection/memory';
import { eventually, WatchedFeed } from './testing/feeds.js';
import { happened, sold, stock, total, type Stock } from './testing/shop.js';

const secret = 'a name nobody may read';
const atOnce = async () => undefined;

describe('keeping up', () => {
  let log: EventLog;
  let stop: AbortController;
  const views = () => memoryViews();
  let running: Promise<void>[];

  beforeEach(() => {
    log = memoryLog();
    stop = new AbortController();
    running = [];
  });
  afterEach(async () => {
    stop.abort();
    await Promise.all(running);
  });
  const start = (...[feed, projections, target, options]: Parameters<typeof keepUp>) => {
    running.push(keepUp(feed, projections, target, { pause: atOnce, ...options, signal: stop.signal }));
  };

  describe('with several projections', () => {
    it('reads once for all that stand at the same place', async () => {
      const feed = new WatchedFeed(log);
      const store = views();
      await happened(log, sold('a', 1));
      start(feed, [stock, total], store, { signal: stop.signal });
      const position = await happened(log, sold('a', 1), sold('b', 1));
      expect(await store.reached(stock, position, 20_000)).toBe(true);
      expect(await store.reached(total, position, 20_000)).toBe(true);
      await eventually(() => feed.following === 1);
      expect(feed.reads).toBe(1);
    });

    it('writes what a small page changes at once for all, and alone for the one that cannot', async () => {
      const store = views();
      const status = new RunnerStatus();
      const written: string[] = [];
      const note = (...writes: readonly ViewWrite[]) =>
        void written.push(writes.map(({ projection }) => projection.name).join(' '));
      const target = {
        ...bound(store),
        write: (write: ViewWrite) => (note(write), store.write(write)),
        writeAll: (writes: readonly ViewWrite[]) => (note(...writes), store.writeAll(writes)),
      };
      const picky: Projection = {
        ...(stock as Projection),
        name: 'picky',
        fold: () => {
          throw new Error(secret);
        },
      };
      const poison = await happened(log, sold('a', 1));
      start(log, [stock, picky, total], target, { signal: stop.signal, status, attempts: 1 });
      for (const each of [stock, total]) expect(await store.reached(each, poison, 20_000)).toBe(true);
      await eventually(() => status.stopped.length > 0);
      const position = await happened(log, sold('a', 2));
      for (const each of [stock, total]) expect(await store.reached(each, position, 20_000)).toBe(true);
      expect(written).toEqual(['stock total', 'stock total']);
      expect(await store.checkpoint(picky)).toBeUndefined();
      expect(await store.get(stock, 'a')).toEqual({ events: 2, pieces: -3 });
    });

    it('stops the one whose document cannot be stored, and not the others', async () => {
      const store = views();
      const status = new RunnerStatus();
      const odd: Projection = { ...(total as Projection), name: 'odd', fold: () => ({ sold: 1n }) };
      start(log, [odd, total], store, { signal: stop.signal, status, attempts: 1 });
      const position = await happened(log, sold('a', 1));
      expect(await store.reached(total, position, 20_000)).toBe(true);
      await eventually(() => status.stopped.length > 0);
      expect(status.stopped).toMatchObject([{ projection: 'odd@1', position }]);
      expect(await store.checkpoint(odd)).toBeUndefined();
    });

    it('joins the reads of those that came to the same place', async () => {
      const feed = new WatchedFeed(log);
      const store = views();
      await happened(log, sold('a', 1), sold('b', 2));
      await catchUp(log, [stock], store);
      await happened(log, sold('a', 3));
      start(feed, [stock, total], store, { signal: stop.signal });
      await eventually(() => feed.following === 1 && feed.reads === 3);
      const before = feed.followed;
      const position = await happened(log, sold('a', 4));
      for (const projection of [stock, total]) expect(await store.reached(projection, position, 20_000)).toBe(true);
      expect(feed.followed - before).toBe(1);
      expect(await store.get(total, 'all')).toEqual({ sold: 10 });
      expect(await store.get(stock, 'a')).toEqual({ events: 3, pieces: -8 });
    });

    it('moves a checkpoint on where nothing concerns the projection', async () => {
      const store = views();
      start(log, [stock, total], store, { signal: stop.signal });
      const position = await happened(log, { type: 'Opened', data: { shop: 'a' } });
      expect(await store.reached(total, position, 20_000)).toBe(true);
      expect(await store.get(total, 'all')).toBeUndefined();
    });

    it('refuses to run one of them twice', async () => {
      await expect(keepUp(log, [stock, stock], views(), { signal: stop.signal })).rejects.toThrow('given twice');
    });
  });

  it('goes on from where another rebuilt or dropped its views', async () => {
    const store = views();
    const early = await happened(log, sold('a', 1));
    start(log, [stock, total], store, { signal: stop.signal });
    let position = await happened(log, sold('a', 2));
    expect(await store.reached(stock, position, 20_000)).toBe(true);
    await rebuild(log, stock, store, { until: early });
    expect(await store.get(stock, 'a')).toEqual({ events: 1, pieces: -1 });
    position = await happened(log, sold('a', 4));
    expect(await store.reached(stock, position, 20_000)).toBe(true);
    expect(await store.get(stock, 'a')).toEqual({ events: 3, pieces: -7 });
    await store.drop(stock);
    position = await happened(log, sold('a', 8));
    expect(await store.reached(stock, position, 20_000)).toBe(true);
    expect(await store.get(stock, 'a')).toEqual({ events: 4, pieces: -15 });
    expect(await store.get(total, 'all')).toEqual({ sold: 15 });
  });

  it('waits for a store and a feed that do not answer, and says so', async () => {
    const store = views();
    const status = new RunnerStatus();
    const heard: unknown[] = [];
    const deaf = failing(3, () => heard.push(status.projections.get('total@1')));
    const feed: Feed = {
      readAll: (range) => deaf.call(() => log.readAll(range)),
      follow: (after, signal, types) => log.follow(after, signal, types),
      head: () => log.head(),
    };
    const full = failing(2, () => heard.push('store'));
    const target = {
      ...bound(store),
      write: (write: ViewWrite) => full.call(() => store.write(write)),
      writeAll: async (writes: readonly ViewWrite[]) => full.call(() => store.writeAll(writes)),
    };
    const position = await happened(log, sold('a', 1));
    start(feed, [total], target, { signal: stop.signal, status });
    expect(await store.reached(total, position, 20_000)).toBe(true);
    expect(heard).toMatchObject([
      { state: 'running' },
      { state: 'retrying', attempt: 1 },
      { state: 'retrying', attempt: 2 },
      'store',
      'store',
    ]);
    await eventually(() => status.projections.get('total@1')?.state === 'running');
  });

  describe('with an event that a projection cannot fold', () => {
    let broken: boolean;
    let tried: number;
    const picky: Projection<Stock> = {
      ...stock,
      name: 'picky',
      fold: (document, entry, key) => {
        if (broken && key === 'bad') {
          tried += 1;
          throw new RangeError(secret);
        }
        return stock.fold(document, entry, key);
      },
    };
    const history = [sold('a', 1), sold('b', 1), sold('bad', 1), sold('c', 1), sold('bad', 2)];

    beforeEach(() => {
      broken = true;
      tried = 0;
    });

    it('stops that projection before it, and not the others', async () => {
      const store = views();
      const status = new RunnerStatus();
      const stops: Stop[] = [];
      const before = await happened(log, ...history.slice(0, 2));
      const poison = await happened(log, ...history.slice(2, 3));
      await happened(log, ...history.slice(3));
      start(log, [picky, stock, total], store, { signal: stop.signal, status, onStopped: (each) => stops.push(each) });
      await eventually(() => status.stopped.length > 0);
      const position = await happened(log, sold('d', 1));
      expect(await store.reached(stock, position, 20_000)).toBe(true);
      expect(await store.reached(total, position, 20_000)).toBe(true);
      expect(await store.checkpoint(picky)).toBe(before);
      expect(await store.get(picky, 'b')).toEqual({ events: 1, pieces: -1 });
      expect(await store.get(picky, 'c')).toBeUndefined();
      expect(status.stopped).toMatchObject(stops);
      expect(stops).toMatchObject([{ projection: 'picky@1', position: poison, type: 'Sold' }]);
      expect(stops[0]?.reason).toMatch(/^RangeError at keep-up\.spec\.ts:\d+$/);
      expect(JSON.stringify([...status.projections])).not.toContain(secret);
      expect(status.projections.get('stock@1')).toEqual({ state: 'running' });
    });

    it('tries it again, as often as it is told, before it stops', async () => {
      const status = new RunnerStatus();
      await happened(log, sold('bad', 1));
      start(log, [picky], views(), { signal: stop.signal, status, attempts: 3 });
      await eventually(() => status.stopped.length > 0);
      expect(tried).toBe(3);
    });

    it('goes on by itself when a later try succeeds', async () => {
      const store = views();
      const status = new RunnerStatus();
      const position = await happened(log, ...history);
      start(log, [picky, total], store, { signal: stop.signal, status, pause: async () => void (broken = false) });
      expect(await store.reached(picky, position, 20_000)).toBe(true);
      expect(await store.get(picky, 'bad')).toEqual({ events: 2, pieces: -3 });
      await eventually(() => status.projections.get('picky@1')?.state === 'running');
    });

    it('goes on when it is repaired and resumed', async () => {
      const store = views();
      const status = new RunnerStatus();
      const position = await happened(log, ...history);
      start(log, [picky], store, { signal: stop.signal, status });
      await eventually(() => status.stopped.length > 0);
      expect(status.resume('stock@1')).toBe(false);
      broken = false;
      expect(status.resume('picky@1')).toBe(true);
      expect(await store.reached(picky, position, 20_000)).toBe(true);
      await eventually(() => status.stopped.length === 0);
      expect(await store.get(picky, 'bad')).toEqual({ events: 2, pieces: -3 });
    });

    it('leaves out what was skipped: live after a resume, rebuilt, and as of a position alike', async () => {
      const store = views();
      const status = new RunnerStatus();
      const skipped = new Set<string>();
      const skips = (projection: Projection, entry: { readonly id: string }) =>
        skipped.has(`${projection.name} ${entry.id}`);
      const position = await happened(log, ...history);
      start(log, [picky, total], store, {
        signal: stop.signal,
        status,
        skips,
        onStopped: ({ eventId }) => {
          skipped.add(`picky ${eventId}`);
          setImmediate(() => status.resume('picky@1'));
        },
      });
      expect(await store.reached(picky, position, 20_000)).toBe(true);
      expect(skipped.size).toBe(2);
      expect(await store.get(picky, 'bad')).toBeUndefined();
      expect(await store.get(picky, 'c')).toEqual({ events: 1, pieces: -1 });
      expect(await store.get(total, 'all')).toEqual({ sold: 6 });
      const rebuilt = views();
      await rebuild(log, picky, rebuilt, { skips });
      const past = await asOf(log, [picky], position, { skips });
      for (const other of [rebuilt, past]) expect(await other.get(picky, 'c')).toEqual({ events: 1, pieces: -1 });
      for (const other of [rebuilt, past]) expect(await other.get(picky, 'bad')).toBeUndefined();
    });

    it('stops a rebuild and a look at the past at the same place, and the old views stay', async () => {
      const store = views();
      const good = await happened(log, ...history.slice(0, 2));
      await catchUp(log, [picky], store);
      const poison = await happened(log, ...history.slice(2));
      const stopped = { stop: { projection: 'picky@1', type: 'Sold' } };
      const attempts = [
        () => rebuild(log, picky, store),
        () => asOf(log, [picky], poison),
        () => catchUp(log, [picky, total], store),
      ];
      const positions = new Set<string>();
      for (const attempt of attempts) {
        const error: unknown = await attempt().catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(ProjectionStopped);
        expect(error).toMatchObject(stopped);
        positions.add((error as ProjectionStopped).stop.position);
        expect((error as ProjectionStopped).message).not.toContain(secret);
      }
      expect(positions.size).toBe(1);
      expect(await store.checkpoint(picky)).toBe(good);
      expect(await store.get(picky, 'a')).toEqual({ events: 1, pieces: -1 });
      // The one beside it came to the end.
      expect(await store.checkpoint(total)).toBe(poison);
    });

    it('knows the event whichever rule of the projection throws', async () => {
      const throwing = () => {
        throw new Error(secret);
      };
      const position = await happened(log, ...history);
      const rules: readonly Partial<Projection<Stock>>[] = [
        { keys: (entry) => (JSON.stringify(entry.data).includes('bad') ? throwing() : stock.keys(entry)) },
        { index: (_document, key) => (key === 'bad' ? throwing() : []) },
        { index: (_document, key) => (key === 'bad' ? [['list', 'half \uD800']] : []) },
        { keys: (entry) => (JSON.stringify(entry.data).includes('bad') ? ['\0'] : stock.keys(entry)) },
        { empty: (key) => (key === 'bad' ? throwing() : stock.empty(key)) },
      ];
      broken = false;
      const places = new Set<string>();
      for (const rule of rules) {
        const error: unknown = await asOf(log, [{ ...stock, ...rule }], position).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(ProjectionStopped);
        places.add((error as ProjectionStopped).stop.eventId);
      }
      expect(places.size).toBe(1);
    });
  });
});

const bound = (store: ReturnType<typeof memoryViews>) => ({
  checkpoint: store.checkpoint.bind(store),
  load: store.load.bind(store),
});

/** Fails so many times before it does what it is asked. */
function failing(times: number, onFailure: () => void) {
  let left = times;
  return {
    call: <T>(work: () => T): T => {
      if (left > 0) {
        left -= 1;
        onFailure();
        throw new Error(secret);
      }
      return work();
    },
  };
}
