import type { RecordedEvent } from '#event-log';
import { Issuing } from '../../src/demo/editions.js';
import { cutOffOf } from '../../src/demo/load.js';
import { monthsOf } from '../../src/demo/openings.js';
import { closing } from '../../src/demo/trust/closing.js';
import { changesShown } from '../../src/programmes/domain/participant-changes.js';
import { participantChanges } from '../../src/programmes/views/participant-changes.js';
import { editions } from '../../src/report/release/views/editions.js';
import { refresh } from '../../src/runners.js';
import { eventsOf, playing, removeTemporary, smallPlan } from './playing.js';

afterAll(removeTemporary);

const plan = smallPlan(3, { '2025-09': 20, '2025-10': 20, '2025-11': 20, '2025-12': 20 });

describe('what only the demonstration itself has', () => {
  let events: readonly RecordedEvent[] = [];
  let keys: { readonly live: number; readonly destroyed: number } | undefined;
  let changes: Parameters<typeof changesShown>[0] = [];
  let versions: readonly (readonly [number, string, readonly string[]])[] = [];
  const dataOf = <T>(type: string): readonly T[] =>
    events.flatMap((each) => (each.type === type ? [each.data as T] : []));

  beforeAll(async () => {
    const [board] = plan.boards;
    if (board === undefined) throw new RangeError('no board');
    await playing(
      plan,
      async (platform) => {
        await refresh(platform);
        events = await eventsOf(platform);
        const [erased] = dataOf<{ person: string; keys: number }>('SubjectErased').filter((each) => each.keys > 0);
        keys = await platform.vault.keysOf(erased?.person ?? '');
        const listed = await platform.views.list(participantChanges, 'country/PE', { limit: 100 });
        changes = listed.map(({ document }) => document);
        const card = await platform.views.get(editions, `mesa-${board.code}.${plan.from}`);
        versions = (card?.versions ?? []).map(({ version, status, publications }) => [
          ...([version, status] as const),
          publications.map(({ profile }) => profile),
        ]);
      },
      (platform) => ({
        onCutOff: async ({ month }) => (await Issuing.of(platform, board)).at(monthsOf({ from: plan.from, to: month })),
        closing: (at) => closing(platform, plan, at),
      }),
    );
  }, 300_000);

  it('is sealed, and nothing before it is', () => {
    const sealed = events.filter(({ dataText }) => dataText.includes('"ct":'));
    expect(new Set(sealed.map(({ type }) => type))).toEqual(new Set(['GlassBroken', 'MenMeasured']));
    const since = cutOffOf(plan.to, plan);
    expect(sealed.every(({ metadata }) => (metadata['recordedAt'] ?? '') >= since)).toBe(true);
  });

  it('is three emergencies, one of them not reviewed yet', () => {
    expect(dataOf('GlassBroken')).toHaveLength(3);
    expect(dataOf('GlassReviewed')).toHaveLength(2);
  });

  it('ends with an erasure that destroyed the key of what was said in one of them', () => {
    expect(dataOf<{ keys: number }>('SubjectErased').at(-1)?.keys).toBe(1);
    expect(keys).toEqual({ live: 0, destroyed: 1 });
  });

  it('shows how those in the group of men changed: more of them than are withheld', () => {
    const { measured, mean } = changesShown(changes);
    expect(measured).toBeGreaterThanOrEqual(5);
    expect(mean).not.toBeNull();
  });

  it('is an edition published to the board and to everybody, and made again as a second version', () => {
    expect(versions).toEqual([
      [1, 'published', ['board', 'public']],
      [2, 'published', ['board', 'public']],
    ]);
  });
});
