import type { DynamicModule } from '@nestjs/common';
import type { Clock, CommandWatch, Feed, Position } from '#event-log';
import type { ReactStatus } from '#policy';
import { type Projection, projectionId, type RunnerStatus, type Views } from '#projection';
import {
  commandWatch,
  type Follower,
  type Lag,
  lagsOf,
  type Meters,
  MetricsModule,
  observedFeed,
  observedLog,
  type Observers,
  observedViews,
  remembered,
} from '#service';
import { deciders, eventProjections, factProjections, publications } from '../capabilities.js';
import type { Platform } from '../platform.js';
import type { RunnersStatus } from '../runners.js';
import { clockCounts } from './clocks.js';
import type { Looking } from './looking.js';

/** Milliseconds for which figures that have to be looked up are kept. */
const lagKept = 5_000;
const clocksKept = 30_000;

/** An old figure would pass for a new one. */
const unknown: Lag = { events: NaN, seconds: NaN };

/** A feed, and the projections that go along it. */
export interface Followed {
  readonly name: 'events' | 'facts';
  readonly feed: Feed;
  readonly projections: readonly Projection[];
  readonly views: Pick<Views, 'checkpoint'>;
  readonly status: RunnerStatus;
  readonly clock: Clock;
}

/** What a relay says of itself. */
interface RelayStatus {
  readonly state: { readonly state: string; readonly upTo?: Position };
}

/**
 * What looks on while a process runs: nothing, unless it is asked for.
 *
 * A process calls what it has the parts for, and adds `modules` and `closers` to its own.
 */
export class Observe {
  readonly #observers: Observers;
  readonly #meters: Meters | undefined;

  constructor(private readonly looking: Looking = {}) {
    const { meters, tracing } = looking;
    this.#meters = meters;
    this.#observers = {
      ...(meters === undefined ? {} : { meters }),
      ...(tracing === undefined ? {} : { traces: tracing.traces }),
      categories: deciders.map(({ category }) => category),
      projections: [...eventProjections, ...factProjections].map(projectionId),
    };
  }

  /** For `observedBroker` of `#service`. */
  get observers(): Observers {
    return this.#observers;
  }

  get modules(): readonly DynamicModule[] {
    return this.#meters === undefined ? [] : [MetricsModule.of(this.#meters)];
  }

  get closers(): Readonly<Record<string, () => Promise<void>>> {
    const { tracing } = this.looking;
    return tracing === undefined ? {} : { traces: () => tracing.close() };
  }

  /** The platform with its log, views and facts watched, and its commands; as it was, when nothing looks on. */
  platform<P extends Partial<Platform>>(platform: P): P & { readonly watch?: CommandWatch } {
    if (this.#meters === undefined && this.looking.tracing === undefined) return platform;
    const { log, views, facts } = platform;
    const watched: Partial<Platform> & { readonly watch: CommandWatch } = {
      ...(log === undefined ? {} : { log: observedLog(log, this.#observers) }),
      ...(views === undefined ? {} : { views: observedViews(views, this.#observers) }),
      ...(facts === undefined ? {} : { facts: observedFeed(facts, 'facts', this.#observers) }),
      watch: commandWatch(this.#observers),
    };
    // With its getters: what a platform says of itself may change.
    const parts = { ...Object.getOwnPropertyDescriptors(platform), ...Object.getOwnPropertyDescriptors(watched) };
    return Object.defineProperties({}, parts) as P;
  }

  /** Measures how far views are behind, and which of them stand still. */
  follow({ name, feed, projections, views, status, clock }: Followed): void {
    const meters = this.#meters;
    if (meters === undefined) return;
    const followers = projections.map((projection): Follower => ({
      name: projectionId(projection),
      types: projection.types,
      checkpoint: () => views.checkpoint(projection),
    }));
    meters.before(() => {
      for (const [projection, { state }] of status.projections) {
        meters.stopped.set({ projection }, state === 'stopped' ? 1 : 0);
      }
    });
    this.#lags(meters, name, feed, followers, clock, (projection, { events, seconds }) => {
      meters.lagEvents.set({ projection }, events);
      meters.lagSeconds.set({ projection }, seconds);
    });
  }

  /** Measures everything that goes along the log where commands are taken. */
  commands(platform: Platform, { events, facts, policies }: RunnersStatus, ofFacts: readonly Projection[]): void {
    const { log, views, clock } = platform;
    this.follow({ name: 'events', feed: log, projections: eventProjections, views, status: events, clock });
    this.follow({ name: 'facts', feed: platform.facts, projections: ofFacts, views, status: facts, clock });
    this.policies(policies);
    this.clocks(platform);
  }

  /** Measures which policies are held up. */
  policies(status: ReactStatus): void {
    const meters = this.#meters;
    meters?.before(() => {
      for (const [policy, { held }] of status) meters.held.set({ policy }, held === undefined ? 0 : 1);
    });
  }

  /** Measures how many clocks are open, and overdue. */
  clocks({ views, clock }: Pick<Platform, 'views' | 'clock'>): void {
    const meters = this.#meters;
    if (meters === undefined) return;
    const counted = remembered(clocksKept, () => clockCounts(views, clock));
    meters.before(async () => {
      for (const [of, { open, overdue }] of Object.entries(await counted())) {
        meters.openClocks.set({ of }, open);
        meters.overdueClocks.set({ of }, overdue);
      }
    });
  }

  /** Measures how far the relay is behind the log. */
  relay(log: Feed, status: RelayStatus, clock: Clock): void {
    const meters = this.#meters;
    if (meters === undefined) return;
    const types = publications.flatMap((publication) => publication.types);
    const follower: Follower = { name: 'relay', types, checkpoint: async () => status.state.upTo };
    meters.before(() => meters.relayRunning.set(status.state.state === 'running' ? 1 : 0));
    this.#lags(meters, 'events', log, [follower], clock, (_, { events, seconds }) => {
      meters.relayLagEvents.set(events);
      meters.relayLagSeconds.set(seconds);
    });
  }

  /** Measures since when the relay is silent, as the reader of its facts hears it. */
  heard(facts: { readonly state: { readonly silentForMs?: number } }): void {
    const meters = this.#meters;
    meters?.before(() => {
      const { silentForMs } = facts.state;
      if (silentForMs !== undefined) meters.watermarkAge.set(silentForMs / 1_000);
    });
  }

  /** Counts messages that were put aside. */
  intake(status: { readonly parked: number }): void {
    const meters = this.#meters;
    let counted = 0;
    meters?.before(() => {
      meters.parked.inc(status.parked - counted);
      counted = status.parked;
    });
  }

  #lags(
    meters: Meters,
    name: Followed['name'],
    feed: Feed,
    followers: readonly Follower[],
    clock: Clock,
    show: (follower: string, lag: Lag) => void,
  ): void {
    const lags = remembered(lagKept, () => lagsOf(feed, followers, clock.now()));
    meters.before(async () => {
      const found = await lags().catch(() => undefined);
      meters.feedAnswers.set({ feed: name }, found === undefined ? 0 : 1);
      for (const follower of followers) show(follower.name, found?.get(follower.name) ?? unknown);
    });
  }
}
