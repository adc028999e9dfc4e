import { type AllStreamSubscription, type KurrentDBClient, streamNameFilter } from '@kurrent/kurrentdb-client';
import type { Bell } from '../../following.js';
import { readError } from './errors.js';
import type { Names } from './event.js';
import { pause, until } from './waiting.js';

/** Milliseconds after which followers look for themselves, should the server have stopped telling. */
const heartbeat = 5_000;

/**
 * Rings a bell whenever the log may have grown: one subscription to `$all` for all followers, opened again whenever it
 * ends. It only wakes. What is delivered comes from reads, so nothing depends on where a subscription resumes.
 */
export class Watch {
  #watchers = 0;
  #stop: AbortController | undefined;
  #connected = false;
  #trouble: string | undefined;

  constructor(
    private readonly client: KurrentDBClient,
    private readonly names: Names,
    private readonly bell: Bell,
  ) {}

  /** Watches until what it returns was called as often as this. */
  join(): () => void {
    this.#watchers += 1;
    if (this.#stop === undefined) {
      this.#stop = new AbortController();
      void this.#run(this.#stop.signal);
    }
    return () => {
      this.#watchers -= 1;
      if (this.#watchers === 0) this.stop();
    };
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#connected = false;
  }

  get followers(): number {
    return this.#watchers;
  }

  /** Whether the server would tell of an event now. */
  get connected(): boolean {
    return this.#connected;
  }

  /** Why it would not, if it is known. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const beat = setInterval(() => this.bell.ring(), heartbeat);
    for (let failures = 0; !signal.aborted; failures += 1) {
      const wasConnected = await this.#listen(signal);
      if (wasConnected) failures = 0;
      await pause(failures, signal);
    }
    clearInterval(beat);
  }

  /** Listens until the subscription ends. Answers whether it ever began. */
  async #listen(signal: AbortSignal): Promise<boolean> {
    let began = false;
    const subscription = this.client.subscribeToAll({
      fromPosition: 'end',
      filter: streamNameFilter({ prefixes: [this.names.prefix] }),
      requiresLeader: true,
    });
    const ended = new Promise<void>((resolve) => {
      const end = (error?: unknown): void => {
        if (error !== undefined && !signal.aborted) this.#trouble = readError('$all', error).message;
        resolve();
      };
      subscription.on('error', end);
      subscription.once('end', () => end());
      subscription.once('close', () => end());
    });
    subscription.on('confirmation', () => {
      began = true;
      this.#connected = true;
      this.#trouble = undefined;
      // Whatever came while nobody listened.
      this.bell.ring();
    });
    subscription.on('data', () => this.bell.ring());
    await until(signal, ended);
    this.#connected = false;
    leave(subscription);
    return began;
  }
}

/** Ends a subscription in whatever state it is; later errors of it concern nobody. */
function leave(subscription: AllStreamSubscription): void {
  subscription.unsubscribe().catch(() => undefined);
  subscription.destroy();
}
