import * as the from '../testing/fixtures.js';
import { commands, until } from '../testing/lives.js';
import { given } from '../testing/rules.js';
import type { ReferralStatus } from './life.js';

const { lapse, wake } = commands;
const clock = the.acknowledgement();
const escalate = (rung: number, of = clock.clock) => ({ do: 'escalate', clock: of, rung }) as const;
const reached = (rung: 1 | 2 | 3) => {
  const at = clock.rungs.find((each) => each.rung === rung);
  if (at === undefined) throw new Error('no such rung');
  return {
    type: 'ReferralEscalated',
    data: {
      leg: 1,
      clock: clock.clock,
      rule: clock.rule,
      waitsFor: clock.waitsFor,
      institution: the.cem,
      district: '150112',
      rung,
      role: at.role,
      due: at.at,
    },
  } as const;
};
const imported = {
  ...the.sent,
  data: { ...the.sent.data, deadline: { ...clock, rungs: [] }, imported: true },
} as const;

describe('a referral nobody acknowledges', () => {
  it('lapses once, and can still be received, accepted and declined', () => {
    given(the.sent).when(lapse).then(the.lapsed);
    given(the.sent, the.lapsed).when(lapse).changesNothing();
    given(the.sent, the.lapsed).when(commands.receive).then(the.received);
    for (const step of ['accept', 'decline'] as const) {
      given(the.sent, the.lapsed)
        .when(commands[step])
        .satisfies((events) => expect(events).toHaveLength(2));
    }
  });

  it('lapses at its own due time only', () => {
    given(the.sent).when({ do: 'lapse', due: the.now }).changesNothing();
  });

  it('lapses marked as history when it was brought in from elsewhere', () => {
    given(imported)
      .when(lapse)
      .then({ ...the.lapsed, data: { ...the.lapsed.data, imported: true } });
  });
});

describe('the ladder of a clock', () => {
  it.each(['receive', 'accept', 'schedule'] as const)('calls nobody for a step of history: %s', (step) => {
    given(...until[step === 'schedule' ? 'accepted' : 'sent'])
      .when(commands[step], { origin: 'import' })
      .satisfies((events) => {
        const starts = events.flatMap(({ data }) => ('starts' in data ? (data.starts ?? []) : []));
        expect(starts.map(({ rungs }) => rungs)).toEqual([[]]);
      });
  });

  it('names whom it calls, whose turn it is, and when the rung was due', () => {
    given(the.sent).when(escalate(1)).then(reached(1));
    expect(clock.rungs.map(({ role }) => role)).toEqual(['OWNER', 'SUPERVISOR', 'COORDINATOR']);
  });

  it('reaches each rung once, in whatever order they are asked for', () => {
    given(the.sent, reached(1)).when(escalate(1)).changesNothing();
    given(the.sent, reached(1)).when(escalate(2)).then(reached(2));
    given(the.sent, reached(3)).when(escalate(1)).then(reached(1));
    given(the.sent, reached(3), reached(1), reached(2)).when(escalate(2)).changesNothing();
  });

  it('is over with the step it waited for', () => {
    given(the.sent, the.received).when(escalate(2)).changesNothing();
    given(the.sent, the.cancelled).when(escalate(2)).changesNothing();
  });

  it('has no rung that its clock did not have when it began', () => {
    given(the.sent).when(escalate(4)).changesNothing();
    given(the.sent).when(escalate(1, 'another clock')).changesNothing();
  });

  it('calls nobody about history', () => {
    for (const rung of [1, 2, 3]) given(imported).when(escalate(rung)).changesNothing();
  });

  it('runs out, and the clock still says whose turn it is', () => {
    const state = the.fold([the.sent, reached(1), reached(2), reached(3)]);
    expect(state.clocks).toEqual({ [clock.clock]: { ...clock, rungs: [] } });
  });
});

describe('a hold', () => {
  it('names the day on which it ends by itself', () => {
    given(...until.accepted)
      .when({ ...commands.hold, until: the.wakeAt })
      .then(the.held);
    given(...until['on-hold'])
      .when(wake)
      .then({
        type: 'ReferralResumed',
        data: { leg: 1, institution: the.cem, woken: true, meets: the.ids('referral-held') },
      });
  });

  it('is woken on its own day only, and once', () => {
    given(...until['on-hold'])
      .when({ do: 'wake', until: the.now })
      .changesNothing();
    given(...until['on-hold'], the.resumed)
      .when(wake)
      .changesNothing();
  });

  it('is put off to another day, and no more woken on the first', () => {
    const { until: other } = commands.hold;
    const longer = { ...the.held, data: { ...the.held.data, until: other } };
    given(...until['on-hold'])
      .when(commands.hold)
      .then({ ...longer, data: { ...longer.data, drops: the.ids('referral-held') } });
    given(...until['on-hold'])
      .when({ ...commands.hold, until: the.wakeAt })
      .changesNothing();
    given(...until['on-hold'], longer)
      .when(wake)
      .changesNothing();
    given(...until['on-hold'], longer)
      .when({ do: 'wake', until: other })
      .satisfies((events) => expect(events).toHaveLength(1));
  });

  it('has a reason of the list and a day that lies ahead', () => {
    given(...until.accepted)
      .when({ ...commands.hold, reason: 'LATER' })
      .refuses('code/not-listed');
    given(...until.accepted)
      .when({ ...commands.hold, until: the.now })
      .refuses('referral/wake-in-past');
    // Told a day later, of a day that has come meanwhile: nobody would wake it.
    given(...until.accepted)
      .when({ ...commands.hold, until: '2025-10-02T13:00:00.000Z' }, { recordedAt: '2025-10-03T13:00:00.000Z' })
      .refuses('referral/wake-in-past');
  });

  it.each(['accepted', 'scheduled', 'not-attended'] as const)(
    'from %s ends what was agreed, and the clock of the attention runs on',
    (status: ReferralStatus) => {
      given(...until[status])
        .when(commands.hold)
        .satisfies((_events, state) => {
          expect(state.appointment).toBeUndefined();
          expect(Object.keys(state.clocks)).toEqual([...the.ids('referral-accepted'), ...the.ids('referral-held')]);
        });
    },
  );
});
