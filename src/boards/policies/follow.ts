import { policy } from '#policy';
import { adoptionOf } from '../domain/agreement.js';
import { type AgreementEvents, agreementEvents } from '../domain/agreement-events.js';
import { type SessionEvents, sessionEvents } from '../domain/session-events.js';

const sessionOf = (stream: string): string => stream.slice('session-'.length);

/** What a session decides is an agreement, and an agreement on its agenda has come back. */
export const followSessions = policy<SessionEvents>({
  name: 'follow-sessions',
  events: sessionEvents,
  on: {
    DecisionTaken: ({ stream, data }) => [
      { category: 'agreement', id: data.agreement, command: adoptionOf(sessionOf(stream), data) },
    ],
    AgendaItemAdded: ({ stream, data: { agreement } }) =>
      agreement === undefined
        ? []
        : [{ category: 'agreement', id: agreement, command: { do: 'carry-over', session: sessionOf(stream) } }],
    SessionReminded: ({ stream, data: { invited } }) =>
      invited.map((to) => notice(sessionOf(stream), to, 'session-called')),
  },
});

/** Who owes something by an agreement hears of it when it is adopted and when it is late; nobody hears of history. */
export const notifyOwners = policy<AgreementEvents>({
  name: 'notify-owners',
  events: agreementEvents,
  on: {
    AgreementAdopted: ({ stream, data }) => [notice(agreementOf(stream), data.owner, 'agreement-adopted')],
    AgreementLate: ({ stream, data }) =>
      data.imported === true ? [] : [notice(agreementOf(stream), data.owner, 'agreement-late')],
  },
});

const agreementOf = (stream: string): string => stream.slice('agreement-'.length);

const notice = (ref: string, to: string, kind: string) => ({
  category: 'notice',
  id: ref,
  command: { to, kind, ref },
});
