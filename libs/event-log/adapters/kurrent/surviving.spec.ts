import { setImmediate as nextTurn, setTimeout as after } from 'node:timers/promises';
import { AppendRefused, LogUnavailable, type Position } from '../../port.js';
import { anEvent, collect, errorOf, idsOf, newStream, someEvents } from '../../contract/world.js';
import { Double } from '../../../../test/kurrent-double/double.js';
import { kurrentLog, type KurrentLog, LogDamaged } from './index.js';

let double: Double;
let log: KurrentLog;
/** The same log, for appends that are not going to be answered. */
let hasty: KurrentLog;

beforeEach(async () => {
  double = await Double.start();
  log = kurrentLog({ connectionString: double.connectionString, name: 'main' });
  hasty = kurrentLog({ connectionString: double.connectionString, name: 'main', answerWithin: 600 });
});
afterEach(async () => {
  await log.close();
  await hasty.close();
  await double.stop();
});

/** What a follower has received; `stop` ends it, `enough` resolves when so many came. */
function following(types?: readonly string[], onPage: () => Promise<void> = async () => undefined) {
  const aborter = new AbortController();
  const ids: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const done = (async () => {
    for await (const page of log.follow(undefined, aborter.signal, types)) {
      ids.push(...idsOf(page.events));
      for (const { count, resolve } of waiting) if (ids.length >= count) resolve();
      await onPage();
    }
  })();
  return {
    ids,
    enough: (count: number) =>
      ids.length >= count ? Promise.resolve() : new Promise<void>((resolve) => waiting.push({ count, resolve })),
    stop: async () => {
      aborter.abort();
      await done;
    },
    done,
  };
}

async function appendSome(count: number): Promise<string[]> {
  const events = someEvents(count);
  await log.append(newStream(), 0, events);
  return idsOf(events);
}

/** Does as a caller must: again, with the same ids, while nobody knows what came of it. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      await after(20);
    }
  }
}

async function appendPatiently(count: number): Promise<string[]> {
  const stream = newStream();
  const events = someEvents(count);
  await patiently(() => log.append(stream, 0, events));
  return idsOf(events);
}

describe('an append that is not answered', () => {
  it('is unknown while the server is down, and takes place once when it is tried again', async () => {
    const stream = newStream();
    const events = someEvents(3);
    await log.append(newStream(), 0, [anEvent()]);
    await double.kill();
    expect(await errorOf(log.append(stream, 0, events))).toMatchObject({ name: 'LogUnavailable', outcome: 'unknown' });
    await double.restart();
    const receipt = await log.append(stream, 0, events);
    expect(idsOf(await collect(log.readStream(stream)))).toEqual(idsOf(events));
    expect(await log.append(stream, 0, events)).toEqual(receipt);
  });

  it.each([0, 'any'] as const)('gives one copy when the answer was lost, expecting %p', async (expected) => {
    const stream = newStream();
    const events = someEvents(2);
    const [first, connects] = [newStream(), anEvent()];
    await patiently(() => hasty.append(first, 0, [connects]));
    const before = double.store.records.length;
    double.store.onAppended = () => double.wire.mute();
    expect(await errorOf(hasty.append(stream, expected, events))).toMatchObject({ outcome: 'unknown' });
    expect(double.store.records).toHaveLength(before + 2);
    double.store.onAppended = () => undefined;
    double.wire.cut();
    double.wire.thaw();
    await double.restart();
    const retried = await patiently(() => log.append(stream, expected, events));
    expect(retried.revision).toBe(2);
    expect(await log.append(stream, expected, events)).toEqual(retried);
    expect(double.store.records).toHaveLength(before + 2);
  });

  it('ends in time when the server freezes, and with one copy when it goes on', async () => {
    const stream = newStream();
    const event = anEvent();
    await log.append(newStream(), 0, [anEvent()]);
    double.wire.freeze();
    expect(await errorOf(hasty.append(stream, 0, [event]))).toMatchObject({ outcome: 'unknown' });
    double.wire.thaw();
    await log.append(stream, 0, [event]);
    expect(idsOf(await collect(log.readStream(stream)))).toEqual([event.id]);
  });

  it('is refused when the log is closed under it', async () => {
    await log.append(newStream(), 0, [anEvent()]);
    double.wire.freeze();
    const pending = errorOf(log.append(newStream(), 0, [anEvent()]));
    await nextTurn();
    const closing = log.close();
    expect(await pending).toMatchObject({ name: 'LogUnavailable', outcome: 'unknown' });
    double.wire.thaw();
    await closing;
  });

  it('does not bring the process down when the server dies under many large ones', async () => {
    const large = { text: 'x'.repeat(300_000) };
    await log.append(newStream(), 0, [anEvent()]);
    double.wire.freeze();
    const pending = Array.from({ length: 60 }, () => errorOf(log.append(newStream(), 0, [anEvent('large', large)])));
    await after(50);
    await double.kill();
    for (const error of await Promise.all(pending)) expect(error).toMatchObject({ outcome: 'unknown' });
    double.wire.thaw();
    await double.restart();
    await appendPatiently(1);
  });
});

it('places many appends with any on one stream, two processes or one', async () => {
  const stream = newStream();
  const events = someEvents(30);
  const other = kurrentLog({ connectionString: double.connectionString, name: 'main' });
  await Promise.all(events.map((event, n) => (n % 3 === 0 ? other : log).append(stream, 'any', [event])));
  await other.close();
  expect(new Set(idsOf(await collect(log.readStream(stream))))).toEqual(new Set(idsOf(events)));
  expect(double.store.stream(`main/${stream}`)).toHaveLength(30);
});

describe('a follower', () => {
  it('goes on after the last event when the server is killed, again and again, while others write', async () => {
    const follower = following();
    const written: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      written.push(...(await appendPatiently(5)));
      const writing = (async () => {
        for (let n = 0; n < 4; n += 1) written.push(...(await appendPatiently(3)));
      })();
      if (round % 2 === 0) await follower.enough(written.length);
      await double.kill();
      await after(30);
      await double.restart();
      await writing;
    }
    await follower.enough(written.length);
    await follower.stop();
    expect(follower.ids).toEqual(written);
  });

  it('goes on when its connection is cut in the middle of history', async () => {
    const written: string[] = [];
    for (let n = 0; n < 4; n += 1) written.push(...(await appendSome(600)));
    let pages = 0;
    const follower = following(undefined, async () => {
      pages += 1;
      if (pages % 2 === 1) double.wire.cut();
    });
    await follower.enough(written.length);
    await follower.stop();
    expect(follower.ids).toEqual(written);
  });

  it('waits through a freeze, and can be told to stop in one', async () => {
    const follower = following();
    const written = await appendSome(3);
    await follower.enough(3);
    double.wire.freeze();
    const pending = appendPatiently(3);
    await after(700);
    double.wire.thaw();
    written.push(...(await pending));
    await follower.enough(6);
    expect(follower.ids).toEqual(written);

    double.wire.freeze();
    const frozen = following();
    await after(20);
    await frozen.stop();
    await follower.stop();
    double.wire.thaw();
  });

  it('says in its health that the server is gone, and that it is back', async () => {
    const follower = following();
    await appendSome(1);
    await follower.enough(1);
    expect(log.health()).toEqual({ followers: 1, connected: true, trouble: undefined });
    await double.kill();
    while (log.health().connected === true) await after(5);
    expect(log.health().trouble).toMatch(/^KurrentDB: the server cannot be reached/);
    await double.restart();
    while (log.health().connected !== true) await after(5);
    while (log.health().trouble !== undefined) await after(5);
    await follower.stop();
    expect(log.health()).toMatchObject({ followers: 0, connected: undefined });
  });

  it('asks for no more than it takes: a slow one holds a page, not the log', async () => {
    for (let n = 0; n < 12; n += 1) await appendSome(500);
    let sent = 0;
    double.store.onSent = () => (sent += 1);
    const pages = log.follow(undefined, new AbortController().signal)[Symbol.asyncIterator]();
    await pages.next();
    await after(100);
    expect(sent).toBeLessThan(1_200);
    let events = 500;
    while (events < 6_000) {
      const page = await pages.next();
      events += page.done === true ? 0 : page.value.events.length;
    }
    expect(events).toBe(6_000);
    await pages.return?.(undefined);
  });

  it('keeps no subscription when the last one has left', async () => {
    const followers = [following(), following()];
    await appendSome(1);
    for (const follower of followers) await follower.enough(1);
    const subscriptions = () => double.store.subscriptions;
    while (subscriptions() !== 1) await after(5);
    for (const follower of followers) await follower.stop();
    while (subscriptions() !== 0) await after(5);
    expect(log.health().followers).toBe(0);
  });

  it('stops with a clear error at an event this log did not write, and loses nothing before it', async () => {
    const follower = following();
    const failed = errorOf(follower.done);
    const written = await appendSome(2);
    double.store.append('main/thing-1', 'any', [
      { id: anEvent().id, type: 'happened', json: false, data: Buffer.from([1, 2]), metadata: Buffer.from('') },
    ]);
    expect(await failed).toBeInstanceOf(LogDamaged);
    expect(follower.ids).toEqual(written);
  });
});

describe('size limits', () => {
  it('refuses what the server does not take, as the port does', async () => {
    const small = await Double.start({ sizes: { event: 5_000, append: 20_000 } });
    const tight = kurrentLog({ connectionString: small.connectionString, name: 'main' });
    const stream = newStream();
    const of = (bytes: number) => anEvent('happened', { text: 'x'.repeat(bytes) });
    for (const events of [[of(6_000)], [of(1), of(6_000)], Array.from({ length: 6 }, () => of(4_000))]) {
      const error = await errorOf(tight.append(stream, 0, events));
      expect(error).toBeInstanceOf(AppendRefused);
      expect(error).toMatchObject({ reason: 'too-large' });
    }
    expect(await collect(tight.readStream(stream))).toEqual([]);
    expect((await tight.append(stream, 0, [of(4_000)])).revision).toBe(1);
    await tight.close();
    await small.stop();
  });
});

it('reads on from a position that was kept, whoever writes meanwhile', async () => {
  await appendSome(3);
  const kept = await log.head();
  const written = await appendSome(2);
  const again = kurrentLog({ connectionString: double.connectionString, name: 'main' });
  const pages = await collect(again.readAll({ after: String(kept) as Position }));
  expect(pages.flatMap(({ events }) => idsOf(events))).toEqual(written);
  await again.close();
});

it('refuses a position that another kind of log gave', async () => {
  await appendSome(1);
  const other = '00000000000000000000' as Position;
  expect(await errorOf(collect(log.readAll({ after: other })))).toBeInstanceOf(RangeError);
  expect(await errorOf(collect(log.follow(other, new AbortController().signal)))).toBeInstanceOf(RangeError);
});
