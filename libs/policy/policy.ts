import type { EventMap } from '#decider';
import type { Entry, Instant } from '#event-log';
import type { Projection, ProjectionSpec, Seen } from '#projection';

/** A command a policy wants sent: which decider's stream, and what. Its id is derived from what caused it. */
export interface Consequence<Command = unknown> {
  /** Names the decider: its category. */
  readonly category: string;
  readonly id: string;
  readonly command: Command;
  /** When it counts as having happened, if not at the moment it fires. */
  readonly effectiveAt?: Instant;
  /**
   * For what falls due in company: a name of its own, unique for the document for ever. The command's id is made from it
   * rather than from when the document fell due and its place in the list, so that one that failed is not taken for
   * another that was sent.
   */
  readonly once?: string;
}

/** What follows from what: a pure answer to an event. Imported history (`origin: import`) is never shown to it. */
export interface Policy<M extends EventMap = EventMap> {
  readonly name: string;
  readonly events: ProjectionSpec<M, unknown>['events'];
  readonly on: { readonly [T in keyof M & string]?: (event: Seen<M, T>) => readonly Consequence[] };
}

/** A policy as `react` runs it, whatever its events are. Made by `policy`. */
export interface Reaction {
  readonly name: string;
  readonly types: readonly string[];
  /** @throws UnknownEvent, or whatever the policy throws */
  follows(entry: Entry): readonly Consequence[];
}

/** Declares a policy; it listens to exactly the types it has an answer for. */
export function policy<M extends EventMap>(declared: Policy<M>): Reaction {
  const answers = declared.on as Record<string, ((event: Seen<M>) => readonly Consequence[]) | undefined>;
  return {
    name: declared.name,
    types: Object.keys(declared.on),
    follows: (entry) => {
      const { id, type, stream, revision, position, metadata } = entry;
      const { data } = declared.events.decode(type, Number(metadata['schema'] ?? 1), entry.data);
      return answers[type]?.({ id, type, stream, revision, position, metadata, data }) ?? [];
    },
  };
}

/** What a consequence was caused by; the command is sent under these ids. */
export interface Cause {
  /** Derived from the cause: sent again, it is the same command. */
  readonly commandId: string;
  /** The event's id; for what fell due, an id derived from policy, document and due instant. */
  readonly causationId: string;
  readonly correlationId: string;
  /** The trace of the event, if it has one. */
  readonly traceparent?: string;
}

/**
 * Sends a command on its way, with `origin: 'policy'`.
 * @throws Refusal a rule said no; anything else is a failure of the machinery, and is tried again
 */
export type Dispatch = (consequence: Consequence, cause: Cause) => Promise<unknown>;

/**
 * What falls due: documents of a projection that stand in the list `due`, sorted by the instant they fall due.
 * When that instant has come, `fire` says what to do. Fired twice, the same command id comes out: nothing happens twice.
 */
export interface DuePolicy<D = unknown> {
  readonly name: string;
  readonly projection: Projection<D>;
  readonly list: string;
  /** Commands for a document that is due at `now`, a function of its arguments alone; ids are derived from name, key and due instant. */
  fire(document: D, key: string, now: Instant): readonly Consequence[];
}
