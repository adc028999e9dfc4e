import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { ReferralEvents } from '../domain/events.js';
import { referralDecider } from '../domain/referral.js';
import { complete } from '../testing/complete.js';
import { cem, declined, due, fold, lapsed, now, police, referralId, reportedBack, sent } from '../testing/fixtures.js';
import { referralCards } from '../views/referral-card.js';
import { lapses } from './lapse.js';
import { notify } from './notify.js';

const stream = `referral-${referralId}`;

/** Who is told what of an event. */
function told(event: EventOf<ReferralEvents>) {
  const [entry] = recorded<ReferralEvents>(stream, [event]);
  return entry === undefined ? [] : notify.follows(entry);
}
const notice = (to: string, kind: string) => ({
  category: 'notice',
  id: referralId,
  command: { to, kind, ref: referralId },
});

describe('who is told', () => {
  it('of a new referral: who receives it', () => expect(told(sent)).toEqual([notice(cem, 'referral-sent')]));
  it('that it was declined: who sent it', () => expect(told(declined)).toEqual([notice(police, 'referral-declined')]));
  it('that it was answered: who sent it', () =>
    expect(told(reportedBack('SERVICE_RECEIVED'))).toEqual([notice(police, 'referral-answered')]));
  it('that nobody acknowledged it: both', () =>
    expect(told(lapsed)).toEqual([notice(cem, 'referral-lapsed'), notice(police, 'referral-lapsed')]));

  it('of a lapse that is history: nobody', () => {
    expect(told({ ...lapsed, data: { ...lapsed.data, imported: true } })).toEqual([]);
  });

  it('of anything else: nobody', () => {
    expect([...notify.types].sort()).toEqual(
      ['ReferralSent', 'ReferralDeclined', 'ReferralReportedBack', 'ReferralLapsed'].sort(),
    );
  });

  it('and never what it is about', () => {
    const words = Object.entries(complete).flatMap(([type, data]) =>
      notify.types.includes(type) ? [JSON.stringify(told({ type, data } as EventOf<ReferralEvents>))] : [],
    );
    for (const about of ['PSYCHOLOGICAL_CARE', 'MODERATE', 'NO_CAPACITY', 'SERVICE_RECEIVED', '25-AAAA-BBBB']) {
      expect(words.join()).not.toContain(about);
    }
  });
});

describe('a referral nobody acknowledged in time', () => {
  const card = folded(referralCards, recorded<ReferralEvents>(stream, [sent])).documents.get(referralId);
  const fired = card === undefined ? [] : lapses.fire(card, referralId, '2025-11-01T00:00:00.000Z');

  it('lapses at the instant the acknowledgement fell due', () => {
    expect(fired).toEqual([{ category: 'referral', id: referralId, command: { do: 'lapse', due }, effectiveAt: due }]);
    expect(lapses.list).toBe('due');
  });

  it('fires what the referral takes, once', () => {
    const context = { actor: 'chaski', commandId: 'c', effectiveAt: due, recordedAt: now };
    const command = fired[0]?.command as Parameters<typeof referralDecider.decide>[0];
    expect(referralDecider.decide(command, fold([sent]), context)).toEqual([lapsed]);
    expect(referralDecider.decide(command, fold([sent, lapsed]), context)).toEqual([]);
  });

  it('never lapses without a deadline', () => {
    if (card === undefined) throw new Error('no card');
    const { due: was, ...undated } = card;
    expect(was).toBe(due);
    expect(lapses.fire(undated, referralId, now)).toEqual([]);
  });
});
