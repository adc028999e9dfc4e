import { SimulatedClock } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { listsThatShowed, recordListed } from './reads.js';

describe('A list that is on record', () => {
  const at = async (recorded: readonly (readonly [at: string, lines: readonly string[]])[]) => {
    const clock = new SimulatedClock(recorded[0]?.[0] ?? '');
    const platform = { reads: memoryLog(), clock };
    for (const [instant, lines] of recorded) {
      clock.advanceTo(instant);
      await recordListed(platform, 'worker-1', { what: 'listCases', lines, purpose: 'care' });
    }
    return platform;
  };
  const found = async (platform: Awaited<ReturnType<typeof at>>, streams: readonly string[], since: string) => {
    const instants: string[] = [];
    for await (const shown of listsThatShowed(platform, streams, since)) instants.push(shown.at);
    return instants;
  };
  const over = (year: number, month: number): string =>
    new Date(Date.UTC(year, month - 1, 28, 23, 59, 59, 999)).toISOString();

  it('is found by each of its lines, in every month since they began, also across years', async () => {
    const months = [over(2025, 11), over(2025, 12), over(2026, 1), over(2026, 3), over(2027, 1)] as const;
    const platform = await at(months.map((each) => [each, ['case-1', 'referral-2']]));
    for (const line of ['case-1', 'referral-2']) {
      expect(await found(platform, [line], months[0])).toEqual(months);
      expect(await found(platform, [line], months[3])).toEqual(months.slice(3));
    }
    expect(await found(platform, ['case-1', 'referral-2'], months[0])).toEqual(months);
  });

  it('is not found by what is in none of its lines, nor by what a line only begins with', async () => {
    const instant = over(2026, 3);
    const platform = await at([[instant, ['case-12', 'referral-2']]]);
    for (const other of ['case-1', 'case-2', 'listCases', 'case-12"']) {
      expect(await found(platform, [other], instant)).toEqual([]);
    }
    expect(await found(platform, [], instant)).toEqual([]);
  });
});
