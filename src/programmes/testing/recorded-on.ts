import type { Context, Decider, EventMap, EventOf } from '#decider';
import { specification } from '#decider/specification';

/** Rules as sentences, each recorded at one instant unless it says another: after the days its commands speak of. */
export function recordedOn<Command, M extends EventMap, State>(
  recordedAt: string,
  decider: Decider<Command, M, State>,
) {
  const { given } = specification(decider);
  return {
    given: (...history: readonly EventOf<M>[]) => ({
      when: (command: Command, context: Partial<Context> = {}) =>
        given(...history).when(command, { recordedAt, ...context }),
    }),
  };
}
