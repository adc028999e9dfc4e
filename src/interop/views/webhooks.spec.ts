import { folded, recorded } from '../../../test/history/recorded.js';
import { completeWebhook } from '../testing/complete.js';
import { webhookId } from '../testing/webhook-fixtures.js';
import type { WebhookEvents } from '../domain/webhook-events.js';
import { webhooks } from './webhooks.js';

const stream = `webhook-${webhookId}`;
const after = (...types: readonly (keyof WebhookEvents)[]) => {
  const events = types.map((type) => ({ type, data: completeWebhook[type] })) as Parameters<
    typeof recorded<WebhookEvents>
  >[1];
  const { documents, lists } = folded(webhooks, recorded(stream, events));
  return { card: documents.get(webhookId), lists };
};

describe('a subscription as it is seen', () => {
  it('stands with its institution, and knows where its secret lies', () => {
    const { card, lists } = after('WebhookSubscribed');
    expect(card).toMatchObject({ status: 'active', institution: 'pe-150112-cem', since: '00000000000000000001' });
    expect(card?.secrets).toMatchObject([{ revision: 1, type: 'WebhookSubscribed', schema: 1 }]);
    expect(lists).toEqual({ 'of/pe-150112-cem': [webhookId] });
  });

  it('has two secrets at most: the newest, and the one before it until it signs no more', () => {
    const { card } = after('WebhookSubscribed', 'WebhookSecretRotated', 'WebhookSecretRotated');
    expect(card?.secrets.map(({ revision, until }) => [revision, until])).toEqual([
      [3, undefined],
      [2, completeWebhook.WebhookSecretRotated.oldUntil],
    ]);
  });

  it('says why nothing is sent, for as long as nothing is', () => {
    expect(after('WebhookSubscribed', 'WebhookPaused').card).toMatchObject({ status: 'paused', pausedFor: 'GONE' });
    expect(after('WebhookSubscribed', 'WebhookPaused', 'WebhookResumed').card).not.toHaveProperty('pausedFor');
    expect(after('WebhookSubscribed', 'WebhookEnded').card).toMatchObject({ status: 'ended', secrets: [] });
  });
});
