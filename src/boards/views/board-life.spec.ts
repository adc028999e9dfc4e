import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { PlanEvents } from '../domain/plan-events.js';
import type { SessionEvents } from '../domain/session-events.js';
import * as agreed from '../testing/agreement-fixtures.js';
import { established, linked, seatedForATerm } from '../testing/fixtures.js';
import * as planned from '../testing/plan-fixtures.js';
import * as the from '../testing/session-fixtures.js';
import { agreements } from './agreements.js';
import { boardActivity } from './board-activity.js';
import { boards, seatedOn } from './boards.js';
import { inForce, moneyOf, plans } from './plans.js';
import { sessions } from './sessions.js';

const { agreementId, attended, board, cem, closed, convened, health, muni, planId, police, sessionId } = the;

describe('sessions', () => {
  const shown = (...events: readonly EventOf<SessionEvents>[]) =>
    folded(sessions, recorded(`session-${sessionId}`, events));

  it('are coming until they are closed or called off', () => {
    expect(shown(convened).lists).toMatchObject({ [`board/${board}/coming`]: [sessionId] });
    expect(shown(...attended).lists).toMatchObject({ [`board/${board}/coming`]: [sessionId] });
    for (const over of [shown(...attended, closed), shown(convened, the.cancelled)]) {
      expect(over.lists).toEqual({ [`board/${board}/all`]: [sessionId], [`board/${board}/past`]: [sessionId] });
    }
  });

  it('show who is there, what was agreed and the minutes', () => {
    const card = shown(...attended, the.withdrawn, the.decided, the.minuted).documents.get(sessionId);
    expect(card?.present.map(({ organization }) => organization)).toEqual([muni, police]);
    expect(card?.decisions).toEqual([
      { agreement: agreementId, owner: cem, due: '2025-10-31', text: 'Ampliar el horario del CEM' },
    ]);
    expect(card?.minutes).toEqual({ number: '010-2025', digest: the.digest });
  });

  it('keep when they were to be before', () => {
    expect(shown(convened, the.postponed).documents.get(sessionId)).toMatchObject({
      ...{ at: '2025-10-16T15:00:00.000Z', was: [the.at], reason: 'HOLIDAY', remindAt: '2025-10-13T15:00:00.000Z' },
    });
  });
});

it('the activity of a board counts what was held, what could decide, and who came of those called', () => {
  const few = { ...closed, data: { ...closed.data, present: closed.data.present.slice(0, 2), decisions: 0 } };
  const entries = [
    ...recorded(`session-${sessionId}`, [convened, closed]),
    ...recorded('session-2', [convened, few]),
    ...recorded('session-3', [convened, the.postponed, the.cancelled]),
  ];
  const sum = folded(boardActivity, entries).documents.get(board);
  expect(sum).toMatchObject({ planned: 2, held: 2, withoutQuorum: 1, postponed: 1, cancelled: 1, agreements: 1 });
  expect(sum?.attendance[cem]).toEqual({ called: 2, present: 2, byAlternate: 2, remote: 0 });
  expect(sum?.attendance[police]).toEqual({ called: 2, present: 1, byAlternate: 0, remote: 1 });
  expect(sum?.attendance[health]).toEqual({ called: 2, present: 0, byAlternate: 0, remote: 0 });
});

it('an agreement keeps what happened to it, step by step', () => {
  const all = [agreed.adopted, agreed.carriedOver, agreed.progressed, agreed.late, agreed.rescheduled, agreed.done];
  const { documents, lists } = folded(agreements, recorded(`agreement-${agreementId}`, all));
  const card = documents.get(agreementId);
  expect(card).toMatchObject({ status: 'done', late: false, rescheduled: 1, carried: 1, due: '2025-11-30' });
  expect(card?.steps.map(({ type, what }) => [type, what])).toEqual([
    ['AgreementAdopted', undefined],
    ['AgreementCarriedOver', agreed.nextSession],
    ['AgreementProgressed', 'ADVANCING'],
    ['AgreementLate', '2025-10-31'],
    ['AgreementRescheduled', '2025-11-30'],
    ['AgreementDone', undefined],
  ]);
  expect(lists).toEqual({ [`board/${board}/closed`]: [agreementId] });
});

describe('plans', () => {
  const shown = (...events: readonly EventOf<PlanEvents>[]) => {
    const card = folded(plans, recorded(`plan-${planId}`, events)).documents.get(planId);
    if (card === undefined) throw new Error('no plan');
    return card;
  };
  const second = { ...planned.approved, data: { ...planned.approved.data, ...planned.changedContent, version: 2 } };

  it('keep every version as it was approved, and say which is in force', () => {
    const first = shown(planned.drafted, planned.approved, planned.recognised);
    const both = shown(planned.drafted, planned.approved, planned.recognised, second);
    expect(first.draft).toBeUndefined();
    expect(both.versions[0]).toEqual(first.versions[0]);
    expect(both.versions[0]?.recognised?.norm).toBe('RA-041-2025');
    expect(inForce(both)).toMatchObject({ version: 2 });
    expect(inForce(both)?.recognised).toBeUndefined();
    expect(inForce(shown(planned.drafted))).toBeUndefined();
  });

  it('add up what is budgeted and spent', () => {
    expect(moneyOf(shown(planned.drafted, planned.approved, planned.actionProgressed))).toEqual({
      PEN: { budget: 1_650_050, spent: 300_000 },
    });
    expect(moneyOf(shown(planned.drafted))).toEqual({});
  });

  it('have one measurement of a goal for a day: the last one', () => {
    const again = { ...planned.measured, data: { ...planned.measured.data, value: 63 } };
    const before = { ...planned.measured, data: { ...planned.measured.data, on: '2025-06-30', value: 55 } };
    expect(shown(planned.drafted, planned.approved, planned.measured, before, again).measured).toEqual({
      M1: [
        { on: '2025-06-30', value: 55 },
        { on: '2025-09-30', value: 63 },
      ],
    });
  });
});

describe('boards', () => {
  const entries = recorded('board-mesa-150112', [established, seatedForATerm, linked]);

  it('have the members whose term holds on the day, both ends included', () => {
    const entry = folded(boards, entries).documents.get('mesa-150112');
    if (entry === undefined) throw new Error('no board');
    const count = (day: string) => seatedOn(entry, day).length;
    expect(['2024-12-31', '2025-01-01', '2026-12-31', '2027-01-01'].map(count)).toEqual([0, 1, 1, 0]);
  });

  it('know what they report to, what they succeed, and what succeeded them', () => {
    const { documents } = folded(boards, entries);
    expect(documents.get('mesa-150112')).toMatchObject({ parent: 'irc-lima', succeeds: 'mesa-antigua' });
    expect(documents.get('mesa-antigua')).toMatchObject({ succeededBy: 'mesa-150112' });
  });
});
