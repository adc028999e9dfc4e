import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { AlertEvents } from '../domain/alert-events.js';
import * as the from '../testing/community-fixtures.js';
import { alerts } from '../views/alerts.js';
import { notifyAlerts, unansweredAlerts } from './alert-due.js';

const { alertId, answered, cameBack, demuna, raised, taken } = the;
const events = (...each: readonly EventOf<AlertEvents>[]) => recorded(`alert-${alertId}`, each);
const fired = (...each: readonly EventOf<AlertEvents>[]) => {
  const { documents, lists } = folded(alerts, events(...each));
  const card = documents.get(alertId);
  const commands = card === undefined ? [] : unansweredAlerts.fire(card, alertId, '2026-01-01T00:00:00.000Z');
  return { listed: lists['due'] ?? [], commands };
};

it('an alert comes back when its time goes by, from the instant it did, and again after that', () => {
  for (const [history, due] of [
    [[raised, taken], raised.data.deadline?.due],
    [[raised, cameBack], cameBack.data.deadline?.due],
  ] as const) {
    expect(fired(...history)).toEqual({
      listed: [alertId],
      commands: [{ category: 'alert', id: alertId, command: { do: 'come-back', due }, effectiveAt: due }],
    });
  }
});

it.each([answered, the.referred, the.closed])('one that is over comes back no more', (end) => {
  expect(fired(raised, end)).toEqual({ listed: [], commands: [] });
});

it('who is to answer hears when it is given and when it comes back, and of nothing else', () => {
  const told = events(raised, taken, cameBack, answered).flatMap((entry) => notifyAlerts.follows(entry));
  expect(told.map(({ command }) => command)).toEqual([
    { to: demuna, kind: 'alert-raised', ref: alertId },
    { to: demuna, kind: 'alert-unanswered', ref: alertId },
  ]);
});
