import { type DuePolicy, policy } from '#policy';
import { type AlertEvents, alertEvents } from '../domain/alert-events.js';
import { type AlertCard, alerts } from '../views/alerts.js';

/** An alert nobody answered comes back to who is to answer it, each time its time goes by. */
export const unansweredAlerts: DuePolicy<AlertCard> = {
  name: 'unanswered-alerts',
  projection: alerts,
  list: 'due',
  fire: ({ id, due }) =>
    due === undefined ? [] : [{ category: 'alert', id, command: { do: 'come-back', due }, effectiveAt: due }],
};

/** Who is to answer an alert hears of it when it is given and when it comes back. */
export const notifyAlerts = policy<AlertEvents>({
  name: 'notify-alerts',
  events: alertEvents,
  on: {
    AlertRaised: ({ stream, data }) => [notice(stream, data.to, 'alert-raised')],
    AlertCameBack: ({ stream, data }) => [notice(stream, data.to, 'alert-unanswered')],
  },
});

const notice = (stream: string, to: string, kind: string) => {
  const ref = stream.slice('alert-'.length);
  return { category: 'notice', id: ref, command: { to, kind, ref } };
};
