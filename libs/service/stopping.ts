import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** A task that runs as long as the process, and how it is. */
export interface RunnerState {
  readonly name: string;
  readonly state: 'running' | 'ended' | 'failed';
  /** Kind of the error it failed with. */
  readonly why?: string;
}

/** How long runners and closers may take to end, in milliseconds. */
const patience = 10_000;

/**
 * What runs as long as the service, and what is closed after it.
 *
 * On shutdown, after the last request was answered: `signal` aborts, the runners are waited for, then the closers run, the
 * last registered first. So a runner never meets a closed log.
 */
@Injectable()
export class Stopping implements OnApplicationShutdown {
  readonly #controller = new AbortController();
  readonly #runners = new Map<string, { promise: Promise<void>; state: RunnerState }>();
  readonly #closers: { readonly name: string; readonly close: () => Promise<void> | void }[] = [];
  #stopped: Promise<void> | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Starts a runner. One that fails does not stop the others: `/health/ready` names it. */
  run(name: string, work: (signal: AbortSignal) => Promise<void>): void {
    const set = (state: RunnerState['state'], error?: unknown) => {
      const runner = this.#runners.get(name);
      const why = error instanceof Error ? { why: error.name } : {};
      if (runner !== undefined) runner.state = { name, state, ...why };
    };
    // A turn later, so that a runner that fails at once is in the list already.
    const promise = Promise.resolve()
      .then(() => work(this.signal))
      .then(
        () => set('ended'),
        (error: unknown) => set('failed', error),
      );
    this.#runners.set(name, { promise, state: { name, state: 'running' } });
  }

  /** Has something closed after all runners ended. */
  closes(name: string, close: () => Promise<void> | void): void {
    this.#closers.push({ name, close });
  }

  runners(): readonly RunnerState[] {
    return [...this.#runners.values()].map(({ state }) => state);
  }

  /** Idempotent. Never hangs: whatever takes longer than ten seconds is left behind, and named in the error. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  onApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  async #stop(): Promise<void> {
    this.#controller.abort();
    const failed: string[] = [];
    for (const [name, { promise }] of this.#runners) {
      if (!(await inTime(promise))) failed.push(name);
    }
    for (const { name, close } of this.#closers.reverse()) {
      if (!(await inTime(Promise.resolve().then(close)))) failed.push(name);
    }
    if (failed.length > 0) throw new Error(`did not stop cleanly: ${failed.join(', ')}`);
  }
}

/** Whether it was fulfilled before patience ran out. */
async function inTime(promise: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
