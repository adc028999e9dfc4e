import { catalogue, type Personal } from '#decider';

/** Why nothing is sent for a while: somebody asked for it, or the receiver said it is gone (410). */
export const pauseReasons = ['ASKED', 'GONE'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** The secrets of a subscription are sealed under a key of its own, of this kind. */
export const webhookKey = 'webhook';

/** What happens to a subscription: where an institution has its facts sent. */
export type WebhookEvents = {
  WebhookSubscribed: {
    /** Random id of the subscription. */
    readonly webhook: string;
    readonly institution: string;
    /** Carries no key: neither user, nor query. */
    readonly url: string;
    /** The facts wanted, by name. Absent: all there are. */
    readonly types?: readonly string[];
    /** 32 random bytes, base64. */
    readonly secret: Personal<string>;
  };
  /** Another secret signs from now on; the one before it signs beside it until `oldUntil`. */
  WebhookSecretRotated: { readonly secret: Personal<string>; readonly oldUntil: string };
  WebhookPaused: { readonly reason: PauseReason };
  WebhookResumed: Readonly<Record<string, never>>;
  WebhookEnded: Readonly<Record<string, never>>;
  /** Everything behind this position of the log is to be sent again. */
  WebhookReplayAsked: { readonly after: string };
  /** A fact that was given up is to be sent again. */
  WebhookRedeliveryAsked: { readonly fact: string };
};

export const webhookEvents = catalogue<WebhookEvents>({
  WebhookSubscribed: 1,
  WebhookSecretRotated: 1,
  WebhookPaused: 1,
  WebhookResumed: 1,
  WebhookEnded: 1,
  WebhookReplayAsked: 1,
  WebhookRedeliveryAsked: 1,
});
