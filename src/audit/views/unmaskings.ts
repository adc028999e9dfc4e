import { projection } from '#projection';
import { type UnmaskingEvents, unmaskingEvents, type UnmaskingReason } from '../domain/unmasking-events.js';

/** A request to learn who is behind a pseudonym, as both persons see it. */
export interface UnmaskingCard {
  readonly id: string;
  readonly pseudonym: string;
  readonly session: string;
  readonly reason: UnmaskingReason | '';
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decidedBy?: string;
  readonly until: string;
  readonly status: 'asked' | 'approved' | 'refused';
  /** How often the auditor looked. */
  readonly shown: number;
}

const empty = (id: string): UnmaskingCard => ({
  ...{ id, pseudonym: '', session: '', reason: '', askedBy: '', askedAt: '', until: '' },
  status: 'asked',
  shown: 0,
});

/** Requests to unmask by id. List `all`, by when they were asked. */
export const unmaskings = projection<UnmaskingEvents, UnmaskingCard>({
  name: 'unmaskings',
  version: 1,
  events: unmaskingEvents,
  key: ({ stream }) => stream.slice('unmasking-'.length),
  empty,
  on: {
    UnmaskingAsked: (card, { data, metadata }) => {
      const { pseudonym, session, reason, until } = data;
      const { actor: askedBy = '', recordedAt: askedAt = '' } = metadata;
      return { ...card, pseudonym, session, reason, until, askedBy, askedAt };
    },
    UnmaskingApproved: (card, { data, metadata }) => ({
      ...card,
      status: 'approved',
      decidedBy: metadata['actor'] ?? '',
      until: data.until,
    }),
    UnmaskingRefused: (card, { metadata }) => ({ ...card, status: 'refused', decidedBy: metadata['actor'] ?? '' }),
    UnmaskingShown: (card) => ({ ...card, shown: card.shown + 1 }),
  },
  index: ({ askedAt }) => [['all', askedAt]],
});
