import { specification } from '#decider/specification';
import { reportNeeds } from '../../protocol/index.js';
import * as the from '../testing/fixtures.js';
import { caseDecider } from './case.js';
import { missingItems } from './completeness.js';

const { given } = specification(caseDecider);
const { cem, commands, context, court, fold, measureId, opening, police, refusalOf, until } = the;

const listed = (items: Readonly<Record<string, string>>) => [
  ...until.open,
  { ...the.complaint, data: { ...the.complaint.data, items } },
];
const all = Object.fromEntries(reportNeeds('PE').map((item) => [item, 'PRESENT']));
const allBut = (...lacking: readonly string[]) =>
  Object.fromEntries(Object.entries(all).filter(([item]) => !lacking.includes(item)));

describe('the report of a complaint with a checklist', () => {
  it('has ten items in Peru, and none where no norm lists them', () => {
    expect([reportNeeds('PE').length, reportNeeds('BO').length]).toEqual([10, 0]);
  });

  it('is not sent before every item is there or said not to be had, and the refusal names those that lack', () => {
    const refusal = refusalOf(listed(allBut('DATE_OF_FACT', 'SUMMARY')), commands['send-report']);
    expect(refusal).toMatchObject({
      code: 'case/report-incomplete',
      detail: 'missing: DATE_OF_FACT, SUMMARY',
      allowed: ['record-items'],
    });
  });

  it('is sent when the last items are recorded, some with why they cannot be had', () => {
    const some = allBut('SUMMARY', 'WEAPON_LICENCE');
    const rest = { SUMMARY: 'PRESENT', WEAPON_LICENCE: 'NOT_KNOWN' };
    const recorded = caseDecider.decide(
      { do: 'record-items', institution: police, items: rest },
      fold(listed(some)),
      context,
    );
    expect(missingItems(fold([...listed(some), ...recorded]))).toEqual([]);
    given(...listed(some), ...recorded)
      .when(commands['send-report'])
      .then(the.reportSent);
  });

  it('is asked for nothing where the complaint came without one, or from elsewhere', () => {
    given(...until.complained)
      .when(commands['send-report'])
      .then(the.reportSent);
    given(...listed({}))
      .when(commands['send-report'], { origin: 'import' })
      .then(the.reportSent);
  });

  it.each<{ items: Record<string, string> }>([{ items: { SHOE_SIZE: 'PRESENT' } }, { items: { VICTIM: 'LOST' } }])(
    'takes codes only: %j',
    (change) => {
      expect(refusalOf([], { ...opening, complaint: true, ...change }).code).toBe('code/not-listed');
      expect(refusalOf(listed({}), { ...commands['record-items'], ...change }).code).toBe('code/not-listed');
    },
  );

  it('is kept from the opening on', () => {
    const events = caseDecider.decide({ ...opening, complaint: true, items: the.items }, caseDecider.initial, context);
    expect(fold(events).items).toEqual(the.items);
  });
});

describe('a measure', () => {
  const other = 'ARMAS';
  const two = [...until.decided, the.measure(other)];
  const step = (name: string, measure = measureId(), institution = court) =>
    ({ do: 'take-measure-step', measure, step: name, institution }) as const;
  const after = (history: typeof two, ...names: readonly string[]) =>
    names.reduce((events, name) => [...events, ...caseDecider.decide(step(name), fold(events), context)], history);

  it('is told measure by measure; when all are told, that step of the law is taken and its clock met', () => {
    given(...two)
      .when(step('TOLD_VICTIM'))
      .then(the.measureStep('TOLD_VICTIM'));
    given(...two, the.measureStep('TOLD_VICTIM'))
      .when(step('TOLD_VICTIM', measureId(other)))
      .satisfies((events) =>
        expect(events.map(({ type }) => type)).toEqual(['MeasureStepTaken', 'StepRecorded', 'DeadlineMet']),
      );
  });

  it('is told with all the others when the step is recorded for the whole case', () => {
    const { measures } = fold([...two, the.recordedStep('victim-notified')]);
    expect(Object.values(measures).map(({ steps }) => steps)).toEqual([['TOLD_VICTIM'], ['TOLD_VICTIM']]);
  });

  it('is executed and reported by who was told, in that order', () => {
    expect(refusalOf(two, step('EXECUTED')).code).toBe('case/step-too-early');
    const told = after(until.decided as typeof two, 'TOLD_EXECUTOR', 'EXECUTED', 'REPORTED');
    expect(fold(told).done).toEqual(expect.arrayContaining(['measures-executed', 'execution-reported-to-court']));
  });

  it('is breached as often as that happens, each time with a report that is owed', () => {
    const breached = after(until.decided as typeof two, 'TOLD_EXECUTOR', 'BREACHED', 'BREACH_REPORTED', 'BREACHED');
    const { clocks, measures } = fold(breached);
    expect(measures[measureId()]?.steps).toEqual(['TOLD_EXECUTOR', 'BREACHED', 'BREACH_REPORTED', 'BREACHED']);
    expect(Object.values(clocks).filter(({ rule }) => rule === 'PE-11')).toMatchObject([{ status: 'met' }]);
  });

  it('is nobody else’s to record, and only the court’s to change', () => {
    expect(refusalOf(two, step('TOLD_VICTIM', measureId(), 'pe-150112-ong')).code).toBe('case/not-your-step');
    expect(refusalOf(two, { ...commands['end-measure'], court: police }).code).toBe('case/not-the-court');
    expect(refusalOf(two, step('DANCED')).code).toBe('code/not-listed');
  });

  it('may be executed by whom the court named', () => {
    const named = { ...the.measure(other), data: { ...the.measure(other).data, executor: cem } };
    given(...until.decided, named)
      .when(step('TOLD_EXECUTOR', measureId(other), cem))
      .satisfies((events) => expect(events[0]?.type).toBe('MeasureStepTaken'));
  });

  it('is substituted by another, which is issued with the same order, and takes no more steps', () => {
    const substitute = { ...commands['end-measure'], how: 'SUBSTITUTED', replacement: { code: other } } as const;
    const events = caseDecider.decide(substitute, fold(until.decided), context);
    expect(events).toMatchObject([
      { type: 'MeasureIssued', data: { code: other } },
      { type: 'MeasureEnded', data: { how: 'SUBSTITUTED', by: measureId(other) } },
    ]);
    expect(refusalOf([...until.decided, ...events], step('TOLD_VICTIM')).code).toBe('case/measure-ended');
    for (const bad of [
      { ...commands['end-measure'], how: 'SUBSTITUTED' },
      { ...substitute, how: 'ENDED' },
    ]) {
      expect(refusalOf(until.decided, bad).code).toBe('case/replacement');
    }
  });

  it.each(['2025-10-01', '2025-02-31', '2026-02-31'])('has no term that ends on %s', (day) => {
    expect(refusalOf(until.decided, { ...commands['extend-measure'], until: day }).code).toBe('case/bad-term');
  });

  it('calls somebody a week before its term ends, once, and again when the term is extended', () => {
    const termed = [...until.decided, the.extended];
    const warn = commands['warn-expiry'];
    const warned = {
      type: 'MeasureExpiring',
      data: { measure: measureId(), court, district: '150112', until: '2026-04-01' },
    } as const;
    const when = { effectiveAt: '2026-03-25T05:00:00.000Z' };
    given(...termed)
      .when(warn, { effectiveAt: '2026-03-25T04:59:59.999Z' })
      .changesNothing();
    given(...termed)
      .when(warn, when)
      .then(warned);
    given(...termed, warned)
      .when(warn, when)
      .changesNothing();
    const longer = {
      ...the.extended,
      data: { ...the.extended.data, until: '2026-10-01', warnAt: '2026-09-24T05:00:00.000Z' },
    };
    given(...termed, warned, longer)
      .when({ ...warn, until: '2026-10-01' }, { effectiveAt: '2026-09-25T05:00:00.000Z' })
      .satisfies((events) => expect(events).toHaveLength(1));
    // Its term being over does not end it.
    expect(fold([...termed, warned]).measures[measureId()]?.ended).toBeUndefined();
  });

  it('of imported history calls nobody', () => {
    const events = caseDecider.decide(
      { ...commands['decide-measures'], terms: { NO_ACERCAMIENTO: { until: '2026-04-01', executor: police } } },
      fold(until['at court']),
      { ...context, origin: 'import' },
    );
    expect(events.at(-1)).toMatchObject({
      data: { imported: true, executor: police, warnAt: '2026-03-25T05:00:00.000Z' },
    });
  });
});

describe('a file', () => {
  it('goes on after it was opened again', () => {
    given(...until.closed, the.reopened)
      .when(commands['record-attention'])
      .then(the.attention);
  });

  it('passes what a service still has time to do to its new owner, with the same term', () => {
    const entered = caseDecider.decide(
      { do: 'record-step', institution: police, step: 'service-entered' },
      fold(until.open),
      context,
    );
    const history = [...until.open, ...entered];
    const [clock] = entered.flatMap((event) => (event.type === 'DeadlineSet' ? [event.data] : []));
    const moved = caseDecider.decide(commands.transfer, fold(history), context);
    expect(moved).toMatchObject([
      { type: 'CaseTransferred', data: { from: police, to: cem } },
      { type: 'DeadlineDropped', data: { clock: clock?.clock, institution: police } },
      { type: 'DeadlineSet', data: { rule: clock?.rule, due: clock?.due, trigger: clock?.trigger, institution: cem } },
    ]);
    expect(fold([...history, ...moved]).institution).toBe(cem);
    // Late is late, also before anybody wrote it down.
    given(...history)
      .when(commands.transfer, { effectiveAt: '2026-10-01T15:00:00.000Z' })
      .satisfies((events) => expect(events.map(({ type }) => type)).toEqual(['CaseTransferred']));
  });

  it('leaves what police and courts owe by law with them, and what is late with who is late', () => {
    given(...until.complained)
      .when(commands.transfer)
      .then(the.transferred);
  });

  it('counts an attention of a level of care as that step of the law, once', () => {
    const attend = { ...commands['record-attention'], level: 1 };
    const entered = [...until.open, the.recordedStep('service-entered', cem)];
    const first = caseDecider.decide(attend, fold(entered), context);
    expect(first[0]).toMatchObject({ type: 'AttentionRecorded', data: { level: 1 } });
    expect(fold([...entered, ...first]).done).toContain('first-level-done');
    given(...entered, ...first)
      .when(attend)
      .satisfies((events) => expect(events).toHaveLength(1));
    expect(refusalOf(entered, { ...attend, level: 4 }).code).toBe('case/unknown-level');
  });

  it.each([{ nights: 0 }, { nights: 1.5 }, { from: 'yesterday' }])('takes no stay with %j', (change) => {
    expect(refusalOf(until.open, { ...commands['record-stay'], ...change }).code).toBe('case/bad-stay');
  });
});
