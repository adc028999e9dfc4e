import type { SealedSection } from '#decider';
import type { WebhookEvents } from '../domain/webhook-events.js';
import { url, webhookId } from './webhook-fixtures.js';

const secret: SealedSection = {
  ...{ v: 1, dekId: '00000000-0000-4000-8000-00000000d0c0', dekVersion: 1 },
  ...{ iv: 'AAAAAAAAAAAAAAAA', ct: 'c2VhbGVk', tag: 'AAAAAAAAAAAAAAAAAAAAAA' },
};

/** Every event with every field it can have, as stored, in an order in which it could happen. */
export const completeWebhook: { readonly [T in keyof WebhookEvents]: Required<WebhookEvents[T]> } = {
  WebhookSubscribed: {
    ...{ webhook: webhookId, institution: 'pe-150112-cem', url },
    types: ['ReferralSent.v1', 'ReferralAccepted.v1'],
    secret,
  },
  WebhookSecretRotated: { secret, oldUntil: '2025-10-02T15:00:00.000Z' },
  WebhookReplayAsked: { after: '00000000000000000007' },
  WebhookRedeliveryAsked: { fact: '00000000-0000-8000-8000-00000000fac7' },
  WebhookPaused: { reason: 'GONE' },
  WebhookResumed: {},
  WebhookEnded: {},
};
