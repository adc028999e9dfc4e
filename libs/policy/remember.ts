import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '#event-log';
import { reasonOf, type Projection, type Views } from '#projection';

/** How far one policy came. */
export interface Progress {
  /** What its checkpoint is kept under. */
  readonly checkpoint: Projection;
  /** Everything up to here is done. */
  reached: Position | undefined;
  /** What the checkpoint says, as far as this process knows. */
  saved: Position | undefined;
  /** Hears why it could not be written down; undefined once it could. */
  onSaved(failure: string | undefined): void;
}

/**
 * Writes down how far policies came: all together, every `everyMs`, and once more when the signal aborts. Each time costs
 * a flush of the disk; what is not written down is sent again after a crash, under the same ids.
 */
export async function remember(
  policies: readonly Progress[],
  checkpoints: Pick<Views, 'checkpoint' | 'writeAll'>,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    const moved = policies.filter(({ reached, saved }) => reached !== saved);
    try {
      await save(moved, checkpoints);
      for (const policy of moved) policy.onSaved(undefined);
    } catch (error) {
      for (const policy of moved) policy.onSaved(reasonOf(error));
    }
  }
}

async function save(moved: readonly Progress[], checkpoints: Pick<Views, 'checkpoint' | 'writeAll'>): Promise<void> {
  const writes = moved.flatMap((policy) => {
    const { checkpoint: projection, reached: upTo, saved: from } = policy;
    return upTo === undefined ? [] : [{ policy, write: { projection, from, upTo, changes: new Map() } }];
  });
  if (writes.length === 0) return;
  const written = await checkpoints.writeAll(writes.map(({ write }) => write));
  for (const [index, { policy, write }] of writes.entries()) {
    if (written[index] === true) policy.saved = write.upTo;
    else await follow(policy, checkpoints);
  }
}

/** Another process runs this policy too: goes on from where it came to. */
async function follow(policy: Progress, checkpoints: Pick<Views, 'checkpoint'>): Promise<void> {
  policy.saved = await checkpoints.checkpoint(policy.checkpoint);
  if ((policy.saved ?? '') > (policy.reached ?? '')) policy.reached = policy.saved;
}
