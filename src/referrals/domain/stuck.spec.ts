import * as the from '../testing/fixtures.js';
import { commands, until } from '../testing/lives.js';
import { given, without } from '../testing/rules.js';
import type { ReferralStatus } from './life.js';
import { steps } from './referral.js';
import type { Referral } from './state.js';
import { stuckAt, stuckFrom } from './stuck.js';

const alive = (Object.keys(until) as ReferralStatus[]).filter(
  (status) => !['none', 'closed', 'cancelled', 'undone'].includes(status),
);
const weeksLater = '2025-12-24T15:00:00.000Z';

/** Who a running clock waits for, and what they can do about it beside adding words. */
const canAct = (state: Referral, institution: string) =>
  steps(state, institution).filter((step) => step !== 'note' && step !== 'withdraw');

describe('work that is stuck in other systems', () => {
  it.each(alive)('a referral that is %s has a clock, and whoever it waits for can act upon it', (status) => {
    const state = the.fold(until[status]);
    expect(Object.keys(state.clocks)).not.toEqual([]);
    for (const { institution } of Object.values(state.clocks)) expect(canAct(state, institution)).not.toEqual([]);
    expect(stuckAt(state, the.now)).toBeUndefined();
  });

  it.each(['closed', 'cancelled', 'undone'] as const)('one that is %s waits for nobody', (status) => {
    const state = the.fold(until[status]);
    expect(state.clocks).toEqual({});
    expect(stuckAt(state, weeksLater)).toBeUndefined();
    expect(stuckFrom(state)).toBeUndefined();
  });

  it('a task about somebody who did not come, open for weeks: its clock calls, rung by rung', () => {
    const state = the.fold(until['not-attended']);
    const [clock] = Object.values(state.clocks).filter(({ waitsFor }) => waitsFor === 'person-contacted');
    expect(clock).toMatchObject({ institution: the.police });
    expect(clock?.rungs.every(({ at }) => at < weeksLater)).toBe(true);
    expect(canAct(state, the.police)).toContain('contact');
  });

  it('something in a queue that nobody there can act upon: found, where no clock says whose turn it is', () => {
    const undated = the.fold([{ ...the.sent, data: without(the.sent.data, 'deadline') }]);
    expect(stuckAt(undated, the.now)).toBe('no-next-action');
    expect(stuckFrom(undated)).toBe('');
  });

  it('an old record that was accepted without a clock: found', () => {
    const old = { type: 'ReferralAccepted', data: { leg: 1, institution: the.cem } } as const;
    const state = the.fold([the.sent, { type: 'ReferralReceived', data: old.data }, old]);
    expect(stuckAt(state, the.now)).toBe('no-next-action');
  });

  it('a hold that nobody wakes: found from the day it named, and not before', () => {
    const state = the.fold(until['on-hold']);
    expect(stuckAt(state, the.wakeAt)).toBeUndefined();
    expect(stuckAt(state, the.plus(the.wakeAt, 1))).toBe('hold-not-resumed');
    expect(stuckFrom(state)).toBe(the.wakeAt);
    given(...until['on-hold'])
      .when({ do: 'wake', until: the.wakeAt })
      .satisfies((_events, woken) => expect(stuckAt(woken, weeksLater)).toBeUndefined());
  });

  it('a hold without a day cannot be made; if one stood in a record, it would be found', () => {
    expect(stuckAt({ ...the.fold(until['on-hold']), wakeAt: undefined }, the.now)).toBe('hold-without-wake');
    given(...until.accepted)
      .when({ ...commands.hold, until: '' })
      .refuses('referral/wake-in-past');
  });

  it('a past appointment without a result: somebody is asked until the clock runs out, then it is found', () => {
    const state = the.fold(until.scheduled);
    const due = the.begun('appointment-held', the.cem, the.appointedAt)[0]?.due ?? '';
    expect(stuckAt(state, the.appointedAt)).toBeUndefined();
    expect(stuckAt(state, due)).toBeUndefined();
    expect(stuckAt(state, the.plus(due, 1))).toBe('appointment-without-result');
    expect(stuckFrom(state)).toBe(due);
    const unasked = the.fold([...until.accepted, { ...the.scheduled, data: without(the.scheduled.data, 'starts') }]);
    expect(stuckAt(unasked, the.afterwards)).toBe('appointment-without-result');
    expect(stuckFrom(unasked)).toBe(the.appointedAt);
  });

  it.each(['declined', 'unreachable', 'reported-back'] as const)(
    'an answer nobody read: a referral that is %s has a clock of who sent it, until they read it',
    (status) => {
      const state = the.fold(until[status]);
      expect(Object.values(state.clocks).map(({ waitsFor, institution }) => [waitsFor, institution])).toEqual([
        ['referral-reviewed', the.police],
      ]);
      expect(canAct(state, the.police)).toContain('close');
      given(...until[status])
        .when(commands.close)
        .satisfies(([event], closed) => {
          expect(event?.data).toMatchObject({ meets: Object.keys(state.clocks) });
          expect(closed.clocks).toEqual({});
        });
    },
  );

  it('an attention nobody told the sender of: its clock is the receiver’s', () => {
    const state = the.fold(until.attended);
    expect(Object.values(state.clocks)).toMatchObject([{ waitsFor: 'referral-reported-back', institution: the.cem }]);
    expect(canAct(state, the.cem)).toEqual(['report-back']);
  });

  it.each(alive)('the first instant at which one that is %s would be stuck is the one at which it is', (status) => {
    const state = the.fold(until[status]);
    const from = stuckFrom(state);
    expect(stuckAt(state, from ?? weeksLater)).toBeUndefined();
    if (from !== undefined) expect(stuckAt(state, the.plus(from, 1))).toBeDefined();
  });
});
