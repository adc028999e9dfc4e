import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import { adoptionOf } from '../domain/agreement.js';
import type { AgreementEvents } from '../domain/agreement-events.js';
import type { SessionEvents } from '../domain/session-events.js';
import * as agreed from '../testing/agreement-fixtures.js';
import * as the from '../testing/session-fixtures.js';
import { without } from '../domain/without.js';
import { agreements } from '../views/agreements.js';
import { carrying } from '../views/carrying.js';
import { sessions } from '../views/sessions.js';
import { carriedAgreements, lateAgreements, sessionReminders } from './due.js';
import { followSessions, notifyOwners } from './follow.js';

const { agreementId, at, cem, convened, members, sessionId } = the;
const now = '2025-10-08T12:00:00.000Z';

const session = (id: string, ...events: readonly EventOf<SessionEvents>[]) => recorded(`session-${id}`, events);
const agreement = (...events: readonly EventOf<AgreementEvents>[]) => recorded(`agreement-${agreementId}`, events);

describe('an agreement that is open', () => {
  const second = '5e551000-0000-8000-8000-000000000009';
  const called = { ...convened, data: { ...convened.data, at: '2025-11-13T15:00:00.000Z' } };
  const later = { ...convened, data: { ...convened.data, at: '2025-12-11T15:00:00.000Z' } };
  const board = (...entries: Parameters<typeof folded>[1]) => folded(carrying, entries).documents.get(the.board);
  const fire = (when: string, ...entries: Parameters<typeof folded>[1]) => {
    const carried = board(...entries);
    return carried === undefined ? [] : carriedAgreements.fire(carried, the.board, when);
  };
  const onAgenda = (id: string) => ({
    ...{ category: 'session', id, once: `${id}/${agreementId}` },
    command: {
      ...{ do: 'add-item', kind: 'AGREEMENT_FOLLOW_UP', title: agreed.adopted.data.text, agreement: agreementId },
    },
  });

  it('comes onto the agenda of the next session, whichever was there first', () => {
    const adopted = agreement(agreed.adopted);
    const next = session(agreed.nextSession, called);
    expect(fire(now, ...adopted, ...next)).toEqual([onAgenda(agreed.nextSession)]);
    expect(fire(now, ...next, ...adopted)).toEqual([onAgenda(agreed.nextSession)]);
  });

  it('waits with the session after that one until that one began, even if it was never opened', () => {
    const entries = [
      ...agreement(agreed.adopted),
      ...session(agreed.nextSession, called, the.itemAdded),
      ...session(second, later),
    ];
    expect(fire(now, ...entries)).toEqual([]);
    expect(folded(carrying, entries).lists).toEqual({ carry: [the.board] });
    expect(fire('2025-11-13T15:00:00.000Z', ...entries)).toEqual([onAgenda(second)]);
  });

  it('comes back no more once it is done, given up, or the session is held, called off, or history', () => {
    const history = { ...called, data: { ...called.data, imported: true } };
    for (const entries of [
      [...agreement(agreed.adopted, agreed.done), ...session(second, called)],
      [...agreement(agreed.adopted, agreed.givenUp), ...session(second, called)],
      [...agreement(agreed.adopted), ...session(second, called, the.opened)],
      [...agreement(agreed.adopted), ...session(second, called, the.cancelled)],
      [...agreement(agreed.adopted), ...session(second, history)],
      [...agreement(agreed.adopted), ...session(sessionId, called)],
    ]) {
      expect(folded(carrying, entries).lists).toEqual({});
    }
  });

  it('follows a session that is put off', () => {
    const entries = [
      ...agreement(agreed.adopted),
      ...session(agreed.nextSession, called, { ...the.postponed, data: { ...the.postponed.data, at: later.data.at } }),
    ];
    expect(board(...entries)?.called[agreed.nextSession]?.at).toBe(later.data.at);
  });
});

it('an agreement whose day went by is late from the end of that day', () => {
  const { documents, lists } = folded(agreements, agreement(agreed.adopted));
  const card = documents.get(agreementId);
  expect(lists['due']).toEqual([agreementId]);
  expect(card && lateAgreements.fire(card, agreementId, now)).toEqual([
    {
      ...{ category: 'agreement', id: agreementId, effectiveAt: agreed.dueAt },
      command: { do: 'fall-due', dueAt: agreed.dueAt },
    },
  ]);
  expect(folded(agreements, agreement(agreed.adopted, agreed.late)).lists['due']).toBeUndefined();
  expect(folded(agreements, agreement(agreed.adopted, agreed.late, agreed.rescheduled)).lists['due']).toHaveLength(1);
});

it('members are reminded of the instant a session is called to, and not of history', () => {
  const { documents, lists } = folded(sessions, session(sessionId, convened));
  const card = documents.get(sessionId);
  expect(lists['remind']).toEqual([sessionId]);
  expect(card && sessionReminders.fire(card, sessionId, now)).toEqual([
    { category: 'session', id: sessionId, command: { do: 'remind', at } },
  ]);
  const silent = without(convened.data, 'remindAt');
  expect(
    folded(sessions, session(sessionId, { type: 'SessionConvened', data: silent })).lists['remind'],
  ).toBeUndefined();
  expect(folded(sessions, session(sessionId, convened, the.reminded)).lists['remind']).toBeUndefined();
});

describe('what follows', () => {
  const after = (...events: readonly EventOf<SessionEvents>[]) =>
    session(sessionId, ...events).flatMap((entry) => followSessions.follows(entry));

  it('a decision is an agreement', () => {
    expect(after(the.decidedWithAll)).toEqual([
      { category: 'agreement', id: agreementId, command: adoptionOf(sessionId, the.decidedWithAll.data) },
    ]);
  });

  it('an agreement on an agenda is carried over, and nothing else is', () => {
    const carryOver = { do: 'carry-over', session: sessionId };
    expect(after(the.itemAdded)).toEqual([{ category: 'agreement', id: agreementId, command: carryOver }]);
    expect(after({ type: 'AgendaItemAdded', data: without(the.itemAdded.data, 'agreement') })).toEqual([]);
  });

  it('every member hears that it is called, and of no more', () => {
    expect(after(the.reminded).map(({ command }) => command)).toEqual(
      members.map((to) => ({ to, kind: 'session-called', ref: sessionId })),
    );
  });

  it('who owes it hears when it is adopted and when it is late, unless it is history', () => {
    const told = (event: EventOf<AgreementEvents>) => agreement(event).flatMap((entry) => notifyOwners.follows(entry));
    expect(told(agreed.adopted)).toMatchObject([{ command: { to: cem, kind: 'agreement-adopted', ref: agreementId } }]);
    expect(told(agreed.late)).toMatchObject([{ command: { to: cem, kind: 'agreement-late' } }]);
    expect(told({ ...agreed.late, data: { ...agreed.late.data, imported: true } })).toEqual([]);
  });
});
