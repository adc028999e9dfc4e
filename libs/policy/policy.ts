import type { EventMap } from '#decider';
import type { Instant } from '#event-log';
import type { Projection, ProjectionSpec, Seen } from '#projection';

/** A command a policy wants sent: which decider's stream, and what. Its id is derived from what caused it. */
export interface Consequence<Command = unknown> {
  /** Names the decider: its category. */
  readonly category: string;
  readonly id: string;
  readonly command: Command;
  /** When it counts as having happened, if not at the moment it fires. */
  readonly effectiveAt?: Instant;
}

/** What follows from what: a pure answer to an event. Imported history (`origin: import`) is never shown to it. */
export interface Policy<M extends EventMap = EventMap> {
  readonly name: string;
  readonly events: ProjectionSpec<M, unknown>['events'];
  readonly on: { readonly [T in keyof M & string]?: (event: Seen<M, T>) => readonly Consequence[] };
}

/**
 * What falls due: documents of a projection that stand in the list `due`, sorted by the instant they fall due.
 * When that instant has come, `fire` says what to do. Fired twice, the same command id comes out: nothing happens twice.
 */
export interface DuePolicy<D = unknown> {
  readonly name: string;
  readonly projection: Projection<D>;
  readonly list: string;
  /** Commands for a document that is due at `now`; ids are derived from name, key and due instant. */
  fire(document: D, key: string, now: Instant): readonly Consequence[];
}
