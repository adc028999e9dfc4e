import { later, month } from '../testing/months.js';
import type { ReportReferral } from '../views/report-referrals.js';
import { binOf, isNew } from './cohort.js';
import { stateOf } from './clocks.js';
import { hidden, unmeasured } from './model.js';
import { profileOn } from './profiles.js';
import { reached, standingOf, steps, waitingStatuses } from './standing.js';
import { countBy, Tally } from './tally.js';

const sentAt = '2025-10-01T15:00:00.000Z';
const millisecond = 1 / 3_600_000;

const fresh: ReportReferral = {
  ...{ id: '', district: '', month, from: '', to: '', risk: '', basis: 'consented', sentAt, status: 'sent', legs: 1 },
  ...{ appointments: 0, missed: 0, attempts: 0, held: 0, clocks: [], before: [] },
};

describe('the time to first attention', () => {
  const attended = (hours: number | undefined): ReportReferral => ({
    ...fresh,
    ...(hours === undefined ? {} : { attendedAt: later(sentAt, hours) }),
  });

  it.each([
    [0, '24h'],
    [24 - millisecond, '24h'],
    [24, '24h'],
    [24 + millisecond, '72h'],
    [72, '72h'],
    [72 + millisecond, 'later'],
    [undefined, 'waiting'],
  ])('%d hours fall in %s', (hours, bin) => {
    expect(binOf(attended(hours))).toBe(bin);
  });

  it('is still waited for as long as nothing ended the referral', () => {
    expect(binOf({ ...fresh, status: 'declined', reason: 'NO_CAPACITY' })).toBe('waiting');
    expect(binOf({ ...fresh, status: 'closed', endedBy: 'declined', endedAt: sentAt })).toBe('ended');
  });
});

describe('a clock at the cut-off', () => {
  const due = later(sentAt, 24);
  const at = (hours: number) => later(due, hours);

  it.each([
    ['done at the very due instant', { metAt: due }, at(5), 'in-time'],
    ['done a moment later', { metAt: at(millisecond) }, at(5), 'late'],
    ['not done at the very due instant', {}, due, 'pending'],
    ['not done a moment later', {}, at(millisecond), 'overdue'],
    ['pointless at the very due instant', { droppedAt: due }, at(5), 'dropped'],
    ['pointless a moment later: it was broken by then', { droppedAt: at(millisecond) }, at(5), 'overdue'],
  ])('%s', (_what, stamps, cutoff, state) => {
    expect(stateOf({ due, ...stamps }, cutoff)).toBe(state);
  });
});

describe('where a referral stands', () => {
  const answered = {
    ...fresh,
    receivedAt: sentAt,
    acceptedAt: sentAt,
    reportedAt: sentAt,
    endedBy: 'answered',
  } as const;

  it('is open until something ends it, and no failure before that', () => {
    for (const status of waitingStatuses) expect(standingOf({ ...fresh, status })).toBe('waiting');
    expect(standingOf({ ...fresh, status: 'attended', attendedAt: sentAt })).toBe('attended');
    expect(standingOf({ ...fresh, status: 'cancelled', endedBy: 'cancelled', endedAt: sentAt })).toBe('cancelled');
  });

  it('is not that the person was served because it was closed', () => {
    const closed = { ...answered, status: 'closed', closedAt: sentAt, outcome: 'NOT_RECEIVED_NO_SHOW' };
    expect(steps.filter((step) => reached(step, closed))).toEqual(['received', 'accepted', 'answered', 'reviewed']);
    expect(standingOf(closed)).toBe('not-received');
  });

  it('is not that the answer was read because it was closed without one', () => {
    const closed = { ...fresh, status: 'closed', endedBy: 'declined', endedAt: sentAt, closedAt: sentAt } as const;
    expect(reached('reviewed', closed)).toBe(false);
    expect(standingOf(closed)).toBe('declined');
  });

  it('is by what the answer says, whoever read it', () => {
    const helped = { ...answered, attendedAt: sentAt, outcome: 'PARTLY_RECEIVED' };
    expect(standingOf(helped)).toBe('served');
    expect(reached('reviewed', helped)).toBe(false);
  });
});

it.each([
  ['NEW', true],
  ['REPEAT_SAME', true],
  ['REPEAT_OTHER', true],
  ['TRANSFERRED', false],
  ['CONTINUED', false],
])('a case that is %s: new violence is %s', (condition, expected) => {
  expect(isNew({ condition })).toBe(expected);
});

describe('a tally', () => {
  it('refuses to count one thing in two ways', () => {
    const tally = new Tally();
    tally.set('a', 5);
    tally.set('a', 5);
    expect(() => tally.set('a', 6)).toThrow('cell a counted as 5 and as 6');
    tally.set('b', 6);
    tally.set('total', 12);
    expect(() => tally.sum('total', ['a', 'b'])).toThrow('total');
    expect(() => tally.partition('total', 'x', new Map([['y', 13]]))).toThrow('total');
  });

  it('hides one to four, what would give them away, and every part of what is hidden', () => {
    const tally = new Tally();
    tally.partition('total', 'of', new Map(Object.entries({ small: 2, large: 30, larger: 40, none: 0 })));
    const publish = tally.publish();
    expect(publish({ count: 'of/small' })).toEqual(hidden);
    expect(publish({ count: 'of/large' })).toEqual(hidden);
    expect(publish({ ratio: ['of/small', 'total'] })).toEqual(hidden);
    expect(publish({ ratio: ['of/larger', 'of/large'] })).toEqual(hidden);
    expect(publish({ rate: 'of/small', per: 10_000, of: 100_000 })).toEqual(hidden);
    expect(publish({ statistic: 7, n: 'of/large' })).toEqual(hidden);
    expect(publish({ count: 'of/none' })).toMatchObject({ status: 'published', value: 0 });
    expect(publish({ count: 'of/larger' })).toMatchObject({ status: 'published', value: 40 });
    expect(publish({ count: 'total' })).toMatchObject({ status: 'published', value: 72 });
  });

  it('says of a share and of a rate what they are made of', () => {
    const tally = new Tally();
    tally.set('part', 10);
    tally.set('whole', 30);
    tally.set('nobody', 0);
    const publish = tally.publish();
    expect(publish({ ratio: ['part', 'whole'] })).toMatchObject({ value: 0.3333, numerator: 10, denominator: 30 });
    expect(publish({ rate: 'part', per: 10_000, of: 70_000 })).toMatchObject({
      value: 1.43,
      numerator: 10,
      denominator: 70_000,
    });
    expect(publish({ ratio: ['nobody', 'nobody'] })).toEqual({ ...unmeasured, because: 'nothing' });
    expect(publish({ plain: 3 })).toMatchObject({ value: 3 });
    expect(publish({ unmeasured: true })).toEqual(unmeasured);
  });

  it('gives no statistic over fewer than twenty', () => {
    const tally = new Tally();
    tally.set('few', 19);
    tally.set('enough', 20);
    const publish = tally.publish();
    expect(publish({ statistic: 7, n: 'few' })).toEqual({ ...unmeasured, because: 'too-few' });
    expect(publish({ statistic: 7, n: 'enough' })).toMatchObject({ value: 7, numerator: null, denominator: 20 });
    expect(publish({ statistic: undefined, n: 'enough' })).toEqual({ ...unmeasured, because: 'not-reached' });
  });

  it('gives boards statistics in whole hours, and everybody to the nearest five', () => {
    const tally = new Tally();
    tally.set('enough', 20);
    for (const [hours, forBoard, forAll] of [
      [0.45, 0, 0],
      [7.4, 7, 5],
      [7.6, 8, 10],
    ] as const) {
      const of = { statistic: hours, n: 'enough' };
      expect(tally.publish()(of)).toMatchObject({ value: forBoard });
      const told = (cell: string): number => tally.get(cell);
      expect(tally.publish(told, profileOn('public', '2025-10-01'))(of)).toMatchObject({ value: forAll });
    }
  });
});

it('codes are counted in the order of their list, others behind by name, and what has none not at all', () => {
  const items = ['b', 'z', 'a', 'b', 'y', undefined];
  expect([...countBy(items, (each) => each, ['c', 'b'])]).toEqual([
    ['c', 0],
    ['b', 2],
    ['a', 1],
    ['y', 1],
    ['z', 1],
  ]);
});
