import { type EventMap, type EventOf } from '#decider';
import { specification } from '#decider/specification';
import * as the from '../testing/register-fixtures.js';
import { activityDecider } from './activity.js';
import { budgetDecider } from './budget.js';
import { exchangeDecider } from './exchange.js';
import { findingDecider } from './finding.js';
import { projectDecider } from './project.js';
import type { RegisterCommand } from './register.js';
import type { Values } from './register-fields.js';
import { isValidOn, trainingDecider } from './training.js';

const { completeRegisters: complete, entries, of } = the;
const record = (entry: Values): RegisterCommand => ({ do: 'record', ...of, entry });
const correct = (entry: Values): RegisterCommand => ({ do: 'correct', reason: 'WRONG_COUNT', entry });
const withdraw: RegisterCommand = { do: 'withdraw', reason: 'ENTERED_TWICE' };
const take = (type: string, entry: Values): RegisterCommand => ({ do: 'step', type, institution: the.cem, entry });
const without = (entry: Values, ...names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => !names.includes(name)));
const event = <M extends EventMap, T extends keyof M & string>(type: T, data: M[T]): EventOf<M, T> => ({ type, data });

describe('an entry of a register', () => {
  const { given } = specification(activityDecider);
  const held = event('ActivityHeld', { ...of, entry: entries.activity });
  const fewer = { ...entries.activity, audience: 620_000 };
  const said = event('ActivityCorrected', { board: the.board, reason: 'WRONG_COUNT', entry: fewer });
  const out = event('ActivityWithdrawn', { board: the.board, reason: 'ENTERED_TWICE' });

  it('is made once, in whatever order its fields come', () => {
    const { kind, ...rest } = entries.activity;
    given()
      .when(record({ ...rest, kind }))
      .then(held);
    given(held)
      .when(record({ ...rest, kind }))
      .changesNothing();
    given(held).when(record(fewer)).refuses('register/taken');
  });

  it('keeps that it is history', () => {
    given()
      .when(record(entries.activity), { origin: 'import' })
      .then(event('ActivityHeld', { ...of, imported: true, entry: entries.activity }));
  });

  it('is said anew, whole, with a reason', () => {
    given(held).when(correct(fewer)).then(said);
    given(held, said).when(correct(fewer)).changesNothing();
    given(held)
      .when({ do: 'correct', reason: 'WHY_NOT' as 'OTHER', entry: fewer })
      .refuses('code/not-listed');
    given().when(correct(fewer)).refuses('register/unknown');
  });

  it('is taken out once, and changes no more', () => {
    given(held).when(withdraw).then(out);
    given(held, out).when(withdraw).changesNothing();
    given(held, out).when(correct(fewer)).refuses('register/withdrawn');
    given(held)
      .when({ do: 'withdraw', reason: 'BORED' as 'OTHER' })
      .refuses('code/not-listed');
  });

  it.each([
    ['a field it does not have', { ...entries.activity, note: 'x' }, 'register/unknown-field'],
    ['no kind', { ...entries.activity, kind: undefined }, 'register/missing-field'],
    ['another kind', { ...entries.activity, kind: 'PARTY' }, 'code/not-listed'],
    ['a day the calendar lacks', { ...entries.activity, on: '2025-02-30' }, 'register/bad-day'],
    ['tomorrow', { ...entries.activity, on: '2025-10-02' }, 'register/not-yet'],
    ['half a person', { ...entries.activity, audience: 0.5 }, 'register/bad-count'],
    ['fewer than none', { ...entries.activity, audience: -1 }, 'register/bad-count'],
    ['nobody who held it', { ...entries.activity, institutions: [] }, 'register/bad-list'],
    ['somebody twice', { ...entries.activity, institutions: [the.cem, the.cem] }, 'register/bad-list'],
    ['no list', { ...entries.activity, institutions: the.cem }, 'register/bad-list'],
    ['free text for a place', { ...entries.activity, place: 'casa de la vecina' }, 'register/bad-code'],
    ['no text for a place', { ...entries.activity, place: 7 }, 'register/bad-text'],
    ['a district by name', { ...entries.activity, district: 'Independencia' }, 'register/bad-district'],
    ['no project', { ...entries.activity, project: 'escuelas' }, 'register/bad-id'],
    [
      'an age no band is for',
      { ...entries.activity, people: [{ sex: 'F', ageBand: '20-22', count: 1 }] },
      'code/not-listed',
    ],
    [
      'a line of people without a count',
      { ...entries.activity, people: [{ sex: 'F', ageBand: '0-5' }] },
      'register/missing-field',
    ],
  ])('is refused with %s', (_, entry, code) => {
    given()
      .when(record(Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))))
      .refuses(code);
  });

  it('is of a board, an institution and a country there is', () => {
    const entry = entries.activity;
    given()
      .when({ do: 'record', ...of, board: 'la mesa', entry })
      .refuses('register/bad-code');
    given()
      .when({ do: 'record', ...of, country: 'XX', entry })
      .refuses('register/unknown-country');
  });

  it('has no steps but those of its register, and none to take back', () => {
    given(held).when(take('MaterialTransferred', {})).refuses('code/not-listed');
    given(held).when(take('constructor', {})).refuses('code/not-listed');
    given(held).when({ do: 'take-back', step: the.agreementId, reason: 'OTHER' }).refuses('register/unknown-step');
  });
});

describe('a step', () => {
  const { given } = specification(budgetDecider);
  const assigned = event('BudgetAssigned', { ...of, entry: entries.budget });
  const spent = event('BudgetExecuted', { ...complete.budget.BudgetExecuted });
  const back = event('BudgetStepTakenBack', complete.budget.BudgetStepTakenBack);

  it('spends what the line has and no more', () => {
    const left = 5_000_000 - 1_250_050;
    given(assigned, spent)
      .when(take('BudgetExecuted', { amount: left, on: '2025-07-01' }))
      .satisfies((events) =>
        expect(events).toMatchObject([{ type: 'BudgetExecuted', data: { entry: { amount: left } } }]),
      );
    given(assigned, spent)
      .when(take('BudgetExecuted', { amount: left + 1, on: '2025-07-01' }))
      .refuses('budget/over-executed');
    given(assigned, spent)
      .when(correct({ ...entries.budget, amount: 1_250_049 }))
      .refuses('budget/over-executed');
  });

  it('is taken back by its id, with a reason, and then counts no more', () => {
    const { step } = complete.budget.BudgetStepTakenBack;
    given(assigned, spent).when({ do: 'take-back', step, reason: 'ENTERED_TWICE' }).then(back);
    given(assigned, spent, back)
      .when({ do: 'take-back', step, reason: 'ENTERED_TWICE' })
      .refuses('register/unknown-step');
    given(assigned, spent, back)
      .when(correct({ ...entries.budget, amount: 1 }))
      .satisfies((events) => expect(events).toHaveLength(1));
  });

  it('needs a line that is for something, in a year', () => {
    const alone = without(entries.budget, 'agreement', 'council', 'project');
    given().when(record(alone)).refuses('budget/for-nothing');
    given()
      .when(record({ ...entries.budget, year: 25 }))
      .refuses('budget/bad-year');
    given()
      .when(record({ ...entries.budget, currency: 'soles' }))
      .refuses('register/bad-currency');
  });
});

describe('a project', () => {
  const { given } = specification(projectDecider);
  const registered = event('ProjectRegistered', { ...of, entry: entries.project });
  const stage = (name: string) => take('ProjectAdvanced', { stage: name, on: '2025-02-10' });
  const proposed = event('ProjectAdvanced', complete.project.ProjectAdvanced);
  const measured = event('OutcomeMeasured', complete.project.OutcomeMeasured);

  it('goes through the participatory budget stage by stage', () => {
    given(registered).when(stage('PRIORITISED')).refuses('project/stage-out-of-order');
    given(registered, proposed).when(stage('PROPOSED')).changesNothing();
    given(registered, proposed)
      .when(stage('PRIORITISED'))
      .satisfies((events) => expect(events).toHaveLength(1));
    given(registered, proposed).when(stage('EXECUTED')).refuses('project/stage-out-of-order');
    const entry = { ...entries.project, kind: 'COOPERATION' } as const;
    given(event('ProjectRegistered', { ...of, entry }))
      .when(stage('PROPOSED'))
      .refuses('project/no-stages');
  });

  it('is measured by its own outcomes, which stay once they are', () => {
    const value = { value: 3, on: '2025-09-01' };
    given(registered)
      .when(take('OutcomeMeasured', { indicator: 'other', ...value }))
      .refuses('project/unknown-outcome');
    const { outcomes, ...without } = entries.project;
    given(registered, measured).when(correct(without)).refuses('project/outcome-measured');
    given()
      .when(record({ ...without, outcomes: [...outcomes, { ...outcomes[0], target: 7 }] }))
      .refuses('project/outcome-twice');
    given()
      .when(record({ ...without, outcomes: [{ ...outcomes[0], target: Number.NaN }] }))
      .refuses('register/bad-number');
    given()
      .when(record({ ...entries.project, until: '2024-12-31' }))
      .refuses('register/period-reversed');
  });
});

describe('a training', () => {
  const { given } = specification(trainingDecider);
  const trained = event('TrainingGiven', { ...of, entry: entries.training });
  const ended = event('CertificateEnded', complete.training.CertificateEnded);
  const counts = (events: readonly EventOf<never>[], staff: string, day: string): boolean =>
    isValidOn(
      events.reduce((entry, each) => trainingDecider.evolve(entry, each), trainingDecider.initial),
      staff,
      day,
    );

  it('counts from the day it was given to its last day', () => {
    const days = ['2025-07-31', '2025-08-01', '2027-07-31', '2027-08-01'];
    expect(days.map((day) => counts([trained] as never, 'st-01', day))).toEqual([false, true, true, false]);
    expect(counts([trained] as never, 'st-03', '2025-09-01')).toBe(false);
    const { until, ...lasting } = entries.training;
    expect(until).toBe('2027-07-31');
    const withoutEnd = event('TrainingGiven', { ...of, entry: lasting });
    expect(counts([withoutEnd] as never, 'st-01', '2099-01-01')).toBe(true);
  });

  it('ends for those whose certificate ended, from that day on', () => {
    const now = [trained, ended] as never;
    expect([counts(now, 'st-02', '2025-09-29'), counts(now, 'st-02', '2025-09-30')]).toEqual([true, false]);
    expect(counts(now, 'st-01', '2025-09-30')).toBe(true);
    given(trained)
      .when(take('CertificateEnded', { staff: ['st-09'], on: '2025-09-30', why: 'REVOKED' }))
      .refuses('training/not-trained');
  });

  it('does not end before it was given', () => {
    given()
      .when(record({ ...entries.training, until: '2025-07-31' }))
      .refuses('register/period-reversed');
  });
});

it('an exchange does not end before it begins', () => {
  specification(exchangeDecider)
    .given()
    .when(record({ ...entries.exchange, until: '2025-08-12' }))
    .refuses('register/period-reversed');
});

describe('a finding', () => {
  const { given } = specification(findingDecider);
  const raised = event('FindingRaised', { ...of, institution: the.network, entry: entries.finding });
  const late = event('FindingReplyLate', { ...complete.finding.FindingReplyLate });
  const answered = event('FindingAnswered', complete.finding.FindingAnswered);
  const takenUp = event('FindingTakenUp', complete.finding.FindingTakenUp);
  const settled = event('FindingSettled', complete.finding.FindingSettled);
  const asking = (times: number, due = '2025-10-15') => take('FindingReplyLate', { times, due });
  const passedOn = event('FindingReplyPassedOn', complete.finding.FindingReplyPassedOn);
  const reply = { answer: 'NOT_OURS', on: '2025-10-01', text: 'Es de otro sector' } as const;
  const answer = take('FindingAnswered', reply);
  const passOn = take('FindingReplyPassedOn', { ...reply, letter: 'OFICIO-012-2025' });

  it('is about another institution, and due after it', () => {
    given()
      .when(record({ ...entries.finding, observed: the.network }))
      .refuses('finding/own-house');
    given()
      .when(record({ ...entries.finding, due: '2025-09-14' }))
      .refuses('register/period-reversed');
    given()
      .when(record({ ...entries.finding, text: 'llame al 987654321' }))
      .refuses('register/bad-name');
  });

  it('comes back as often as its day goes by, each time once, until it is answered', () => {
    given(raised)
      .when(asking(1))
      .satisfies((events) =>
        expect(events).toMatchObject([{ type: 'FindingReplyLate', data: { entry: { times: 1 } } }]),
      );
    given(raised, late).when(asking(1)).changesNothing();
    given(raised, late)
      .when(asking(2))
      .satisfies((events) => expect(events).toHaveLength(1));
    given(raised).when(asking(1, '2025-10-14')).changesNothing();
    for (const replied of [answered, passedOn]) given(raised, replied).when(asking(1)).changesNothing();
    given(raised, settled).when(asking(1)).changesNothing();
    const { step } = complete.finding.FindingStepTakenBack;
    given(raised, late).when({ do: 'take-back', step, reason: 'OTHER' }).refuses('register/unknown-step');
  });

  it('is answered once, taken up in one agreement, and then settled', () => {
    for (const replied of [answered, passedOn]) {
      for (const again of [answer, passOn]) given(raised, replied).when(again).refuses('finding/answered');
    }
    given(raised, late)
      .when(passOn)
      .satisfies((events) =>
        expect(events).toMatchObject([
          { type: 'FindingReplyPassedOn', data: { entry: { letter: 'OFICIO-012-2025' } } },
        ]),
      );
    given(raised, takenUp)
      .when(take('FindingTakenUp', { agreement: the.agreementId }))
      .changesNothing();
    given(raised, takenUp)
      .when(take('FindingTakenUp', { agreement: the.projectId }))
      .refuses('finding/taken-up');
    for (const command of [
      ...[answer, passOn],
      take('FindingTakenUp', { agreement: the.agreementId }),
      take('FindingSettled', { how: 'PUT_RIGHT', on: '2025-10-01' }),
    ]) {
      given(raised, settled).when(command).refuses('finding/over');
    }
  });
});
