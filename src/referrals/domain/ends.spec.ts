import { type Ended, endOf, partyBy, readAfterwards } from './ends.js';

const now = '2026-03-09T15:00:00.000Z';
const later = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();
const sent: Ended = {
  ...{ from: 'a', to: 'b', status: 'accepted', lastAt: now },
  consent: { id: 'c', basis: 'consented', withdrawn: false },
};

it('who sent it keeps it, who received it is a party, and others are nobody', () => {
  expect(['a', 'b', 'c'].map((each) => endOf(sent, each, now))).toEqual(['owner', 'party', 'none']);
  expect(['a', 'b', 'c'].map((each) => partyBy(sent, each, now))).toEqual(['party', 'party', 'none']);
});

it('access ends with the consent, with the leg, and some time after the work', () => {
  expect(endOf({ ...sent, consent: { ...sent.consent, withdrawn: true } }, 'b', now)).toBe('withdrawn');
  const until = { ...sent, consent: { ...sent.consent, until: later(1_000) } };
  expect([endOf(until, 'b', now), endOf(until, 'b', later(2_000))]).toEqual(['party', 'expired']);
  for (const status of ['declined', 'unreachable', 'cancelled', 'undone'] as const) {
    expect(endOf({ ...sent, status }, 'b', now)).toBe('expired');
  }
  const closed = { ...sent, status: 'closed' } as const;
  expect([endOf(closed, 'b', later(readAfterwards)), endOf(closed, 'b', later(readAfterwards + 1))]).toEqual([
    ...['party', 'expired'],
  ]);
  expect(endOf(sent, 'b', later(2 * readAfterwards))).toBe('party');
});
