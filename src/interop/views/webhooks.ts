import type { Personal } from '#decider';
import { projection } from '#projection';
import { type PauseReason, type WebhookEvents, webhookEvents } from '../domain/webhook-events.js';

/** A secret as it lies in the log, and where. */
export interface SealedSecret {
  readonly section: Personal<string>;
  readonly eventId: string;
  readonly revision: number;
  readonly type: 'WebhookSubscribed' | 'WebhookSecretRotated';
  readonly schema: number;
  /** Signs no more from then on; absent: for as long as it is the newest. */
  readonly until?: string;
}

/** A subscription, as its institution sees it. */
export interface WebhookCard {
  readonly id: string;
  readonly institution: string;
  readonly url: string;
  /** Absent: all there are. */
  readonly types?: readonly string[];
  readonly status: 'active' | 'paused' | 'ended';
  readonly pausedFor?: PauseReason;
  readonly subscribedAt: string;
  /** The position it was subscribed at: what was recorded before is sent only when it is asked for. */
  readonly since: string;
  /** The newest first, two at most; none when it is over. */
  readonly secrets: readonly SealedSecret[];
}

/** Subscriptions. Lists: `of/<institution>` by when each was subscribed. */
export const webhooks = projection<WebhookEvents, WebhookCard>({
  name: 'webhooks',
  version: 1,
  events: webhookEvents,
  key: ({ stream }) => stream.slice('webhook-'.length),
  empty: (id) => ({ id, institution: '', url: '', status: 'active', subscribedAt: '', since: '', secrets: [] }),
  on: {
    WebhookSubscribed: (card, event) => {
      const { institution, url, types, secret } = event.data;
      const subscribedAt = event.metadata['recordedAt'] ?? '';
      const wanted = types === undefined ? {} : { types };
      return {
        ...{ ...card, institution, url, ...wanted, subscribedAt, since: event.position },
        secrets: [secretOf(event, secret)],
      };
    },
    WebhookSecretRotated: (card, event) => {
      const { secret, oldUntil } = event.data;
      const old = card.secrets.slice(0, 1).map((each) => ({ ...each, until: oldUntil }));
      return { ...card, secrets: [secretOf(event, secret), ...old] };
    },
    WebhookPaused: (card, { data }) => ({ ...card, status: 'paused', pausedFor: data.reason }),
    WebhookResumed: ({ pausedFor: _over, ...card }) => ({ ...card, status: 'active' }),
    WebhookEnded: (card) => ({ ...card, status: 'ended', secrets: [] }),
  },
  index: ({ institution, subscribedAt }) => [[`of/${institution}`, subscribedAt]],
});

function secretOf(
  {
    id: eventId,
    revision,
    type,
    metadata,
  }: {
    readonly id: string;
    readonly revision: number;
    readonly type: SealedSecret['type'];
    readonly metadata: Readonly<Record<string, string>>;
  },
  section: Personal<string>,
): SealedSecret {
  return { section, eventId, revision, type, schema: Number(metadata['schema'] ?? 1) };
}
