import fc from 'fast-check';
import { Refusal } from '#decider';
import type { RecordedEvent } from '#event-log';
import { memoryPlatform } from '../support/platform.js';
import { act, acts, advance, recordedOf, Scheduler } from './world.js';

const start = '2025-10-01T15:00:00.000Z';

/** What may happen next, by people, to processes, or to the clock. */
type Turn =
  | { readonly do: 'act'; readonly name: string; readonly late: number; readonly again: boolean }
  | { readonly do: 'both'; readonly name: string; readonly other: string }
  | { readonly do: 'refresh' | 'tick' | 'restart'; readonly who: number }
  | { readonly do: 'both tick' }
  | { readonly do: 'pass'; readonly hours: number };

const name = fc.constantFrom(...Object.keys(acts));
const who = fc.nat(1);
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('act' as const), name, late: fc.nat(30), again: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('both' as const), name, other: name }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('refresh' as const, 'tick' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('both tick' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 30 }) }) },
  // Nobody looks for days, or months.
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 72, max: 5_000 }) }) },
);

interface Rung {
  readonly rung: number;
  readonly at: string;
}
interface Life {
  /** The rungs the clock ought to reach, as the record says at its last change. */
  rungs: readonly Rung[];
  readonly reached: { readonly rung: number; readonly due: string; readonly at: string; readonly owed: string }[];
  ended: boolean;
}

/** The life of each clock, read from the record alone. */
function livesOf(events: readonly RecordedEvent[]): ReadonlyMap<string, Life> {
  const lives = new Map<string, Life>();
  for (const { type, data, metadata } of events) {
    const { clock, rung, rungs, due } = data as { clock?: string; rung: number; rungs?: readonly Rung[]; due: string };
    if (clock === undefined) continue;
    const life = lives.get(clock);
    if (type === 'DeadlineSet') {
      expect(life).toBeUndefined();
      lives.set(clock, { rungs: rungs ?? [], reached: [], ended: false });
    }
    if (life === undefined) continue;
    expect(life.ended).toBe(false);
    if (type === 'DeadlineRecomputed') life.rungs = rungs ?? [];
    if (type === 'DeadlineMet' || type === 'DeadlineDropped') life.ended = true;
    if (type === 'DeadlineEscalated') {
      const owed = life.rungs.find((each) => each.rung === rung)?.at ?? '';
      life.reached.push({ rung, due, at: metadata['effectiveAt'] ?? '', owed });
      life.rungs = life.rungs.filter((each) => each.rung !== rung);
    }
  }
  return lives;
}

/** How far a case has come before anything goes wrong. */
const beginnings = [
  [],
  ['report', 'stamp'],
  ['report', 'stamp'],
  ['report', 'stamp', 'measures', 'notify the police', 'notify the resolution'],
];
const begun = fc
  .constantFrom(...beginnings)
  .map((names) => names.map((each): Turn => ({ do: 'act', name: each, late: 0, again: false })));
const turns = (most: number): fc.Arbitrary<readonly Turn[]> =>
  fc
    .tuple(begun, fc.array(turn, { minLength: 10, maxLength: most, size: 'max' }))
    .map(([first, then]) => [...first, ...then]);

async function play(plan: readonly Turn[], origin?: 'import') {
  const platform = memoryPlatform(start);
  const schedulers = [new Scheduler(platform), new Scheduler(platform)] as const;
  const more = origin === undefined ? {} : { origin };
  let sent = 0;
  const tried = async (what: string, id: string, hours = 0) => {
    const effectiveAt = new Date(Date.parse(platform.clock.now()) - hours * 3_600_000).toISOString();
    await act(platform, what, id, { effectiveAt, ...more }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  };
  await tried('opening', 'opening');
  for (const each of plan) {
    const id = `act ${(sent += 1)}`;
    if (each.do === 'act') {
      await tried(each.name, id, each.late);
      if (each.again) await tried(each.name, id, each.late);
    } else if (each.do === 'both') {
      await Promise.all([tried(each.name, id), tried(each.other, `${id} too`)]);
    } else if (each.do === 'pass') advance(platform.clock, each.hours);
    else if (each.do === 'both tick') await Promise.all(schedulers.map((scheduler) => scheduler.tick()));
    else await schedulers[each.who === 0 ? 0 : 1][each.do]();
  }
  return { platform, schedulers };
}

/** Everything that is still due is fired, by whoever comes first, until nothing is. */
async function settle(schedulers: readonly Scheduler[]): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    for (const scheduler of schedulers) await scheduler.refresh();
    await Promise.all(schedulers.map((scheduler) => scheduler.tick()));
  }
}

describe('the ladders of a case, whatever is done in whatever order, by two schedulers that know it late', () => {
  it('reach each rung that came once, in time order and never early, with when it was due and when it was', async () => {
    let reached = 0;
    let recomputed = 0;
    await fc.assert(
      fc.asyncProperty(turns(45), async (plan) => {
        const { platform, schedulers } = await play(plan);
        await settle(schedulers);
        const events = await recordedOf(platform);
        const now = platform.clock.now();
        recomputed += events.filter(({ type }) => type === 'DeadlineRecomputed').length;
        for (const life of livesOf(events).values()) {
          const numbers = life.reached.map(({ rung }) => rung);
          expect(new Set(numbers).size).toBe(numbers.length);
          for (const { due, at, owed } of life.reached) {
            expect(due).toBe(owed);
            expect(at >= due).toBe(true);
          }
          // None is lost: what is left of a clock that still waits lies ahead.
          if (!life.ended) for (const { at } of life.rungs) expect(at > now).toBe(true);
          reached += numbers.length;
        }
        for (const scheduler of schedulers) await scheduler.close();
        await platform.close();
      }),
      { numRuns: 80 },
    );
    // The histories are ones in which something happens.
    expect(reached).toBeGreaterThan(50);
    expect(recomputed).toBeGreaterThan(5);
  });

  it('fire nothing for imported history, however much of it is past', async () => {
    await fc.assert(
      fc.asyncProperty(turns(30), async (plan) => {
        const { platform, schedulers } = await play(plan, 'import');
        await settle(schedulers);
        const types = (await recordedOf(platform)).map(({ type }) => type);
        expect(types).not.toContain('DeadlineEscalated');
        for (const scheduler of schedulers) await scheduler.close();
        await platform.close();
      }),
      { numRuns: 25 },
    );
  });

  it('come to the same record when it is replayed: views folded anew fire nothing more', async () => {
    await fc.assert(
      fc.asyncProperty(turns(30), async (plan) => {
        const { platform, schedulers } = await play(plan);
        await settle(schedulers);
        const before = await platform.log.head();
        const another = new Scheduler(platform);
        await another.restart();
        await another.tick();
        expect(await platform.log.head()).toBe(before);
        for (const scheduler of [...schedulers, another]) await scheduler.close();
        await platform.close();
      }),
      { numRuns: 25 },
    );
  });
});

describe('an outage of days', () => {
  it('has every rung fire once when it ends, in order, each with its due time and the time it fired', async () => {
    const { platform, schedulers } = await play([{ do: 'pass', hours: 240 }]);
    await settle(schedulers);
    const fired = (await recordedOf(platform)).filter(({ type }) => type === 'DeadlineEscalated');
    const rungs = fired.map(({ data }) => data as { rule: string; rung: number; due: string });
    expect(rungs.filter(({ rule }) => rule === 'PE-03').map(({ rung }) => rung)).toEqual([1, 2, 3]);
    expect(rungs.filter(({ rule }) => rule === 'PE-03').map(({ due }) => due)).toEqual([
      '2025-10-02T03:00:00.000Z',
      '2025-10-02T15:00:00.000Z',
      '2025-10-03T03:00:00.000Z',
    ]);
    for (const { metadata } of fired) expect(metadata['effectiveAt']).toBe('2025-10-11T15:00:00.000Z');
    for (const scheduler of schedulers) await scheduler.close();
    await platform.close();
  });
});

describe('a rung', () => {
  it('has come at its own instant, and not a millisecond before', async () => {
    const { platform, schedulers } = await play([]);
    const fired = async () => (await recordedOf(platform)).filter(({ type }) => type === 'DeadlineEscalated').length;
    platform.clock.advanceTo('2025-10-02T02:59:59.999Z');
    await settle(schedulers);
    expect(await fired()).toBe(0);
    platform.clock.advanceTo('2025-10-02T03:00:00.000Z');
    await settle(schedulers);
    expect(await fired()).toBe(2);
    for (const scheduler of schedulers) await scheduler.close();
    await platform.close();
  });
});

describe('a scheduler that has not heard that a clock was given more time', () => {
  it('fires no rung ahead of it, and each at its time when it has', async () => {
    const done = (name: string): Turn => ({ do: 'act', name, late: 0, again: false });
    const { platform, schedulers } = await play([
      ...['severe', 'report', 'stamp', 'measures', 'notify the police'].map(done),
      { do: 'refresh', who: 0 },
      // Five days for a severe risk; fifteen for another.
      done('mild'),
      { do: 'pass', hours: 72 },
      { do: 'tick', who: 0 },
    ]);
    const fired = async () =>
      (await recordedOf(platform)).filter(
        ({ type, data }) => type === 'DeadlineEscalated' && (data as { rule: string }).rule.startsWith('PE-10'),
      ).length;
    expect(await fired()).toBe(0);
    advance(platform.clock, 24 * 6);
    await settle(schedulers);
    expect(await fired()).toBe(1);
    for (const scheduler of schedulers) await scheduler.close();
    await platform.close();
  });
});

describe('what is no clock’s business', () => {
  it('moves no clock: an attention changes neither what is due nor when', async () => {
    const { platform, schedulers } = await play([]);
    const before = livesOf(await recordedOf(platform));
    for (const id of ['a', 'b', 'c']) await act(platform, 'attention', id);
    expect(livesOf(await recordedOf(platform))).toEqual(before);
    for (const scheduler of schedulers) await scheduler.close();
    await platform.close();
  });
});
