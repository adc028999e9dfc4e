import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveId } from '#event-log';
import { sqliteViews } from '#projection/sqlite';
import type { LogFields } from '#service';
import type { BacklogStore } from '../../src/interop/delivery/backlog.js';
import { Deliverer } from '../../src/interop/delivery/deliverer.js';
import { type Post, poster } from '../../src/interop/delivery/post.js';
import { Secrets } from '../../src/interop/delivery/secrets.js';
import { newSecret } from '../../src/interop/delivery/signature.js';
import type { WebhookCommand } from '../../src/interop/domain/webhook.js';
import { send } from '../../src/platform.js';
import { complete } from '../../src/referrals/testing/complete.js';
import { memoryPlatform } from '../support/platform.js';

/** A process that was killed writes nothing more. */
class Killed extends Error {}

/** A deliverer on a store that outlives it: killed and begun anew as often as a test likes. */
export class World {
  readonly platform = memoryPlatform('2025-10-01T12:00:00.000Z');
  readonly noted: (readonly [event: string, fields: LogFields])[] = [];
  /** Referrals of cases under seal. */
  readonly sealed = new Set<string>();
  readonly #folder = mkdtempSync(join(tmpdir(), 'chaski-webhooks-'));
  readonly #path = join(this.#folder, 'checkpoints.db');
  readonly store = sqliteViews({ path: this.#path });
  #commands = 0;
  #life = new AbortController();
  #running: Promise<void> = Promise.resolve();
  deliverer: Deliverer | undefined;

  constructor(private readonly post: Post = poster({ loopback: () => true }, 1_000)) {}

  begin(): void {
    const { log, facts, clock } = this.platform;
    const life = (this.#life = new AbortController());
    const secrets = new Secrets(this.platform);
    this.deliverer = new Deliverer({
      ...{ log, facts, clock, post: this.post, source: '/test' },
      store: mortal(this.store, life.signal),
      isClosed: async (_institution, referral) => this.sealed.has(referral),
      secretsOf: (card) => secrets.of(card),
      pauseGone: (id) => this.tell(id, { do: 'pause', reason: 'GONE' }),
      note: (event, fields) => void this.noted.push([event, fields]),
      // Time goes by while a deliverer waits, and the network is slow as ever.
      pause: async (ms, signal) => {
        await turn(signal);
        clock.advanceTo(new Date(Date.parse(clock.now()) + Math.min(ms, 60_000)).toISOString());
      },
    });
    this.#running = this.deliverer.run(life.signal);
  }

  /** As `kill -9`: from this moment nothing is written, and what comes back is not heard. */
  kill(): Promise<void> {
    this.#life.abort();
    return this.#running;
  }

  async close(): Promise<void> {
    await this.kill();
    await this.store.close();
    await this.platform.close();
    rmSync(this.#folder, { recursive: true });
  }

  tell(webhook: string, command: WebhookCommand): Promise<unknown> {
    const commandId = deriveId('webhook-world', (this.#commands += 1));
    return send(this.platform, 'webhook', { id: webhook, command, commandId, actor: 'demo-test' });
  }

  async subscribe(name: string, institution: string, url: string): Promise<string> {
    const webhook = deriveId('webhook', name);
    await this.tell(webhook, { do: 'subscribe', webhook, institution, url, secret: newSecret() });
    return webhook;
  }

  /** The next step of a referral between two institutions; answers with the id of its fact. */
  async step(
    referral: string,
    nth: number,
    { from, to, origin }: { readonly from: string; readonly to: string; readonly origin?: string },
  ): Promise<string> {
    const step = { ...complete.ReferralReceived, institution: to };
    const [type, data] =
      nth === 1
        ? ['ReferralSent', { ...complete.ReferralSent, from, to: { ...complete.ReferralSent.to, organization: to } }]
        : [nth % 2 === 0 ? 'ReferralReceived' : 'ReferralAccepted', step];
    const now = this.platform.clock.now();
    const id = deriveId(referral, nth);
    const metadata = { schema: '1', recordedAt: now, effectiveAt: now, ...(origin === undefined ? {} : { origin }) };
    await this.platform.log.append(`referral-${referral}`, nth - 1, [
      { id, type: String(type), data: Object(data) as object, metadata },
    ]);
    return id;
  }
}

function mortal(store: BacklogStore, life: AbortSignal): BacklogStore {
  const alive = (): void => {
    if (life.aborted) throw new Killed();
  };
  return {
    checkpoint: (projection) => store.checkpoint(projection),
    get: (projection, key) => store.get(projection, key),
    list: (projection, list, range) => store.list(projection, list, range),
    count: (projection, list) => store.count(projection, list),
    write: async (write) => {
      alive();
      return store.write(write);
    },
    drop: async (projection) => {
      alive();
      await store.drop(projection);
    },
  };
}

const turn = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, 1);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
