import { setTimeout as sleep } from 'node:timers/promises';
import { deriveId } from '#decider';
import { type Clock, type EventLog, type Feed, type Position, systemClock } from '#event-log';
import type { Fact } from '#publishing';
import { errorFields, type LogFields } from '#service';
import { webhookEvents } from '../domain/webhook-events.js';
import { type WebhookCard, webhooks } from '../views/webhooks.js';
import { backOffAfter, tries } from './back-off.js';
import { Backlog, type BacklogStore } from './backlog.js';
import { ReferralEnds } from './ends.js';
import { Outbox, type OutboxDeps } from './outbox.js';
import type { Outcome, Post } from './post.js';
import { signedHeaders } from './signature.js';

export interface DelivererDeps {
  readonly log: Pick<EventLog, 'follow' | 'readStream'>;
  readonly facts: Pick<Feed<Fact>, 'follow'>;
  /** Not the store that is thrown away to rebuild views. */
  readonly store: BacklogStore;
  readonly clock: Clock;
  readonly secretsOf: (card: WebhookCard) => Promise<readonly string[]>;
  readonly post: Post;
  /** Whether nobody may be told of a referral now: its case is under seal. */
  readonly isClosed: (institution: string, referral: string) => Promise<boolean>;
  /** Pauses a subscription whose receiver is gone, as this command. */
  readonly pauseGone: (webhook: string, commandId: string) => Promise<unknown>;
  /** Names this deployment in what is sent. */
  readonly source: string;
  /** Says what goes wrong: ids and codes, no address. */
  readonly note: (event: string, fields: LogFields) => void;
  readonly pause?: OutboxDeps['pause'];
}

/** What was asked of a subscription and is done once. */
type Ask = { readonly revision: number; readonly after: string } | { readonly revision: number; readonly fact: string };

/** A subscription at work. */
interface Line {
  card: WebhookCard;
  revision: number;
  asks: readonly Ask[];
  /** Ends what runs now, to begin anew with what is known by then. */
  stop: AbortController;
  /** Never rejects. */
  done: Promise<void>;
}

/**
 * Sends every subscription what is its business, each for itself: at least once, in the order of each referral.
 *
 * What it knows of subscriptions it reads from the log; how far each came is in the store. Ended anywhere, it goes on from
 * there, and sends again at most what was under way, under the same ids.
 */
export class Deliverer {
  readonly #lines = new Map<string, Line>();
  readonly #ends: ReferralEnds;
  readonly #pause: OutboxDeps['pause'];

  constructor(private readonly deps: DelivererDeps) {
    this.#ends = new ReferralEnds(deps.log);
    this.#pause = deps.pause ?? ((ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined));
  }

  /** Until the signal aborts. To be run once. */
  async run(signal: AbortSignal): Promise<void> {
    for await (const { events } of this.deps.log.follow(undefined, signal, webhookEvents.types)) {
      const changed = new Set<Line>();
      for (const event of events) {
        const [id = ''] = webhooks.keys(event);
        const line = this.#lines.get(id) ?? newLine(id);
        this.#lines.set(id, line);
        line.card = webhooks.fold(line.card, event, id) ?? line.card;
        line.revision = event.revision;
        const ask = event.data as { readonly after?: string; readonly fact?: string };
        if (ask.after !== undefined) line.asks = [...line.asks, { revision: event.revision, after: ask.after }];
        if (ask.fact !== undefined) line.asks = [...line.asks, { revision: event.revision, fact: ask.fact }];
        changed.add(line);
      }
      for (const line of changed) this.#renew(line, signal);
    }
    await Promise.all([...this.#lines.values()].map(({ done }) => done));
  }

  /** Sends a receiver a word that says nothing, at once and once, to see that it is there. */
  async ping(card: WebhookCard, id: string): Promise<Outcome> {
    const time = this.deps.clock.now();
    const body = JSON.stringify({ specversion: '1.0', id, source: this.deps.source, type: 'ping', time });
    return this.#send(card, id, body, new AbortController().signal);
  }

  /** Something changed: what runs comes to its end, then it begins anew. Others do not wait for it. */
  #renew(line: Line, kill: AbortSignal): void {
    line.stop.abort();
    const stop = (line.stop = new AbortController()).signal;
    line.done = line.done.then(() => this.#work(line, stop, kill));
  }

  async #work(line: Line, stop: AbortSignal, kill: AbortSignal): Promise<void> {
    for (let attempt = 1; !stop.aborted && !kill.aborted; attempt += 1) {
      try {
        await this.#once(line, stop, kill);
        return;
      } catch (error) {
        if (kill.aborted) return;
        const { id } = line.card;
        this.deps.note('webhook held up', { name: id, ...errorFields(error) });
        await this.#pause(backOffAfter(Math.min(attempt, 4), id), AbortSignal.any([stop, kill]));
      }
    }
  }

  async #once(line: Line, stop: AbortSignal, kill: AbortSignal): Promise<void> {
    const { card, revision } = line;
    const backlog = await Backlog.open(this.deps.store, card.id, card.since as Position);
    if (card.status === 'ended') return backlog.forget();
    for (const ask of line.asks) {
      if (ask.revision <= backlog.carriedOut) continue;
      if ('fact' in ask) await backlog.revive(ask.fact, ask.revision);
      else await backlog.rewind(ask.after as Position, ask.revision);
    }
    line.asks = line.asks.filter((ask) => ask.revision > backlog.carriedOut);
    if (card.status === 'paused') return;
    const outbox = new Outbox(card, backlog, {
      facts: this.deps.facts,
      clock: this.deps.clock,
      endsOf: (fact) => this.#ends.of(fact),
      send: (to, id, body, signal) => this.#send(to, id, body, signal),
      isClosed: ({ institution }, { stream }) => this.deps.isClosed(institution, stream.slice('referral-'.length)),
      gone: async ({ id }) => void (await this.deps.pauseGone(id, deriveId(id, 'gone', revision))),
      gaveUp: ({ id }, { position }) => this.deps.note('webhook gave up', { name: id, position, count: tries }),
      source: this.deps.source,
      pause: this.#pause,
    });
    await outbox.run(stop, kill);
  }

  /** The time in the signature is that of the world, whatever time a demonstration has come to: receivers compare it. */
  async #send(card: WebhookCard, id: string, body: string, signal: AbortSignal): Promise<Outcome> {
    const headers = signedHeaders(id, systemClock.now(), body, await this.deps.secretsOf(card));
    return this.deps.post(card.url, headers, body, signal);
  }
}

const newLine = (id: string): Line => ({
  ...{ card: webhooks.empty(id), revision: 0, asks: [] },
  ...{ stop: new AbortController(), done: Promise.resolve() },
});
