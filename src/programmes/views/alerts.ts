import { projection, type Seen } from '#projection';
import { type AlertDue, type AlertEvents, alertEvents } from '../domain/alert-events.js';

export interface AlertCard {
  readonly id: string;
  readonly country: string;
  readonly district: string;
  readonly place: string;
  readonly topic: string;
  readonly source: string;
  readonly institution: string;
  /** Who is to answer. */
  readonly to: string;
  readonly status: 'open' | 'looked-at' | 'referred' | 'answered' | 'closed';
  readonly due?: string;
  /** How often it came back unanswered. */
  readonly times: number;
  readonly raisedAt: string;
  readonly endedAt?: string;
  /** The answer or the reason. */
  readonly code?: string;
  /** Where what was found was handed on, and the case. */
  readonly referredTo?: string;
  readonly case?: string;
  readonly revision: number;
}

type Any = Seen<AlertEvents>;

const happened = ({ metadata }: Any): string => metadata['effectiveAt'] ?? '';

const due = (deadline: AlertDue | undefined) => (deadline === undefined ? {} : { due: deadline.due });

/** Answered, handed on or closed: nothing is due any more. */
const over = ({ due: _, ...card }: AlertCard, event: Any): AlertCard => ({
  ...card,
  endedAt: happened(event),
  revision: event.revision,
});

/**
 * Alerts by id. Lists: `open` and `over`, and of an institution that gave or is to answer them `<code>/open` and
 * `<code>/over`: open ones by when they were given, the others by when they ended; `due`, by when an answer is due.
 */
export const alerts = projection<AlertEvents, AlertCard>({
  name: 'alerts',
  version: 1,
  events: alertEvents,
  key: ({ stream }) => stream.slice('alert-'.length),
  empty: (id) => ({
    ...{ id, country: '', district: '', place: '', topic: '', source: '', institution: '', to: '' },
    ...{ status: 'open', times: 0, raisedAt: '', revision: 0 },
  }),
  on: {
    AlertRaised: (card, event) => {
      const { deadline, ...told } = event.data;
      return { ...card, ...told, ...due(deadline), raisedAt: happened(event), revision: event.revision };
    },
    AlertTaken: (card, { revision }) => ({ ...card, status: 'looked-at', revision }),
    AlertCameBack: ({ due: _, ...card }, { data: { times, deadline }, revision }) => ({
      ...card,
      ...due(deadline),
      ...{ times, revision },
    }),
    AlertReferred: (card, event) => ({
      ...over(card, event),
      status: 'referred',
      referredTo: event.data.to,
      case: event.data.case,
    }),
    AlertAnswered: (card, event) => ({ ...over(card, event), status: 'answered', code: event.data.answer }),
    AlertClosed: (card, event) => ({ ...over(card, event), status: 'closed', code: event.data.reason }),
  },
  index: ({ status, institution, to, raisedAt, endedAt = '', due: dueAt }) => {
    const isOpen = status === 'open' || status === 'looked-at';
    const [list, sort] = isOpen ? ['open', raisedAt] : ['over', endedAt];
    return [
      [list, sort],
      ...[...new Set([institution, to])].map((each) => [`${each}/${list}`, sort] as const),
      ...(isOpen && dueAt !== undefined ? [['due', dueAt] as const] : []),
    ];
  },
});
