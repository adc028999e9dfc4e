import { type Decider, type EventOf, personal, Refusal } from '#decider';
import { refuseBadCode } from '../../protocol/index.js';
import { type PauseReason, type WebhookEvents, webhookEvents, webhookKey } from './webhook-events.js';

/** Milliseconds for which the secret before the newest still signs: whoever receives has a day to take the new one in. */
export const overlap = 24 * 3_600_000;

export type WebhookCommand =
  | {
      readonly do: 'subscribe';
      readonly webhook: string;
      readonly institution: string;
      readonly url: string;
      readonly types?: readonly string[];
      /** 32 random bytes, base64. */
      readonly secret: string;
    }
  | { readonly do: 'rotate'; readonly secret: string }
  | { readonly do: 'pause'; readonly reason: PauseReason }
  | { readonly do: 'resume' }
  | { readonly do: 'end' }
  /** Behind which position of the log. */
  | { readonly do: 'replay'; readonly after: string }
  | { readonly do: 'redeliver'; readonly fact: string };

export interface Webhook {
  readonly status: 'none' | 'active' | 'paused' | 'ended';
  readonly id: string;
  readonly institution: string;
  readonly url: string;
}

/** The rules of a subscription. Stream: `webhook-<id>`. */
export const webhookDecider: Decider<WebhookCommand, WebhookEvents, Webhook> = {
  category: 'webhook',
  events: webhookEvents,
  initial: { status: 'none', id: '', institution: '', url: '' },
  decide: (command, state, { recordedAt }): readonly EventOf<WebhookEvents>[] => {
    if (command.do === 'subscribe') return subscribe(command, state);
    if (state.status === 'none') throw new Refusal('webhook/unknown', 'there is no such subscription', 'unknown');
    if (command.do === 'end') return state.status === 'ended' ? [] : [{ type: 'WebhookEnded', data: {} }];
    if (state.status === 'ended') throw new Refusal('webhook/ended', 'the subscription is over', 'illegal');
    switch (command.do) {
      case 'rotate': {
        const oldUntil = new Date(Date.parse(recordedAt) + overlap).toISOString();
        return [{ type: 'WebhookSecretRotated', data: { secret: sealed(state.id, command.secret), oldUntil } }];
      }
      case 'pause':
        return state.status === 'paused' ? [] : [{ type: 'WebhookPaused', data: { reason: command.reason } }];
      case 'resume':
        return state.status === 'active' ? [] : [{ type: 'WebhookResumed', data: {} }];
      case 'replay':
        refuseBadCode('webhook', command.after);
        return [{ type: 'WebhookReplayAsked', data: { after: command.after } }];
      case 'redeliver':
        refuseBadCode('webhook', command.fact);
        return [{ type: 'WebhookRedeliveryAsked', data: { fact: command.fact } }];
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'WebhookSubscribed': {
        const { webhook: id, institution, url } = event.data;
        return { status: 'active', id, institution, url };
      }
      case 'WebhookPaused':
        return { ...state, status: 'paused' };
      case 'WebhookResumed':
        return { ...state, status: 'active' };
      case 'WebhookEnded':
        return { ...state, status: 'ended' };
      case 'WebhookSecretRotated':
      case 'WebhookReplayAsked':
      case 'WebhookRedeliveryAsked':
        return state;
    }
  },
};

const sealed = (id: string, secret: string) => personal(id, webhookKey, secret);

function subscribe(
  { webhook, institution, url, types, secret }: Extract<WebhookCommand, { do: 'subscribe' }>,
  state: Webhook,
): readonly EventOf<WebhookEvents>[] {
  if (state.status !== 'none') throw new Refusal('webhook/taken', 'another subscription has this id', 'illegal');
  for (const each of [webhook, institution, ...(types ?? [])]) refuseBadCode('webhook', each);
  if (types?.length === 0) throw new Refusal('webhook/no-types', 'it would be sent nothing', 'invalid');
  refuseBadUrl(url);
  const wanted = types === undefined ? {} : { types };
  return [
    { type: 'WebhookSubscribed', data: { webhook, institution, url, ...wanted, secret: sealed(webhook, secret) } },
  ];
}

/** A name, or the addresses, of the machine itself. */
const ofThisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether an address leads back to the machine it is called from. */
export const isOfThisMachine = (url: string): boolean => ofThisMachine.test(URL.parse(url)?.hostname ?? '');

/**
 * Only https, except to the machine itself. What is in an address ends up in lists and in other people's logs: it may
 * hold no key.
 * @throws Refusal `webhook/bad-url`
 */
export function refuseBadUrl(url: string): void {
  const parsed = url.length > 300 ? null : URL.parse(url);
  const secure = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isOfThisMachine(url));
  const bare = parsed?.username === '' && parsed.password === '' && parsed.search === '' && parsed.hash === '';
  if (!secure || !bare) throw new Refusal('webhook/bad-url', 'not an address that facts are sent to', 'invalid');
}
