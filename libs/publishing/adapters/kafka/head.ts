import type { Position } from '#event-log';
import { backOff, reasonOf } from '#projection';
import type { Broker } from './broker.js';
import { readTold } from './messages.js';
import type { Topic } from './topics.js';

/** How a fact topic is doing, as its reader sees it. */
export interface FactsState {
  /** Complete up to there. */
  readonly upTo?: Position;
  /** Milliseconds since the relay was last heard; it speaks every second, also when nothing happens. */
  readonly silentForMs?: number;
  /** Why the broker cannot be read now. */
  readonly held?: string;
}

/** Messages at the end of a partition that are looked at: the last need not be the furthest, if a relay was replaced. */
const tail = 50;

/** The furthest position in each partition, as far as its end says. Undefined: it is empty. */
export async function reachOf(
  broker: Broker,
  { name }: Topic,
  signal: AbortSignal,
): Promise<readonly (Position | undefined)[]> {
  const watch = new Watch(broker, name);
  const known = new AbortController();
  await watch.run(() => known.abort(), AbortSignal.any([signal, known.signal]));
  return watch.reach;
}

/** Watches the ends of all partitions. */
class Watch {
  reach: (Position | undefined)[] = [];

  constructor(
    private readonly broker: Broker,
    private readonly topic: string,
  ) {}

  /** @param moved called when the ends are known, and after everything that comes then */
  async run(moved: () => void, signal: AbortSignal): Promise<void> {
    const bounds = await this.broker.bounds(this.topic);
    const from = bounds.map(({ first, next }) => Math.max(first, next - tail));
    const open = new Set(bounds.keys());
    for (const [partition, { first, next }] of bounds.entries()) if (first === next) open.delete(partition);
    this.reach = bounds.map(() => undefined);
    if (open.size === 0) moved();
    if (signal.aborted) return;
    const deliver = async (messages: Parameters<Parameters<Broker['read']>[2]>[0]) => {
      for (const message of messages) {
        const { partition, offset } = message;
        const { position } = readTold(message, new Set());
        if (position > (this.reach[partition] ?? '')) this.reach[partition] = position;
        if (offset + 1 >= (bounds[partition]?.next ?? 0)) open.delete(partition);
      }
      if (open.size === 0) moved();
    };
    await this.broker.read(this.topic, from, deliver, signal);
  }
}

/** Knows how far a fact topic is complete, once asked for the first time. */
export class Head {
  readonly #ended = new AbortController();
  #watching: Promise<void> | undefined;
  #known: Promise<void> | undefined;
  #upTo: Position | undefined;
  #heardAt: number | undefined;
  #held: string | undefined;

  constructor(
    private readonly broker: Broker,
    private readonly topic: Topic,
  ) {}

  /** @throws BrokerFailed, FactUnreadable while nothing is known yet */
  async position(): Promise<Position | undefined> {
    this.#known ??= this.#begin().catch((error: unknown) => {
      this.#known = undefined;
      throw error;
    });
    await this.#known;
    return this.#upTo;
  }

  get state(): FactsState {
    return {
      ...(this.#upTo === undefined ? {} : { upTo: this.#upTo }),
      ...(this.#heardAt === undefined ? {} : { silentForMs: Math.round(performance.now() - this.#heardAt) }),
      ...(this.#held === undefined ? {} : { held: this.#held }),
    };
  }

  async close(): Promise<void> {
    this.#ended.abort();
    await this.#watching;
  }

  /** Resolves when the ends are known, and goes on watching. */
  #begin(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#watching = this.#watch(resolve, reject);
    });
  }

  async #watch(known: () => void, failed: (error: unknown) => void): Promise<void> {
    const { signal } = this.#ended;
    let ever = false;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      const watch = new Watch(this.broker, this.topic.name);
      try {
        await watch.run(() => {
          this.#heard(watch.reach);
          attempt = 0;
          ever = true;
          known();
        }, signal);
      } catch (error) {
        this.#held = reasonOf(error);
        // Whoever asked first hears why; whoever asks later is told what was known last.
        if (!ever) return failed(error);
        await backOff(Math.max(attempt, 1), signal);
      }
    }
    failed(new Error('the facts are closed'));
  }

  #heard(reach: readonly (Position | undefined)[]): void {
    this.#held = undefined;
    if (reach.some((each) => each !== undefined)) this.#heardAt = performance.now();
    const [lowest] = reach.map((each) => each ?? ('' as Position)).sort();
    if (lowest !== undefined && lowest > (this.#upTo ?? '')) this.#upTo = lowest;
  }
}
