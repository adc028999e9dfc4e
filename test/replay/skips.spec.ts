import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { handle, type Feed, type RecordedEvent } from '#event-log';
import {
  asOf,
  catchUp,
  compareViews,
  keepUp,
  type Projection,
  projectionId,
  ProjectionStopped,
  rebuild,
  RunnerStatus,
} from '#projection';
import { memoryViews } from '#projection/memory';
import { recordedSkips, skipDecider } from '../../src/audit/domain/skips.js';
import { eventProjections, publications } from '../../src/capabilities.js';
import type { Platform } from '../../src/platform.js';
import { memoryPlatform } from '../support/platform.js';
import { play, steps } from '../support/random-history.js';

const start = '2025-10-01T12:00:00.000Z';
const told = new Set(publications.flatMap(({ types }) => types));
/** Types that views of events read and nobody is told: of these the publications do not stop. */
const poisonous = [...new Set(eventProjections.flatMap(({ types }) => types))].filter((type) => !told.has(type));

/** An event that nobody can read: written by a version of the software that is not there. */
async function poison({ log }: Platform, type: string): Promise<string> {
  const id = randomUUID();
  await log.append(`poison-${id}`, 0, [{ id, type, data: {}, metadata: { schema: '99' } }]);
  return id;
}

/** Writes down that these views pass over an event. */
async function skip(platform: Platform, eventId: string, projections: readonly Projection[]): Promise<void> {
  for (const projection of projections) {
    const about = { projection: projectionId(projection), stream: `poison-${eventId}`, eventId, reason: 'exercise' };
    const command = { do: 'skip', ...about } as const;
    await handle(platform, skipDecider, { id: projection.name, command, commandId: randomUUID(), actor: 'operator' });
  }
}

/** The log as if the poison had never come. */
function without(feed: Feed<RecordedEvent>, ids: ReadonlySet<string>): Feed<RecordedEvent> {
  return {
    head: () => feed.head(),
    follow: (after, signal, types) => feed.follow(after, signal, types),
    async *readAll(range) {
      for await (const { events, upTo } of feed.readAll(range)) {
        yield { events: events.filter(({ id }) => !ids.has(id)), upTo };
      }
    },
  };
}

describe('an event that is skipped', () => {
  it('can be of some type that is not told', () => {
    expect(poisonous.length).toBeGreaterThan(0);
  });

  it('leaves the same hole live, kept up, rebuilt and as of the head, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps(40),
        fc.array(fc.record({ before: fc.nat(39), type: fc.constantFrom(...poisonous) }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (plan, poisons) => {
          const platform = memoryPlatform(start);
          const { log, views } = platform;
          const ids = new Set<string>();
          const stop = new AbortController();
          try {
            await play(platform, plan, async (index) => {
              for (const { type } of poisons.filter(({ before }) => before % plan.length === index)) {
                const id = await poison(platform, type);
                ids.add(id);
                const listening = eventProjections.filter(({ types }) => types.includes(type));
                await expect(
                  catchUp(log, listening, memoryViews(), { skips: await recordedSkips(log) }),
                ).rejects.toBeInstanceOf(ProjectionStopped);
                await skip(platform, id, listening);
              }
              await catchUp(log, eventProjections, views, { pageSize: 7, skips: await recordedSkips(log) });
            });
            const skips = await recordedSkips(log);
            await catchUp(log, eventProjections, views, { skips });
            const head = await log.head();
            if (head === undefined) throw new Error('nothing was recorded');
            const then = await asOf(log, eventProjections, head, { skips });
            const [rebuilt, kept, never] = [memoryViews(), memoryViews(), memoryViews()];
            const running = keepUp(log, eventProjections, kept, { signal: stop.signal, skips });
            await catchUp(without(log, ids), eventProjections, never);
            for (const projection of eventProjections) {
              await rebuild(log, projection, rebuilt, { skips });
              expect(await kept.reached(projection, head, 10_000)).toBe(true);
              for (const other of [then, rebuilt, kept, never]) {
                expect(await compareViews(views, other, projection)).toBeUndefined();
              }
            }
            stop.abort();
            await running;
          } finally {
            stop.abort();
            await platform.close();
          }
        },
      ),
      // Always the same histories: whether single views fold any history alike is asked in replay.spec.ts.
      { numRuns: 12, seed: 7 },
    );
  });

  it('stops every other view that reads it', async () => {
    const type = poisonous.find((each) => eventProjections.filter(({ types }) => types.includes(each)).length > 1);
    if (type === undefined) throw new Error('no type is read by two views');
    const platform = memoryPlatform(start);
    const id = await poison(platform, type);
    const [first, ...others] = eventProjections.filter(({ types }) => types.includes(type));
    if (first === undefined) throw new Error('nobody reads it');
    await skip(platform, id, [first]);
    const skips = await recordedSkips(platform.log);
    const status = new RunnerStatus();
    const stop = new AbortController();
    const options = { signal: stop.signal, status, skips, attempts: 1 };
    const running = keepUp(platform.log, [first, ...others], platform.views, options);
    const head = await platform.log.head();
    if (head === undefined) throw new Error('nothing was recorded');
    expect(await platform.views.reached(first, head, 10_000)).toBe(true);
    for (const other of others)
      await expect(catchUp(platform.log, [other], memoryViews(), { skips })).rejects.toThrow();
    stop.abort();
    await running;
    expect(status.stopped.map(({ projection }) => projection).sort()).toEqual(others.map(projectionId).sort());
    await platform.close();
  });
});
