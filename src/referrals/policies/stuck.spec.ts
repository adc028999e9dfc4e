import { Refusal } from '#decider';
import { org } from '../../../test/support/history.js';
import { now as begin, plus } from '../testing/fixtures.js';
import { world } from '../testing/world.js';
import { referralCards } from '../views/referral-card.js';

const hour = 3_600_000;
const week = 7 * 24 * hour;
const cem = org('cem');

describe('work that is stuck, over the whole platform', () => {
  it('is found by its list, and gone from it with the next step', async () => {
    const { platform, clock, does, pass, seen, card } = await world();
    const { views } = platform;
    const stuck = async () =>
      (await views.list(referralCards, 'stuck', { limit: 10 }))
        .filter(({ sort }) => sort < clock.now())
        .map(({ key }) => key);
    await does({ do: 'accept', institution: cem });
    await does({ do: 'schedule', institution: cem, at: plus(begin, 5 * hour), place: 'AT_SERVICE' });
    await seen();
    expect(await stuck()).toEqual([]);
    clock.advanceTo(plus(begin, 4 * week));
    expect(await stuck()).toEqual([(await card()).id]);
    await does({ do: 'miss', institution: cem });
    await seen();
    expect(await stuck()).toEqual([]);
    // Weeks of nobody trying to reach her: the clock has called everybody it can, and says whose turn it is.
    clock.advanceTo(plus(begin, 9 * week));
    await pass();
    await seen();
    expect(await views.list(referralCards, `turn/${org('comisaria-familia')}`, { limit: 10 })).toHaveLength(1);
  });

  it('a hold wakes by itself, and is stuck only as long as the scheduler stands still', async () => {
    const { platform, clock, does, pass, seen, card } = await world();
    await does({ do: 'accept', institution: cem });
    await does({ do: 'hold', institution: cem, reason: 'WAITING_LIST', until: plus(begin, week) });
    clock.advanceTo(plus(begin, 2 * week));
    await seen();
    expect((await platform.views.list(referralCards, 'stuck', { limit: 10 })).map(({ sort }) => sort)).toEqual([
      plus(begin, week),
    ]);
    await pass();
    await seen();
    expect(await card()).toMatchObject({ status: 'accepted' });
    expect(await card()).not.toHaveProperty('wakeAt');
    expect(await platform.views.list(referralCards, 'stuck', { limit: 10 })).toEqual([]);
    await expect(does({ do: 'undo', institution: cem })).rejects.toBeInstanceOf(Refusal);
  });
});
