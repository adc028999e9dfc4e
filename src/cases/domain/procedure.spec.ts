import type { EventOf } from '#decider';
import { specification } from '#decider/specification';
import { jurisdiction } from '../../protocol/index.js';
import * as the from '../testing/fixtures.js';
import { caseDecider } from './case.js';
import type { CaseEvents } from './events.js';
import { isStepOfCase, recordableSteps } from './table.js';

type Event = EventOf<CaseEvents>;

const { given } = specification(caseDecider);
const { cem, context, court, fold, now, police, recordedStep, refusalOf, until } = the;
const record = (step: string, institution = court) => ({ do: 'record-step', institution, step }) as const;
const types = (events: readonly Event[]) => events.map(({ type }) => type);

/** A history after one more step, as the rules tell it. */
const after = (history: readonly Event[], step: string, effectiveAt = now): readonly Event[] => [
  ...history,
  ...caseDecider.decide(record(step, police), fold(history), {
    ...context,
    effectiveAt,
    commandId: `step ${step} ${effectiveAt}`,
  }),
];
const notified = after(until.decided, 'resolution-notified');

describe('a step of the law', () => {
  it('meets the clock that waited for it, and starts what follows', () => {
    given(...until.decided)
      .when(record('measures-notified-to-executor'))
      .then(
        recordedStep('measures-notified-to-executor'),
        ...the.toldClocks.slice(0, 1).map(the.met),
        ...the.executionClocks,
        the.tracking,
      );
  });

  it('is refused before what it follows, and the refusal says what', () => {
    const refusal = refusalOf(notified, record('appeal-granted'));
    expect(refusal).toMatchObject({ code: 'case/step-too-early', kind: 'illegal', detail: 'it follows appeal-filed' });
    expect(refusalOf(until['at court'], record('resolution-notified')).detail).toBe('it follows measures-issued');
  });

  it('is recorded by who answers for the case, the court, who reported, or whom a clock binds', () => {
    for (const institution of [police, court]) {
      given(...until.decided)
        .when(record('victim-notified', institution))
        .satisfies((events) => expect(events[0]).toEqual(recordedStep('victim-notified', institution)));
    }
    given(...until.decided)
      .when(record('victim-notified', cem))
      .refuses('case/not-your-step');
  });

  it('that is taken is taken', () => {
    given(...after(until.decided, 'victim-notified'))
      .when(record('victim-notified'))
      .changesNothing();
  });

  it('goes on after a service closed its file', () => {
    given(...until.decided, the.closed)
      .when(record('victim-notified'))
      .satisfies((events) => expect(types(events)).toEqual(['StepRecorded', 'DeadlineMet']));
  });

  it('that begins something new is not recorded in a closed case', () => {
    given(...until.decided, the.closed)
      .when(record('arrest-made'))
      .refuses('case/closed');
  });

  it.each([
    ['measures-issued', 'case/step-recorded-otherwise', ['decide-measures']],
    ['report-received-by-court', 'case/step-recorded-otherwise', ['receive-report']],
    ['risk-assessed', 'case/step-recorded-otherwise', ['assess-risk']],
    ['referral-acknowledged', 'case/unknown-step', undefined],
    ['charge-notified', 'case/unknown-step', undefined],
    ['dance', 'case/unknown-step', undefined],
  ])('%s is not one that is recorded like this', (step, code, allowed) => {
    expect(refusalOf(until.decided, record(step))).toMatchObject({ code, allowed });
  });

  it('is named among what can be done as soon as one can be taken', () => {
    const allowed = (history: readonly Event[]) => refusalOf(history, record('appeal-heard')).allowed;
    expect(allowed(until.decided)).toContain('record-step');
  });
});

describe('a complaint that comes after the case was opened', () => {
  it('is the complaint: it starts the clocks of one', () => {
    given(...until.open)
      .when(record('complaint-received', police))
      .then(the.complaint, the.policeClock, the.riskClock);
    given(...until.complained)
      .when(record('complaint-received', police))
      .changesNothing();
  });

  it('meets the clock of the person who stood at the counter', () => {
    const appeared = after(until.open, 'complaint-brought');
    expect(types(appeared).slice(-2)).toEqual(['StepRecorded', 'DeadlineSet']);
    given(...appeared)
      .when(record('complaint-received', police))
      .satisfies((events) => expect(types(events)).toContain('DeadlineMet'));
  });
});

describe('what no rule gives a term', () => {
  const granted = after(after(notified, 'appeal-filed'), 'appeal-granted');

  it('is waited for without a deadline: a duty without a number, or one whose number depends on the risk', () => {
    expect(types(granted).slice(-3)).toEqual(['StepRecorded', 'DeadlineMet', 'StepAwaited']);
    expect(fold(granted).awaited['appeal-received-by-chamber']).toEqual({
      step: 'appeal-received-by-chamber',
      after: 'appeal-granted',
      institution: court,
      trigger: now,
    });
  });

  it('is waited for no more once it was taken', () => {
    expect(fold(after(granted, 'appeal-received-by-chamber')).awaited).not.toHaveProperty('appeal-received-by-chamber');
  });

  it('has a deadline when the risk is known, from when it began to be waited for', () => {
    given(...granted)
      .when({ do: 'assess-risk', institution: police, level: 'SEVERE' }, { effectiveAt: '2025-10-01T20:00:00.000Z' })
      .satisfies((events, state) => {
        const dated = events.find(({ type }) => type === 'DeadlineSet');
        expect(dated?.data).toMatchObject({ rule: 'PE-17b', stop: 'appeal-received-by-chamber', trigger: now });
        expect(state.awaited).not.toHaveProperty('appeal-received-by-chamber');
      });
  });
});

describe('a report that is owed again and again', () => {
  const due = (history: readonly Event[]) =>
    Object.values(fold(history).clocks)
      .filter(({ stop }) => stop === 'reevaluation-reported')
      .map(({ status, trigger, due }) => `${status} ${trigger.slice(0, 10)} ${due.slice(0, 10)}`);

  it('has its next period begin where the last one fell due, however often', () => {
    expect(due(notified)).toEqual(['running 2025-10-01 2026-04-02']);
    const once = after(notified, 'reevaluation-reported', '2026-03-20T15:00:00.000Z');
    expect(due(once)).toEqual(['met 2025-10-01 2026-04-02', 'running 2026-04-02 2026-10-02']);
    const twice = after(once, 'reevaluation-reported', '2026-11-20T15:00:00.000Z');
    expect(due(twice).at(-1)).toBe('running 2026-10-02 2027-04-02');
  });

  it('goes by the risk as it is known, in the period that runs and not in those that are over', () => {
    const once = after(notified, 'reevaluation-reported', '2026-03-20T15:00:00.000Z');
    const severe = caseDecider.decide({ do: 'assess-risk', institution: police, level: 'SEVERE' }, fold(once), {
      ...context,
      effectiveAt: '2026-05-01T15:00:00.000Z',
    });
    expect(due([...once, ...severe])).toEqual(['met 2025-10-01 2026-04-02', 'running 2026-04-02 2026-07-02']);
  });
});

describe('a service that closes its file', () => {
  it('ends what it still had to do itself, and nothing that others owe by law', () => {
    const entered = after(until.complained, 'service-entered');
    given(...entered)
      .when(the.commands.close)
      .satisfies((events, state) => {
        expect(types(events)).toEqual(['CaseClosed', 'DeadlineDropped']);
        const left = Object.values(state.clocks).map(({ rule, status }) => `${rule} ${status}`);
        expect(left).toEqual(['PE-03 running', 'PE-02c running', 'PE-22 dropped']);
      });
  });
});

describe('who took the complaint', () => {
  const complained = (receivedBy: string) => ({ ...the.opening, country: 'BO', complaint: true, receivedBy });
  const rules = (receivedBy: string) =>
    caseDecider
      .decide(complained(receivedBy), caseDecider.initial, context)
      .flatMap(({ data }) => ('rule' in data ? [data.rule] : []));

  it('says whom the law has them tell', () => {
    expect(rules('POLICE_SPECIAL')).toContain('BO-03');
    expect(rules('PROSECUTOR')).toContain('BO-04b');
    expect(rules('SLIM')).toContain('BO-02a');
  });
});

describe.each(['PE', 'BO'])('every row of the table of %s', (country) => {
  const { rules, duties } = jurisdiction(country).rules;
  const ofCases = [...rules, ...duties].filter(({ stop }) => isStepOfCase(stop));
  const own = [
    ...['risk-assessed', 'complaint-registered', 'report-received-by-court', 'measures-issued'],
    'harassment-reported',
  ];

  it.each(ofCases.map(({ id, trigger, stop }) => [id, trigger, stop] as const))(
    '%s can be started and met, from %s to %s: by a command of its own or by hand',
    (_id, trigger, stop) => {
      const known = [...recordableSteps(country), ...own];
      expect(known).toContain(trigger);
      expect(known).toContain(stop);
    },
  );
});
