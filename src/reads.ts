import { catalogue } from '#decider';
import type { Platform } from './platform.js';

/** What the second log holds: who opened what of whose, and what for. No projection of the product reads it. */
export type ReadEvents = {
  SectionOpened: {
    /** Stream, event and section that was opened. */
    readonly stream: string;
    readonly eventId: string;
    readonly section: string;
    readonly category: string;
    readonly purpose: string;
  };
};

export const readEvents = catalogue<ReadEvents>({ SectionOpened: 1 });

/** The stream that says who opened sections of a stream. */
export const readsOf = (stream: string): string => `read-${stream}`;

/**
 * Writes down that somebody is about to see personal data. Durable before it resolves, so that nothing is shown that
 * left no trace.
 * @throws LogUnavailable: then nothing may be opened
 */
export async function recordRead(
  { reads, clock }: Pick<Platform, 'reads' | 'clock'>,
  actor: string,
  read: ReadEvents['SectionOpened'],
): Promise<void> {
  const now = clock.now();
  const metadata = { actor, effectiveAt: now, recordedAt: now, schema: String(readEvents.schema('SectionOpened')) };
  const event = { id: crypto.randomUUID(), type: 'SectionOpened', data: read, metadata };
  await reads.append(readsOf(read.stream), 'any', [event]);
}
