import { deriveId } from '#decider';
import type { WebhookCommand } from '../../src/interop/domain/webhook.js';
import { org } from './history.js';
import type { Command, Moment } from './random-boards.js';

/** A system is subscribed, takes another secret, asks for what it missed, and goes; the rules refuse what does not fit. */
export function ofWebhooks({ on, with: n }: Moment): readonly Command[] {
  const webhook = deriveId('random-webhook', on);
  const tell = (command: WebhookCommand): Command => ['webhook', webhook, command];
  return [
    tell({
      ...{ do: 'subscribe', webhook, institution: org('cem'), url: 'https://recepcion.example.pe/chaski' },
      secret: 'demo',
      ...(n % 2 === 0 ? { types: ['ReferralSent.v1'] } : {}),
    }),
    tell({ do: 'rotate', secret: `demo-${n}` }),
    tell({ do: 'pause', reason: n === 1 ? 'GONE' : 'ASKED' }),
    ...(n > 1 ? [tell({ do: 'resume' })] : []),
    tell({ do: 'replay', after: '00000000000000000001' }),
    tell({ do: 'redeliver', fact: deriveId('random-fact', n) }),
    ...(n === 4 ? [tell({ do: 'end' })] : []),
  ];
}
