import { memoryLog } from '#event-log/memory';
import { catalogue } from '#decider';
import { publish } from '#publishing';
import { factFeedContract } from '#publishing/contract';
import { factFeed } from '#publishing/in-process';
import { asOf, projection } from '#projection';
import { parcelFacts, parcels, record, told, type ParcelFacts } from '../../testing.js';

factFeedContract('the log, in process', async (publications) => {
  const log = memoryLog();
  const feed = factFeed(log, publications);
  const stopped = async (): Promise<unknown> => {
    for await (const page of feed.readAll()) expect(page.upTo).toBeDefined();
    return undefined;
  };
  return {
    log,
    feed,
    covers: async () => undefined,
    stopped: () => stopped().catch((error: unknown) => error),
    close: () => log.close(),
  };
});

describe('facts made in process', () => {
  it('can be folded like events', async () => {
    const log = memoryLog();
    await record(log, 'parcel-1', 'Sent', { parcel: '1', to: 'B-1', note: '' });
    const head = await record(log, 'parcel-2', 'Sent', { parcel: '2', to: 'B-1', note: '' });
    const perPlace = projection<ParcelFacts, number>({
      name: 'per-place',
      version: 1,
      events: parcelFacts,
      key: (fact) => (fact.type === 'ParcelSent.v1' ? fact.data.to : undefined),
      empty: () => 0,
      on: { 'ParcelSent.v1': (document) => document + 1 },
    });
    const views = await asOf(factFeed(log, [told]), [perPlace], head);
    expect(await views.get(perPlace, 'B-1')).toBe(2);
  });

  it('tell everything before a stop, and nothing behind it', async () => {
    const log = memoryLog();
    for (let n = 0; n < 1_500; n += 1) await record(log, 'parcel-1', 'Lost', { since: '2025-10-01T15:00:00.000Z' });
    await record(log, 'parcel-1', 'Sent', {});
    await record(log, 'parcel-1', 'Lost', { since: '2025-10-01T15:00:00.000Z' });
    let seen = 0;
    const reading = async () => {
      for await (const { events } of factFeed(log, [told]).readAll()) seen += events.length;
    };
    await expect(reading()).rejects.toThrow('cannot be told');
    expect(seen).toBe(1_500);
  });

  it('are told by one publication only', () => {
    const others = catalogue<{ Gone: object }>({ Gone: 1 });
    const again = publish(others, parcelFacts, { Gone: () => undefined });
    expect(() => factFeed(memoryLog(), [told, told])).toThrow('published twice');
    expect(() => factFeed(memoryLog(), [told, again])).toThrow('two publications');
    expect(parcels.types).toContain('Weighed');
  });
});
