import type { Clock, Feed } from '#event-log';
import { cloudEventAttributes, type Fact } from '#publishing';
import { referralFacts } from '../../referrals/published/facts.js';
import type { WebhookCard } from '../views/webhooks.js';
import { backOffAfter, tries } from './back-off.js';
import type { Backlog, Delivery } from './backlog.js';
import type { Outcome } from './post.js';

/** What one subscription's deliveries need. */
export interface OutboxDeps {
  readonly facts: Pick<Feed<Fact>, 'follow'>;
  readonly clock: Clock;
  /** Whose business a fact is. */
  readonly endsOf: (fact: Fact) => Promise<ReadonlySet<string>>;
  /** Signs and sends a body under an id, once. */
  readonly send: (card: WebhookCard, id: string, body: string, signal: AbortSignal) => Promise<Outcome>;
  /** Whether nobody may be told of it now: it is of a case under seal. */
  readonly isClosed: (card: WebhookCard, delivery: Delivery) => Promise<boolean>;
  /** The receiver wants no more. */
  readonly gone: (card: WebhookCard) => Promise<void>;
  /** A fact was given up. */
  readonly gaveUp: (card: WebhookCard, delivery: Delivery) => void;
  /** Names this deployment. */
  readonly source: string;
  /** Waits at most so many milliseconds, less when the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Streams that are sent to one receiver at a time. */
const together = 4;
/** As many wait in memory and in the store; everything behind waits in the log. */
const room = 1_000;
/** The clock is looked at this often at least, in milliseconds, in case it was put right. */
const longestWait = 60_000;
/** Pages without anything for the subscriber after which how far they reach is written down all the same. */
const pagesUnsaved = 200;

/** A fact as it is sent: CloudEvents 1.0, JSON format. */
export const bodyOf = (source: string, fact: Fact): string =>
  JSON.stringify({ ...cloudEventAttributes(source, fact), datacontenttype: 'application/json', data: fact.data });

/** Sends one subscription what is its business: each stream in order, several streams side by side. */
export class Outbox {
  /** Streams of which a fact is under way. */
  readonly #busy = new Map<string, Promise<void>>();
  /** Whoever waits for something to change. */
  readonly #sleepers = new Set<AbortController>();
  #gone = false;

  constructor(
    private readonly card: WebhookCard,
    private readonly backlog: Backlog,
    private readonly deps: OutboxDeps,
  ) {}

  /**
   * Until `stop` aborts: then what is under way is seen to its end, unless `kill` aborts it.
   * @throws what the feed or the store throws; nothing is lost
   */
  async run(stop: AbortSignal, kill: AbortSignal): Promise<void> {
    const failed = new AbortController();
    const either = AbortSignal.any([stop, kill, failed.signal]);
    either.addEventListener('abort', () => this.#ring());
    const guarded = async (work: Promise<void>): Promise<void> => {
      try {
        await work;
      } finally {
        failed.abort();
      }
    };
    const ends = await Promise.allSettled([guarded(this.#takeIn(either)), guarded(this.#sendOut(either, kill))]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  /** Facts into the backlog, as far as there is room. */
  async #takeIn(signal: AbortSignal): Promise<void> {
    const { card, backlog, deps } = this;
    let unsaved = 0;
    for await (const page of deps.facts.follow(backlog.cursor, signal, card.types ?? referralFacts.types)) {
      const taken: Delivery[] = [];
      for (const fact of page.events) if (await this.#isTheirs(fact)) taken.push(this.#deliveryOf(fact));
      unsaved += 1;
      if (taken.length > 0 || unsaved >= pagesUnsaved) {
        await backlog.take(taken, page.upTo);
        unsaved = 0;
        this.#ring();
      }
      while (backlog.size >= room && !signal.aborted) await this.#wait(longestWait);
      if (signal.aborted) return;
    }
  }

  /** What was brought in from elsewhere is history, and fires nothing. */
  async #isTheirs(fact: Fact): Promise<boolean> {
    if (fact.metadata['origin'] === 'import') return false;
    return (await this.deps.endsOf(fact)).has(this.card.institution);
  }

  #deliveryOf(fact: Fact): Delivery {
    const { id, type, stream, position } = fact;
    return { id, type, stream, position, body: bodyOf(this.deps.source, fact), tried: 0 };
  }

  async #sendOut(signal: AbortSignal, kill: AbortSignal): Promise<void> {
    const failures: unknown[] = [];
    while (!signal.aborted && !this.#gone && failures.length === 0) {
      const now = this.deps.clock.now();
      const [ready, wait] = this.#next(now);
      if (ready === undefined) {
        await this.#wait(wait);
        continue;
      }
      const work = this.#deliver(ready, kill)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => {
          this.#busy.delete(ready.stream);
          this.#ring();
        });
      this.#busy.set(ready.stream, work);
    }
    await Promise.all(this.#busy.values());
    if (failures.length > 0) throw failures[0];
    // The pause that was asked for stops it; until then it takes nothing more to the receiver.
    while (this.#gone && !signal.aborted) await this.#wait(longestWait);
  }

  /** The oldest that may be sent now; or how long to wait for one, in milliseconds. */
  #next(now: string): readonly [Delivery | undefined, number] {
    let ready: Delivery | undefined;
    let wait = longestWait;
    if (this.#busy.size >= together) return [undefined, wait];
    for (const head of this.backlog.heads()) {
      if (this.#busy.has(head.stream)) continue;
      if (head.next !== undefined && head.next > now) {
        wait = Math.min(wait, Date.parse(head.next) - Date.parse(now));
      } else if (ready === undefined || head.position < ready.position) {
        ready = head;
      }
    }
    return [ready, wait];
  }

  async #deliver(delivery: Delivery, kill: AbortSignal): Promise<void> {
    const { card, backlog, deps } = this;
    if (await deps.isClosed(card, delivery)) return backlog.pass(delivery);
    const outcome = await deps.send(card, delivery.id, delivery.body, kill);
    // Cut off, it counts as not tried: the receiver may have it, and will know it by its id.
    if (kill.aborted) return;
    const at = deps.clock.now();
    if (outcome.taken) return backlog.taken(delivery, at);
    const tried = delivery.tried + 1;
    const dead = !outcome.gone && tried >= tries;
    const again = Date.parse(at) + backOffAfter(tried, `${card.id}/${delivery.id}`);
    await backlog.failed(delivery, at, outcome.why, dead ? undefined : new Date(again).toISOString());
    if (dead) deps.gaveUp(card, delivery);
    if (!outcome.gone || this.#gone) return;
    this.#gone = true;
    await deps.gone(card);
  }

  /** Until something changed, at most so long. */
  async #wait(ms: number): Promise<void> {
    const sleeper = new AbortController();
    this.#sleepers.add(sleeper);
    await this.deps.pause(ms, sleeper.signal);
    this.#sleepers.delete(sleeper);
  }

  #ring(): void {
    for (const sleeper of this.#sleepers) sleeper.abort();
  }
}
