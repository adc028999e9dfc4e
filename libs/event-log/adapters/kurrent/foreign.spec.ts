import { anEvent, collect, errorOf, idsOf, newStream, someEvents } from '../../contract/world.js';
import { Double } from '../../../../test/kurrent-double/double.js';
import type { Proposed } from '../../../../test/kurrent-double/store.js';
import { kurrentLog, type KurrentLog, LogDamaged } from './index.js';

let double: Double;
let log: KurrentLog;

beforeEach(async () => {
  double = await Double.start();
  log = kurrentLog({ connectionString: double.connectionString, name: 'main' });
});
afterEach(async () => {
  await log.close();
  await double.stop();
});

const text = (value: string) => Buffer.from(value);
function foreign(changes: Partial<Proposed> = {}): Proposed {
  return { id: anEvent().id, type: 'happened', json: true, data: text('{"n":1}'), metadata: text('{}'), ...changes };
}

/** All ids of the log, page by page. */
async function all(types?: readonly string[]): Promise<string[]> {
  const pages = await collect(log.readAll(types === undefined ? {} : { types }));
  return pages.flatMap(({ events }) => idsOf(events));
}

describe('what others keep on the server', () => {
  it('is passed over: system events, other logs, and streams whose names begin alike', async () => {
    double.store.append('$settings', 'any', [foreign({ type: '$metadata' })]);
    const events = someEvents(2);
    await log.append(newStream(), 0, events);
    for (const stream of ['mainly/thing-1', 'main', 'main-thing-1', 'other/thing-1', 'thing-1']) {
      double.store.append(stream, 'any', [foreign()]);
    }
    const other = kurrentLog({ connectionString: double.connectionString, name: 'other' });
    await other.append(newStream(), 0, someEvents(3));
    await other.close();
    expect(await all()).toEqual(idsOf(events));
    expect(await all(['happened'])).toEqual(idsOf(events));
    expect(await all(['happen'])).toEqual([]);
  });

  it('does not move the head of this log', async () => {
    expect(await log.head()).toBeUndefined();
    const { position } = await log.append(newStream(), 0, someEvents(2));
    double.store.append('other/thing-1', 'any', [foreign()]);
    expect(await log.head()).toBe(position);
  });
});

describe('an event of others in a stream of this log', () => {
  it.each([
    ['a link', { type: '$>', data: text('0@other-stream') }],
    ['a binary event', { json: false, data: Buffer.from([0, 1, 2]) }],
    ['data that is no object', { data: text('[1]') }],
    ['bytes that are no text', { data: Buffer.from([0x7b, 0xff, 0x7d]) }],
    ['an event without a header', { metadata: text('') }],
  ] as const)('is refused by name wherever it is met: %s', async (_what, changes) => {
    const stream = newStream();
    const events = someEvents(2);
    await log.append(stream, 0, events);
    double.store.append(`main/${stream}`, 'any', [foreign(changes)]);
    const seen: string[] = [];
    const reading = async () => {
      for await (const { id } of log.readStream(stream)) seen.push(id);
    };
    for (const error of [await errorOf(reading()), await errorOf(all())]) {
      expect(error).toBeInstanceOf(LogDamaged);
      expect(String(error)).toContain(`stream main/${stream}: event 2 was not written by this log`);
    }
    expect(seen).toEqual(idsOf(events));
    expect(await errorOf(log.append(stream, 'any', [anEvent()]))).toBeInstanceOf(LogDamaged);
  });

  it('is refused when its text turns out to be no JSON', async () => {
    double.store.append('main/thing-1', 'any', [foreign({ data: text('{"n":'), metadata: text('{x}') })]);
    const [event] = await collect(log.readStream('thing-1'));
    expect(() => event?.data).toThrow(LogDamaged);
    expect(() => event?.metadata).toThrow(LogDamaged);
  });

  it('is refused for the name of its stream, which this log would not give', async () => {
    double.store.append('main/thing 1', 'any', [foreign()]);
    expect(await errorOf(all())).toBeInstanceOf(LogDamaged);
  });
});

describe('a stream that was tampered with on the server', () => {
  it('is noticed when it was deleted', async () => {
    const { stream } = await log.append(newStream(), 0, someEvents(2));
    double.store.tombstoned.add(`main/${stream}`);
    for (const error of [
      await errorOf(collect(log.readStream(stream))),
      await errorOf(log.append(stream, 2, [anEvent()])),
    ]) {
      expect(error).toBeInstanceOf(LogDamaged);
      expect(String(error)).toContain('deleted on the server');
    }
  });

  it('is noticed when its beginning was cut off', async () => {
    const { stream } = await log.append(newStream(), 0, someEvents(3));
    double.store.truncatedBefore.set(`main/${stream}`, 2);
    expect(String(await errorOf(collect(log.readStream(stream))))).toContain('event 0 is missing, 2 came in its place');
  });
});
