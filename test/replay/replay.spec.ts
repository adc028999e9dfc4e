import fc from 'fast-check';
import type { Feed, Position } from '#event-log';
import { asOf, catchUp, compareViews, type Projection, rebuild } from '#projection';
import { memoryViews } from '#projection/memory';
import { eventProjections, factProjections } from '../../src/capabilities.js';
import type { Platform } from '../../src/platform.js';
import { memoryPlatform } from '../support/platform.js';
import { play, steps } from '../support/random-history.js';

const start = '2025-10-01T12:00:00.000Z';

const feeds = (platform: Platform): readonly (readonly [string, Feed, readonly Projection[]])[] => [
  ['events', platform.log, eventProjections],
  ['facts', platform.facts, factProjections],
];

async function positions(platform: Platform): Promise<readonly Position[]> {
  const all: Position[] = [];
  for await (const page of platform.log.readAll()) for (const event of page.events) all.push(event.position);
  return all;
}

describe('every projection', () => {
  it('has a name of its own and listens to something', () => {
    const all = [...eventProjections, ...factProjections];
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { types } of all) expect(types.length).toBeGreaterThan(0);
  });

  it('is tried on histories that hold every type it listens to', async () => {
    const seen = new Set<string>();
    for (const plan of fc.sample(steps(120), { numRuns: 240, seed: 7 })) {
      const platform = memoryPlatform(start);
      await play(platform, plan);
      for (const [, feed] of feeds(platform)) {
        for await (const page of feed.readAll()) for (const { type } of page.events) seen.add(type);
      }
      await platform.close();
    }
    const wanted = [...eventProjections, ...factProjections].flatMap(({ types }) => types);
    expect(wanted.filter((type) => !seen.has(type))).toEqual([]);
  });

  it('shows the same live, rebuilt and as of the head, on any history and in any pages', async () => {
    await fc.assert(
      fc.asyncProperty(steps(80), fc.integer({ min: 1, max: 40 }), async (plan, every) => {
        const platform = memoryPlatform(start);
        try {
          // Live: a write now and then, in pages of whatever has come.
          await play(platform, plan, async (index) => {
            if (index % every !== 0) return;
            for (const [, feed, projections] of feeds(platform))
              await catchUp(feed, projections, platform.views, { pageSize: 7 });
          });
          const head = await platform.log.head();
          if (head === undefined) throw new Error('nothing was recorded');
          for (const [, feed, projections] of feeds(platform)) {
            await catchUp(feed, projections, platform.views);
            const then = await asOf(feed, projections, head);
            const rebuilt = memoryViews();
            for (const projection of projections) {
              await rebuild(feed, projection, rebuilt);
              expect(await compareViews(platform.views, rebuilt, projection)).toBeUndefined();
              expect(await compareViews(platform.views, then, projection)).toBeUndefined();
            }
            await then.close();
            await rebuilt.close();
          }
        } finally {
          await platform.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('shows as of a position what the record up to there made of it', async () => {
    await fc.assert(
      fc.asyncProperty(steps(60), fc.nat(), async (plan, seed) => {
        const platform = memoryPlatform(start);
        try {
          await play(platform, plan);
          const all = await positions(platform);
          const cut = all[seed % all.length];
          if (cut === undefined) throw new Error('nothing was recorded');
          for (const [, feed, projections] of feeds(platform)) {
            const then = await asOf(feed, projections, cut);
            const prefix = memoryViews();
            // The prefix on its own, as if nothing had come after it.
            const before: Feed = {
              readAll: (range) =>
                feed.readAll({ ...range, until: range?.until !== undefined && range.until < cut ? range.until : cut }),
              follow: (after, signal, types) => feed.follow(after, signal, types),
              head: async () => cut,
            };
            await catchUp(before, projections, prefix, { pageSize: 3 });
            for (const projection of projections) {
              expect(await compareViews(then, prefix, projection)).toBeUndefined();
            }
            await then.close();
            await prefix.close();
          }
        } finally {
          await platform.close();
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is not moved by an erasure: what was sealed stays sealed', async () => {
    const platform = memoryPlatform(start);
    await play(
      platform,
      [0, 1, 2, 7, 8, 9].map((each, index) => ({ at: 1, on: 0, do: each, with: index })),
    );
    for (const [, feed, projections] of feeds(platform)) await catchUp(feed, projections, platform.views);
    const cards = eventProjections.find(({ name }) => name === 'case-cards');
    if (cards === undefined) throw new Error('no case cards');
    for await (const [, card] of platform.views.all(cards))
      await platform.vault.erase((card as { person: string }).person);
    for (const [, feed, projections] of feeds(platform)) {
      const rebuilt = memoryViews();
      for (const projection of projections) {
        await rebuild(feed, projection, rebuilt);
        expect(await compareViews(platform.views, rebuilt, projection)).toBeUndefined();
      }
    }
    await platform.close();
  });
});
