import { deriveId, personal } from '#decider';
import type { WebhookCommand } from '../domain/webhook.js';

export const webhookId = deriveId('example-webhook');
export const url = 'https://recepcion.example.pe/chaski';
export const subscribing = {
  do: 'subscribe',
  webhook: webhookId,
  institution: 'pe-150112-cem',
  url,
  secret: 'first',
} as const satisfies WebhookCommand;

const secret = (text: string) => personal(webhookId, 'webhook', text);

export const subscribed = {
  type: 'WebhookSubscribed',
  data: { webhook: webhookId, institution: 'pe-150112-cem', url, secret: secret('first') },
} as const;
export const rotated = (recordedAt: string) =>
  ({
    type: 'WebhookSecretRotated',
    data: {
      secret: secret('second'),
      oldUntil: new Date(Date.parse(recordedAt) + 24 * 3_600_000).toISOString(),
    },
  }) as const;
export const paused = { type: 'WebhookPaused', data: { reason: 'ASKED' } } as const;
export const resumed = { type: 'WebhookResumed', data: {} } as const;
export const ended = { type: 'WebhookEnded', data: {} } as const;
