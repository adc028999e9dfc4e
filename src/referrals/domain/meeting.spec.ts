import { contactAttempts, jurisdiction } from '../../protocol/index.js';
import * as the from '../testing/fixtures.js';
import { commands, until } from '../testing/lives.js';
import { given, refusalOf, without } from '../testing/rules.js';
import { steps } from './referral.js';

const { schedule, miss, contact } = commands;
const first = { do: 'schedule', institution: the.cem, at: the.appointedAt, place: 'AT_SERVICE' } as const;
const change = { by: 'PERSON', reason: 'NO_TRANSPORT' } as const;
const after = { effectiveAt: the.afterwards };

/** Told how to reach her safely. */
const reachable = {
  ...the.sent,
  data: { ...the.sent.data, safeContact: { clear: 's', subject: the.person, category: 'contact' } },
} as const;
const withWay = [reachable, the.received, the.accepted, the.scheduled] as const;
const missedAgain = (attempt: number, next: 'contact-again' | 'ask-sender') =>
  ({ ...the.missed, data: { ...the.missed.data, attempt, next } }) as const;

describe('an appointment', () => {
  it('is agreed, and from its hour on somebody is asked what came of it', () => {
    given(...until.accepted)
      .when(first)
      .then(the.scheduled);
    const [clock] = the.scheduled.data.starts ?? [];
    expect(clock).toMatchObject({ from: the.appointedAt, institution: the.cem, waitsFor: 'appointment-recorded' });
  });

  it('lies ahead', () => {
    for (const at of [the.now, '2025-09-30T15:00:00.000Z']) {
      given(...until.accepted)
        .when({ ...first, at })
        .refuses('referral/appointment-in-past');
    }
  });

  it('agreed again as it was changes nothing; in another place it is another one', () => {
    given(...until.scheduled)
      .when(first)
      .changesNothing();
    given(...until.scheduled)
      .when({ ...first, place: 'BY_PHONE', change })
      .satisfies((events) => expect(events).toHaveLength(1));
  });

  it('is moved with by whose wish and why, and its clock with it', () => {
    const commandId = '00000000-0000-7000-8000-000000000002';
    given(...until.scheduled)
      .when({ ...first, at: schedule.at, companion: 'TRUSTED_PERSON', change }, { commandId })
      .satisfies(([event], state) => {
        expect(event?.data).toMatchObject({
          companion: 'TRUSTED_PERSON',
          replaces: { appointment: the.appointmentId, ...change },
          drops: the.ids('appointment-held'),
          starts: the.begun('appointment-held', the.cem, schedule.at, commandId),
        });
        expect(state.appointment).toMatchObject({ at: schedule.at });
      });
    given(...until.scheduled)
      .when({ ...first, at: schedule.at })
      .refuses('referral/change-without-reason');
  });

  it('takes places, companions, wishes and reasons of the lists only', () => {
    const moved = { ...first, at: schedule.at };
    for (const wrong of [
      { ...moved, change, place: 'STREET 12' },
      { ...moved, change, companion: 'NEIGHBOUR' },
      { ...moved, change: { ...change, by: 'DOG' } },
      { ...moved, change: { ...change, reason: 'WHY' } },
      { ...commands['cancel-appointment'], by: 'DOG' },
      { ...commands['cancel-appointment'], reason: 'WHY' },
    ]) {
      given(...until.scheduled)
        .when(wrong)
        .refuses('code/not-listed');
    }
  });

  it('is called off by either end, and the next one is still to be agreed', () => {
    given(...until.scheduled)
      .when(commands['cancel-appointment'])
      .then(the.calledOff);
    given(...until.scheduled)
      .when({ ...commands['cancel-appointment'], institution: the.police })
      .satisfies((_events, state) => {
        expect(state).toMatchObject({ status: 'accepted', appointment: undefined });
        expect(Object.keys(state.clocks)).toEqual(the.ids('referral-accepted'));
      });
  });

  it('that ended in an attention has come true', () => {
    given(...until.scheduled)
      .when(commands.attend)
      .then({
        ...the.attended,
        data: { ...the.attended.data, meets: the.ids('referral-accepted', 'appointment-held') },
      });
  });

  it('of which something came of it is reported: only what happened counts as help', () => {
    expect(
      refusalOf(until.scheduled, { do: 'report-back', institution: the.cem, outcome: 'SERVICE_RECEIVED' }),
    ).toMatchObject({ code: 'referral/served-without-attention', allowed: ['attend'] });
  });
});

describe('somebody who did not come', () => {
  it('is not missed before the hour', () => {
    expect(refusalOf(until.scheduled, miss)).toMatchObject({
      code: 'referral/appointment-not-yet',
      allowed: ['cancel-appointment'],
    });
    given(...until.scheduled)
      .when(miss, { effectiveAt: the.appointedAt })
      .satisfies((events) => expect(events).toHaveLength(1));
  });

  it('is tried again by who was told a safe way, and by nobody else', () => {
    given(...withWay)
      .when(miss, after)
      .satisfies(([event], state) => {
        expect(event?.data).toMatchObject({
          attempt: 1,
          next: 'contact-again',
          starts: the.begun('person-missed', the.cem, the.afterwards),
        });
        expect(steps(state, the.cem)).toContain('contact');
        expect(steps(state, the.police)).not.toContain('contact');
      });
  });

  it('is asked for at the sender, where no safe way was told', () => {
    given(...until.scheduled)
      .when(miss, after)
      .then(the.missed);
    expect(steps(the.fold(until['not-attended']), the.cem)).not.toContain('contact');
  });

  it('is never looked for by the receiver again once that was unsafe', () => {
    given(...withWay, missedAgain(1, 'contact-again'))
      .when({ do: 'contact', institution: the.cem, result: 'UNSAFE' })
      .satisfies(([event], state) => {
        expect(event?.data).toMatchObject({ attempt: 2, next: 'ask-sender' });
        expect(Object.values(state.clocks).map(({ waitsFor, institution }) => [waitsFor, institution])).toContainEqual([
          'person-contacted',
          the.police,
        ]);
      });
  });

  it('is left to the sender from then on, also when the sender does not reach her at once, and when she misses again', () => {
    const unsafe = {
      type: 'ContactAttempted',
      data: { ...the.reached.data, institution: the.cem, attempt: 1, result: 'UNSAFE', next: 'ask-sender' },
    } as const;
    given(...withWay.slice(0, 3), unsafe)
      .when({ do: 'contact', institution: the.police, result: 'NO_ANSWER' })
      .satisfies(([event], state) => {
        expect(event?.data).toMatchObject({ next: 'ask-sender' });
        expect(steps(state, the.cem)).not.toContain('contact');
      });
    given(...withWay.slice(0, 3), unsafe, the.reached, the.scheduled)
      .when(miss, after)
      .satisfies(([event]) => expect(event?.data).toMatchObject({ next: 'ask-sender' }));
  });

  it('goes back to the sender at once where the sender finds it unsafe too', () => {
    given(...until['not-attended'])
      .when({ ...contact, result: 'UNSAFE' })
      .satisfies((events) =>
        expect(events.map(({ type }) => type)).toEqual(['ContactAttempted', 'ReferralUnreachable']),
      );
  });

  it('waits, after each attempt that failed, for the next', () => {
    given(...withWay, missedAgain(1, 'contact-again'))
      .when({ do: 'contact', institution: the.cem, result: 'NO_ANSWER' })
      .then({
        type: 'ContactAttempted',
        data: {
          leg: 1,
          institution: the.cem,
          sender: the.police,
          attempt: 2,
          result: 'NO_ANSWER',
          next: 'contact-again',
          meets: the.ids('person-missed'),
          starts: the.begun('person-missed', the.cem),
        },
      });
  });

  it('is given up after as many attempts as the protocol says, absences counted', () => {
    const most = contactAttempts('PE');
    given(...withWay, missedAgain(most - 1, 'contact-again'))
      .when({ do: 'contact', institution: the.cem, result: 'NO_ANSWER' })
      .satisfies((events, state) => {
        expect(events.map(({ type }) => type)).toEqual(['ContactAttempted', 'ReferralUnreachable']);
        expect(events[1]?.data).toMatchObject({ attempts: most, drops: the.ids('referral-accepted') });
        expect(Object.values(state.clocks)).toEqual(the.begun('person-unreachable', the.police));
        expect(steps(state, the.cem)).not.toContain('contact');
      });
    given(...withWay, missedAgain(most - 1, 'contact-again'), the.scheduled)
      .when(miss, after)
      .satisfies((events) =>
        expect(events.map(({ type }) => type)).toEqual(['ReferralNotAttended', 'ReferralUnreachable']),
      );
  });

  it('who was reached has an appointment agreed, and the attempts before still count', () => {
    given(...until['not-attended'])
      .when(contact)
      .then(the.reached);
    given(...until['not-attended'], the.reached, the.scheduled)
      .when(miss, after)
      .satisfies(([event]) => expect(event?.data).toMatchObject({ attempt: 2 }));
  });

  it.each(jurisdiction('PE').codes['contactResults']?.entries.map(({ code }) => code) ?? [])(
    'leaves nobody without a turn after %s',
    (result) => {
      for (const [history, institution] of [
        [until['not-attended'], the.police],
        [[...withWay, missedAgain(1, 'contact-again')], the.cem],
      ] as const) {
        given(...history)
          .when({ do: 'contact', institution, result })
          .satisfies((_events, state) => expect(Object.keys(state.clocks)).not.toEqual([]));
      }
    },
  );

  it('is tried with a result of the list', () => {
    given(...until['not-attended'])
      .when({ ...contact, result: 'SHOUTED' })
      .refuses('code/not-listed');
  });

  it('may still come: an appointment, or an attention, ends the looking', () => {
    given(...until['not-attended'])
      .when(without(schedule, 'change'))
      .satisfies(([event]) => expect(event?.data).toMatchObject({ meets: the.ids('person-missed') }));
    given(...until['not-attended'])
      .when(commands.attend)
      .satisfies(([event]) => expect(event?.data).toMatchObject({ drops: the.ids('person-missed') }));
  });
});
