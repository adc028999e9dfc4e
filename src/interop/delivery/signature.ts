import { createHmac, randomBytes } from 'node:crypto';

/** What a secret is shown with, so that nobody takes it for something else (Standard Webhooks). */
const prefix = 'whsec_';

/** A new secret: 32 random bytes, base64. */
export const newSecret = (): string => randomBytes(32).toString('base64');

/** The secret as whoever receives is shown it, once. */
export const shownSecret = (secret: string): string => `${prefix}${secret}`;

/**
 * The headers a delivery is known by (Standard Webhooks): its id, when it is sent (seconds since 1970), and a signature for
 * each secret, `v1,` and the base64 of HMAC-SHA256 over `<id>.<timestamp>.<body>`.
 * @param at ISO 8601 instant
 * @param secrets base64, the newest first
 */
export function signedHeaders(
  id: string,
  at: string,
  body: string,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.parse(at) / 1_000));
  const signatures = secrets.map((secret) => {
    const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${timestamp}.${body}`);
    return `v1,${mac.digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
