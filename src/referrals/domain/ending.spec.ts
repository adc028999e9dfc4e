import type { Context } from '#decider';
import * as the from '../testing/fixtures.js';
import { commands, until } from '../testing/lives.js';
import { given, refusalOf } from '../testing/rules.js';
import type { ReferralStatus } from './life.js';
import { undoWithin } from './life.js';
import { evolve } from './state.js';

const { cancel, withdraw } = commands;
const undoBy = (institution: string) => ({ do: 'undo', institution }) as const;
const later = (ms: number): Partial<Context> => ({ recordedAt: the.plus(the.now, ms) });

describe('taking a referral back', () => {
  it('is done by the sender alone as long as nobody said yes', () => {
    given(the.sent).when(cancel).then(the.cancelled);
    given(the.sent, the.received)
      .when(cancel)
      .then({ ...the.cancelled, data: { ...the.cancelled.data, drops: the.ids('referral-received') } });
  });

  it('is asked of a receiver who said yes, and has a clock', () => {
    given(...until.accepted)
      .when(cancel)
      .then(the.cancellationAsked);
    given(...until['cancel-asked'])
      .when({ ...cancel, institution: the.cem })
      .then({
        ...the.cancelled,
        data: {
          ...the.cancelled.data,
          institution: the.cem,
          meets: the.ids('cancellation-asked'),
          drops: the.ids('referral-accepted'),
        },
      });
  });

  it('comes too late for who was attended already', () => {
    given(...until['cancel-asked'])
      .when(commands.attend)
      .satisfies(([event], state) => {
        expect(state.status).toBe('attended');
        expect(event?.data).toMatchObject({ drops: the.ids('cancellation-asked') });
      });
  });

  it('calls nobody to reach the person any more, and wakes no hold', () => {
    given(...until['not-attended'])
      .when(cancel)
      .satisfies(([event]) => expect(event?.data).toMatchObject({ drops: the.ids('person-missed') }));
    given(...until['on-hold'])
      .when(cancel)
      .satisfies(([event], state) => {
        expect(state.wakeAt).toBeUndefined();
        expect(event?.data).toMatchObject({ drops: the.ids('referral-held') });
      });
  });

  it('says by whose wish and why, in codes', () => {
    for (const status of ['sent', 'accepted'] as const) {
      given(...until[status])
        .when({ ...cancel, by: 'DOG' })
        .refuses('code/not-listed');
      given(...until[status])
        .when({ ...cancel, reason: 'WHY' })
        .refuses('code/not-listed');
    }
  });

  it('leaves nothing to be waited for', () => {
    for (const status of ['sent', 'received', 'cancel-asked'] as const) {
      const institution = status === 'cancel-asked' ? the.cem : the.police;
      given(...until[status])
        .when({ ...cancel, institution })
        .satisfies((_events, state) => expect(state.clocks).toEqual({}));
    }
  });
});

describe('taking a consent back', () => {
  it.each(['sent', 'received', 'accepted', 'scheduled', 'not-attended', 'on-hold', 'cancel-asked'] as const)(
    'when %s, ends what it allowed: nothing more is done',
    (status) => {
      given(...until[status])
        .when(withdraw)
        .satisfies((events, state) => {
          expect(events[0]).toEqual(the.withdrawn);
          expect(events[1]).toMatchObject({
            type: 'ReferralCancelled',
            data: { by: 'PERSON', reason: 'CONSENT_WITHDRAWN', institution: the.cem, receiver: the.cem },
          });
          expect(state).toMatchObject({
            status: 'cancelled',
            consent: { withdrawn: true },
            clocks: {},
            wakeAt: undefined,
          });
        });
    },
  );

  it.each(['attended', 'declined', 'unreachable', 'reported-back', 'closed', 'cancelled'] as const)(
    'when %s, leaves what was done, and what is still owed about it',
    (status: ReferralStatus) => {
      given(...until[status])
        .when(withdraw)
        .then(the.withdrawn);
      const before = the.fold(until[status]);
      const after = the.fold([...until[status], the.withdrawn]);
      expect(after).toMatchObject({ status, consent: { withdrawn: true } });
      expect(after.clocks).toEqual(before.clocks);
    },
  );

  it('is heard by either end, once', () => {
    given(...until.attended, the.withdrawn)
      .when(withdraw)
      .changesNothing();
    given(...until.attended)
      .when({ ...withdraw, institution: the.police, mode: 'VERBAL' })
      .then({ ...the.withdrawn, data: { ...the.withdrawn.data, institution: the.police, mode: 'VERBAL' } });
    given(...until.attended)
      .when({ ...withdraw, mode: 'TELEPATHY' })
      .refuses('code/not-listed');
  });

  it.each(['legal-duty', 'none'] as const)('is not possible where the ground was %s', (basis) => {
    const sent = { ...the.sent, data: { ...the.sent.data, consent: { ...the.sent.data.consent, basis } } };
    expect(refusalOf([sent], withdraw)).toMatchObject({ code: 'referral/no-consent-to-withdraw', allowed: [] });
  });

  it('is of the leg under way: the consent of another leg is another one', () => {
    const again = {
      ...the.rerouted,
      data: { ...the.rerouted.data, consent: { ...the.sent.data.consent, id: 'second' } },
    };
    given(...until.declined, again)
      .when({ ...withdraw, institution: the.health })
      .satisfies(([event]) => expect(event?.data).toMatchObject({ leg: 2, consent: 'second' }));
  });
});

describe('a slip', () => {
  it('is undone by who made it, by an event of its own that names what is undone', () => {
    given(the.sent, the.received)
      .when(undoBy(the.cem))
      .then({
        type: 'ReferralUndone',
        data: {
          leg: 1,
          institution: the.cem,
          other: the.police,
          undone: ['ReferralReceived'],
          starts: [the.acknowledgement()],
          drops: the.ids('referral-received'),
        },
      });
  });

  it('is undone for a minute after it was recorded, not longer', () => {
    expect(undoWithin).toBe(60_000);
    given(the.sent, the.received)
      .when(undoBy(the.cem), later(60_000))
      .satisfies((events) => expect(events).toHaveLength(1));
    expect(refusalOf([the.sent, the.received], undoBy(the.cem), later(60_001))).toMatchObject({
      code: 'referral/too-late-to-undo',
      allowed: [],
    });
  });

  it('counts from when it was recorded, whenever it was said to have happened', () => {
    given(the.sent, the.received)
      .when(undoBy(the.cem), { effectiveAt: '2025-11-01T00:00:00.000Z' })
      .satisfies((events) => expect(events).toHaveLength(1));
  });

  it('is not undone by the other end, nor once the other end went on', () => {
    given(the.sent, the.received).when(undoBy(the.police)).refuses('referral/nothing-to-undo');
  });

  it.each(Object.keys(until).filter((status) => !['none', 'undone'].includes(status)) as ReferralStatus[])(
    'that led to %s leaves the referral as it was',
    (status) => {
      const history = until[status];
      const before = the.fold(history.slice(0, -1));
      const last = history.at(-1);
      const institution =
        last?.type === 'ReferralSent' ? the.police : (last?.data as { institution: string }).institution;
      given(...history)
        .when(undoBy(institution))
        .satisfies((_events, state) => {
          const { last: lastOfState, ...after } = state;
          expect(lastOfState).toBeUndefined();
          if (status === 'sent') expect(after).toMatchObject({ status: 'undone', clocks: {} });
          else expect({ ...after, last: before.last }).toEqual(before);
        });
    },
  );

  it('of several events of one command is undone as one', () => {
    given(the.sent)
      .when({ do: 'accept', institution: the.cem })
      .satisfies((events) => {
        const header = { commandId: 'one', recordedAt: the.now, actor: 'demo' };
        const state = events.reduce((folded, event) => evolve(folded, event, header), the.fold([the.sent]));
        expect(state.last?.types).toEqual(['ReferralReceived', 'ReferralAccepted']);
        expect(state.last?.before).toEqual({ ...the.fold([the.sent]), last: undefined });
      });
  });

  it('is undone once: what came before it is no slip any more', () => {
    const undone = {
      type: 'ReferralUndone',
      data: { leg: 1, institution: the.cem, other: the.police, undone: ['ReferralReceived'] },
    } as const;
    given(the.sent, the.received, undone).when(undoBy(the.cem)).refuses('referral/nothing-to-undo');
    given(the.sent, the.received, undone).when(undoBy(the.police)).refuses('referral/nothing-to-undo');
  });

  it('undone leaves what the clock did in between: a rung that was reached is not reached again, a lapse stays', () => {
    const { clock, rule, waitsFor } = the.acknowledgement();
    const rung = {
      leg: 1,
      clock,
      rule,
      waitsFor,
      institution: the.cem,
      district: '150112',
      rung: 1,
      role: 'OWNER',
      due: the.due,
    };
    const noted = {
      type: 'ReferralNoted',
      data: { leg: 1, institution: the.police, note: { clear: 'n', subject: the.person, category: 'narrative' } },
    } as const;
    given(the.sent, noted, { type: 'ReferralEscalated', data: rung }, the.lapsed)
      .when(undoBy(the.police))
      .satisfies((_events, state) => {
        expect(state.lapsed).toBe(true);
        expect(state.clocks[clock]?.rungs.map((each) => each.rung)).toEqual([2, 3]);
      });
  });

  it('is none of the clock’s: a hold it ended stays ended', () => {
    const woken = { type: 'ReferralResumed', data: { leg: 1, institution: the.cem, woken: true } } as const;
    given(...until['on-hold'], woken)
      .when(undoBy(the.cem))
      .refuses('referral/nothing-to-undo');
  });

  it('of who handed it on is theirs to undo, though they have no part in it any more', () => {
    const handedOn = { ...the.rerouted, data: { ...the.rerouted.data, institution: the.cem } };
    given(the.sent, the.received, handedOn)
      .when(undoBy(the.cem))
      .satisfies((_events, state) => expect(state).toMatchObject({ status: 'received', to: the.cem, leg: 1 }));
    expect(refusalOf([the.sent, the.received, handedOn], undoBy(the.cem), later(60_001)).allowed).toEqual([]);
  });

  it('is known of old records only as far as they say who did it when', () => {
    const state = evolve(evolve(the.fold([]), the.sent), the.received);
    expect(state.last).toBeUndefined();
  });
});
