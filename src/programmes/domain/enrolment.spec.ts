import { personal } from '#decider';
import * as the from '../testing/enrolment-fixtures.js';
import { recordedOn } from '../testing/recorded-on.js';
import { enrolmentDecider, programmeKey } from './enrolment.js';

const { given } = recordedOn('2025-10-31T15:00:00.000Z', enrolmentDecider);
const { after, answers, before, begun, begunByWish, better, clockOf, clocksOf, measuredWith, ofCentre, now } = the;
const { ordered, ordering, orderingCourt, session, subject, thirdAbsence, volunteered, volunteering } = the;
const absences = [session(2, 'MISSED'), session(9, 'MISSED'), thirdAbsence];

describe('a participant’s file', () => {
  it('is opened by an order, which starts a clock, or by his own wish, which starts none', () => {
    given().when(ordering).then(ordered);
    given().when(volunteering).then(volunteered);
    given(ordered).when(ordering).refuses('enrolment/exists');
  });

  it('binds to the day the order names, and seals who he is and the number of the order under a key of its own', () => {
    given()
      .when({ ...ordering, firstDayBy: '2025-10-06', order: '00123-2025', identity: { name: 'demo' } })
      .satisfies(([event]) => {
        expect(event?.data).toMatchObject({
          order: personal(subject, programmeKey, '00123-2025'),
          identity: personal(subject, programmeKey, { name: 'demo' }),
          starts: [{ waitsFor: 'programme-begun', due: '2025-10-07T04:59:59.999Z' }],
        });
      });
  });

  it('is of an order with its court, or of a wish with neither', () => {
    given()
      .when({ ...volunteering, entry: 'COURT_ORDER' })
      .refuses('enrolment/order-or-wish');
    given()
      .when({ ...volunteering, court: orderingCourt })
      .refuses('enrolment/order-or-wish');
    given()
      .when({ ...volunteering, order: '1' })
      .refuses('enrolment/order-or-wish');
    given()
      .when({ ...volunteering, firstDayBy: '2025-10-06' })
      .refuses('enrolment/order-or-wish');
  });

  it('calls nobody when it is history', () => {
    given()
      .when(ordering, { origin: 'import' })
      .satisfies(([event]) => {
        expect(event?.data).toMatchObject({ imported: true, starts: [{ rungs: [] }] });
      });
  });

  it('takes nothing it cannot keep', () => {
    given()
      .when({ ...ordering, sessions: 0 })
      .refuses('enrolment/bad-number');
    given()
      .when({ ...ordering, district: 'Lima' })
      .refuses('enrolment/bad-district');
    given()
      .when({ ...ordering, country: 'XX' })
      .refuses('enrolment/unknown-country');
    given()
      .when({ ...ordering, firstDayBy: '2025-02-30' })
      .refuses('enrolment/bad-day');
    given()
      .when({ ...ordering, court: 'un juzgado' })
      .refuses('enrolment/bad-code');
    given().when({ do: 'hold-intake' }).refuses('enrolment/unknown');
  });
});

describe('the programme', () => {
  it('begins with the first interview, once, and owes a report from then on', () => {
    given(ordered).when({ do: 'hold-intake' }).then(begun);
    given(ordered, begun).when({ do: 'hold-intake' }).changesNothing();
    given(volunteered).when({ do: 'hold-intake' }).then(begunByWish);
  });

  it('records a session a day, and corrects it', () => {
    const came = { do: 'record-session', day: '2025-10-02', result: 'ATTENDED' } as const;
    given(ordered, begun).when(came).then(session(2, 'ATTENDED'));
    given(ordered, begun, session(2, 'ATTENDED')).when(came).changesNothing();
    given(ordered, begun, session(2, 'MISSED'))
      .when({ ...came, result: 'JUSTIFIED' })
      .then(session(2, 'JUSTIFIED', { was: 'MISSED' }));
    given(ordered).when(came).refuses('enrolment/not-begun');
    given(ordered, begun)
      .when({ ...came, day: '2025-13-01' })
      .refuses('enrolment/bad-day');
    given(ordered, begun).when(came, { recordedAt: '2025-10-02T04:59:59.999Z' }).refuses('enrolment/not-yet');
    given(ordered, begun).when(came, { recordedAt: '2025-10-02T05:00:00.000Z' }).then(session(2, 'ATTENDED'));
  });

  it('has no session before the first interview, by the calendar of the centre', () => {
    const early = { do: 'record-session', day: '2025-09-30', result: 'ATTENDED' } as const;
    given(ordered, begun).when(early).refuses('enrolment/before-intake');
    given(ordered, begun)
      .when({ ...early, day: '2025-10-01' })
      .then(session(1, 'ATTENDED'));
    given(volunteered)
      .when({ do: 'hold-intake' }, { effectiveAt: '2025-10-01T04:59:59.999Z' })
      .then({ ...begunByWish, data: { ...ofCentre, on: '2025-09-30' } });
    // As it was written before the day was kept.
    given(volunteered, { ...begunByWish, data: ofCentre })
      .when(early)
      .satisfies(([event]) => expect(event?.data).toMatchObject({ day: '2025-09-30' }));
  });

  it('owes the court a word after three absences without excuse, and no more once one is excused', () => {
    const third = { do: 'record-session', day: '2025-10-16', result: 'MISSED' } as const;
    given(ordered, begun, session(2, 'MISSED'), session(9, 'MISSED')).when(third).then(thirdAbsence);
    given(ordered, begun, session(2, 'JUSTIFIED'), session(9, 'MISSED')).when(third).then(session(16, 'MISSED'));
    given(ordered, begun, ...absences)
      .when({ do: 'record-session', day: '2025-10-02', result: 'JUSTIFIED' })
      .then(session(2, 'JUSTIFIED', { was: 'MISSED', drops: [clockOf('absences-reached').clock] }));
    given(ordered, begun, ...absences)
      .when({ do: 'record-session', day: '2025-10-23', result: 'MISSED' })
      .then(session(23, 'MISSED'));
    given(volunteered, begunByWish, session(2, 'MISSED'), session(9, 'MISSED')).when(third).then(session(16, 'MISSED'));
  });
});

describe('a report to the court', () => {
  const report = (kind: 'PROGRESS' | 'NON_COMPLIANCE' | 'END') => ({ do: 'report', kind }) as const;
  const told = (kind: 'PROGRESS' | 'NON_COMPLIANCE' | 'END', more: object) => ({
    type: 'CourtReportSent' as const,
    data: { ...ofCentre, kind, court: orderingCourt, attended: 0, missed: 0, justified: 0, ...more },
  });

  it('of progress meets its clock, and the next one runs', () => {
    given(ordered, begun, session(2, 'ATTENDED'))
      .when(report('PROGRESS'), { commandId: 'second' })
      .then(
        told('PROGRESS', {
          attended: 1,
          starts: clocksOf('progress-owed', now, 'second'),
          meets: [clockOf('progress-owed').clock],
        }),
      );
    given(ordered).when(report('PROGRESS')).refuses('enrolment/not-begun');
  });

  it('of non-compliance says absences once, and counts anew from there', () => {
    const sent = told('NON_COMPLIANCE', { missed: 3, meets: [clockOf('absences-reached').clock] });
    given(ordered, begun, ...absences)
      .when(report('NON_COMPLIANCE'))
      .then(sent);
    given(ordered, begun, ...absences, sent)
      .when(report('NON_COMPLIANCE'))
      .refuses('enrolment/complies');
    given(ordered, begun, ...absences, sent)
      .when({ do: 'record-session', day: '2025-10-23', result: 'MISSED' })
      .then(session(23, 'MISSED'));
    given(ordered, begun).when(report('NON_COMPLIANCE')).refuses('enrolment/complies');
  });

  it('of non-compliance says as well that he never came', () => {
    const { clock, waitsFor, due } = clockOf('programme-ordered');
    const missed = { type: 'EnrolmentDeadlineMissed', data: { ...ofCentre, clock, waitsFor, due } } as const;
    given(ordered).when({ do: 'miss-deadline', clock, due }).then(missed);
    given(ordered, missed).when({ do: 'miss-deadline', clock, due }).changesNothing();
    given(ordered, begun).when({ do: 'miss-deadline', clock, due }).changesNothing();
    given(ordered, missed).when(report('NON_COMPLIANCE')).then(told('NON_COMPLIANCE', {}));
  });

  it('of the end comes after the end, once', () => {
    const ended = {
      type: 'EnrolmentEnded' as const,
      data: {
        ...{ ...ofCentre, how: 'ABANDONED' as const, attended: 0, missed: 0, justified: 0 },
        ...{ starts: clocksOf('programme-ended'), drops: [clockOf('progress-owed').clock] },
      },
    };
    given(ordered, begun).when({ do: 'end', how: 'ABANDONED' }).then(ended);
    const sent = told('END', { meets: [clockOf('programme-ended').clock] });
    given(ordered, begun, ended).when(report('END')).then(sent);
    given(ordered, begun, ended, sent).when(report('END')).refuses('enrolment/ended');
    given(ordered, begun, ended).when(report('PROGRESS')).refuses('enrolment/ended');
    given(ordered, begun).when(report('END')).refuses('enrolment/not-ended');
  });

  it('goes to no court where none ordered anything', () => {
    given(volunteered, begunByWish).when(report('PROGRESS')).refuses('enrolment/no-court');
  });
});

describe('its end', () => {
  const days = [2, 9, 16, 23].map((date) => session(date, 'ATTENDED'));

  it('is completion only when all sessions were attended', () => {
    given(volunteered, begunByWish, ...days.slice(1))
      .when({ do: 'end', how: 'COMPLETED' })
      .refuses('enrolment/sessions-left');
    given(volunteered, begunByWish, ...days)
      .when({ do: 'end', how: 'COMPLETED' })
      .then({ type: 'EnrolmentEnded', data: { ...ofCentre, how: 'COMPLETED', attended: 4, missed: 0, justified: 0 } });
  });

  it('is final', () => {
    const ended = {
      type: 'EnrolmentEnded' as const,
      data: { ...ofCentre, how: 'EXCLUDED' as const, attended: 0, missed: 0, justified: 0 },
    };
    given(volunteered, ended).when({ do: 'end', how: 'EXCLUDED' }).changesNothing();
    given(volunteered, ended).when({ do: 'end', how: 'ABANDONED' }).refuses('enrolment/ended');
    given(volunteered, ended).when({ do: 'hold-intake' }).refuses('enrolment/ended');
  });
});

describe('a measure', () => {
  it('is taken before and after with one instrument, each once, and keeps what was answered sealed', () => {
    const pre = measuredWith(before, answers);
    const post = measuredWith(after, better);
    given(ordered).when({ do: 'measure', phase: 'PRE', answers }).then(pre);
    given(ordered, pre).when({ do: 'measure', phase: 'POST', answers: better }).then(post);
    given(ordered, pre).when({ do: 'measure', phase: 'PRE', answers }).refuses('measure/taken');
    given(ordered).when({ do: 'measure', phase: 'POST', answers }).refuses('measure/no-first');
    given(ordered)
      .when({ do: 'measure', phase: 'PRE', answers: { money: 1 } })
      .refuses('measure/bad-answers');
    given(ordered)
      .when({ do: 'measure', phase: 'PRE', answers }, { effectiveAt: '2001-01-01T00:00:00.000Z' })
      .refuses('measure/no-instrument');
  });
});

describe('a ladder', () => {
  it('is climbed rung by rung, each once', () => {
    const { clock, waitsFor, rungs } = clockOf('programme-ordered');
    const [first] = rungs;
    const { role, at: due } = first ?? { role: '', at: '' };
    const escalated = {
      type: 'EnrolmentEscalated',
      data: { ...ofCentre, clock, waitsFor, rung: 1, role, due },
    } as const;
    given(ordered).when({ do: 'escalate', clock, rung: 1 }).then(escalated);
    given(ordered, escalated).when({ do: 'escalate', clock, rung: 1 }).changesNothing();
    given(ordered, begun).when({ do: 'escalate', clock, rung: 1 }).changesNothing();
  });
});
