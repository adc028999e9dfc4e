import type { QueryBus } from '@nestjs/cqrs';
import type { Instant } from '#event-log';
import type { Platform } from './platform.js';
import { CaseStanding, ReferralsOfCase } from './questions.js';

/** Everything reads of a case are recorded under: itself, its referrals, and the person it is of. */
export async function streamsOfCase(queries: QueryBus, id: string): Promise<readonly string[]> {
  const referrals = await queries.execute(new ReferralsOfCase(id));
  const stands = await queries.execute(new CaseStanding({ id }, ''));
  const person = stands === undefined ? [] : [`person-${stands.person}`];
  return [`case-${id}`, ...referrals.map((each) => `referral-${each}`), ...person];
}

/** When the first event of a stream was recorded: nobody can have been shown it before. Of an empty one: now. */
export async function beginningOf({ log, clock }: Pick<Platform, 'log' | 'clock'>, stream: string): Promise<Instant> {
  for await (const { metadata } of log.readStream(stream, { until: 1 })) return metadata['recordedAt'] ?? clock.now();
  return clock.now();
}
