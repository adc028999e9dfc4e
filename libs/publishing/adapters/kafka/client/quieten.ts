import { createRequire } from 'node:module';

/** The part of a kafkajs connection that holds requests back while the broker asks for it. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests: (this: RequestQueue) => void;
}

let done = false;

/**
 * Has connections of kafkajs sleep while nothing is held back. As released, each sets a timer of 1 ms again and again for
 * as long as it lives, and new versions of Node warn of it (kafkajs #1751, never mended).
 */
export function quieten(): void {
  if (done) return;
  done = true;
  const queue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as {
    readonly prototype: RequestQueue;
  };
  const { prototype } = queue;
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0) schedule.call(this);
  };
}
