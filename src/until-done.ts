import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog } from '#event-log';

export interface Unfinished {
  /** The events that say there is something to do. */
  readonly types: readonly string[];
  /** What it is to be done to, by the stream of the event. */
  readonly keyOf: (stream: string) => string;
  /** Does it, and answers whether there is nothing left to do. What it throws is tried again as well. */
  readonly work: (key: string) => Promise<boolean>;
  /** Milliseconds until what was held up is tried again. */
  readonly retryAfter: number;
}

/**
 * Does what events ask for, since the first one, one thing at a time, and again until it is done; until the signal aborts.
 * So whatever cuts it off, it goes on where it was.
 */
export async function untilDone(
  log: Pick<EventLog, 'follow'>,
  { types, keyOf, work, retryAfter }: Unfinished,
  signal: AbortSignal,
): Promise<void> {
  const waiting = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  const goOn = (): Promise<void> => {
    running = running.then(async () => {
      for (const key of waiting) {
        if (signal.aborted) return;
        if (await work(key).catch(() => false)) waiting.delete(key);
      }
    });
    return running;
  };
  const listen = async (): Promise<void> => {
    for await (const { events } of log.follow(undefined, signal, types)) {
      for (const { stream } of events) waiting.add(keyOf(stream));
      await goOn();
    }
  };
  const retry = async (): Promise<void> => {
    while (!signal.aborted) {
      await sleep(retryAfter, undefined, { signal }).catch(() => undefined);
      await goOn();
    }
  };
  await Promise.all([listen(), retry()]);
}
