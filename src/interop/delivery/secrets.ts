import type { Platform } from '../../platform.js';
import { recordRead } from '../../reads.js';
import { webhookKey } from '../domain/webhook-events.js';
import type { SealedSecret, WebhookCard } from '../views/webhooks.js';

type Keys = Pick<Platform, 'vault' | 'reads' | 'clock' | 'mintGrant'>;

/** The secrets that sign, opened once each and kept in memory for as long as the process runs. */
export class Secrets {
  readonly #opened = new Map<string, Promise<string>>();

  constructor(private readonly keys: Keys) {}

  /**
   * Those of a subscription that sign now, base64, the newest first.
   * @throws Tampered, KeyMissing, LogUnavailable
   */
  of({ id, secrets }: WebhookCard): Promise<readonly string[]> {
    const now = this.keys.clock.now();
    const valid = secrets.filter(({ until }) => until === undefined || now < until);
    return Promise.all(valid.map((secret) => this.#open(`webhook-${id}`, secret)));
  }

  #open(stream: string, secret: SealedSecret): Promise<string> {
    const known = this.#opened.get(secret.eventId) ?? opened(this.keys, stream, secret);
    this.#opened.set(secret.eventId, known);
    // One that could not be opened is tried again.
    known.catch(() => this.#opened.delete(secret.eventId));
    return known;
  }
}

/**
 * Opens a secret for the system, which signs with it and shows it to nobody. The decision point decides about persons and
 * knows nothing of these. That it is opened is written down first.
 */
async function opened(
  { vault, reads, clock, mintGrant }: Keys,
  stream: string,
  { section, eventId, revision, type, schema }: SealedSecret,
): Promise<string> {
  if (!('ct' in section)) throw new Error(`${type}.secret is not sealed`);
  const [actor, purpose, category] = ['chaski', 'delivery', webhookKey];
  await recordRead({ reads, clock }, actor, 'SectionOpened', { stream, eventId, section: 'secret', category, purpose });
  const grant = mintGrant({ actor, purpose, categories: [category], stream });
  const binding = { stream, revision, eventId, type, schema, section: 'secret' };
  const result = await vault.open(section, binding, grant);
  if (result === 'erased') throw new Error('the secret of a subscription was erased');
  return result.value as string;
}
