import { UnknownEvent } from '#decider';
import type { Entry, Position } from '#event-log';
import type { Projection } from './projection.js';

/** Where and why a projection stopped. Holds no data of the event. */
export interface Stop {
  /** `name@version`. */
  readonly projection: string;
  /** Of the event it cannot fold; everything before it is folded. */
  readonly position: Position;
  readonly eventId: string;
  readonly type: string;
  /** The error's name and the line of code that threw. */
  readonly reason: string;
}

export type RunnerState =
  | { readonly state: 'running' }
  /** The feed or the store does not answer, or an event is tried again. */
  | { readonly state: 'retrying'; readonly attempt: number; readonly reason: string }
  | ({ readonly state: 'stopped' } & Stop);

/** An event that a projection cannot fold: the projection stands before it. */
export class ProjectionStopped extends Error {
  constructor(
    readonly stop: Stop,
    options?: ErrorOptions,
  ) {
    super(`projection ${stop.projection} stopped before ${stop.type} at ${stop.position}: ${stop.reason}`, options);
    this.name = 'ProjectionStopped';
  }
}

/** A rule of the projection threw, or made no JSON: the fault lies with the entries or the code, not with the store. */
export class Unfoldable extends Error {
  constructor(cause: unknown) {
    super('the projection threw', { cause });
    this.name = 'Unfoldable';
  }
}

export const projectionId = (projection: Projection): string => `${projection.name}@${projection.version}`;

export function stopAt(projection: Projection, entry: Entry, cause: unknown): ProjectionStopped {
  const { position, id: eventId, type } = entry;
  return new ProjectionStopped(
    { projection: projectionId(projection), position, eventId, type, reason: reasonOf(cause) },
    { cause },
  );
}

/**
 * Why something failed, fit for health pages and logs: the error's name and the line of code that threw. A message may
 * quote data, so it is left out; an error that has more to tell says it in a text field `reason`.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof UnknownEvent) return `UnknownEvent: ${error.message}`;
  if (!(error instanceof Error)) return 'unknown';
  if ('reason' in error && typeof error.reason === 'string') return `${error.name}: ${error.reason}`;
  const [, stack = ''] = (error.stack ?? '').split(`${error.message}\n`);
  const place = /^\s+at .*?([\w.-]+:\d+):\d+\)?$/m.exec(stack)?.[1];
  return place === undefined ? error.name : `${error.name} at ${place}`;
}

/** What a running `keepUp` says of itself, and how an operator lets a stopped projection try again. */
export class RunnerStatus {
  readonly #states = new Map<string, RunnerState>();
  readonly #resumed = new Map<string, () => void>();

  /** By `name@version`. */
  get projections(): ReadonlyMap<string, RunnerState> {
    return this.#states;
  }

  get stopped(): readonly Stop[] {
    return [...this.#states.values()].filter((state) => state.state === 'stopped');
  }

  /**
   * Lets a stopped projection try again where it stopped: after a repair, or after a skip was recorded.
   * @returns false when it is not stopped
   */
  resume(id: string): boolean {
    const go = this.#resumed.get(id);
    go?.();
    return go !== undefined;
  }

  /** For the runner. */
  set(id: string, state: RunnerState): void {
    this.#states.set(id, state);
  }

  /** For the runner: resolves when resumed, or when the signal aborts. */
  untilResumed(id: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        this.#resumed.delete(id);
        signal.removeEventListener('abort', go);
        resolve();
      };
      if (signal.aborted) return resolve();
      this.#resumed.set(id, go);
      signal.addEventListener('abort', go);
    });
  }
}
