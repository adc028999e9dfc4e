import { instantOf, zoned, type Facts } from '#terms';
import { jurisdiction, type Milestone } from '../index.js';

const { rules, zone } = jurisdiction('PE');
const HOUR = 3_600_000;

/** 10:00 in Lima. */
const morning = (day: string) => `${day}T15:00:00.000Z`;
const hoursBetween = (from: string, due: string) => (Date.parse(due) - Date.parse(from)) / HOUR;

type Dated = [what: string, at: string, risk: string | undefined, rule: string | undefined, hours: number | undefined];

describe('the time a court has, from the receipt of the complaint', () => {
  it.each<Dated>([
    ['before the law', morning('2015-11-23'), 'MODERATE', undefined, undefined],
    ['first day of the law', morning('2015-11-24'), undefined, 'PE-05a', 72],
    ['2018 before the first reform', morning('2018-08-01'), undefined, 'PE-05a', 72],
    ['the same, severe', morning('2018-08-01'), 'SEVERE', 'PE-05a', 72],
    ['last day of the original text', morning('2018-09-04'), 'SEVERE', 'PE-05a', 72],
    ['first day of the first reform, severe', morning('2018-09-05'), 'SEVERE', 'PE-05c', 24],
    ['2019 moderate', morning('2019-05-10'), 'MODERATE', 'PE-05b', 48],
    ['2019 mild', morning('2019-05-10'), 'MILD', 'PE-05b', 48],
    ['2019 severe', morning('2019-05-10'), 'SEVERE', 'PE-05c', 24],
    ['2019 not determined', morning('2019-05-10'), 'UNDETERMINED', 'PE-05d', 72],
    ['last day before the second reform', morning('2023-03-22'), 'MODERATE', 'PE-05b', 48],
    ['its last local minute', '2023-03-23T04:59:59.999Z', 'MODERATE', 'PE-05b', 48],
    ['first local minute of the second reform', '2023-03-23T05:00:00.000Z', 'MODERATE', 'PE-05f', 24],
    ['second reform, severe', morning('2023-03-23'), 'SEVERE', 'PE-05g', 24],
    ['second reform, not determined', morning('2023-03-23'), 'UNDETERMINED', 'PE-05h', 48],
    ['not determined, over the leap day', morning('2024-02-28'), 'UNDETERMINED', 'PE-05h', 48],
    ['risk not known to the system', morning('2024-02-28'), undefined, undefined, undefined],
  ])('%s', (_, at, risk, rule, hours) => {
    const deadline = rules.select('report-received-by-court', at, { risk });
    expect(deadline?.rule.id).toBe(rule);
    expect(deadline && hoursBetween(at, deadline.due)).toBe(hours);
  });

  it('over the leap day ends on 1 March', () => {
    const deadline = rules.select('report-received-by-court', morning('2024-02-28'), { risk: 'UNDETERMINED' });
    expect(deadline?.due).toBe('2024-03-01T15:00:00.000Z');
  });
});

describe('the pandemic regime', () => {
  const complaint = morning('2020-06-01');
  const receipt = '2020-06-02T13:00:00.000Z';

  it('runs 24 hours from the complaint and binds before the court’s own clock', () => {
    const happened = { 'complaint-received': complaint, 'report-received-by-court': receipt };
    const binding = rules.binding('measures-issued', happened, { risk: 'MODERATE' });
    expect(binding?.rule.id).toBe('PE-05e');
    expect(binding?.due).toBe('2020-06-02T15:00:00.000Z');
    expect(rules.select('report-received-by-court', receipt, { risk: 'MODERATE' })?.rule.id).toBe('PE-05b');
  });

  it('needs no risk level', () => {
    expect(rules.select('complaint-received', complaint, {}, 'measures-issued')?.rule.id).toBe('PE-05e');
  });

  it.each([
    ['2020-04-26', undefined],
    ['2020-04-27', 'PE-05e'],
    ['2023-05-31', 'PE-05e'],
    ['2023-06-01', undefined],
  ])('on %s gives %s', (day, rule) => {
    expect(rules.select('complaint-received', morning(day), {}, 'measures-issued')?.rule.id).toBe(rule);
  });
});

describe('the other clocks', () => {
  it('give the police 24 hours from the complaint to the receipt by the court, weekends included', () => {
    const saturday = morning('2025-10-04');
    const deadline = rules.select('complaint-received', saturday, {});
    expect(deadline?.rule).toMatchObject({ id: 'PE-03', stop: 'report-received-by-court', actor: 'POLICE' });
    expect(deadline?.due).toBe('2025-10-05T15:00:00.000Z');
  });

  it.each([
    ['SEVERE', 'PE-25b', 1],
    ['MODERATE', 'PE-25a', 24],
    ['UNDETERMINED', 'PE-25a', 24],
    [undefined, 'PE-25a', 24],
  ])('give a receiver at risk %s the rule %s', (risk, rule, hours) => {
    const deadline = rules.select('referral-sent', morning('2025-10-04'), { risk });
    expect(deadline?.rule).toMatchObject({ id: rule, verified: false, value: { policy: true } });
    expect(deadline && hoursBetween(morning('2025-10-04'), deadline.due)).toBe(hours);
  });

  it.each([
    ['MILD', 'PE-10a', '2025-10-16'],
    ['SEVERE', 'PE-10b', '2025-10-06'],
  ])('give the executor at risk %s until the end of a day', (risk, rule, day) => {
    const at = morning('2025-10-01');
    const deadline = rules.select('measures-notified-to-executor', at, { risk }, 'execution-reported-to-court');
    expect(deadline?.rule.id).toBe(rule);
    expect(zoned(deadline?.due ?? '', zone)).toMatchObject({ date: day, time: '23:59' });
  });

  it.each([
    ['SEVERE', 'PE-17b', '2025-10-06'],
    ['MODERATE', 'PE-17a', '2025-10-09'],
  ])('raise an appeal at risk %s under %s in business days', (risk, rule, day) => {
    // Friday; the Wednesday after is a holiday.
    const deadline = rules.select('appeal-granted', morning('2025-10-03'), { risk });
    expect(deadline?.rule.id).toBe(rule);
    expect(zoned(deadline?.due ?? '', zone).date).toBe(day);
  });
});

/** A line per row and boundary: what happened, when in Lima, what is known, the step it waits for → the row and its due in Lima. */
type Line = [
  happened: Milestone,
  at: string,
  facts: Facts,
  step: Milestone,
  rule: string | undefined,
  due: string | undefined,
];
const none = [undefined, undefined] as const;
const severe = { risk: 'SEVERE' };
const moderate = { risk: 'MODERATE' };
const prosecutor = { receivedBy: 'PROSECUTOR_FAMILY' };
/** The last minute of a day. */
const end = (day: string) => `${day}T23:59`;

const lines: readonly Line[] = [
  ['complaint-brought', '2015-11-23T10:00', {}, 'complaint-registered', ...none],
  ['complaint-brought', '2015-11-24T00:00', {}, 'complaint-registered', 'PE-01', '2015-11-24T01:00'],
  ['complaint-registered', '2015-12-31T10:00', {}, 'risk-assessed', ...none],
  ['complaint-registered', '2016-01-01T10:00', {}, 'risk-assessed', 'PE-02a', '2016-01-02T10:00'],
  ['complaint-registered', '2020-04-26T23:59', {}, 'risk-assessed', 'PE-02a', '2020-04-27T23:59'],
  ['complaint-registered', '2020-04-27T00:00', {}, 'risk-assessed', ...none],
  ['complaint-registered', '2023-05-31T23:59', {}, 'risk-assessed', ...none],
  ['complaint-registered', '2023-06-01T00:00', {}, 'risk-assessed', 'PE-02c', '2023-06-02T00:00'],
  ['complaint-received', '2015-12-31T10:00', {}, 'report-received-by-court', ...none],
  ['complaint-received', '2016-01-01T10:00', {}, 'report-received-by-court', 'PE-03', '2016-01-02T10:00'],
  ['complaint-received', '2018-09-04T10:00', prosecutor, 'report-received-by-court', 'PE-03', '2018-09-05T10:00'],
  ['complaint-received', '2018-09-05T10:00', prosecutor, 'report-received-by-court', 'PE-04', '2018-09-06T10:00'],
  [
    'complaint-received',
    '2018-09-05T10:00',
    { receivedBy: 'POLICE' },
    'report-received-by-court',
    'PE-03',
    '2018-09-06T10:00',
  ],
  ['measures-issued', '2018-09-04T10:00', {}, 'measures-notified-to-executor', ...none],
  ['measures-issued', '2018-09-05T10:00', {}, 'measures-notified-to-executor', 'PE-06', '2018-09-06T10:00'],
  ['measures-issued', '2025-10-03T10:00', {}, 'victim-notified', 'PE-07a', '2025-10-04T10:00'],
  ['measures-issued', '2025-10-03T10:00', {}, 'accused-notified', 'PE-07b', '2025-10-04T10:00'],
  ['measures-notified-to-executor', '2023-03-22T10:00', {}, 'measures-executed', ...none],
  ['measures-notified-to-executor', '2023-03-23T10:00', {}, 'measures-executed', 'PE-08', '2023-03-24T10:00'],
  ['measures-notified-to-executor', '2025-10-03T10:00', {}, 'measures-tracked', ...none],
  ['measures-notified-to-executor', '2018-09-04T10:00', severe, 'execution-reported-to-court', ...none],
  [
    'measures-notified-to-executor',
    '2018-09-05T10:00',
    severe,
    'execution-reported-to-court',
    'PE-10b',
    end('2018-09-10'),
  ],
  ['measures-notified-to-executor', '2024-02-14T10:00', {}, 'execution-reported-to-court', 'PE-10a', end('2024-02-29')],
  ['breach-known', '2025-10-03T22:00', severe, 'breach-reported-to-court', 'PE-11', '2025-10-04T22:00'],
  ['resolution-notified', '2018-09-04T10:00', {}, 'reevaluation-reported', ...none],
  ['resolution-notified', '2023-08-31T10:00', moderate, 'reevaluation-reported', 'PE-12a', end('2024-02-29')],
  ['resolution-notified', '2023-11-30T10:00', severe, 'reevaluation-reported', 'PE-12b', end('2024-02-29')],
  ['measures-issued', '2025-10-03T10:00', {}, 'file-received-by-prosecutor', 'PE-13', '2025-10-04T10:00'],
  ['arrest-made', '2025-10-03T10:00', {}, 'prosecutor-informed-of-arrest', 'PE-14a', '2025-10-03T11:00'],
  ['arrest-made', '2024-02-28T10:00', {}, 'detention-ended', 'PE-14b', '2024-03-01T10:00'],
  // 7 October is a decreed free day, 8 October a holiday.
  ['resolution-notified', '2024-10-04T10:00', {}, 'appeal-filed', 'PE-15', end('2024-10-11')],
  ['resolution-notified', '2018-09-04T10:00', {}, 'appeal-filed', ...none],
  ['resolution-notified', '2018-09-05T10:00', {}, 'appeal-filed', 'PE-15', end('2018-09-10')],
  ['appeal-filed', '2025-10-03T10:00', {}, 'appeal-granted', 'PE-16', end('2025-10-09')],
  ['appeal-granted', '2025-10-03T10:00', moderate, 'appeal-received-by-chamber', 'PE-17a', end('2025-10-09')],
  ['appeal-granted', '2025-10-03T10:00', severe, 'appeal-received-by-chamber', 'PE-17b', end('2025-10-06')],
  ['appeal-granted', '2025-10-03T10:00', { risk: 'UNDETERMINED' }, 'appeal-received-by-chamber', ...none],
  // Easter: Thursday 17 and Friday 18 April 2025.
  ['appeal-received-by-chamber', '2025-04-14T10:00', {}, 'appeal-opinion-given', 'PE-18', end('2025-04-23')],
  // The decree adds Friday 2 May to the first.
  ['appeal-received-by-chamber', '2025-04-30T10:00', {}, 'appeal-heard', 'PE-19', end('2025-05-07')],
  ['appeal-heard', '2025-12-24T10:00', {}, 'appeal-decided', 'PE-20', end('2025-12-31')],
  ['victim-assistance-needed', '2025-10-03T10:00', {}, 'victim-assistance-acknowledged', 'PE-21', '2025-10-05T10:00'],
  ['service-entered', '2025-10-03T10:00', {}, 'first-level-done', 'PE-22', end('2025-10-03')],
  ['first-level-done', '2025-10-03T10:00', severe, 'second-level-given', ...none],
  ['second-level-given', '2025-10-03T10:00', moderate, 'followed-up', ...none],
  ['second-level-given', '2025-10-03T10:00', severe, 'followed-up', 'PE-24b', '2025-10-05T10:00'],
  ['referral-sent', '2015-11-23T23:59', {}, 'referral-acknowledged', ...none],
  ['referral-sent', '2015-11-24T00:00', {}, 'referral-acknowledged', 'PE-25a', '2015-11-25T00:00'],
  ['referral-sent', '2025-10-03T10:00', severe, 'referral-acknowledged', 'PE-25b', '2025-10-03T11:00'],
  // Friday, 3 October: Wednesday the 8th is a holiday.
  ['harassment-reported', '2025-10-03T10:00', {}, 'harassment-care-offered', 'PE-26', end('2025-10-06')],
  ['harassment-reported', '2025-10-03T10:00', {}, 'harassment-protection-given', 'PE-27', end('2025-10-09')],
  ['harassment-reported', '2025-10-03T10:00', {}, 'labour-authority-informed', 'PE-28', end('2025-10-14')],
  ['harassment-reported', '2025-10-03T10:00', {}, 'harassment-investigated', 'PE-29', end('2025-10-18')],
  ['harassment-investigated', '2025-10-03T10:00', {}, 'harassment-decided', 'PE-30', end('2025-10-13')],
  ['harassment-decided', '2025-10-03T10:00', {}, 'labour-authority-told-of-decision', 'PE-31', end('2025-10-14')],
  ['referral-received', '2025-10-03T10:00', {}, 'referral-answered', 'PE-P01a', '2025-10-05T10:00'],
  [
    'referral-received',
    '2025-10-03T10:00',
    { urgency: 'PRIORITY' },
    'referral-answered',
    'PE-P01b',
    '2025-10-04T10:00',
  ],
  [
    'referral-accepted',
    '2025-10-03T10:00',
    { urgency: 'IMMEDIATE', ...moderate },
    'referral-attended',
    'PE-P02c',
    '2025-10-04T10:00',
  ],
  ['referral-attended', '2025-10-03T10:00', {}, 'referral-reported-back', 'PE-P08a', end('2025-10-13')],
];

describe('the table of Peru', () => {
  it.each(lines)('%s at %s, knowing %j: %s is due by %s at %s', (happened, at, facts, step, rule, due) => {
    const deadline = rules.select(happened, instantOf(at, zone), facts, step);
    const shown = deadline && zoned(deadline.due, zone);
    expect([deadline?.rule.id, shown && `${shown.date}T${shown.time}`]).toEqual([rule, due]);
  });

  it('has a line for every row', () => {
    const court = rules.rules.filter(({ id }) => /-05|-P/.test(id));
    const others = rules.rules.filter((row) => !court.includes(row)).map(({ id }) => id);
    expect(others.filter((id) => !lines.some(([, , , , rule]) => rule === id))).toEqual([]);
  });

  it.each([
    ['measures-notified-to-executor', '2015-11-24', ['PE-09a']],
    ['measures-notified-to-executor', '2023-03-22', ['PE-09a']],
    ['measures-notified-to-executor', '2023-03-23', ['PE-09a', 'PE-09b']],
    ['complaint-registered', '2020-04-26', []],
    ['complaint-registered', '2020-04-27', ['PE-02b']],
    ['complaint-registered', '2023-05-31', ['PE-02b']],
    ['complaint-registered', '2023-06-01', []],
    ['first-level-done', '2025-10-03', ['PE-23']],
    ['second-level-given', '2025-10-03', ['PE-24a']],
  ])('after %s on %s, owes without a term %j', (happened, day, owed) => {
    expect(rules.obligations(happened, morning(day), {}).map(({ rule }) => rule.id)).toEqual(owed);
  });

  it('asks for the periodic report again from each due, at the pace of the risk of then', () => {
    const first = rules.select('resolution-notified', morning('2025-01-10'), moderate, 'reevaluation-reported');
    const second = first && rules.next(first, moderate);
    const third = second && rules.next(second, severe);
    const days = [first, second, third].map((each) => each && [each.rule.id, zoned(each.due, zone).date]);
    expect(days).toEqual([
      ['PE-12a', '2025-07-10'],
      ['PE-12a', '2026-01-10'],
      ['PE-12b', '2026-04-10'],
    ]);
  });
});

describe('the court’s clock', () => {
  it('exists on every day since the law began, for every level, and exactly one of the court’s own', () => {
    for (let ms = Date.parse('2015-11-24T15:00:00.000Z'); ms < Date.parse('2026-01-01'); ms += 24 * HOUR) {
      const at = new Date(ms).toISOString();
      const { date } = zoned(at, zone);
      for (const risk of ['MILD', 'MODERATE', 'SEVERE', 'UNDETERMINED']) {
        const inForce = rules.rules.filter(
          (rule) =>
            rule.trigger === 'report-received-by-court' &&
            rule.validFrom <= date &&
            date <= (rule.validTo ?? date) &&
            (rule.condition?.['risk'] ?? [risk]).includes(risk),
        );
        expect(inForce.map((rule) => rule.id)).toHaveLength(1);
      }
    }
  });
});
