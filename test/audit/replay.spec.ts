import fc from 'fast-check';
import { deriveId, type Position, type RecordedEvent } from '#event-log';
import { catchUp, type Projection } from '#projection';
import { caused } from '../../src/audit/domain/cause.js';
import { type QueueName, queueNames, type QueueRow, queues, rowOf } from '../../src/audit/domain/queue.js';
import { foldOf, pastOf, type Until, within } from '../../src/audit/domain/replay.js';
import { QueueDesk } from '../../src/audit/http/queue-desk.js';
import { projectionOf } from '../../src/audit/replay.handler.js';
import { applied } from '../../src/audit/testing/applied.js';
import { eventProjections } from '../../src/capabilities.js';
import type { Platform } from '../../src/platform.js';
import { places } from '../../src/report/release/domain/differences.js';
import { PastMonths } from '../../src/report/release/replay/months.js';
import { reportOf, reportProjections } from '../../src/report/report.js';
import { board, org } from '../support/history.js';
import { memoryPlatform } from '../support/platform.js';
import { play, type Step, steps } from '../support/random-history.js';
import { untilSeen } from '../support/until-seen.js';

type Place = ReturnType<typeof memoryPlatform>;

const start = '2025-10-01T12:00:00.000Z';
const things = [0, 1].flatMap((on) => [
  ['case', deriveId('random-case', on)] as const,
  ['referral', deriveId('random-referral', on)] as const,
]);
const institutions = ['comisaria-familia', 'cem', 'salud', 'juzgado-familia'].map(org);
const every = institutions.flatMap((at) => queueNames.map((queue) => [at, queue] as const));

const projection = (name: string): Projection<object> => {
  const found = eventProjections.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no projection ${name}`);
  return found as Projection<object>;
};
const shown = [...new Set(['case-cards', 'referral-cards', ...queueNames.map((each) => queues[each].projection)])].map(
  projection,
);

/** What the live views answer to whoever asks them now, as the desks and lists do. */
async function liveAnswers(platform: Place, withMonth: boolean) {
  await catchUp(platform.log, shown, platform.views);
  const documents = await Promise.all(things.map(([kind, id]) => platform.views.get(projectionOf(kind), id)));
  const rows = await Promise.all(
    every.map(async ([at, queue]): Promise<readonly QueueRow[]> => {
      const { projection: name, list } = queues[queue];
      const listed = await platform.views.list(projection(name), list(at), { limit: 500 });
      return listed.map(({ key, sort, document }) => rowOf(key, sort, document));
    }),
  );
  const [position, now] = [await platform.log.head(), platform.clock.now()];
  if (position === undefined) throw new Error('nothing was recorded');
  let figures: object | undefined;
  if (withMonth) {
    await catchUp(platform.facts, reportProjections, platform.views);
    const edition = { position, cutoff: now, clock: platform.clock, software: '', demo: true };
    figures = (await reportOf(platform.views, board, '2025-10', edition)).figures;
  }
  return structuredClone({ position, now, documents, rows, figures });
}

async function replayed(platform: Platform, until: Until, cutoff: string, withMonth: boolean) {
  const documents = await Promise.all(
    things.map(async ([kind, id]) => {
      const events = await pastOf(platform.log, `${kind}-${id}`, until);
      return foldOf(projectionOf(kind), id, events);
    }),
  );
  const desk = new QueueDesk(platform);
  const rows = await Promise.all(every.map(([at, queue]) => desk.at(at, queue, until)));
  const months = new PastMonths(platform);
  const figures = withMonth ? await months.figures(board, '2025-10', { ...until, cutoff }) : undefined;
  return { documents, rows, figures };
}

/** A history, and two points of its past: by position, by what was known, or by what had happened. */
const someday = fc.record({
  mode: fc.constantFrom('position', 'known', 'happened'),
  share: fc.integer({ min: 0, max: 1_000 }).map((n) => n / 1_000),
});

async function played<T>(plan: readonly Step[], look: (platform: Place) => Promise<T>): Promise<T> {
  const platform = memoryPlatform(start);
  try {
    await play(platform, plan);
    return await look(platform);
  } finally {
    await platform.close();
  }
}

async function everything(platform: Platform): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const { events } of platform.log.readAll()) all.push(...events);
  return all;
}

function pointAt(all: readonly RecordedEvent[], { mode, share }: { mode: string; share: number }): Until {
  const event = all[Math.floor(share * (all.length - 1))];
  const { recordedAt = '', effectiveAt = '' } = event?.metadata ?? {};
  if (mode === 'position') return { position: event?.position ?? ('' as Position) };
  return mode === 'known' ? { known: recordedAt } : { happened: effectiveAt };
}

describe('what is replayed', () => {
  it('is what was shown at that time: cases, referrals, queues and months', async () => {
    let compared = 0;
    await untilSeen(
      () => compared > 100,
      () =>
        fc.assert(
          fc.asyncProperty(steps(50), async (plan) => {
            const platform = memoryPlatform(start);
            const answers: Awaited<ReturnType<typeof liveAnswers>>[] = [];
            try {
              await play(platform, plan, async (index) => {
                answers.push(await liveAnswers(platform, index % 12 === 0));
              });
              const all = await everything(platform);
              for (const [index, { position, now, ...answer }] of answers.entries()) {
                const withMonth = answer.figures !== undefined;
                expect(await replayed(platform, { position }, now, withMonth)).toEqual(answer);
                // As known at an instant it is the same, once everything of that instant was recorded.
                const isWhole = all.every(
                  (event) => event.position <= position === (event.metadata['recordedAt'] ?? '') <= now,
                );
                if (index % 5 === 0 && isWhole) {
                  expect(await replayed(platform, { known: now }, now, withMonth)).toEqual(answer);
                }
                compared += 1;
              }
            } finally {
              await platform.close();
            }
          }),
          { numRuns: 4, endOnFailure: true },
        ),
    );
  }, 120_000);
});

describe('what is different between two points', () => {
  it('makes of the one the other, each difference with an event that belongs to one of them only', async () => {
    let found = 0;
    await untilSeen(
      () => found > 100,
      () =>
        fc.assert(
          fc.asyncProperty(steps(80), someday, someday, async (plan, one, other) => {
            await played(plan, async (platform) => {
              const all = await everything(platform);
              const points = [pointAt(all, one), pointAt(all, other)] as const;
              for (const [kind, id] of things) {
                const events = await pastOf(platform.log, `${kind}-${id}`, {});
                const [before, after] = points.map((point) =>
                  foldOf(
                    projectionOf(kind),
                    id,
                    events.filter((event) => within(event, point)),
                  ),
                );
                const changes = caused(projectionOf(kind), id, events, points);
                found += changes.length;
                expect(applied(before, changes)).toEqual(
                  after === undefined ? undefined : JSON.parse(JSON.stringify(after)),
                );
                for (const { by } of changes) {
                  const event = events.find((each) => each.id === by.id);
                  if (event === undefined) throw new Error('no such event');
                  expect(within(event, points[0])).not.toBe(within(event, points[1]));
                }
              }
            });
          }),
          { numRuns: 25, endOnFailure: true },
        ),
    );
  }, 60_000);

  it('says of a queue who came, who left and what moved, as the queues at both points show', async () => {
    const kinds = { came: 0, left: 0, moved: 0 };
    const everyKind = () => Object.values(kinds).every((count) => count > 0);
    await untilSeen(everyKind, () =>
      fc.assert(
        fc.asyncProperty(steps(80), someday, someday, async (plan, one, other) => {
          await played(plan, async (platform) => {
            const all = await everything(platform);
            const points = [pointAt(all, one), pointAt(all, other)] as const;
            const desk = new QueueDesk(platform);
            for (const [at, queue] of every as readonly (readonly [string, QueueName])[]) {
              const rows = new Map((await desk.at(at, queue, points[0])).map((row) => [row.key, row]));
              for (const { key, change, before, after, by } of await desk.changes(at, queue, points)) {
                kinds[change] += 1;
                expect(rows.get(key) ?? null).toEqual(before);
                if (after === null) rows.delete(key);
                else rows.set(key, after);
                const event = all.find(({ id, stream }) => id === by.id && stream === by.stream);
                if (event === undefined) throw new Error('no such event');
                expect(within(event, points[0])).not.toBe(within(event, points[1]));
              }
              const then = [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
              const now = [...(await desk.at(at, queue, points[1]))].sort((a, b) => (a.key < b.key ? -1 : 1));
              expect(then).toEqual(now);
            }
          });
        }),
        { numRuns: 4, endOnFailure: true },
      ),
    );
  }, 60_000);

  it('names for every figure of a month that moved the fact that moved it, or that it was judged later', async () => {
    let byFacts = 0;
    await untilSeen(
      () => byFacts > 0,
      () =>
        fc.assert(
          fc.asyncProperty(steps(60), someday, someday, async (plan, one, other) => {
            await played(plan, async (platform) => {
              const all = await everything(platform);
              const points = [pointAt(all, one), pointAt(all, other)] as const;
              const months = new PastMonths(platform);
              // Before the board is there, there is no month.
              const cells = async (at: Until) =>
                new Map(
                  [...places(await months.figures(board, '2025-10', at))].map(([figure, { value }]) => [figure, value]),
                );
              const isThere = all.filter(
                ({ type, stream }) => type === 'BoardEstablished' && stream === `board-${board}`,
              );
              if (!isThere.some((event) => points.every((point) => within(event, point)))) return;
              const before = await cells(points[0]);
              const changes = await months.changes(board, '2025-10', points);
              for (const { figure, was, now, by } of changes) {
                expect(before.get(figure) ?? null).toBe(was);
                before.set(figure, now);
                byFacts += by.length;
                for (const { id, stream } of by) {
                  const event = all.find((each) => each.id === id && each.stream === stream);
                  if (event === undefined) throw new Error('no such event');
                  expect(within(event, points[0])).not.toBe(within(event, points[1]));
                }
              }
              const after = await cells(points[1]);
              for (const [figure, value] of before)
                expect([figure, value]).toEqual([figure, after.get(figure) ?? null]);
            });
          }),
          { numRuns: 3, endOnFailure: true },
        ),
    );
  }, 120_000);
});
