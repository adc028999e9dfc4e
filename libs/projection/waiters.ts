/** Those who wait for a checkpoint. Looks again when woken and, where another process may write, now and then. */
export class Waiters {
  readonly #waiting = new Set<() => void>();

  constructor(private readonly pollMs?: number) {}

  wake(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** True once `reached` says so; false after `timeoutMs`. */
  until(reached: () => boolean, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        this.#waiting.delete(wake);
        clearTimeout(timer);
        clearInterval(poll);
        settle();
      };
      const look = (last = false) => {
        try {
          if (reached()) done(() => resolve(true));
          else if (last) done(() => resolve(false));
        } catch (error) {
          done(() => reject(error instanceof Error ? error : new Error('the checkpoint cannot be read')));
        }
      };
      const wake = () => look();
      const timer = setTimeout(() => look(true), timeoutMs);
      const poll = this.pollMs === undefined ? undefined : setInterval(wake, this.pollMs);
      this.#waiting.add(wake);
      look();
    });
  }
}
