import { type DuePolicy, policy } from '#policy';
import { findingDecider, type FindingEvents, timesLate } from '../domain/finding.js';
import type { RegisterCard } from '../views/register-entries.js';
import { askedAgainAt, findingView } from '../views/register-views.js';

/** A finding comes back when the day of its reply goes by, and every few days from then on, until there is a reply. */
export const lateReplies: DuePolicy<RegisterCard> = {
  name: 'late-replies',
  projection: findingView,
  list: 'due',
  fire: (card) => {
    const { id, values } = card;
    const entry = { times: timesLate(card) + 1, due: values['due'] };
    const command = { do: 'step', type: 'FindingReplyLate', institution: values['observed'], entry };
    return [{ category: 'finding', id, command, effectiveAt: askedAgainAt(card) }];
  },
};

/**
 * The institution that was watched hears of a finding, and each time its reply is late, and so does the coordination of
 * the board: where that institution has no seat, its reply goes by the coordination. Nobody hears of history.
 */
export const notifyObserved = policy<FindingEvents>({
  name: 'notify-observed',
  events: findingDecider.events,
  on: {
    FindingRaised: ({ stream, data: { board, entry } }) => notices(stream, 'finding-raised', entry.observed, board),
    FindingReplyLate: ({ stream, data: { imported, board, institution } }) =>
      imported === true ? [] : notices(stream, 'finding-reply-late', institution, board),
  },
});

function notices(stream: string, kind: string, observed: string, board: string) {
  const ref = stream.slice('finding-'.length);
  return [observed, `coordinator/${board}`].map((to) => ({
    ...{ category: 'notice', id: ref },
    command: { to, kind, ref },
  }));
}
