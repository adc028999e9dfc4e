import type { EventOf } from '#decider';
import { specification } from '#decider/specification';
import * as the from '../testing/fixtures.js';
import { caseDecider } from './case.js';
import type { CaseEvents } from './events.js';

type Event = EventOf<CaseEvents>;

const { given } = specification(caseDecider);
const { assessed, closed, commands, court, courtClock, decided, escalated, fold, imported, met, missed } = the;
const { now, police, policeClock, riskClock, severe, toldClocks, until } = the;
const later = (hours: number): string => new Date(Date.parse(now) + hours * 3_600_000).toISOString();

describe('a clock', () => {
  const complained = until.complained;

  it('is missed once', () => {
    given(...complained, missed(policeClock))
      .when(commands['miss-deadline'])
      .changesNothing();
  });

  it('is not missed after it was met, nor at another time than its own, nor when there is none', () => {
    given(...until['at court'])
      .when(commands['miss-deadline'])
      .changesNothing();
    given(...complained)
      .when({ ...commands['miss-deadline'], due: now })
      .changesNothing();
    given(...complained)
      .when({ ...commands['miss-deadline'], clock: courtClock.data.clock })
      .changesNothing();
  });

  it('is missed also when the case is closed: closing is no way out of it', () => {
    given(...complained, closed)
      .when(commands['miss-deadline'])
      .then(missed(policeClock));
  });

  it('is met once, by the measures, also when it was missed', () => {
    given(...until['at court'], missed(courtClock))
      .when(commands['decide-measures'])
      .then(decided, met(courtClock), ...toldClocks, the.measure());
    given(...until.decided)
      .when(commands['decide-measures'])
      .changesNothing();
  });

  it('is met by measures refused as by measures granted', () => {
    given(...until['at court'])
      .when({ do: 'decide-measures', court, granted: false, measures: [] })
      .then(
        { ...decided, data: { court, district: '150112', granted: false, measures: [] } },
        met(courtClock),
        ...toldClocks,
      );
  });
});

describe('a new level of risk', () => {
  const atCourt = until['at court'];
  const assess = (level: string) => ({ do: 'assess-risk', institution: police, level }) as const;

  it('has an open clock go by the rule for it, from when it began, and keeps the due time it had', () => {
    given(...atCourt)
      .when(assess('SEVERE'), { effectiveAt: later(2) })
      .satisfies((events, state) => {
        expect(events.slice(1)).toEqual([met(riskClock), severe]);
        expect(severe.data).toMatchObject({ clock: courtClock.data.clock, trigger: now, due: later(24) });
        expect(severe.data.was).toEqual({ rule: 'PE-05h', version: 1, due: later(48) });
        expect(state.clocks[courtClock.data.clock]).toMatchObject({
          rule: 'PE-05g',
          due: later(24),
          status: 'running',
        });
      });
  });

  it('moves the rungs that were not reached yet, and no other', () => {
    given(...atCourt, escalated(courtClock, 1))
      .when(assess('SEVERE'), { effectiveAt: later(30) })
      .satisfies((events, state) => {
        const { rungs } = state.clocks[courtClock.data.clock] ?? {};
        expect(rungs).toEqual(severe.data.rungs.filter(({ rung }) => rung > 1));
        expect(events.map(({ type }) => type)).toContain('DeadlineRecomputed');
      });
  });

  it('says so also where only the rule is another, and the time is the same', () => {
    given(...atCourt, assessed('MILD'), recomputed('PE-05f'))
      .when(assess('SEVERE'), { effectiveAt: later(1) })
      .satisfies((events) => {
        const change = events.find(({ type }) => type === 'DeadlineRecomputed');
        expect(change?.data).toMatchObject({ rule: 'PE-05g', due: later(24), was: { rule: 'PE-05f', due: later(24) } });
      });
  });

  it('that is the level known already moves nothing', () => {
    given(...atCourt, assessed('SEVERE'), severe)
      .when(assess('SEVERE'), { effectiveAt: later(1) })
      .satisfies((events) => expect(events.map(({ type }) => type)).toEqual(['RiskAssessed', 'DeadlineMet']));
  });

  it('that was assessed before the one known, and recorded after it, moves nothing', () => {
    given(...atCourt, assessed('SEVERE', later(5)), severe)
      .when(assess('MILD'), { effectiveAt: later(4) })
      .satisfies((events, state) => {
        expect(events.map(({ type }) => type)).toEqual(['RiskAssessed', 'DeadlineMet']);
        expect(state.risk).toBe('SEVERE');
      });
  });

  it('leaves alone what was met, what has another rule, and what no rule fits', () => {
    given(...until.decided)
      .when(assess('SEVERE'), { effectiveAt: later(1) })
      .satisfies((events) => expect(events.map(({ type }) => type)).toEqual(['RiskAssessed', 'DeadlineMet']));
  });

  it('is no way out of a clock that was missed, or whose time had come', () => {
    const lowered = [...atCourt, assessed('SEVERE'), severe];
    const types = (events: readonly Event[]) =>
      expect(events.map(({ type }) => type)).toEqual(['RiskAssessed', 'DeadlineMet']);
    given(...lowered, missedAs(severe))
      .when(assess('MILD'), { effectiveAt: later(20) })
      .satisfies(types);
    given(...lowered)
      .when(assess('MILD'), { effectiveAt: later(25) })
      .satisfies(types);
  });

  it('calls nobody for a clock that is history', () => {
    const history = atCourt.map((event) => (event.type === 'DeadlineSet' ? imported(event) : event));
    given(...history)
      .when(assess('SEVERE'), { effectiveAt: later(1) })
      .satisfies((events) => {
        const change = events.find(({ type }) => type === 'DeadlineRecomputed');
        expect(change?.data).toMatchObject({ due: later(24), rungs: [], imported: true });
      });
  });

  it('keeps the shorter of two regimes, whichever the level speaks for', () => {
    const complainedAt = '2020-06-01T15:00:00.000Z';
    const start = caseDecider.decide({ ...the.opening, complaint: true }, caseDecider.initial, {
      ...the.context,
      effectiveAt: complainedAt,
    });
    // The decree's 24 hours from the complaint bind, not the law's from the stamp an hour before they end.
    given(...start, the.reportSent)
      .when(commands['receive-report'], { effectiveAt: '2020-06-02T14:00:00.000Z' })
      .satisfies((events, state) => {
        expect(events.map(({ type }) => type)).toEqual(['ReportReceived', 'DeadlineMet']);
        const assessedThen = caseDecider.decide(assess('SEVERE'), state, {
          ...the.context,
          effectiveAt: '2020-06-02T14:10:00.000Z',
        });
        expect(assessedThen.map(({ type }) => type)).not.toContain('DeadlineRecomputed');
      });
  });
});

describe('the ladder of a clock', () => {
  const { clock, rungs = [] } = policeClock.data;
  const climb = (rung: number) => ({ do: 'escalate', clock, rung }) as const;
  const whenever = { effectiveAt: later(1000) };

  it('calls the owner, the supervisor and the coordinator', () => {
    expect(rungs.map(({ rung, role }) => `${rung} ${role}`)).toEqual(['1 OWNER', '2 SUPERVISOR', '3 COORDINATOR']);
    expect(imported(policeClock).data.rungs).toBeUndefined();
  });

  it.each([1, 2, 3])('reaches rung %i once, and keeps when it was due', (rung) => {
    given(...until.complained)
      .when(climb(rung), whenever)
      .then(escalated(policeClock, rung));
    given(...until.complained, escalated(policeClock, rung))
      .when(climb(rung), whenever)
      .changesNothing();
  });

  it('is not climbed ahead of time, as by a scheduler that has not heard of more time', () => {
    given(...until.complained)
      .when(climb(2), { effectiveAt: rungs[0]?.at ?? '' })
      .changesNothing();
  });

  it('goes on after the due time, also when the case is closed', () => {
    given(...until.complained, missed(policeClock), closed)
      .when(climb(3), whenever)
      .then(escalated(policeClock, 3));
  });

  it('ends when the step was taken, in time or late', () => {
    for (const before of [[], [missed(policeClock)]]) {
      given(...until.complained, ...before, met(policeClock))
        .when(climb(3), whenever)
        .changesNothing();
    }
  });

  it('has no rungs for imported history, for a clock set before there were ladders, or for none', () => {
    const history = imported(policeClock).data;
    for (const data of [history, { ...history, imported: false }]) {
      given(the.opened, { type: 'DeadlineSet', data }).when(climb(1), whenever).changesNothing();
    }
    given(the.opened).when(climb(1), whenever).changesNothing();
  });
});

describe('what moves no clock', () => {
  it.each(['attention', 'reportSent'] as const)('%s', (event) => {
    const { clocks } = fold(until.complained);
    expect(fold([...until.complained, the[event]]).clocks).toEqual(clocks);
  });
});

/** The court's clock for a level whose rule gives a day. */
function recomputed(rule: string): Event {
  return { ...severe, data: { ...severe.data, rule } };
}

const missedAs = ({ data: { clock, rule, institution, district, due } }: typeof severe): Event => ({
  type: 'DeadlineMissed',
  data: { clock, rule, institution, district, due },
});
