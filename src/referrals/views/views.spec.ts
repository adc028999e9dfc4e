import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { ReferralEvents } from '../domain/events.js';
import type { ReferralStatus } from '../domain/referral.js';
import { complete, sealedSection } from '../testing/complete.js';
import { caseId, cem, declined, due, lapsed, police, received, referralId, sent, until } from '../testing/fixtures.js';
import { referralCards } from './referral-card.js';

const stream = `referral-${referralId}`;
const shown = (...events: readonly EventOf<ReferralEvents>[]) => folded(referralCards, recorded(stream, events));

/** In which lists a referral stands, state by state, beside those it always stands in. */
const lists: Readonly<Record<Exclude<ReferralStatus, 'none'>, readonly string[]>> = {
  sent: [`to/${cem}/open`, `from/${police}/open`, 'due'],
  received: [`to/${cem}/open`, `from/${police}/open`],
  accepted: [`to/${cem}/open`, `from/${police}/open`],
  attended: [`to/${cem}/open`, `from/${police}/open`],
  declined: [`from/${police}/answered`],
  'reported-back': [`from/${police}/answered`],
  closed: [],
};
const always = [`to/${cem}/all`, `from/${police}/all`, `case/${caseId}`, 'code/25-JXV5-6TQX'];

it.each(Object.entries(lists))('a referral that is %s waits where its next step is due', (state, expected) => {
  const found = shown(...until[state as ReferralStatus]);
  expect(Object.keys(found.lists).sort()).toEqual([...always, ...expected].sort());
  expect(found.documents.get(referralId)?.status).toBe(state);
});

it('one that lapsed is not due again, and still waits for the receiver', () => {
  const { lists, documents } = shown(sent, lapsed);
  expect(Object.keys(lists).sort()).toEqual([...always, `to/${cem}/open`, `from/${police}/open`].sort());
  expect(documents.get(referralId)).toMatchObject({ status: 'sent', lapsed: true });
  expect(shown(sent, lapsed, received).documents.get(referralId)).toMatchObject({ status: 'received', lapsed: true });
});

it('one without a deadline is never due, and stands behind those that are', () => {
  const { deadline, ...data } = sent.data;
  expect(deadline?.due).toBe(due);
  const undated = recorded<ReferralEvents>('referral-d0000000-0000-8000-8000-000000000000', [
    { type: 'ReferralSent', data },
  ]);
  const { lists } = folded(referralCards, [...undated, ...recorded<ReferralEvents>(stream, [sent])]);
  expect(lists['due']).toEqual([referralId]);
  expect(lists[`to/${cem}/open`]).toEqual([referralId, 'd0000000-0000-8000-8000-000000000000']);
});

it('the card shows both ends the same, with every step', () => {
  const card = shown(...until.closed).documents.get(referralId);
  expect(card).toMatchObject({
    id: referralId,
    from: police,
    to: cem,
    basis: 'consented',
    due,
    sentAt: '2025-10-01T15:00:00.000Z',
    outcome: 'SERVICE_RECEIVED',
    revision: 6,
  });
  expect(card?.steps.map(({ type, code }) => [type, code])).toEqual([
    ['ReferralSent', undefined],
    ['ReferralReceived', undefined],
    ['ReferralAccepted', undefined],
    ['ReferralAttended', 'PSYCHOLOGY'],
    ['ReferralReportedBack', 'SERVICE_RECEIVED'],
    ['ReferralClosed', 'NEED_MET'],
  ]);
  expect(shown(sent, received, declined).documents.get(referralId)?.reason).toBe('NO_CAPACITY');
});

it('the message stays sealed, with where it was sealed', () => {
  const { documents } = shown({ type: 'ReferralSent', data: complete.ReferralSent });
  expect(documents.get(referralId)?.message).toMatchObject({
    note: sealedSection,
    safeContact: sealedSection,
    revision: 1,
    schema: 1,
  });
  expect(shown(sent).documents.get(referralId)).not.toHaveProperty('message');
});
