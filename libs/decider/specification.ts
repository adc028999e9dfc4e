import type { EventMap, EventOf } from './catalogue.js';
import type { Context, Decider, Header } from './decider.js';
import { Refusal } from './refusal.js';

const someone: Context = {
  actor: 'demo',
  commandId: '00000000-0000-7000-8000-000000000000',
  effectiveAt: '2025-10-01T15:00:00.000Z',
  recordedAt: '2025-10-01T15:00:00.000Z',
};

/** What was given happened a command each, at the time of `someone`. */
const past = (index: number): Header => ({ ...someone, commandId: `given-${index}` });

/**
 * Rules as sentences: `given(sent).when({do: 'accept'}).then(accepted)`.
 *
 * Every `when` is decided twice, each time on a history folded from its start, and must come out the same: a decider
 * that reads anything but its inputs, or changes them, is found out.
 */
export function specification<Command, M extends EventMap, State>(decider: Decider<Command, M, State>) {
  const fold = (events: readonly EventOf<M>[]): State =>
    events.reduce((state, event, index) => decider.evolve(state, event, past(index)), decider.initial);
  return {
    given: (...history: readonly EventOf<M>[]) => ({
      when(command: Command, context: Partial<Context> = {}) {
        const circumstances = { ...someone, ...context };
        const decide = () => decider.decide(command, fold(history), circumstances);
        const run = () => {
          const events = decide();
          expect(decide()).toEqual(events);
          return events;
        };
        return {
          then(...expected: readonly EventOf<M>[]) {
            const events = run();
            expect(events).toEqual(expected);
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
