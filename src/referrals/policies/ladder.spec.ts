import fc from 'fast-check';
import { Refusal } from '#decider';
import { deriveId } from '#event-log';
import type { Dispatch, DuePolicy } from '#policy';
import { catchUp } from '#projection';
import { memoryViews } from '#projection/memory';
import { org } from '../../../test/support/history.js';
import type { memoryPlatform } from '../../../test/support/platform.js';
import { eventProjections } from '../../capabilities.js';
import { send } from '../../platform.js';
import type { StepCommand } from '../domain/commands.js';
import type { ReferralEvents } from '../domain/events.js';
import { now as begin, plus } from '../testing/fixtures.js';
import { duePolicies, world } from '../testing/world.js';
import { ladder } from './due.js';

const hour = 3_600_000;
const week = 7 * 24 * hour;
const cem = org('cem');

const acknowledgement = [1, 2, 3].map((rung) => `referral-acknowledged/${rung}`);

describe('the ladder under faults', () => {
  it('fires each rung when its instant has come, not before', async () => {
    const { clock, pass, seen, rungs, card } = await world();
    const [clockOf] = Object.values((await card()).clocks);
    for (const [index, { at }] of (clockOf?.rungs ?? []).entries()) {
      clock.advanceTo(plus(at, -1));
      await pass();
      await seen();
      expect(await rungs()).toEqual(acknowledgement.slice(0, index));
      clock.advanceTo(at);
      await pass();
      await seen();
      expect(await rungs()).toEqual(acknowledgement.slice(0, index + 1));
    }
  });

  it('fires every rung once after an outage of days, with when it was due and when it was fired', async () => {
    const { clock, pass, seen, events, rungs, card } = await world();
    const [clockOf] = Object.values((await card()).clocks);
    clock.advanceTo(plus(begin, week));
    for (let passes = 0; passes < 4; passes += 1) {
      await pass();
      await seen();
    }
    expect(await rungs()).toEqual(acknowledgement);
    const reached = (await events()).filter(({ type }) => type === 'ReferralEscalated');
    expect(reached.map(({ data }) => data.due)).toEqual(clockOf?.rungs.map(({ at }) => at));
    expect(new Set(reached.map(({ at }) => at))).toEqual(new Set([plus(begin, week)]));
    expect((await events()).filter(({ type }) => type === 'ReferralLapsed')).toHaveLength(1);
  });

  it('fires each rung once for two schedulers at once, one of which sees an old view', async () => {
    const { platform, clock, dispatch, pass, seen, rungs } = await world();
    const behind = memoryViews();
    await seen(behind);
    clock.advanceTo(plus(begin, week));
    await Promise.all([pass(), pass(dispatch, behind), pass()]);
    await seen();
    await pass(dispatch, behind);
    expect(await rungs()).toEqual(acknowledgement);
    // A restart that lost its views makes them anew from the log.
    const anew = memoryViews();
    await catchUp(platform.log, eventProjections, anew);
    await pass(dispatch, anew);
    expect(await rungs()).toEqual(acknowledgement);
  });

  it('calls nobody whose step came first, though the view had not seen it', async () => {
    const { clock, does, pass, seen, rungs } = await world();
    clock.advanceTo(plus(begin, hour));
    await does({ do: 'accept', institution: cem });
    clock.advanceTo(plus(begin, week));
    await pass();
    expect(await rungs()).toEqual([]);
    await seen();
    await pass();
    expect(new Set((await rungs()).map((rung) => rung.split('/')[0]))).toEqual(new Set(['referral-attended']));
  });

  it('fires for every clock of a referral that has several', async () => {
    const { clock, does, pass, seen, rungs, card } = await world();
    await does({ do: 'accept', institution: cem });
    await does({ do: 'schedule', institution: cem, at: plus(begin, 5 * hour), place: 'AT_SERVICE' });
    await seen();
    const owed = Object.values((await card()).clocks).flatMap((of) =>
      of.rungs.map(({ rung }) => `${of.waitsFor}/${rung}`),
    );
    expect(owed).toHaveLength(6);
    clock.advanceTo(plus(begin, 5 * week));
    await pass();
    await seen();
    expect([...(await rungs())].sort()).toEqual([...owed].sort());
  });

  it('goes on where somebody undid a step: what was reached is not reached again, what was not is', async () => {
    const { clock, does, pass, seen, rungs, card } = await world();
    const [clockOf] = Object.values((await card()).clocks);
    clock.advanceTo(clockOf?.rungs[0]?.at ?? '');
    await pass();
    await does({ do: 'receive', institution: cem });
    await does({ do: 'undo', institution: cem });
    await seen();
    clock.advanceTo(plus(begin, week));
    await pass();
    expect(await rungs()).toEqual(acknowledgement);
  });

  it('calls about a hold that ended while nobody watched, as far as it had come by then', async () => {
    const { clock, does, pass, seen, rungs, card } = await world();
    await does({ do: 'accept', institution: cem });
    await does({ do: 'hold', institution: cem, reason: 'WAITING_LIST', until: plus(begin, 3 * week) });
    await seen();
    const hold = Object.values((await card()).clocks).find(({ waitsFor }) => waitsFor === 'referral-resumed');
    const due = (hold?.rungs ?? []).map(({ at }) => at);
    const reached = due.filter((at) => at <= plus(begin, 3 * week));
    expect([reached.length > 0, reached.length < due.length]).toEqual([true, true]);
    clock.advanceTo(plus(begin, 20 * week));
    await pass();
    await seen();
    expect((await card()).status).not.toBe('on-hold');
    const called = (await rungs()).filter((rung) => rung.startsWith('referral-resumed'));
    expect(called).toEqual(reached.map((_, index) => `referral-resumed/${index + 1}`));
  });

  it('calls nobody about imported history', async () => {
    const { platform, clock, caseId, pass, seen } = await world();
    const id = deriveId('imported');
    const command = { ...(await sendingOf(platform, caseId)), do: 'send' };
    await send(platform, 'referral', { id, command, commandId: deriveId('import'), actor: 'demo', origin: 'import' });
    await seen();
    clock.advanceTo(plus(begin, 10 * week));
    await pass();
    const types: string[] = [];
    for await (const { type } of platform.log.readStream(`referral-${id}`)) types.push(type);
    expect(types).toEqual(['ReferralSent', 'ReferralLapsed']);
  });
});

/** What was sent, as a command to send the same again. */
async function sendingOf({ log }: ReturnType<typeof memoryPlatform>, caseId: string) {
  for await (const { events } of log.readAll({ types: ['ReferralSent'] })) {
    const data = events[0]?.data as ReferralEvents['ReferralSent'];
    const { country, caseCode, person, district, from, to, purpose, urgency, risk } = data;
    const consent = { basis: 'consented', mode: 'VERBAL', language: 'ES' };
    return { country, case: caseId, caseCode, person, district, from, to, purpose, urgency, risk, consent };
  }
  throw new Error('nothing was sent');
}

describe('a rung that fails while another of the same referral, due at the same instant, does not', () => {
  /** The first time, the first rung of the second clock cannot be sent. */
  function failing(dispatch: Dispatch): Dispatch {
    let first = 0;
    return async (consequence, cause) => {
      const { do: what, rung } = consequence.command as { readonly do: string; readonly rung?: number };
      if (what === 'escalate' && rung === 1) first += 1;
      if (first === 2) {
        first += 1;
        throw new Error('the disk was full');
      }
      return dispatch(consequence, cause);
    };
  }
  async function fired(policies: readonly DuePolicy[]) {
    const { clock, dispatch, does, pass, seen, rungs } = await world();
    // Two clocks that began at the same moment, and run as long as each other.
    await does({ do: 'accept', institution: cem });
    await does({ do: 'contact', institution: cem, result: 'REACHED' });
    await seen();
    clock.advanceTo(plus(begin, 5 * week));
    const by = failing(dispatch);
    expect(await pass(by, undefined, policies)).toMatchObject({ failed: 1 });
    for (let passes = 0; passes < 3; passes += 1) {
      await seen();
      await pass(by, undefined, policies);
    }
    return [...(await rungs())].sort();
  }
  const all = [1, 1, 2, 2, 3, 3].map((rung) => `referral-attended/${rung}`);

  it('is fired at the next pass, because each rung is a command of its own name', async () => {
    expect(await fired(duePolicies)).toEqual(all);
  });

  it('would be lost if its command were named by its place in the list', async () => {
    const nameless: DuePolicy = {
      ...(ladder as DuePolicy),
      fire: (document, key, now) =>
        (ladder as DuePolicy).fire(document, key, now).map(({ category, id, command }) => ({ category, id, command })),
    };
    expect(await fired([nameless])).toEqual(all.slice(1));
  });
});

describe('whatever comes twice, late or at once', () => {
  const moves: readonly StepCommand[] = [
    { do: 'receive', institution: cem },
    { do: 'accept', institution: cem },
    { do: 'contact', institution: cem, result: 'NO_ANSWER' },
    { do: 'hold', institution: cem, reason: 'WAITING_LIST', until: plus(begin, week) },
    { do: 'attend', institution: cem, service: 'PSYCHOLOGY' },
    { do: 'undo', institution: cem },
  ];
  const plans = fc.array(
    fc.record({
      hours: fc.nat(30),
      sees: fc.nat(3),
      passes: fc.nat(3),
      step: fc.nat(moves.length),
      twice: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('fires no rung twice, and loses none of a clock that runs', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const { platform, id, clock, dispatch, pass, seen, rungs, card } = await world();
        const late = memoryViews();
        for (const [index, { hours, sees, passes, step, twice }] of plan.entries()) {
          clock.advanceTo(plus(clock.now(), hours * hour));
          if (sees % 2 === 1) await seen();
          if (sees > 1) await seen(late);
          const command = moves[step];
          const request = { id, command, commandId: deriveId('move', index), actor: 'demo' };
          const moved = command === undefined ? [] : Array.from({ length: twice ? 2 : 1 }, () => request);
          const ticks = [late, platform.views, late].slice(0, passes).map((store) => pass(dispatch, store));
          const asked = moved.map((each) => send(platform, 'referral', each));
          const [taken] = await Promise.all([Promise.allSettled(asked), ...ticks]);
          // A rule may say no; nothing else may go wrong.
          for (const each of taken) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Refusal);
        }
        clock.advanceTo(plus(clock.now(), 20 * week));
        for (let passes = 0; passes < 3; passes += 1) {
          await seen();
          await pass();
        }
        await seen();
        const reached = await rungs('clock');
        expect(new Set(reached).size).toBe(reached.length);
        for (const running of Object.values((await card()).clocks)) {
          expect(running.rungs).toEqual([]);
          expect(reached.filter((each) => each.startsWith(running.clock))).toHaveLength(3);
        }
      }),
      { numRuns: 60 },
    );
  });
});
