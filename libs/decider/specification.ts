import type { EventMap, EventOf } from './catalogue.js';
import type { Context, Decider } from './decider.js';
import { Refusal } from './refusal.js';

const someone: Context = {
  actor: 'demo',
  commandId: '00000000-0000-7000-8000-000000000000',
  effectiveAt: '2025-10-01T15:00:00.000Z',
  recordedAt: '2025-10-01T15:00:00.000Z',
};

/**
 * Rules as sentences: `given(sent).when({do: 'accept'}).then(accepted)`.
 *
 * Every `when` is also decided a second time on the resulting state, and every history is folded from its start, so a
 * specification cannot pass on a decider that reads anything but its inputs.
 */
export function specification<Command, M extends EventMap, State>(decider: Decider<Command, M, State>) {
  const fold = (events: readonly EventOf<M>[]): State => events.reduce(decider.evolve, decider.initial);
  return {
    given: (...history: readonly EventOf<M>[]) => ({
      when(command: Command, context: Partial<Context> = {}) {
        const circumstances = { ...someone, ...context };
        const run = () => decider.decide(command, fold(history), circumstances);
        return {
          then(...expected: readonly EventOf<M>[]) {
            const events = run();
            expect(events).toEqual(expected);
            expect(run()).toEqual(events);
            return fold([...history, ...events]);
          },
          changesNothing() {
            expect(run()).toEqual([]);
          },
          refuses(code: string) {
            let refusal: unknown;
            try {
              run();
            } catch (error) {
              refusal = error;
            }
            expect(refusal).toBeInstanceOf(Refusal);
            expect((refusal as Refusal).code).toBe(code);
          },
          /** For rules whose events are easier to state than to list. */
          satisfies(check: (events: readonly EventOf<M>[], state: State) => void) {
            const events = run();
            check(events, fold([...history, ...events]));
          },
        };
      },
    }),
  };
}
