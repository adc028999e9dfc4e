import type { EventOf } from '#decider';
import { memoryLog } from '#event-log/memory';
import { factFeed } from '#publishing/in-process';
import type { ReferralEvents } from '../../referrals/domain/events.js';
import { referralPublication } from '../../referrals/published/facts.js';
import { complete } from '../../referrals/testing/complete.js';
import { cem, health, police, referralId } from '../../referrals/testing/fixtures.js';
import { recorded } from '../../../test/history/recorded.js';
import { ReferralEnds } from './ends.js';

const of = <T extends keyof ReferralEvents>(type: T, more: Partial<ReferralEvents[T]> = {}) =>
  ({ type, data: { ...complete[type], ...more } }) as unknown as EventOf<ReferralEvents>;

const life = [
  of('ReferralSent'),
  of('ReferralReceived'),
  of('ReferralDeclined'),
  of('ReferralRerouted'),
  of('ReferralAccepted', { leg: 2, institution: health }),
  of('ReferralLapsed', { leg: 2 }),
  of('ReferralClosed', { institution: police }),
];
const told = [
  [police, cem],
  [police, cem],
  [police, cem],
  [police, health],
  [police, health],
  [police, health],
  [police, health],
];

describe('whose business a fact of a referral is', () => {
  const world = async () => {
    const log = memoryLog();
    const stream = `referral-${referralId}`;
    await log.append(
      stream,
      0,
      recorded(stream, life).map(({ id, type, data, metadata }) => ({ id, type, data: data as object, metadata })),
    );
    const facts = [];
    for await (const page of factFeed(log, [referralPublication]).readAll()) facts.push(...page.events);
    return { ends: new ReferralEnds(log), facts };
  };

  it('is that of who sent it and of who had it then: not of who had it before, or has it after', async () => {
    const { ends, facts } = await world();
    for (const [index, fact] of facts.entries()) {
      expect([...(await ends.of(fact))].sort()).toEqual([...(told[index] ?? [])].sort());
    }
  });

  it('is the same in whatever order it is asked for', async () => {
    const { ends, facts } = await world();
    for (const [index, fact] of [...facts.entries()].reverse()) {
      expect([...(await ends.of(fact))].sort()).toEqual([...(told[index] ?? [])].sort());
    }
  });
});
