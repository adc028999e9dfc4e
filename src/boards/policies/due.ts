import type { DuePolicy } from '#policy';
import { type AgreementCard, agreements } from '../views/agreements.js';
import { type Carrying, carrying, toCarry } from '../views/carrying.js';
import { type SessionCard, sessions } from '../views/sessions.js';

/** An agreement whose last day went by is late, once, from the instant that day ended. */
export const lateAgreements: DuePolicy<AgreementCard> = {
  name: 'late-agreements',
  projection: agreements,
  list: 'due',
  fire: ({ id, dueAt }) => [{ category: 'agreement', id, command: { do: 'fall-due', dueAt }, effectiveAt: dueAt }],
};

/** The members of a board are reminded of a session, once for each day it was called to. */
export const sessionReminders: DuePolicy<SessionCard> = {
  name: 'session-reminders',
  projection: sessions,
  list: 'remind',
  fire: ({ id, at }) => [{ category: 'session', id, command: { do: 'remind', at } }],
};

/** What is open comes back by itself: on the agenda of the next session, until it is done. */
export const carriedAgreements: DuePolicy<Carrying> = {
  name: 'carried-agreements',
  projection: carrying,
  list: 'carry',
  fire: (board, _key, now) =>
    toCarry(board)
      .filter(({ since }) => since <= now)
      .flatMap(({ session, missing }) =>
        missing.map(({ agreement, text }) => ({
          category: 'session',
          id: session,
          command: { do: 'add-item', kind: 'AGREEMENT_FOLLOW_UP', title: text, agreement },
          once: `${session}/${agreement}`,
        })),
      ),
};
