import { projection, type Seen } from '#projection';
import { type AgreementEvents, agreementEvents } from '../domain/agreement-events.js';
import type { CancelReason, ProgressNote } from '../domain/codes.js';
import type { PlanAction } from '../domain/session-events.js';
import { without } from '../domain/without.js';

/** Something that happened to an agreement. */
export interface AgreementStep {
  readonly type: keyof AgreementEvents;
  /** When it happened. */
  readonly at: string;
  /** The note, the reason or the new day, where there is one. */
  readonly what?: string;
}

export interface AgreementCard {
  readonly id: string;
  readonly board: string;
  readonly session: string;
  readonly owner: string;
  readonly due: string;
  readonly dueAt: string;
  readonly text: string;
  readonly indicator?: string;
  readonly serves?: PlanAction;
  readonly status: 'open' | 'done' | 'cancelled';
  /** Its day went by while it was open. */
  readonly late: boolean;
  readonly rescheduled: number;
  /** How many later sessions it came back in. */
  readonly carried: number;
  readonly note?: ProgressNote;
  readonly evidence?: string;
  readonly reason?: CancelReason;
  readonly adoptedAt: string;
  readonly endedAt?: string;
  readonly steps: readonly AgreementStep[];
  readonly revision: number;
}

const idOf = (stream: string): string => stream.slice('agreement-'.length);

type Any = Seen<AgreementEvents>;

const happened = ({ metadata }: Any): string => metadata['effectiveAt'] ?? '';

/** The card with one step more. */
const stepped = (card: AgreementCard, event: Any, what?: string): AgreementCard => ({
  ...card,
  steps: [...card.steps, { type: event.type, at: happened(event), ...(what === undefined ? {} : { what }) }],
  revision: event.revision,
});

/**
 * Agreements by id, with what happened to them. Lists: `board/<code>/open`, by the day they are due;
 * `board/<code>/closed`, by when they ended; `due`, open ones whose day has not been recorded as gone by.
 */
export const agreements = projection<AgreementEvents, AgreementCard>({
  name: 'agreements',
  version: 1,
  events: agreementEvents,
  key: ({ stream }) => idOf(stream),
  empty: (id) => ({
    ...{ id, board: '', session: '', owner: '', due: '', dueAt: '', text: '', status: 'open', late: false },
    ...{ rescheduled: 0, carried: 0, adoptedAt: '', steps: [], revision: 0 },
  }),
  on: {
    AgreementAdopted: (card, event) => {
      const adopted = without(event.data, 'country', 'imported');
      return stepped({ ...card, ...adopted, adoptedAt: happened(event) }, event);
    },
    AgreementCarriedOver: (card, event) => stepped({ ...card, carried: event.data.times }, event, event.data.session),
    AgreementProgressed: (card, event) => stepped({ ...card, note: event.data.note }, event, event.data.note),
    AgreementRescheduled: (card, event) => {
      const { due, dueAt, times } = event.data;
      return stepped({ ...card, due, dueAt, rescheduled: times, late: false }, event, due);
    },
    AgreementLate: (card, event) => stepped({ ...card, late: true }, event, event.data.due),
    AgreementDone: (card, event) => {
      const { evidence, late } = event.data;
      return stepped({ ...card, status: 'done', evidence, late, endedAt: happened(event) }, event);
    },
    AgreementCancelled: (card, event) => {
      const { reason } = event.data;
      return stepped({ ...card, status: 'cancelled', reason, endedAt: happened(event) }, event, reason);
    },
  },
  index: ({ board, status, late, due, dueAt, endedAt = '' }) => [
    status === 'open' ? [`board/${board}/open`, due] : [`board/${board}/closed`, endedAt],
    ...(status === 'open' && !late ? [['due', dueAt] as const] : []),
  ],
});
