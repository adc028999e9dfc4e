import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '#decider';
import { deriveId, type Clock, type Instant } from '#event-log';
import { everyListed, reasonOf, type Listed, type Views } from '#projection';
import type { Consequence, Dispatch, DuePolicy } from './policy.js';

/** What one pass did. */
export interface Tick {
  /** Documents that were due. */
  readonly due: number;
  /** Commands that were taken; the same one again counts again, and changes nothing. */
  readonly dispatched: number;
  /** The world had moved on when the command came. */
  readonly refused: number;
  /** Could not be sent; still due at the next tick. */
  readonly failed: number;
  /** Why, each reason once. */
  readonly reasons: readonly string[];
}

/**
 * One pass over everything that is due at `clock.now()`, the longest due first.
 *
 * Passes may be late, repeated, or run in two processes at once: command ids are derived from policy, document and due
 * instant. A command that fails holds up none of the others.
 * @param policies their lists are sorted by the instant the document falls due
 */
export async function tick(
  policies: readonly DuePolicy[],
  views: Pick<Views, 'list'>,
  clock: Clock,
  dispatch: Dispatch,
): Promise<Tick> {
  const now = clock.now();
  const counts = { due: 0, dispatched: 0, refused: 0, failed: 0 };
  const reasons = new Set<string>();
  const count = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      counts[error instanceof Refusal ? 'refused' : 'failed'] += 1;
      if (!(error instanceof Refusal)) reasons.add(reasonOf(error));
    }
  };
  for (const policy of policies) {
    for await (const { key, sort: dueAt, document } of dueUntil(now, policy, views)) {
      counts.due += 1;
      const cause = deriveId(policy.name, key, dueAt);
      await count(async () => {
        for (const [index, consequence] of policy.fire(document, key, now).entries()) {
          const commandId = deriveId(policy.name, key, ...placeOf(consequence, dueAt, index));
          await count(async () => {
            await dispatch(consequence, { commandId, causationId: cause, correlationId: cause });
            counts.dispatched += 1;
          });
        }
      });
    }
  }
  return { ...counts, reasons: [...reasons] };
}

/** What makes the id of a command the same however often, and in whatever company, it is fired. */
const placeOf = ({ once }: Consequence, dueAt: string, index: number): readonly (string | number)[] =>
  once === undefined ? [dueAt, index] : [once];

async function* dueUntil<D>(
  now: Instant,
  { projection, list }: DuePolicy<D>,
  views: Pick<Views, 'list'>,
): AsyncIterable<Listed<D>> {
  for await (const each of everyListed(views, projection, list)) {
    if (each.sort > now) return;
    yield each;
  }
}

export interface TickerOptions {
  /** Milliseconds between the end of one pass and the beginning of the next. */
  readonly everyMs: number;
  /** Ends it, after the pass that is under way. */
  readonly signal: AbortSignal;
  /** What each pass did, or why it failed as a whole. Must not throw. */
  readonly onTick?: (outcome: Tick | Error) => void;
}

/** Ticks now and then until the signal aborts: the only place with a timer. A failed pass is followed by the next. */
export async function startTicker(
  policies: readonly DuePolicy[],
  views: Pick<Views, 'list'>,
  clock: Clock,
  dispatch: Dispatch,
  { everyMs, signal, onTick }: TickerOptions,
): Promise<void> {
  while (!signal.aborted) {
    const outcome = await tick(policies, views, clock, dispatch).catch((error: unknown) =>
      error instanceof Error ? error : new Error('the tick failed'),
    );
    onTick?.(outcome);
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
