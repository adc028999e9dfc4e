import { keepUp, type Projection, type RunnerStatus, catchUp, type Skips } from '#projection';
import { type Dispatch, react, type ReactStatus, startTicker, tick } from '#policy';
import type { EventLog, Position } from '#event-log';
import { recordedSkips } from './audit/domain/skips.js';
import { duePolicies, eventProjections, factProjections, reactions } from './capabilities.js';
import { type Platform, send } from './platform.js';

/** Where notices go: a file, a mail server. Never carries what a case is about. */
export type SendNotice = (notice: {
  readonly id: string;
  readonly to: string;
  readonly kind: string;
  readonly ref: string;
  readonly at: string;
}) => Promise<void>;

/** How often the clock is looked at for what fell due. */
const tickEvery = 1_000;

/** Sends what policies decide: commands to their deciders, notices to their port. */
export function dispatcher(platform: Platform, notices: SendNotice): Dispatch {
  return async (consequence, cause) => {
    if (consequence.category === 'notice') {
      const { to, kind, ref } = consequence.command as { to: string; kind: string; ref: string };
      await notices({ id: cause.commandId, to, kind, ref, at: platform.clock.now() });
      return;
    }
    const { category, id, command, effectiveAt } = consequence;
    await send(platform, category, {
      id,
      command,
      actor: 'chaski',
      origin: 'policy',
      ...cause,
      ...(effectiveAt === undefined ? {} : { effectiveAt }),
    });
  };
}

export interface RunnersStatus {
  readonly events: RunnerStatus;
  readonly facts: RunnerStatus;
  readonly policies: ReactStatus;
}

/** What runs as long as a process does, by name. Each ends without an error when the signal aborts. */
export type Runners = Readonly<Record<string, (signal: AbortSignal) => Promise<void>>>;

/**
 * What runs where commands are taken: views that keep up, policies, and the clock.
 * @param ofFacts the views folded from facts that are kept here
 */
export function runners(
  platform: Platform,
  notices: SendNotice,
  status: RunnersStatus,
  ofFacts: readonly Projection[] = factProjections,
): Runners {
  const { log, facts, views, checkpoints, clock } = platform;
  const dispatch = dispatcher(platform, notices);
  return {
    'views of events': async (signal) =>
      keepUp(log, eventProjections, views, { signal, status: status.events, skips: await skipsOf(log) }),
    'views of facts': async (signal) =>
      keepUp(facts, ofFacts, views, { signal, status: status.facts, skips: await skipsOf(log) }),
    policies: (signal) => react(log, reactions, { dispatch, checkpoints, signal, status: status.policies }),
    ...platform.ledger?.runners,
    clock: (signal) => startTicker(duePolicies, views, clock, dispatch, { everyMs: tickEvery, signal }),
  };
}

const skips = new WeakMap<EventLog, Promise<Skips>>();

/** What is passed over: read once, since nothing is skipped while a process holds the log. */
function skipsOf(log: EventLog): Promise<Skips> {
  let known = skips.get(log);
  if (known === undefined) skips.set(log, (known = recordedSkips(log)));
  return known;
}

/** Brings all views to the head and fires what is due now: for loaders, which have no time to wait. */
export async function settle(platform: Platform, notices: SendNotice): Promise<Position | undefined> {
  await refresh(platform);
  const { dispatched } = await tick(duePolicies, platform.views, platform.clock, dispatcher(platform, notices));
  if (dispatched > 0) await refresh(platform);
  return platform.log.head();
}

/** Brings all views to the head. */
export async function refresh({ log, facts, views }: Platform): Promise<void> {
  const options = { skips: await skipsOf(log) };
  await catchUp(log, eventProjections, views, options);
  await catchUp(facts, factProjections, views, options);
}
