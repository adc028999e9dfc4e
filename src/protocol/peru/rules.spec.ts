import { zoned } from '#terms';
import { jurisdiction, milestones, type Milestone } from '../index.js';

const { rules, zone, calendar } = jurisdiction('PE');
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
    const deadline = rules.select('measures-notified-to-executor', morning('2025-10-01'), { risk });
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

describe('every rule', () => {
  it.each(rules.rules.map((rule) => [rule.id, rule] as const))(
    '%s names its norm, article, source and check',
    (_, rule) => {
      for (const text of [rule.norm, rule.legalRef, rule.source, rule.actor]) expect(text).toMatch(/\S/);
      expect(typeof rule.verified).toBe('boolean');
      expect(rule.jurisdiction).toBe('PE');
      for (const step of [rule.trigger, rule.stop]) expect(milestones).toContain(step as Milestone);
      expect(rule.trigger).not.toBe(rule.stop);
      expect(rule.id).toMatch(/^PE-\d\d[a-z]?$/);
    },
  );

  it('exists for the court on every day since the law began, for every level, and exactly one of the court’s own', () => {
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

  it('counts business days on a calendar that covers the law so far and years to come', () => {
    expect(calendar.covers.from <= '2015-11-24').toBe(true);
    expect(calendar.covers.to >= '2040-01-01').toBe(true);
  });
});
