import { completeWebhook } from '../../src/interop/testing/complete.js';
import { webhookId } from '../../src/interop/testing/webhook-fixtures.js';
import type { Example } from './examples.js';

/** Where an institution has its facts sent. */
export const webhookExamples: Readonly<Record<string, Example>> = {
  webhook: { stream: `webhook-${webhookId}`, complete: completeWebhook },
};
