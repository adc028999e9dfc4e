import type { Fact } from '#publishing';
import type { Platform } from '../platform.js';

/** Everything that was told, one fact after the other. */
export async function* factsOf({ facts }: Pick<Platform, 'facts'>): AsyncGenerator<Fact> {
  for await (const { events } of facts.readAll()) yield* events;
}
