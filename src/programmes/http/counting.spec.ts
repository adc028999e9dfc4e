import { LogUnavailable } from '#event-log';
import { send } from '../../platform.js';
import { refresh } from '../../runners.js';
import { memoryPlatform } from '../../../test/support/platform.js';
import { addingLine, fundId, openingFund, requestId, requesting } from '../testing/fund-fixtures.js';
import { fundMonths } from '../views/fund-months.js';
import { funds } from '../views/funds.js';
import { type CountedFrom, Counting } from './counting.js';

/** 31 March is over in La Paz at four in the morning of the first of April in UTC, and in Lima an hour later. */
const before = '2026-04-01T03:59:59.999Z';
const overInBolivia = '2026-04-01T04:00:00.000Z';
const overInPeru = '2026-04-01T05:00:00.000Z';

describe('Up to when figures are counted', () => {
  const begun = async (at = '2026-03-09T15:00:00.000Z') => {
    const platform = memoryPlatform(at);
    const done = (command: object, actor = 'asks', effectiveAt = platform.clock.now()) =>
      send(platform, 'fund', {
        ...{ id: fundId, command, actor, effectiveAt },
        commandId: JSON.stringify(command) + platform.clock.now(),
      });
    await done(openingFund);
    await done(addingLine);
    await done(requesting);
    await done({ do: 'approve', request: requestId }, 'approves');
    return { platform, done, counting: new Counting(platform) };
  };
  const pay = (voucher: string) => ({ do: 'pay', request: requestId, voucher });

  /** What one line has promised and paid, and what its months say was paid. */
  const countedIn = async ({ views, through }: CountedFrom) => {
    const line = (await views.get(funds, fundId))?.lines[0];
    const months = await views.list(fundMonths, `fund/${fundId}`, { limit: 10 });
    return {
      ...{ through, promised: line?.promised, paid: line?.paid },
      months: months.map(({ document: { month, lines } }) => [month, lines[addingLine.line]?.paid]),
    };
  };

  it('is now for whoever keeps the records, and the end of the last month for everybody else', async () => {
    const { platform, done, counting } = await begun();
    await refresh(platform);
    expect(await countedIn(counting.live())).toMatchObject({ promised: 60_000, months: [['2026-03', 0]] });
    expect(await countedIn(await counting.outside())).toEqual({ through: '2026-02-28', months: [] });
    platform.clock.advanceTo(overInPeru);
    const told = { through: '2026-03-31', promised: 60_000, paid: 0, months: [['2026-03', 0]] };
    expect(await countedIn(await counting.outside())).toEqual(told);
    await done(pay('B-1'), 'approves');
    await refresh(platform);
    expect(await countedIn(counting.live())).toMatchObject({ promised: 0, paid: 60_000 });
    expect(await countedIn(await counting.outside())).toEqual(told);
    // A process that starts now tells the same.
    expect(await countedIn(await new Counting(platform).outside())).toEqual(told);
    platform.clock.advanceTo('2026-05-01T05:00:00.000Z');
    expect(await countedIn(await counting.outside())).toMatchObject({ through: '2026-04-30', paid: 60_000 });
  });

  it('takes what was recorded late of a month that is over with the next one', async () => {
    const { platform, done, counting } = await begun();
    platform.clock.advanceTo('2026-04-02T15:00:00.000Z');
    await done(pay('B-1'), 'approves', '2026-03-30T15:00:00.000Z');
    expect((await countedIn(await counting.outside())).months).toEqual([['2026-03', 0]]);
    platform.clock.advanceTo('2026-05-02T15:00:00.000Z');
    expect((await countedIn(await counting.outside())).months).toEqual([['2026-03', 60_000]]);
  });

  it('is the end of the month on the clocks of the country', async () => {
    const { platform, counting } = await begun(before);
    const days = () => ['PE', 'BO'].map((country) => counting.through(country));
    expect(days()).toEqual(['2026-02-28', '2026-02-28']);
    platform.clock.advanceTo(overInBolivia);
    expect(days()).toEqual(['2026-02-28', '2026-03-31']);
    // What was recorded in the last millisecond of March there is of March.
    expect((await countedIn(await counting.outside('BO'))).promised).toBe(60_000);
    platform.clock.advanceTo(overInPeru);
    expect(days()).toEqual(['2026-03-31', '2026-03-31']);
  });

  it('is nothing where nothing was recorded', async () => {
    const nothing = memoryPlatform('2026-01-01T12:00:00.000Z');
    expect(await countedIn(await new Counting(nothing).outside())).toEqual({ through: '2025-12-31', months: [] });
  });

  it('is folded once for all who ask, and again only after it failed or facts were still on their way', async () => {
    const { platform } = await begun('2026-02-09T15:00:00.000Z');
    platform.clock.advanceTo('2026-03-09T15:00:00.000Z');
    let folded = 0;
    let state: 'down' | 'behind' | 'here' = 'down';
    const { log, facts } = platform;
    const counting = new Counting({
      ...platform,
      log: {
        ...log,
        readAll: (range) => {
          if (range?.types?.includes('FundOpened') === true) folded += 1;
          if (state === 'down') throw new LogUnavailable('not-written', 'gone');
          return log.readAll(range);
        },
        head: () => log.head(),
      },
      facts: { ...facts, head: async () => (state === 'behind' ? undefined : facts.head()) },
    });
    await expect(counting.outside()).rejects.toThrow(LogUnavailable);
    state = 'behind';
    expect(await countedIn(await counting.outside())).toMatchObject({ promised: 60_000 });
    state = 'here';
    folded = 0;
    const asked = await Promise.all([counting.outside(), counting.outside()]);
    expect(await counting.outside()).toBe(asked[0]);
    expect([asked[0] === asked[1], folded]).toEqual([true, 1]);
  });
});
