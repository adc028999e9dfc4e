import fc from 'fast-check';
import {
  addBusinessDays,
  dueAt,
  isBusinessDay,
  nationalHolidays,
  OutsideCalendar,
  weekday,
  withOverrides,
  zoned,
  type Calendar,
  type Term,
} from './index.js';

const lima: Calendar = {
  zone: 'America/Lima',
  workdays: [1, 2, 3, 4, 5],
  holidays: nationalHolidays('PE', { from: 2015, to: 2030 }),
  covers: { from: '2015-01-01', to: '2030-12-31' },
};
const madrid: Calendar = { ...lima, zone: 'Europe/Madrid', holidays: [] };

const hours = (amount: number): Term => ({ amount, unit: 'hours' });
const business = (amount: number): Term => ({ amount, unit: 'business-days' });

describe('a term', () => {
  it.each([
    ['hours elapse to the millisecond', '2025-10-01T15:00:00.123Z', hours(24), '2025-10-02T15:00:00.123Z'],
    ['hours run through the leap day', '2024-02-28T15:00:00.000Z', hours(48), '2024-03-01T15:00:00.000Z'],
    ['hours run through weekends and holidays', '2025-12-24T22:00:00.000Z', hours(48), '2025-12-26T22:00:00.000Z'],
    ['no hours are due at once', '2025-10-01T15:00:00.000Z', hours(0), '2025-10-01T15:00:00.000Z'],
    [
      'days run to the end of the last local day',
      '2025-10-01T15:00:00.000Z',
      { amount: 5, unit: 'days' },
      '2025-10-07T04:59:59.999Z',
    ],
    [
      'days count from the local date, not the UTC date',
      '2025-10-02T04:59:59.999Z',
      { amount: 1, unit: 'days' },
      '2025-10-03T04:59:59.999Z',
    ],
    [
      'and a millisecond later from the next',
      '2025-10-02T05:00:00.000Z',
      { amount: 1, unit: 'days' },
      '2025-10-04T04:59:59.999Z',
    ],
    [
      'months clamp to the last day',
      '2024-01-31T15:00:00.000Z',
      { amount: 1, unit: 'months' },
      '2024-03-01T04:59:59.999Z',
    ],
    // Friday 3 October + 3 business days; Wednesday 8 October is a holiday.
    ['business days skip weekends and holidays', '2025-10-03T15:00:00.000Z', business(3), '2025-10-10T04:59:59.999Z'],
    ['business days start the day after', '2025-09-29T13:00:00.000Z', business(1), '2025-10-01T04:59:59.999Z'],
    [
      'a trigger on a free day counts from the next',
      '2025-10-04T15:00:00.000Z',
      business(1),
      '2025-10-07T04:59:59.999Z',
    ],
    // 28 July 2025 is a Monday holiday, 29 a Tuesday holiday.
    ['a row of holidays is stepped over', '2025-07-25T15:00:00.000Z', business(1), '2025-07-31T04:59:59.999Z'],
    // 1 November 2025 and 29 June 2025 fall on a weekend and take nothing away.
    ['a holiday on a weekend costs no day', '2025-06-27T15:00:00.000Z', business(1), '2025-07-01T04:59:59.999Z'],
  ] satisfies [string, string, Term, string][])('%s', (_, trigger, term, due) => {
    expect(dueAt(trigger, term, lima)).toBe(due);
  });

  it('of 24 hours is 24 hours when the clocks change, and of a day ends at the local midnight', () => {
    const trigger = '2025-03-29T12:00:00.000Z';
    expect(dueAt(trigger, hours(24), madrid)).toBe('2025-03-30T12:00:00.000Z');
    expect(zoned(dueAt(trigger, hours(24), madrid), 'Europe/Madrid').time).toBe('14:00');
    expect(dueAt(trigger, { amount: 1, unit: 'days' }, madrid)).toBe('2025-03-30T21:59:59.999Z');
    expect(dueAt('2025-10-25T12:00:00.000Z', { amount: 1, unit: 'days' }, madrid)).toBe('2025-10-26T22:59:59.999Z');
  });

  const triggers = fc
    .date({ min: new Date('2015-02-01'), max: new Date('2029-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const terms = fc.record({
    amount: fc.integer({ min: 0, max: 20 }),
    unit: fc.constantFrom('hours', 'days', 'business-days', 'months'),
  }) as fc.Arbitrary<Term>;

  it('never falls due earlier for a later trigger, nor before the trigger', () => {
    fc.assert(
      fc.property(triggers, triggers, terms, fc.constantFrom(lima, madrid), (a, b, term, calendar) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(dueAt(early, term, calendar) <= dueAt(late, term, calendar)).toBe(true);
        expect(dueAt(early, term, calendar) >= early).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never falls due earlier for a longer term of the same unit', () => {
    fc.assert(
      fc.property(triggers, terms, (trigger, term) => {
        const longer = { ...term, amount: term.amount + 1 };
        expect(dueAt(trigger, term, lima) <= dueAt(trigger, longer, lima)).toBe(true);
      }),
    );
  });

  it('in business days ends on a worked day, with exactly that many worked days in between', () => {
    const free = new Set(lima.holidays.map((holiday) => holiday.date));
    fc.assert(
      fc.property(triggers, fc.integer({ min: 1, max: 30 }), (trigger, amount) => {
        const start = zoned(trigger, lima.zone).date;
        const last = zoned(dueAt(trigger, business(amount), lima), lima.zone).date;
        const worked: string[] = [];
        for (let ms = Date.parse(start) + 86_400_000; ms <= Date.parse(last); ms += 86_400_000) {
          const day = new Date(ms).toISOString().slice(0, 10);
          if (weekday(day) <= 5 && !free.has(day)) worked.push(day);
        }
        expect(worked).toHaveLength(amount);
        expect(worked.at(-1)).toBe(last);
      }),
    );
  });

  it('must be a whole number from nought', () => {
    for (const amount of [-1, 1.5, NaN]) {
      expect(() => dueAt('2025-10-01T15:00:00.000Z', hours(amount), lima)).toThrow(RangeError);
    }
  });
});

describe('a calendar', () => {
  it('knows the yearly holidays, fixed and movable, from the year each began', () => {
    const days = new Map(lima.holidays.map((holiday) => [holiday.date, holiday]));
    expect(days.get('2025-07-28')?.name).toMatch(/Independencia/);
    expect(days.has('2025-04-17')).toBe(true);
    expect(days.has('2024-03-28')).toBe(true);
    expect(days.has('2021-12-09')).toBe(false);
    expect(days.has('2022-12-09')).toBe(true);
    expect([...days.values()].every((holiday) => holiday.source !== '' && holiday.name !== '')).toBe(true);
  });

  it('gives way to decrees, the later one last', () => {
    const decree = { name: 'Día no laborable', source: 'DS' };
    const edited = withOverrides(lima, [
      { ...decree, kind: 'add', date: '2025-05-02' },
      { ...decree, kind: 'remove', date: '2025-07-23' },
      { ...decree, kind: 'add', date: '2025-12-26' },
      { ...decree, kind: 'remove', date: '2025-12-26' },
    ]);
    expect(isBusinessDay('2025-05-02', lima)).toBe(true);
    expect(isBusinessDay('2025-05-02', edited)).toBe(false);
    expect(isBusinessDay('2025-07-23', lima)).toBe(false);
    expect(isBusinessDay('2025-07-23', edited)).toBe(true);
    expect(isBusinessDay('2025-12-26', edited)).toBe(true);
    expect(edited.holidays.map((holiday) => holiday.date)).toEqual(
      edited.holidays.map((holiday) => holiday.date).sort(),
    );
  });

  it('refuses to guess beyond the days it covers', () => {
    expect(() => addBusinessDays('2030-12-30', 5, lima)).toThrow(OutsideCalendar);
    expect(() => isBusinessDay('2014-12-31', lima)).toThrow(OutsideCalendar);
  });

  it('takes a free day for no business days to the next worked one', () => {
    expect(addBusinessDays('2025-10-04', 0, lima)).toBe('2025-10-06');
    expect(addBusinessDays('2025-10-06', 0, lima)).toBe('2025-10-06');
  });

  it('cannot be made for a country nobody knows', () => {
    expect(() => nationalHolidays('ZZ', { from: 2020, to: 2021 })).toThrow(RangeError);
  });
});
