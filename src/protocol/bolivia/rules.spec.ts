import { instantOf, isBusinessDay, zoned, type Facts } from '#terms';
import { jurisdiction, score, type Milestone } from '../index.js';

const { rules, zone, calendar, instruments } = jurisdiction('BO');

/** A line per row and boundary: what happened, when in La Paz, what is known, the step it waits for → the row and its due in La Paz. */
type Line = [
  happened: Milestone,
  at: string,
  facts: Facts,
  step: Milestone,
  rule: string | undefined,
  due: string | undefined,
];
const none = [undefined, undefined] as const;
const by = (receivedBy: string) => ({ receivedBy });
const kind = (investigation: string) => ({ investigation });
/** The last minute of a day. */
const end = (day: string) => `${day}T23:59`;

const lines: readonly Line[] = [
  ['complaint-brought', '2013-03-08T23:59', {}, 'complaint-registered', ...none],
  ['complaint-brought', '2013-03-09T00:00', {}, 'complaint-registered', 'BO-01', '2013-03-09T01:00'],
  ['complaint-received', '2025-10-03T10:00', by('SLIM'), 'report-received-by-prosecutor', 'BO-02a', '2025-10-04T10:00'],
  ['complaint-received', '2025-10-03T10:00', by('DNA'), 'recorded-in-national-register', 'BO-02b', '2025-10-04T10:00'],
  ['complaint-received', '2025-10-03T10:00', by('POLICE_SPECIAL'), 'recorded-in-national-register', ...none],
  [
    'complaint-received',
    '2025-10-03T22:00',
    by('POLICE_SPECIAL'),
    'report-received-by-prosecutor',
    'BO-03',
    '2025-10-04T06:00',
  ],
  ['complaint-received', '2025-10-03T10:00', {}, 'report-received-by-prosecutor', ...none],
  [
    'report-received-by-prosecutor',
    '2024-02-28T10:00',
    {},
    'investigation-start-received-by-court',
    'BO-04a',
    '2024-02-29T10:00',
  ],
  [
    'complaint-received',
    '2025-10-03T10:00',
    by('PROSECUTOR'),
    'investigation-start-received-by-court',
    'BO-04b',
    '2025-10-04T10:00',
  ],
  ['urgent-measures-ordered', '2019-11-03T23:59', {}, 'urgent-measures-received-by-court', ...none],
  ['urgent-measures-ordered', '2019-11-04T00:00', {}, 'urgent-measures-received-by-court', 'BO-05', '2019-11-05T00:00'],
  ['urgent-measures-received-by-court', '2019-11-03T23:59', {}, 'measures-issued', ...none],
  ['urgent-measures-received-by-court', '2025-10-04T10:00', {}, 'measures-issued', 'BO-06', '2025-10-05T10:00'],
  ['complaint-received', '2024-02-21T10:00', {}, 'evidence-gathered', 'BO-07', end('2024-02-29')],
  [
    'investigation-start-received-by-court',
    '2025-10-01T10:00',
    kind('ORDINARY'),
    'preliminary-investigation-ended',
    'BO-08a',
    end('2025-10-21'),
  ],
  [
    'investigation-start-received-by-court',
    '2025-10-01T10:00',
    kind('EXTENDED'),
    'preliminary-investigation-ended',
    'BO-08b',
    end('2025-12-20'),
  ],
  [
    'investigation-start-received-by-court',
    '2025-10-01T10:00',
    kind('COMPLEX'),
    'preliminary-investigation-ended',
    'BO-08c',
    end('2025-12-30'),
  ],
  ['investigation-start-received-by-court', '2025-10-01T10:00', {}, 'preliminary-investigation-ended', ...none],
  ['forensic-exam-requested', '2025-10-03T10:00', {}, 'forensic-report-delivered', 'BO-09', '2025-10-04T10:00'],
  ['charge-notified', '2023-08-31T10:00', {}, 'preparatory-stage-ended', 'BO-10', end('2024-02-29')],
  ['referral-sent', '2025-10-03T10:00', {}, 'referral-acknowledged', 'BO-11a', '2025-10-04T10:00'],
  [
    'referral-sent',
    '2025-10-03T10:00',
    { urgency: 'IMMEDIATE' },
    'referral-acknowledged',
    'BO-11b',
    '2025-10-03T11:00',
  ],
  ['referral-sent', '2025-10-03T10:00', { risk: 'SEVERE' }, 'referral-acknowledged', 'BO-11c', '2025-10-03T11:00'],
  ['referral-attended', '2025-10-30T10:00', {}, 'referral-reported-back', 'BO-P08a', end('2025-11-06')],
];

describe('the table of Bolivia', () => {
  it.each(lines)('%s at %s, knowing %j: %s is due by %s at %s', (happened, at, facts, step, rule, due) => {
    const deadline = rules.select(happened, instantOf(at, zone), facts, step);
    const shown = deadline && zoned(deadline.due, zone);
    expect([deadline?.rule.id, shown && `${shown.date}T${shown.time}`]).toEqual([rule, due]);
  });

  it('has a line for every row of the law', () => {
    const law = rules.rules.map(({ id }) => id).filter((id) => !/-P/.test(id));
    expect(law.filter((id) => !lines.some(([, , , , rule]) => rule === id))).toEqual([]);
  });

  it('gives a day an hour other than Peru’s: its zone is four hours behind UTC', () => {
    const deadline = rules.select('complaint-received', '2025-10-02T03:59:59.999Z', {}, 'evidence-gathered');
    expect(deadline?.due).toBe('2025-10-10T03:59:59.999Z');
    const later = rules.select('complaint-received', '2025-10-02T04:00:00.000Z', {}, 'evidence-gathered');
    expect(later?.due).toBe('2025-10-11T03:59:59.999Z');
  });

  it('presents nothing as checked', () => {
    for (const { verified } of rules.rules) expect(verified).toBe(false);
  });
});

describe('the calendar of Bolivia', () => {
  it('moves a holiday on a Sunday to the Monday, and knows Carnival', () => {
    expect(isBusinessDay('2023-01-23', calendar)).toBe(false);
    expect(isBusinessDay('2025-03-04', calendar)).toBe(false);
    expect(isBusinessDay('2025-03-05', calendar)).toBe(true);
  });

  it('frees a department’s day in its own municipalities only', () => {
    const due = (district: string) => {
      const at = instantOf('2025-07-14T10:00', zone);
      const deadline = rules.in(district).select('referral-attended', at, {}, 'referral-reported-back');
      return deadline && zoned(deadline.due, zone).date;
    };
    expect(due('020105')).toBe('2025-07-22');
    expect(due('070101')).toBe('2025-07-21');
    expect(due('')).toBe('2025-07-21');
  });
});

describe('the level scale', () => {
  it('is one question that takes a professional’s finding over, and is not an official form', () => {
    const [scale] = instruments;
    expect(scale).toMatchObject({ verified: false, items: [{ key: 'level' }] });
    for (const level of ['MILD', 'MODERATE', 'SEVERE']) {
      expect(scale && score(scale, { level })).toMatchObject({ level, band: level, atLeast: level });
    }
    expect(scale && score(scale, {}).level).toBe('UNDETERMINED');
  });
});
