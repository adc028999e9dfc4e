import type { Catalogue, EventMap, EventOf } from './catalogue.js';

/** The circumstances of a command. The clock and the ids enter here and nowhere else. */
export interface Context {
  /** When it happened in the world: ISO 8601 UTC with milliseconds. */
  readonly effectiveAt: string;
  /** When the system learnt of it: ISO 8601 UTC with milliseconds. */
  readonly recordedAt: string;
  /** Who did it: a pseudonymous code. */
  readonly actor: string;
  /** Unique per command; ids a rule needs are derived from it, never drawn at random. */
  readonly commandId: string;
  /** `import` marks history brought in from elsewhere: it fires no escalation, notice or webhook. */
  readonly origin?: string;
}

/** Of the header of a recorded event: what a rule may look back at. */
export type Header = Pick<Context, 'commandId' | 'recordedAt' | 'actor'>;

/**
 * The rules of one thing, pure: no clock, no randomness, no I/O.
 *
 * `decide` answers with what happened. The wanted state already there: no events. Not allowed: throws `Refusal`.
 * `evolve` folds one event into the state; the header is there once the event is recorded.
 */
export interface Decider<Command, M extends EventMap, State> {
  /** First part of the stream name: `referral` in `referral-<id>`. */
  readonly category: string;
  readonly events: Catalogue<M>;
  readonly initial: State;
  decide(command: Command, state: State, context: Context): readonly EventOf<M>[];
  evolve(state: State, event: EventOf<M>, header?: Header): State;
}
