import { folded, recorded } from '../../../test/history/recorded.js';
import type { ReferralEvents } from '../domain/events.js';
import type { ReferralStatus } from '../domain/life.js';
import { complete, sealedSection } from '../testing/complete.js';
import * as the from '../testing/fixtures.js';
import { until } from '../testing/lives.js';
import { without } from '../testing/rules.js';
import { referralCards } from './referral-card.js';

const { caseId, cem, police, referralId, sent } = the;
const stream = `referral-${referralId}`;
const header = { recordedAt: the.now };
/** A command each: what is undone is the last of them. */
const shown = (...events: readonly the.Event[]) => {
  const entries = events.flatMap((event, after) =>
    recorded<ReferralEvents>(stream, [event], { after, header: { commandId: `given-${after}` } }),
  );
  return folded(referralCards, entries);
};
const cardOf = (...events: readonly the.Event[]) => {
  const card = shown(...events).documents.get(referralId);
  if (card === undefined) throw new Error('no card');
  return card;
};

const open = [`to/${cem}/open`, `from/${police}/open`];
const ofReceiver = [...open, `turn/${cem}`, 'rungs'];
const ofSender = [`from/${police}/answered`, `turn/${police}`, 'rungs'];
const canStop = ['stuck', `stuck/${cem}`, `stuck/${police}`];

/** In which lists a referral stands, state by state, beside those it always stands in. */
const lists: Readonly<Record<Exclude<ReferralStatus, 'none'>, readonly string[]>> = {
  sent: [...ofReceiver, 'due'],
  received: ofReceiver,
  accepted: ofReceiver,
  // As long as nobody writes down what came of it; until then it is nobody's fault.
  scheduled: [...ofReceiver, ...canStop],
  'not-attended': [...ofReceiver, `turn/${police}`],
  'on-hold': [...ofReceiver, ...canStop, 'wake'],
  'cancel-asked': ofReceiver,
  declined: ofSender,
  unreachable: ofSender,
  attended: ofReceiver,
  'reported-back': ofSender,
  closed: [],
  cancelled: [],
  undone: [],
};
const always = [`to/${cem}/all`, `from/${police}/all`, `case/${caseId}`, 'code/25-JXV5-6TQX'];

it.each(Object.entries(lists))('a referral that is %s waits where its next step is due', (state, expected) => {
  const found = shown(...until[state as ReferralStatus]);
  expect(Object.keys(found.lists).sort()).toEqual([...always, ...expected].sort());
  expect(found.documents.get(referralId)?.status).toBe(state);
});

it('one that lapsed is not due again, and still waits for the receiver', () => {
  const found = shown(sent, the.lapsed);
  expect(Object.keys(found.lists).sort()).toEqual([...always, ...ofReceiver].sort());
  expect(cardOf(sent, the.lapsed)).toMatchObject({ status: 'sent', lapsed: true });
  expect(cardOf(sent, the.lapsed, the.received)).toMatchObject({ status: 'received', lapsed: true });
});

it('one without a clock stands among those that are stuck, by whose turn it is, behind those that are due', () => {
  const undated = recorded<ReferralEvents>('referral-d0000000-0000-8000-8000-000000000000', [
    { type: 'ReferralSent', data: without(sent.data, 'deadline') },
  ]);
  const found = folded(referralCards, [...undated, ...recorded<ReferralEvents>(stream, [sent])]);
  expect(found.lists['due']).toEqual([referralId]);
  expect(found.lists[`to/${cem}/open`]).toEqual([referralId, 'd0000000-0000-8000-8000-000000000000']);
  expect(found.lists['stuck']).toEqual(['d0000000-0000-8000-8000-000000000000']);
  expect(found.lists[`undated/${cem}`]).toEqual(['d0000000-0000-8000-8000-000000000000']);
});

it('stands in a queue by the clock that is due first, and under the rung that comes next', () => {
  const { clock, rungs } = the.acknowledgement();
  const sortOf = (list: string, ...events: readonly the.Event[]) =>
    referralCards.index(cardOf(...events), referralId).find(([each]) => each === list)?.[1];
  expect(sortOf(`to/${cem}/open`, sent)).toBe(`${the.due} ${referralId}`);
  expect(sortOf('rungs', sent)).toBe(rungs[0]?.at);
  const [first] = rungs;
  if (first === undefined) throw new Error('no rungs');
  const reached: the.Event = {
    type: 'ReferralEscalated',
    data: { ...complete.ReferralEscalated, clock, rung: first.rung, role: first.role, due: first.at },
  };
  expect(sortOf('rungs', sent, reached)).toBe(rungs[1]?.at);
  expect(sortOf('stuck', ...until.scheduled)).toBe(the.begun('appointment-held', cem, the.appointedAt)[0]?.due);
  expect(sortOf('wake', ...until['on-hold'])).toBe(the.wakeAt);
});

it('the card shows both ends the same, with every step, when it happened and when it was recorded', () => {
  const card = cardOf(...until.closed);
  expect(card).toMatchObject({
    id: referralId,
    from: police,
    to: cem,
    due: the.due,
    sentAt: the.now,
    outcome: 'SERVICE_RECEIVED',
    revision: 6,
    consents: { 1: { basis: 'consented' } },
  });
  expect(card.steps.map(({ type, code }) => [type, code])).toEqual([
    ['ReferralSent', undefined],
    ['ReferralReceived', undefined],
    ['ReferralAccepted', undefined],
    ['ReferralAttended', 'PSYCHOLOGY'],
    ['ReferralReportedBack', 'SERVICE_RECEIVED'],
    ['ReferralClosed', 'NEED_MET'],
  ]);
  expect(cardOf(...until.declined).reason).toBe('NO_CAPACITY');
  const late = recorded<ReferralEvents>(stream, [sent], { header });
  expect(folded(referralCards, late).documents.get(referralId)?.steps[0]).toMatchObject({
    effectiveAt: the.now,
    recordedAt: the.now,
    actor: 'demo-01',
    leg: 1,
  });
});

it('each leg has its own words and its own consent; they stay sealed, with where they were sealed', () => {
  const card = cardOf(
    { type: 'ReferralSent', data: complete.ReferralSent },
    { type: 'ReferralRerouted', data: complete.ReferralRerouted },
    { type: 'ReferralNoted', data: complete.ReferralNoted },
  );
  const words = { note: sealedSection, safeContact: sealedSection, schema: 1 };
  expect(card.messages).toMatchObject({ 1: { ...words, revision: 1 }, 2: { ...words, revision: 2 } });
  expect(Object.keys(card.consents)).toEqual(['1', '2']);
  expect(card.notes).toMatchObject([{ note: sealedSection, revision: 3, institution: cem }]);
  expect(cardOf(sent).messages).toEqual({});
});

it('a note that was a slip is no longer shown, and that it was one stays in the story', () => {
  const noted: the.Event = { type: 'ReferralNoted', data: complete.ReferralNoted };
  const undone: the.Event = {
    type: 'ReferralUndone',
    data: { leg: 1, institution: cem, other: police, undone: ['ReferralNoted'] },
  };
  const card = cardOf(sent, noted, noted, undone);
  expect(card.notes).toHaveLength(1);
  expect(card.steps).toHaveLength(4);
});

it('every event is folded by the card', () => {
  expect([...referralCards.types].sort()).toEqual(Object.keys(complete).sort());
});
