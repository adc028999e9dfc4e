import type { Position } from '#event-log';

/** Another process may move a checkpoint, and its notice may be lost with a connection. In milliseconds. */
const pollMs = 250;

interface Waiting {
  readonly id: string;
  readonly position: Position;
  /** Its time is over: the next look is the last. */
  over: boolean;
  readonly resolve: (reached: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** Those who wait for a checkpoint. However many they are, they share one look at the database and one connection. */
export class Watch {
  readonly #waiting = new Set<Waiting>();
  #poll: NodeJS.Timeout | undefined;
  #looking = false;
  #again = false;
  #listening: Promise<() => Promise<void>> | undefined;

  constructor(
    /** The checkpoints, by `name@version`. */
    private readonly checkpoints: () => Promise<ReadonlyMap<string, Position>>,
    /** Opens a connection that hears of moved checkpoints; answers with how to end it. */
    private readonly listen: (heard: () => void, lost: () => void) => Promise<() => Promise<void>>,
  ) {}

  /**
   * True once the checkpoint is there; false after `timeoutMs`.
   * @throws ViewsUnavailable nobody can tell
   */
  until(id: string, position: Position, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer);
          this.#waiting.delete(waiting);
          settle(value);
        };
      };
      const waiting: Waiting = { id, position, over: false, resolve: settled(resolve), reject: settled(reject) };
      const timer = setTimeout(() => {
        waiting.over = true;
        this.wake();
      }, timeoutMs);
      this.#waiting.add(waiting);
      this.wake();
    });
  }

  /** Looks, once more when a look is under way: that one may have been too early. */
  wake(): void {
    this.#again = true;
    if (!this.#looking && this.#waiting.size > 0) void this.#look();
  }

  async close(): Promise<void> {
    const end = await this.#listening?.catch(() => undefined);
    await end?.();
  }

  async #look(): Promise<void> {
    this.#looking = true;
    while (this.#again && this.#waiting.size > 0) {
      this.#again = false;
      const asked = [...this.#waiting].map((waiting) => ({ waiting, isLast: waiting.over }));
      try {
        const checkpoints = await this.checkpoints();
        for (const { waiting, isLast } of asked) {
          const reached = (checkpoints.get(waiting.id) ?? '') >= waiting.position;
          if (reached || isLast) waiting.resolve(reached);
        }
      } catch (error) {
        for (const { waiting } of asked) waiting.reject(error);
      }
    }
    this.#looking = false;
    this.#attend();
  }

  /** Polls and listens while anybody waits; the connection stays for the next. */
  #attend(): void {
    if (this.#waiting.size === 0) {
      clearInterval(this.#poll);
      this.#poll = undefined;
      return;
    }
    this.#poll ??= setInterval(() => this.wake(), pollMs);
    if (this.#listening !== undefined) return;
    const forget = () => (this.#listening = undefined);
    this.#listening = this.listen(() => this.wake(), forget);
    // What moved before it was heard of; without a connection there is the poll.
    this.#listening.then(() => this.wake(), forget);
  }
}
